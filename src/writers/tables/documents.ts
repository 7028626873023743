/** The table of documents, by what their records say of them; a dataset knows more of each. */
import { isFinding } from '../../model/check.js'
import { repairCounts } from '../repair-counts.js'
import type { Column, Table } from './columns.js'
import { column, inputColumns, keyColumn } from './columns.js'
import { placeOfReport, yearOfReport } from './report.js'
import { titleOf } from './restored.js'

const countOf = <Item>(items: readonly Item[], wanted: (item: Item) => boolean) => items.filter(wanted).length

type DocumentColumn = Column<unknown>

/** What the document is. */
export const originColumns: readonly DocumentColumn[] = [
  keyColumn(),
  column('id', 'text', 'hash of the bytes of the document', (_, { record }) => record.id),
  column('path', 'text', 'the input as it was named', (_, { record }) => record.origin.path),
  column(
    'entry',
    'text',
    'name in an archive, or line of a JSONL file',
    (_, { record }) => record.origin.entry,
  ),
  column('title', 'text', 'title, restored', (_, { record }) => titleOf(record)),
  column('mediaType', 'text', 'format of the original', (_, { record }) => record.origin.mediaType),
  column('encoding', 'text', 'encoding of the original', (_, { record }) => record.origin.encoding),
  column('bytes', 'integer', 'size of the original', (_, { record }) => record.origin.bytes),
]

/** What it reports on, and where it was published: what a dataset is divided by. */
export const reportColumns = [
  column<unknown>(
    'year',
    'integer',
    'year that it reports on, where its title or most of its facts say one',
    (_, { record }) => yearOfReport(record),
  ),
  column<unknown>(
    'region',
    'text',
    'place that it reports on: that of its title, which its text calls 全市, 我县 …',
    (_, { record }) => placeOfReport(record),
  ),
  column<unknown>(
    'source',
    'text',
    'who its page names as its source',
    (_, { record }) => record.origin.source ?? null,
  ),
  column<unknown>(
    'published',
    'date',
    'day of publication that its page states',
    (_, { record }) => record.origin.published ?? null,
  ),
] as const satisfies readonly DocumentColumn[]

export const verdictColumn: DocumentColumn = column(
  'verdict',
  'text',
  'spun, partly-spun, clean, too-short or beyond-repair',
  (_, { record }) => record.spin.verdict,
)

export const numbersColumn: DocumentColumn = column(
  'numbers',
  'integer',
  'numbers in the text',
  (_, { record }) => record.coverage.numbersSeen,
)

/** How much was found in it. */
export const countColumns: readonly DocumentColumn[] = [
  column(
    'corrections',
    'integer',
    'applied corrections; lines that were only joined are not counted',
    (_, { record }) => repairCounts(record).applied,
  ),
  column(
    'suggestions',
    'integer',
    'corrections that are only suggested',
    (_, { record }) => repairCounts(record).suggested,
  ),
  column('facts', 'integer', 'numeric facts', (_, { record }) => record.facts.length),
  column(
    'checks',
    'integer',
    'relations between figures that were checked',
    (_, { record }) => record.checks.length,
  ),
  column('findings', 'integer', 'checks that ask for a reader', (_, { record }) =>
    countOf(record.checks, isFinding),
  ),
  column(
    'messages',
    'integer',
    'things that could not be processed',
    (_, { record }) => record.messages.length,
  ),
]

export const recordTable: Table = {
  name: 'documents',
  about: 'one row a document',
  items: (document) => [document],
  columns: [
    ...originColumns,
    verdictColumn,
    column(
      'spinRate',
      'share',
      'share of the replaceable words that were replaced',
      (_, { record }) => record.spin.rate,
    ),
    numbersColumn,
    ...countColumns,
    ...inputColumns(),
  ],
}
