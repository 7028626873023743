/**
 * What is reviewed: a file of records, or documents, which are read first, as `run` reads them, into a file of records of
 * their own that goes when the program ends.
 */
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { finished } from 'node:stream/promises'
import { ProcessingError } from '../model/message.js'
import type { CommandContext, CommandView } from './contract.js'
import { exitCode } from './exit-codes.js'
import { processInputs } from './process.js'

export interface ReviewInput {
  /** The file of records. */
  readonly path: string
  /** Takes away what was made for the review. */
  remove(): void
}

const view: CommandView = { until: 'audit', sections: ['repairs', 'facts', 'findings'] }

/** Whether a file is one of records by its name; `records.jsonl` of a dataset is. */
function isRecords(path: string): boolean {
  return /\.(jsonl|ndjson)$/.test(path) && statSync(path, { throwIfNoEntry: false })?.isFile() === true
}

/** Throws ProcessingError `no-documents` where nothing could be read. */
export async function openReviewInput(
  context: CommandContext,
  inputs: readonly string[],
): Promise<ReviewInput> {
  const [first = ''] = inputs
  const path = resolve(context.terminal.cwd, first)
  if (inputs.length === 1 && isRecords(path)) return { path, remove: () => {} }
  const folder = mkdtempSync(join(tmpdir(), 'huanyuan-review-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    const records = join(folder, 'records.jsonl')
    const stdout = createWriteStream(records)
    const { out: _, format: __, ...settings } = context.settings
    const terminal = { ...context.terminal, stdout }
    const code = await processInputs(
      { ...context, terminal, settings: { ...settings, format: 'jsonl' } },
      inputs,
      view,
    )
    stdout.end()
    await finished(stdout)
    if (code !== exitCode.done && statSync(records).size === 0) {
      throw new ProcessingError('no-documents', { path: first })
    }
    return { path: records, remove }
  } catch (cause) {
    remove()
    throw cause
  }
}
