/**
 * Records as input: a JSONL file that holds records of an earlier run is taken as it is, so that finished work can be
 * merged or written in another format without doing it again.
 */
import { ProcessingError } from '../model/message.js'
import type { DocumentRecord } from '../writers/schema.js'
import type { Failure } from './journal.js'
import type { WorkUnit } from './unit.js'

const recordStart = /^\s*\{\s*"schemaVersion"\s*:/

/** Whether some lines of JSON begin with a record. */
export function holdsRecords(bytes: Uint8Array): boolean {
  return recordStart.test(new TextDecoder().decode(bytes.subarray(0, 64)))
}

/** The records of some lines, each or why there is none. */
export async function* readRecordLines(
  bytes: Uint8Array,
  { path, range }: Pick<WorkUnit, 'path' | 'range'>,
): AsyncGenerator<DocumentRecord | Failure> {
  const { parseRecord } = await import('../writers/record-check.js')
  const lines = new TextDecoder().decode(bytes).split('\n')
  for (const [index, text] of lines.entries()) {
    if (text.trim() === '') continue
    const line = (range?.firstLine ?? 1) + index
    try {
      yield parseRecord(text, { path, line })
    } catch (cause) {
      if (!(cause instanceof ProcessingError)) throw cause
      yield { path, entry: String(line), code: cause.code, parameters: cause.parameters }
    }
  }
}
