/**
 * Columns of a dataset's tables: their types, and those that several tables have.
 * Invariant: `document` is the key that joins the tables; a column's name never depends on the format.
 */
import type { Language } from '../writers/language.js'
import type { DocumentRecord } from '../writers/schema.js'
import type { DatasetDocument } from './contract.js'

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

export interface Column<Item> {
  readonly name: string
  readonly type: ColumnType
  /** What it holds, for the documented schema. */
  readonly about: string
  cell(item: Item, document: DatasetDocument, language: Language): ColumnValue
}

export interface Table<Item = unknown> {
  readonly name: 'documents' | 'facts' | 'corrections' | 'checks' | 'messages'
  readonly about: string
  readonly columns: readonly Column<Item>[]
  /** What becomes a row each, in the order of the record. */
  items(document: DatasetDocument): readonly Item[]
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

/** The place of an offset in the original: page and line of the block that holds it. */
export function placeOf(
  { blocks }: DocumentRecord,
  offset: number,
): DocumentRecord['blocks'][number]['at'] | undefined {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (blocks[middle]!.end <= offset) low = middle + 1
    else high = middle
  }
  const block = blocks[low]
  return block !== undefined && block.start <= offset ? block.at : undefined
}

export const pageColumn = <Item extends { readonly start: number }>() =>
  column<Item>(
    'page',
    'integer',
    'page of the original, from 1, where it has pages',
    ({ start }, { record }) => placeOf(record, start)?.page ?? null,
  )
export const lineColumn = <Item extends { readonly start: number }>() =>
  column<Item>(
    'line',
    'integer',
    'line of the original, from 1',
    ({ start }, { record }) => placeOf(record, start)?.line ?? null,
  )
export const startColumn = <Item extends { readonly start: number }>() =>
  column<Item>('start', 'offset', 'first code unit in the source text', ({ start }) => start)
export const endColumn = <Item extends { readonly end: number }>() =>
  column<Item>('end', 'offset', 'behind the last code unit in the source text', ({ end }) => end)
