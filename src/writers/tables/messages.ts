/** The table of messages: what could not be processed, and where. */
import { sayCode } from '../language.js'
import type { MessageRecord } from '../schema.js'
import type { Table } from './columns.js'
import { column, inputColumns, keyColumn, placeColumns } from './columns.js'

export const messageTable: Table<MessageRecord> = {
  name: 'messages',
  about: 'one row a thing that could not be processed',
  items: ({ record }) => record.messages,
  columns: [
    keyColumn(),
    column('stage', 'text', 'where it happened', ({ stage }) => stage),
    column('level', 'text', 'warning or error', ({ level }) => level),
    column('code', 'text', 'what happened', ({ code }) => code),
    column('explanation', 'text', 'the same in words', ({ code, parameters }, _, language) =>
      sayCode(language, 'message', code, parameters),
    ),
    ...placeColumns<MessageRecord>((message) => message, 'what it is about'),
    ...inputColumns(),
  ],
}
