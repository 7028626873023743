/**
 * Records as input: a JSONL file that holds records of an earlier run is taken as it is, so that finished work can be
 * merged or written in another format without doing it again.
 */
import type { DocumentRecord } from '../writers/schema.js'
import type { Failure } from './journal.js'
import type { Unit } from './unit.js'

const recordStart = /^\s*\{\s*"schemaVersion"\s*:\s*"(\d+)\.\d+"/

/** The record of a line; undefined where it is none. */
function parseRecord(line: string): DocumentRecord | undefined {
  let value: Partial<DocumentRecord>
  try {
    value = JSON.parse(line) as Partial<DocumentRecord>
  } catch {
    return undefined
  }
  const isWhole =
    typeof value?.id === 'string' &&
    typeof value.origin === 'object' &&
    typeof value.source?.text === 'string' &&
    typeof value.repaired?.text === 'string' &&
    [value.facts, value.checks, value.corrections, value.blocks, value.messages].every(Array.isArray)
  return isWhole ? (value as DocumentRecord) : undefined
}

/** The records of some lines, each or why there is none; undefined where the first line is no record. */
export function parseRecordLines(
  bytes: Uint8Array,
  { path, range }: Pick<Unit, 'path' | 'range'>,
): Iterable<DocumentRecord | Failure> | undefined {
  const head = new TextDecoder().decode(bytes.subarray(0, 64))
  if (recordStart.exec(head)?.[1] !== '1') return undefined
  const lines = new TextDecoder().decode(bytes).split('\n')
  const firstLine = range?.firstLine ?? 1
  return (function* () {
    for (const [index, line] of lines.entries()) {
      if (line.trim() === '') continue
      const entry = String(firstLine + index)
      yield parseRecord(line) ?? { path, entry, code: 'bad-record', parameters: { path, line: entry } }
    }
  })()
}
