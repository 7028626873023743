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
  /** Columns that name its rows, and that say their unit: those nearest to the left. */
  readonly labels: readonly number[]
  readonly units: number | null
  /** Of changes and shares: the column that they are about, and that of the earlier values. */
  of: number | null
  base: number | null
}
