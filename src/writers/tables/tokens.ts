/** The table of words: the repaired text word by word, with parts of speech and the places of the source. */
import type { TokenRecord } from '../schema.js'
import type { Table } from './columns.js'
import { column, inputColumns, keyColumn, placeColumns } from './columns.js'

export const tokenTable: Table<TokenRecord> = {
  name: 'tokens',
  about: 'one row a word of the repaired text',
  items: ({ record }) => record.tokens ?? [],
  columns: [
    keyColumn(),
    column('text', 'text', 'the word', ({ text }) => text),
    column('pos', 'text', 'part of speech, as jieba names it', ({ pos }) => pos),
    column('repairedStart', 'offset', 'first code unit in the repaired text', ({ start }) => start),
    column('repairedEnd', 'offset', 'behind the last code unit in the repaired text', ({ end }) => end),
    ...placeColumns<TokenRecord>(({ source }) => source, 'the word'),
    ...inputColumns(),
  ],
}
