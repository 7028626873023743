/** Parquet, as data sets are kept: each row is a document, its text in a column. */
import type { Reader } from './contract.js'
import { documentsOfRow } from './data-set.js'
import { textOfJson } from './json-text.js'

const mediaType = 'application/vnd.apache.parquet'
const mark = Buffer.from('PAR1')

export const reader: Reader = {
  id: 'parquet',
  mediaTypes: [mediaType],
  extensions: ['.parquet'],
  holdsSeveral: true,
  recognises: (bytes) =>
    mark.equals(bytes.subarray(0, mark.length)) && mark.equals(bytes.subarray(-mark.length)),
  async *read(bytes, context) {
    const { readRows } = await import('./parquet-rows.js')
    const { text, id, keep = [] } = context.fields
    const columns = text === undefined ? undefined : [text, ...(id === undefined ? [] : [id]), ...keep]
    for await (const { number, fields } of readRows(bytes, columns, context.entries)) {
      const written = new TextEncoder().encode(JSON.stringify(fields))
      const place = { number, mediaType, encoding: null, replaced: 0 }
      yield* documentsOfRow(textOfJson(fields, context.fields), written, place, context)
    }
  },
}
