/** What is known of a column of a panel. */
import type { TableColumn } from '../../model/table.js'
import type { Words } from './words.js'

/** A column by its position in the grid. */
export interface PanelColumn extends Omit<TableColumn, 'column' | 'of' | 'base'> {
  /** Heads from the top. */
  readonly heads: readonly Words[]
  /** What they say is measured, those that say it each once. */
  readonly names: readonly string[]
  readonly change: Words['change']
  /** The head that says where, of a table with places side by side. */
  readonly place: string | null
  /** Columns that name its rows, and that say their unit: those nearest to the left. */
  readonly labels: readonly number[]
  readonly units: number | null
  /** Of changes, shares and ranks: the column that they are about, and that of the earlier values. */
  of: number | null
  base: number | null
}

/** Roles of columns that hold figures. */
export const figureRoles: ReadonlySet<PanelColumn['role']> = new Set(['value', 'change', 'share', 'rank'])

/** Roles of columns that are about figures of another one. */
export const tiedRoles: ReadonlySet<PanelColumn['role']> = new Set(['change', 'share', 'rank'])

/** Whether a column names the rows. */
export const isLabelled = (role: PanelColumn['role'] | undefined) => role === 'label' || role === 'place'
