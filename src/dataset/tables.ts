/**
 * The tables of a dataset, once for every format that has tables (CSV, XLSX, SQLite, Parquet): columns with their types
 * and meaning, and how a document gives rows. Figures are decimal strings, exactly as the record has them.
 */
import { cellTable } from '../writers/tables/cells.js'
import { checkTable } from '../writers/tables/checks.js'
import type { Table } from '../writers/tables/columns.js'
import { column, inputColumns } from '../writers/tables/columns.js'
import { correctionTable } from '../writers/tables/corrections.js'
import {
  countColumns,
  numbersColumn,
  originColumns,
  reportColumns,
  verdictColumn,
} from '../writers/tables/documents.js'
import { factTable } from '../writers/tables/facts.js'
import { messageTable } from '../writers/tables/messages.js'
import type { DatasetDocument } from './contract.js'

export const documentTable: Table<DatasetDocument, DatasetDocument> = {
  name: 'documents',
  about: 'one row a document',
  items: (document) => [document],
  columns: [
    ...originColumns,
    ...reportColumns,
    column(
      'characters',
      'integer',
      'characters that are not white space',
      ({ quality }) => quality.characters,
    ),
    column('hanShare', 'share', 'share of Chinese characters', ({ quality }) => quality.hanShare),
    verdictColumn,
    column(
      'spinRate',
      'share',
      'share of the replaceable words that were replaced',
      ({ quality }) => quality.spinRate,
    ),
    column(
      'unrepairableShare',
      'share',
      'share of characters that cannot be restored',
      ({ quality }) => quality.unrepairableShare,
    ),
    column(
      'boilerplateShare',
      'share',
      'share of characters of notices and page furniture',
      ({ quality }) => quality.boilerplateShare,
    ),
    numbersColumn,
    column('coverage', 'share', 'share of the numbers that became facts', ({ quality }) => quality.coverage),
    column('quality', 'share', 'one figure for all of these', ({ quality }) => quality.score),
    column(
      'duplicateOf',
      'text',
      'key of the earlier document that this one repeats',
      ({ duplicateOf }) => duplicateOf,
    ),
    column('similarity', 'share', 'how much of it is the same', ({ similarity }) => similarity),
    column('repeats', 'integer', 'pieces that stand in other documents too', ({ repeats }) => repeats.length),
    ...countColumns,
    ...inputColumns(),
  ],
}

export const tables = [
  documentTable,
  factTable,
  cellTable,
  correctionTable,
  checkTable,
  messageTable,
] as readonly Table[]

/** The tables, the main one first. */
export const factsFirst = [
  factTable,
  ...tables.filter(({ name }) => name !== factTable.name),
] as readonly Table[]
