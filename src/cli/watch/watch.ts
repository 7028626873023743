/** Watches a folder: what is put in comes out repaired, once. One file at a time; what fails stops no other. */
import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isFinding } from '../../model/check.js'
import { ProcessingError } from '../../model/message.js'
import type { DocumentRecord } from '../../writers/schema.js'
import type { CommandContext } from '../contract.js'
import { failureText, remark, stopsEveryInput } from '../failures.js'
import { readInput } from '../inputs.js'
import { tell } from '../language.js'
import type { OutputFolder } from '../output-folder.js'
import type { RecordSource } from '../records-of.js'
import { pipelineSettings } from '../settings.js'
import { printLine } from '../terminal.js'
import type { DoneFile, WatchList } from './list.js'
import { writeFailure, writeResults } from './results.js'
import type { LookedAt } from './settled.js'
import { look, openSettled } from './settled.js'

export interface Watched {
  readonly folder: string
  /** The user's name of it. */
  readonly named: string
  readonly outputs: OutputFolder
  readonly list: WatchList
  readonly source: RecordSource
  /** Throws ProcessingError `watch-lost` where another program has taken over. */
  checkLock(): void
  /** Milliseconds between two looks. */
  readonly every: number
  /** Ends when all that is there is done. */
  readonly isOnce: boolean
}

/** The records of a file. Throws where there is none that could be read. */
async function recordsOf({ source }: Watched, bytes: Uint8Array, path: string): Promise<DocumentRecord[]> {
  const records: DocumentRecord[] = []
  for await (const record of await source.recordsOf(bytes, path)) records.push(record)
  const failures = records.flatMap(({ messages }) => messages.find(({ level }) => level === 'error') ?? [])
  const [failure] = failures
  if (failure !== undefined && failures.length === records.length) {
    throw new ProcessingError(failure.code, failure.parameters)
  }
  return records
}

/** Does a file that is whole; gives whether it failed. Throws what stops every file. */
async function finish(context: CommandContext, watched: Watched, file: LookedAt): Promise<boolean> {
  const { terminal, language, settings } = context
  const { outputs, list } = watched
  const { path, absolute, bytes: size, modified } = file
  const { maxBytes } = pipelineSettings(settings)
  const done = (sha256: string | null): DoneFile => ({ path, bytes: size, modified, sha256 })
  let bytes: Uint8Array | undefined
  let sha256: string | null = null
  try {
    bytes = (await readInput(terminal, absolute, maxBytes)).bytes
    sha256 = createHash('sha256').update(bytes).digest('hex')
    if (!list.hasBytes(path, sha256)) {
      const records = await recordsOf(watched, bytes, path)
      // Who stood still for so long that another one took over writes nothing more.
      watched.checkLock()
      await writeResults(outputs, { path, bytes }, records, { language, maxBytes })
      const findings = records.reduce((sum, { checks }) => sum + checks.filter(isFinding).length, 0)
      await printLine(terminal, tell(language, 'watch.done', { path, findings }))
    }
    list.add(done(sha256))
    return false
  } catch (cause) {
    // Results that somebody has changed stay as they are, which is a matter of this file alone.
    const { code = '' } = cause instanceof ProcessingError ? cause : {}
    const isOurs = /^output-(not-ours|is-)/.test(code)
    if ((stopsEveryInput(cause) && !isOurs) || code === 'watch-lost') throw cause
    const sentence = failureText(context, path, cause)
    remark(context, sentence)
    writeFailure(outputs, path, bytes, sentence)
    list.add(done(sha256))
    return true
  }
}

/** Looks and works until the signal, or until all is done; gives how many files failed. */
export async function watch(context: CommandContext, watched: Watched, signal: AbortSignal): Promise<number> {
  const { folder, named, list, every, isOnce } = watched
  const settled = openSettled()
  let failed = 0
  while (!signal.aborted) {
    const looked = settled.take(await look(folder, named))
    for (const file of looked.settled) {
      if (signal.aborted) break
      if (!list.has(file) && (await finish(context, watched, file))) failed++
    }
    if (isOnce && !looked.areGrowing) break
    await wait(every, undefined, { signal }).catch(() => {})
  }
  return failed
}

/** Where the list of a folder of results lies. */
export const listPath = (out: string) => join(resolve(out), '.huanyuan-watched.jsonl')
