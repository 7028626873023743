/**
 * The cells of a table as rows of HTML: each stands in its column, with empty cells where the original has none. Rows
 * and columns without any text are left out.
 * Linear in the cells.
 */
import { countFirst } from '../../model/sorted.js'
import type { BlockRecord } from '../schema.js'

type CellRecord = NonNullable<BlockRecord['at']['cell']>

/** Of the places of a table, at least this share has text; in emptier ones the cells of a row close up. */
const leastFilled = 0.02

/** One place of a row; without parts it is empty. */
export interface GridPlace<Part> {
  readonly parts: readonly Part[]
  readonly rowSpan: number
  readonly columnSpan: number
}

/** Index of the first of sorted numbers that is not smaller. */
function indexOf(sorted: readonly number[], value: number): number {
  return countFirst(sorted.length, (index) => sorted[index]! < value)
}

const sortedOnce = (values: readonly number[]) => [...new Set(values)].sort((one, two) => one - two)

/** The rows of a table; a cell that goes on in other lines has several parts. */
export function gridRows<Part>(
  parts: readonly Part[],
  cellOf: (part: Part) => CellRecord,
): GridPlace<Part>[][] {
  const cells = new Map<string, { readonly cell: CellRecord; readonly parts: Part[] }>()
  for (const part of parts) {
    const cell = cellOf(part)
    const key = `${cell.row} ${cell.column}`
    const same = cells.get(key)
    if (same === undefined) cells.set(key, { cell, parts: [part] })
    else same.parts.push(part)
  }
  const rows = sortedOnce([...cells.values()].map(({ cell }) => cell.row))
  const columns = sortedOnce([...cells.values()].map(({ cell }) => cell.column))
  const byRow = rows.map((): { column: number; place: GridPlace<Part> }[] => [])
  for (const { cell, parts: own } of cells.values()) {
    const row = indexOf(rows, cell.row)
    const column = indexOf(columns, cell.column)
    const rowSpan = indexOf(rows, cell.row + cell.rowSpan) - row
    const columnSpan = indexOf(columns, cell.column + cell.columnSpan) - column
    byRow[row]!.push({ column, place: { parts: own, rowSpan, columnSpan } })
  }
  const isSparse = cells.size < rows.length * columns.length * leastFilled
  /** For each column the row up to which a cell from above covers it. */
  const covered = columns.map(() => 0)
  return byRow.map((own, row) => {
    const places: GridPlace<Part>[] = []
    const fill = (from: number, to: number) => {
      const free = isSparse ? 0 : covered.slice(from, to).filter((until) => until <= row).length
      if (free > 0) places.push({ parts: [], rowSpan: 1, columnSpan: free })
    }
    let next = 0
    for (const { column, place } of own.sort((one, two) => one.column - two.column)) {
      fill(next, column)
      places.push(place)
      covered.fill(row + place.rowSpan, column, column + place.columnSpan)
      next = Math.max(next, column + place.columnSpan)
    }
    fill(next, columns.length)
    return places
  })
}
