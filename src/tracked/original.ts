/** The bytes that a record was made of, in an input: the input itself, or an entry of it. */
import { createHash } from 'node:crypto'
import { entriesOf, unpackEntry } from '../readers/archive.js'
import { isArchive } from '../readers/archive-directory.js'
import type { DocumentRecord } from '../writers/schema.js'

export function isOriginalOf({ id }: Pick<DocumentRecord, 'id'>, bytes: Uint8Array): boolean {
  return id === `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}

/** The entry of a ZIP archive, or of one in it; undefined where there is none. Throws ProcessingError. */
function entryOf(bytes: Uint8Array, name: string): Uint8Array | undefined {
  if (!isArchive(bytes)) return undefined
  const entries = entriesOf(bytes)
  const found = entries.find((entry) => entry.name === name)
  if (found !== undefined) return unpackEntry(bytes, found)
  const around = entries.find((entry) => name.startsWith(`${entry.name}/`))
  return around && entryOf(unpackEntry(bytes, around), name.slice(around.name.length + 1))
}

/** Undefined where the input holds no bytes of this record's document. Throws ProcessingError. */
export function originalIn(bytes: Uint8Array, record: DocumentRecord): Uint8Array | undefined {
  if (isOriginalOf(record, bytes)) return bytes
  const entry = record.origin.entry === null ? undefined : entryOf(bytes, record.origin.entry)
  return entry !== undefined && isOriginalOf(record, entry) ? entry : undefined
}
