/**
 * Columns of tables of records, for datasets and for the CSV of a command: their types, and those that several tables
 * have. Invariant: `document` is the key that joins the tables; a column's name never depends on the format.
 */
import type { Language } from '../language.js'
import { placeAt } from '../places.js'
import type { DocumentRecord } from '../schema.js'

/** A document as a row knows it: the key that its rows share, and its record. */
export interface TabledDocument {
  readonly key: string
  readonly record: DocumentRecord
}

/**
 * `decimal` is an exact figure as a string, or a fraction such as 1/3; `date` an ISO date such as 2016-12-31 as a
 * string; `share` a number in [0, 1]; `offset` counts UTF-16 code units.
 */
export type ColumnType = 'text' | 'integer' | 'offset' | 'decimal' | 'date' | 'share' | 'boolean'
export type ColumnValue = string | number | boolean | null

/** Whether a text is a plain decimal: no fraction, no exponent. */
export function isDecimal(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text)
}

export interface Column<Item, Document extends TabledDocument = TabledDocument> {
  readonly name: string
  readonly type: ColumnType
  /** What it holds, for the documented schema. */
  readonly about: string
  cell(item: Item, document: Document, language: Language): ColumnValue
  /** Of a decimal that was printed in other digits, such as 44.60 or 2,016: these. */
  printed?(item: Item): string | null
}

export interface Table<Item = unknown, Document extends TabledDocument = TabledDocument> {
  readonly name: 'documents' | 'facts' | 'cells' | 'corrections' | 'checks' | 'messages' | 'tokens'
  readonly about: string
  readonly columns: readonly Column<Item, Document>[]
  /** What becomes a row each, in the order of the record. */
  items(document: Document): readonly Item[]
}

/** A column of a table. */
export function column<Item>(
  name: string,
  type: ColumnType,
  about: string,
  cell: Column<Item>['cell'],
): Column<Item> {
  return { name, type, about, cell }
}

export const keyColumn = <Item>() =>
  column<Item>('document', 'text', 'key of the document', (_, document) => document.key)

/** What a data set says of the text beside it; empty where it was not asked for. */
export const inputColumns = <Item>(): Column<Item>[] => [
  column('inputId', 'text', 'id that the data set gives the text (--id-field)', (_, { record }) => {
    return record.origin.inputId ?? null
  }),
  column('inputFields', 'text', 'fields that were kept (--keep-fields), as JSON', (_, { record }) => {
    const { inputFields } = record.origin
    return inputFields === undefined ? null : JSON.stringify(inputFields)
  }),
]

/** What becomes a row stands here in the source; null where it stands nowhere. */
type SpanOf<Item> = (item: Item) => { readonly start: number; readonly end: number } | null

/** Where an item stands: as people count, then as programs do. `what` names it in the documented schema. */
export function placeColumns<Item>(spanOf: SpanOf<Item>, what: string): Column<Item>[] {
  const place = (item: Item, { record }: TabledDocument) => {
    const span = spanOf(item)
    return span === null ? null : placeAt(record, span.start)
  }
  return [
    column(
      'page',
      'integer',
      `page of ${what}, from 1, where there are pages`,
      (item, document) => place(item, document)?.page ?? null,
    ),
    column(
      'line',
      'integer',
      `line of ${what} in the source text, from 1`,
      (item, document) => place(item, document)?.line ?? null,
    ),
    column(
      'lineColumn',
      'integer',
      `code unit of ${what} in its line, from 1`,
      (item, document) => place(item, document)?.column ?? null,
    ),
    column(
      'start',
      'offset',
      `first code unit of ${what} in the source text`,
      (item) => spanOf(item)?.start ?? null,
    ),
    column('end', 'offset', `behind the last code unit of ${what}`, (item) => spanOf(item)?.end ?? null),
  ]
}

/** The rows of a document in a table. */
export function rowsOf<Item, Document extends TabledDocument>(
  table: Table<Item, Document>,
  document: Document,
  language: Language,
): ColumnValue[][] {
  return table.items(document).map((item) => table.columns.map(({ cell }) => cell(item, document, language)))
}

/** The row of a document in a table of documents, by the names of its columns. */
export function cellsOf<Document extends TabledDocument>(
  { columns }: Table<Document, Document>,
  document: Document,
): Readonly<Record<string, ColumnValue>> {
  return Object.fromEntries(columns.map(({ name, cell }) => [name, cell(document, document, 'zh')]))
}
