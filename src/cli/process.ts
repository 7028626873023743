/**
 * What `run` and the commands of single stages share: every input through the stages, its record to the output,
 * failures told one a line while the other inputs still come out, and the exit code.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isFinding } from '../model/check.js'
import { ProcessingError } from '../model/message.js'
import { mayRecognise } from '../readers/scans/recogniser.js'
import type { DocumentRecord } from '../writers/schema.js'
import type { CommandContext, CommandView } from './contract.js'
import type { Outcome } from './exit-codes.js'
import { exitCodeOf } from './exit-codes.js'
import {
  countUnread,
  forEachInput,
  newOutcome,
  remark,
  tellEntryFailures,
  tellInputFailure,
  tellUnread,
} from './failures.js'
import type { InputFile, InputFiles } from './input-files.js'
import { findInputFiles } from './input-files.js'
import { readInput, requireOneStandardInput } from './inputs.js'
import { tell } from './language.js'
import type { Settings } from './options.js'
import { filesWritten, openRecordOutput } from './outputs.js'
import { poolInputs } from './pool.js'
import { startProgress } from './progress.js'
import { openRecordSource } from './records-of.js'
import { pipelineSettings } from './settings.js'

/** Whether a finding of the record is at least as severe as the setting asks. */
function failsOn(record: DocumentRecord, failOn: Settings['failOn'] = 'never'): boolean {
  if (failOn === 'never') return false
  return record.checks.some((check) => {
    if (!isFinding(check)) return false
    return check.severity === 'error' || (failOn === 'warning' && check.severity === 'warning')
  })
}

/** Progress of a folder, where it does not run into what is printed. */
function progressOf(context: CommandContext, { files, isExpanded }: InputFiles, outcome: Outcome) {
  const { terminal, settings } = context
  const isShown = isExpanded && (settings.out !== undefined || terminal.stdout.isTTY !== true)
  const progress = isShown ? startProgress(context) : undefined
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0)
  let done = 0
  return {
    ended({ bytes }: InputFile) {
      done += bytes
      const { documents, failed } = outcome
      progress?.update({ phase: 'process', done, total, documents, failed })
    },
    end: () => progress?.end(),
  }
}

/** Begins work on as many files as there are lanes, and gives what comes of each in their order. */
function beginAhead<Result>(
  files: readonly InputFile[],
  lanes: number,
  begin: (file: InputFile) => Promise<Result>,
): (index: number) => Promise<Result> {
  const begun = new Map<number, Promise<Result>>()
  return (index) => {
    for (let next = index; next < Math.min(files.length, index + lanes); next++) {
      if (begun.has(next)) continue
      const result = begin(files[next]!)
      // It is told in its turn.
      result.catch(() => {})
      begun.set(next, result)
    }
    const result = begun.get(index)!
    begun.delete(index)
    return result
  }
}

/** What there is to say of a folder when all is done. */
function tellFolder(
  context: CommandContext,
  { skipped, scans, isExpanded }: InputFiles,
  written: number,
): void {
  const { language, settings } = context
  if (!isExpanded) return
  if (skipped > 0) remark(context, tell(language, 'run.skipped', { skipped }))
  if (scans > 0 && settings.ocr !== 'never') remark(context, tell(language, 'run.scans', { scans }))
  if (settings.out !== undefined) {
    remark(context, tell(language, 'run.written', { count: written, out: settings.out }))
  }
}

/** Runs all inputs and gives the exit code. A document whose output must not be written stops no other. */
export async function processInputs(
  context: CommandContext,
  inputs: readonly string[],
  view: CommandView,
): Promise<number> {
  const { terminal, settings } = context
  requireOneStandardInput(inputs)
  const excluded = settings.out === undefined ? new Set<string>() : filesWritten(context, settings.out)
  const readsPictures = mayRecognise(settings.ocr === undefined ? {} : { mode: settings.ocr })
  const input = await findInputFiles(terminal.cwd, inputs, excluded, readsPictures)
  const { files } = input
  const isLone = files.length === 1 && !input.isExpanded
  const paths = files.map(({ path }) => path)
  const output = await openRecordOutput(context, paths, view, 'report', isLone)
  const tokens = view.tokens ?? settings.tokens ?? false
  const until = tokens && view.until === 'repair' ? 'segment' : view.until
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  const kept = readsPictures && files.length > 1 ? mkdtempSync(join(tmpdir(), 'huanyuan-pages-')) : undefined
  const source = await openRecordSource(context, { until, tokens }, { inputs: files.length, bytes }, kept)
  const outcome: Outcome = newOutcome()
  const progress = progressOf(context, input, outcome)
  let written = 0
  const add = async (record: DocumentRecord, file: InputFile, input: Uint8Array) => {
    try {
      await output.add(record, file, input)
      written++
    } catch (cause) {
      if (!(cause instanceof ProcessingError && cause.code.startsWith('output-'))) throw cause
      tellInputFailure(context, file.path, cause)
      outcome.unwritten = true
    }
  }
  try {
    const readable = files.filter(({ failure }) => failure === undefined).map(({ path }) => path)
    const provenIn = await poolInputs(context, readable, source.scan)
    const inputAt = beginAhead(files, source.lanes, async (file) => {
      if (file.failure !== undefined) throw file.failure
      const { bytes, path } = await readInput(terminal, file.path, pipelineSettings(settings).maxBytes)
      return { bytes, records: await source.recordsOf(bytes, path, provenIn(file.path)) }
    })
    await forEachInput(context, files, outcome, async (file, index) => {
      try {
        const { bytes, records } = await inputAt(index)
        for await (const record of records) {
          outcome.documents++
          outcome.found ||= failsOn(record, settings.failOn)
          await add(record, file, bytes)
          if (tellEntryFailures(context, file.path, record.origin.entry, record.messages)) {
            countUnread(outcome, record.origin.entry ?? file.path)
          }
        }
      } finally {
        progress.ended(file)
      }
    })
    await output.end(outcome.told)
    progress.end()
    tellUnread(context, outcome)
    tellFolder(context, input, output.isOneFile && written > 0 ? 1 : written)
  } finally {
    progress.end()
    await source.close()
    if (kept !== undefined) rmSync(kept, { recursive: true, force: true })
  }
  return exitCodeOf(outcome, settings)
}
