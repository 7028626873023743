/**
 * Tables as they were understood: which rows are the head, what each column and each row says, where each cell stands.
 * A grid of the text in which a second head stands below the first figures is several tables.
 * Invariant: rows, columns and cells count within the grid that the blocks of the text state (`Cell`).
 */
import type { Cell } from './cell.js'
import type { Span } from './span.js'

/**
 * label: what the rows are about. place: where, as the name of each row. unit: the unit of each row. value: figures.
 * change: by how much figures of another column differ from earlier ones. share: figures of another column as parts of a
 * whole. rank: which place figures of another column take among those of other rows. serial, code: numbers that count
 * nothing. note: remarks.
 */
export const columnRoles = [
  'label',
  'place',
  'unit',
  'value',
  'change',
  'share',
  'rank',
  'serial',
  'code',
  'note',
] as const
export type ColumnRole = (typeof columnRoles)[number]

/** lead: title, unit and notes above the head. section: a heading among the rows. total: 合计, 总计, 小计. */
export const rowRoles = ['lead', 'head', 'section', 'body', 'change', 'total'] as const
export type RowRole = (typeof rowRoles)[number]

export interface TableColumn {
  readonly column: number
  readonly role: ColumnRole
  /** What its heads say is measured, without unit and period; empty where they say nothing. */
  readonly name: string
  /** As printed in its heads; null where they print none. */
  readonly unit: string | null
  /** As printed in its heads, a bare year with 年. */
  readonly period: string | null
  /** Of changes, shares and ranks: the column that they are about. */
  readonly of: number | null
  /** Of changes: the column of the earlier values, where one is printed. */
  readonly base: number | null
}

export interface TableRow {
  readonly row: number
  readonly role: RowRole
  /** Its own label without numbering, unit and period. */
  readonly name: string
  readonly unit: string | null
  readonly period: string | null
  /** The row that it is a part of or stands under; of changes the row that changed. */
  readonly parent: number | null
  /** It stands behind 其中, so that not all parts of its parent need be there. */
  readonly isAmong: boolean
}

export interface TableCell extends Omit<Cell, 'table'>, Span<'source'> {}

export interface Table extends Span<'source'> {
  /** Number of the grid in the text, from 0. */
  readonly table: number
  /** The unit that is printed above the table or in its corner for all that have none of their own. */
  readonly unit: string | null
  readonly rows: readonly TableRow[]
  readonly columns: readonly TableColumn[]
  readonly cells: readonly TableCell[]
}
