/**
 * The tables of a dataset, once for every format that has tables (CSV, XLSX, SQLite, Parquet): columns with their types
 * and meaning, and how a document gives rows. Figures are decimal strings, exactly as the record has them.
 */
import { isFinding } from '../model/check.js'
import { applyEdits } from '../model/edit.js'
import type { DocumentRecord } from '../writers/schema.js'
import { cellTable } from '../writers/tables/cells.js'
import { checkTable } from '../writers/tables/checks.js'
import type { Table } from '../writers/tables/columns.js'
import { column, inputColumns, keyColumn } from '../writers/tables/columns.js'
import { correctionTable } from '../writers/tables/corrections.js'
import { factTable } from '../writers/tables/facts.js'
import { messageTable } from '../writers/tables/messages.js'
import type { DatasetDocument } from './contract.js'

/** The first heading or title, in the restored wording: what people call the document. */
function titleOf({ blocks, source, corrections }: DocumentRecord): string | null {
  const title = blocks.find(({ kind }) => kind === 'title') ?? blocks.find(({ kind }) => kind === 'heading')
  if (title === undefined) return null
  const { start, end } = title
  const inside = corrections
    .filter((each) => each.status === 'applied' && start <= each.start && each.end <= end)
    .map((each) => ({ ...each, start: each.start - start, end: each.end - start }))
  return applyEdits(source.text.slice(start, end), inside)
}

const countOf = <Item>(items: readonly Item[], wanted: (item: Item) => boolean) => items.filter(wanted).length

export const documentTable: Table<DatasetDocument, DatasetDocument> = {
  name: 'documents',
  about: 'one row a document',
  items: (document) => [document],
  columns: [
    keyColumn(),
    column('id', 'text', 'hash of the bytes of the document', ({ record }) => record.id),
    column('path', 'text', 'the input as it was named', ({ record }) => record.origin.path),
    column(
      'entry',
      'text',
      'name in an archive, or line of a JSONL file',
      ({ record }) => record.origin.entry,
    ),
    column('title', 'text', 'title, restored', ({ record }) => titleOf(record)),
    column('mediaType', 'text', 'format of the original', ({ record }) => record.origin.mediaType),
    column('encoding', 'text', 'encoding of the original', ({ record }) => record.origin.encoding),
    column('bytes', 'integer', 'size of the original', ({ record }) => record.origin.bytes),
    column(
      'characters',
      'integer',
      'characters that are not white space',
      ({ quality }) => quality.characters,
    ),
    column('hanShare', 'share', 'share of Chinese characters', ({ quality }) => quality.hanShare),
    column(
      'verdict',
      'text',
      'spun, partly-spun, clean, too-short or beyond-repair',
      ({ record }) => record.spin.verdict,
    ),
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
    column('numbers', 'integer', 'numbers in the text', ({ record }) => record.coverage.numbersSeen),
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
    column('corrections', 'integer', 'applied corrections', ({ record }) =>
      countOf(record.corrections, ({ status }) => status === 'applied'),
    ),
    column('suggestions', 'integer', 'corrections that are only suggested', ({ record }) =>
      countOf(record.corrections, ({ status }) => status === 'suggested'),
    ),
    column('facts', 'integer', 'numeric facts', ({ record }) => record.facts.length),
    column(
      'checks',
      'integer',
      'relations between figures that were checked',
      ({ record }) => record.checks.length,
    ),
    column('findings', 'integer', 'checks that ask for a reader', ({ record }) =>
      countOf(record.checks, isFinding),
    ),
    column(
      'messages',
      'integer',
      'things that could not be processed',
      ({ record }) => record.messages.length,
    ),
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
