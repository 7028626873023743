/**
 * A grid of cells, looked at by row and column. Rows and columns that hold no cell are left out, and a merged cell
 * stands at every place that it covers.
 * Invariant: positions count what is left; linear in the cells, whatever spans they state.
 */

import type { Cell } from '../../model/cell.js'
import type { Ignored, Quantity } from '../../model/fact.js'
import { countFirst } from '../../model/sorted.js'
import type { Range } from '../reading.js'

/**
 * What a cell holds by itself. figure: one number and no words but those of a change. year: four digits that are a year
 * or a figure. missing: a sign for a figure that there is not. prose: words with numbers among them.
 */
export type CellKind = 'empty' | 'figure' | 'year' | 'period' | 'missing' | 'unit' | 'text' | 'prose'

/** A cell with the numbers in it. Offsets index the reading. */
export interface GridCell extends Range {
  readonly kind: CellKind
  readonly cell: Cell
  /** Width folded, without white space at its ends. */
  readonly text: string
  /** The width of the blanks in front of it, in half characters. */
  readonly indent: number
  readonly quantities: readonly Quantity[]
  /** Numbers that are none: dates, labels. */
  readonly ignored: readonly (Range & Pick<Ignored, 'reason'>)[]
}

export interface Grid {
  /** Rows and columns as the text counts them. */
  readonly rows: readonly number[]
  readonly columns: readonly number[]
  readonly cells: readonly GridCell[]
  at(row: number, column: number): GridCell | undefined
  /** The cells of a row in order, each once, those from rows above among them. */
  inRow(row: number): readonly GridCell[]
}

/** Merged cells that cover more places than this for each cell of the grid lay out a page, and are taken as single ones. */
const mostCovered = 40

/** Index of the first of sorted numbers that is not smaller. */
function indexOf(sorted: readonly number[], value: number): number {
  return countFirst(sorted.length, (index) => sorted[index]! < value)
}

function positions(cells: readonly GridCell[], key: 'row' | 'column'): number[] {
  return [...new Set(cells.map(({ cell }) => cell[key]))].sort((one, two) => one - two)
}

export function gridOf(cells: readonly GridCell[]): Grid {
  const rows = positions(cells, 'row')
  const columns = positions(cells, 'column')
  const areaOf = ({ cell }: GridCell) => {
    const { row, column, rowSpan, columnSpan } = cell
    const top = indexOf(rows, row)
    const left = indexOf(columns, column)
    return { top, left, bottom: indexOf(rows, row + rowSpan), right: indexOf(columns, column + columnSpan) }
  }
  const covered = cells.reduce((sum, cell) => {
    const { top, left, bottom, right } = areaOf(cell)
    return sum + (bottom - top) * (right - left)
  }, 0)
  const isMerged = covered <= mostCovered * cells.length
  const places: (GridCell | undefined)[][] = rows.map(() => [])
  for (const cell of cells) {
    const { top, left, bottom, right } = areaOf(cell)
    for (let row = top; row < (isMerged ? bottom : top + 1); row++) {
      for (let column = left; column < (isMerged ? right : left + 1); column++) places[row]![column] ??= cell
    }
  }
  return {
    rows,
    columns,
    cells,
    at: (row, column) => places[row]?.[column],
    inRow: (row) => [...new Set(places[row] ?? [])].filter((cell) => cell !== undefined),
  }
}
