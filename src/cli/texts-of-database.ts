/**
 * The texts of a SQLite dataset as a list that is read anew, and the documents that they were: a database holds no whole
 * records, but what a reviewer decides is anchored in these texts, and holds for the records that they come from.
 */
import { writeFileSync } from 'node:fs'
import { openDataset } from '../dataset/sqlite/read.js'
import type { DocumentRecord } from '../writers/schema.js'

/** What the texts were, by their key. */
export type Origins = ReadonlyMap<string, Pick<DocumentRecord, 'id' | 'origin'>>

const asked = `SELECT d.document, d.id, d.path, d.entry, d.mediaType, d.encoding, d.bytes, t.source
FROM documents AS d JOIN texts AS t USING (document) ORDER BY d.rowid`

/** Writes the list, whose lines have `id` and `text`. Rejects with ProcessingError where the file is no dataset of ours. */
export async function writeTexts(path: string, named: string, list: string): Promise<Origins> {
  const database = await openDataset(path, named)
  const origins = new Map<string, Pick<DocumentRecord, 'id' | 'origin'>>()
  try {
    writeFileSync(list, '')
    for (const [key, id, at, entry, mediaType, encoding, bytes, text] of database.ask(asked).rows) {
      const origin = { path: at, entry, mediaType, encoding, bytes: Number(bytes) }
      origins.set(String(key), { id, origin } as Pick<DocumentRecord, 'id' | 'origin'>)
      writeFileSync(list, `${JSON.stringify({ id: String(key), text })}\n`, { flag: 'a' })
    }
  } finally {
    database.close()
  }
  return origins
}

/** The record of a text as that of the document that it comes from. */
export function asDocument(record: DocumentRecord, origins: Origins): DocumentRecord {
  const known = origins.get(record.origin.inputId ?? '')
  return known === undefined ? record : { ...record, ...known }
}
