/** What is known of a row of a panel. */
import type { RowRole } from '../../model/table.js'
import type { Label } from './words.js'

/** A row as one group of label columns names it. */
export interface PanelRow {
  readonly row: number
  readonly role: RowRole
  readonly name: string
  readonly unit: string | null
  readonly period: string | null
  /** The unit that a cell of its own says. */
  readonly counted: string | null
  readonly level: number
  /** Behind 其中, or goes on with a list that 其中 opened. */
  readonly isAmong: boolean
  /** Where it is, of a table that has a column of places. */
  readonly place: string | null
  /** The row that it is a part of, or the heading that it stands under. */
  readonly parent: PanelRow | null
  /** All that the label says is that something changed: the row above it. */
  readonly change: Label['change']
}
