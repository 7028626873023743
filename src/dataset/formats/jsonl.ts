/**
 * Records as JSON Lines: one record a line, byte for byte as `run --format jsonl` prints it; or, slim, those of its parts
 * that are asked for.
 */
import { type RecordField, recordFieldNames } from '../../writers/record-fields.js'
import type { DocumentRecord } from '../../writers/schema.js'
import type { DatasetFormat } from '../contract.js'
import { createOutput } from '../output-file.js'

const lineBreak = Buffer.from('\n')

/** What names the document, and the parts that are asked for, in the order of the record. */
function slimLine(record: DocumentRecord, fields: readonly RecordField[]): string {
  const kept = recordFieldNames.filter((name) => name === 'id' || fields.includes(name))
  return JSON.stringify(Object.fromEntries(kept.map((name) => [name, record[name]])))
}

export const format: DatasetFormat = {
  id: 'jsonl',
  extensions: ['.jsonl', '.ndjson'],
  isText: true,
  outputs: [{ name: 'records.jsonl' }],
  async write([path = ''], documents, { fields }) {
    const file = await createOutput(path)
    try {
      // Written at once: records are large, and joining them first would only take memory.
      for await (const document of documents) {
        await file.write(fields === undefined ? document.line : slimLine(document.record, fields))
        await file.write(lineBreak)
      }
      await file.end()
    } finally {
      await file.close()
    }
  },
}
