/** Rows of a Word table to cells at their places in the grid: a cell that goes on with one from above is part of it. */
import type { Cell } from '../../model/cell.js'

/** A cell of a row: where it begins, and whether it opens a cell over several rows or goes on with one. */
export interface RowCell<Content> {
  readonly column: number
  readonly columnSpan: number
  readonly down: 'none' | 'start' | 'continue'
  readonly content: Content
}

export interface GridCell<Content> extends Omit<Cell, 'table'> {
  readonly content: Content
}

/** What stands in a cell that goes on with another one is shown by no program, and left out. */
export function placeCells<Content>(rows: readonly (readonly RowCell<Content>[])[]): GridCell<Content>[] {
  const cells: { -readonly [Key in keyof GridCell<Content>]: GridCell<Content>[Key] }[] = []
  /** By column: the cell that may go on below. */
  let open = new Map<number, (typeof cells)[number]>()
  for (const [row, rowCells] of rows.entries()) {
    const next: typeof open = new Map()
    for (const { column, columnSpan, down, content } of rowCells) {
      const above = down === 'continue' ? open.get(column) : undefined
      if (above !== undefined) {
        above.rowSpan = row - above.row + 1
        next.set(column, above)
        continue
      }
      const cell = { row, column, rowSpan: 1, columnSpan, content }
      cells.push(cell)
      if (down !== 'none') next.set(column, cell)
    }
    open = next
  }
  return cells
}
