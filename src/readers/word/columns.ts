/** Cells that rows define by their borders, in the columns that all rows of a table make up. */
import { countFirst } from '../../model/sorted.js'
import type { RowCell } from './grid.js'

/** A cell as its row defines it; borders in twentieths of a point. */
export interface DefinedCell {
  readonly left: number
  readonly right: number
  readonly down: RowCell<unknown>['down']
  /** Whether it is one with the cell to its left. */
  readonly isContinued: boolean
}

export interface DefinedRow<Content> {
  readonly cells: readonly DefinedCell[]
  /** What stands in each cell. */
  readonly contents: readonly Content[]
}

/** Borders nearer than this to each other are one: hands that draw tables are not steady. 1.5 mm. */
const oneBorder = 85

/** The borders of all rows from left to right, near ones as one. */
function bordersOf(rows: readonly DefinedRow<unknown>[]): number[] {
  const all = rows.flatMap(({ cells }) => cells.flatMap(({ left, right }) => [left, right]))
  const borders: number[] = []
  for (const border of all.sort((a, b) => a - b)) {
    if (borders.length === 0 || border - borders.at(-1)! > oneBorder) borders.push(border)
  }
  return borders
}

/** The cells of rows in columns. Rows of as many cells each have them in the same columns, wherever borders stand. */
export function columnsOf<Content>(rows: readonly DefinedRow<Content>[]): RowCell<Content>[][] {
  const count = rows[0]?.contents.length
  const isPlain = rows.every(
    ({ contents, cells }) => contents.length === count && cells.every((c) => !c.isContinued),
  )
  const borders = isPlain ? [] : bordersOf(rows)
  const columnAt = (place: number) => {
    return countFirst(borders.length, (index) => borders[index]! <= place) - 1
  }
  return rows.map(({ cells, contents }) => {
    const placed: RowCell<Content>[] = []
    for (const [index, content] of contents.entries()) {
      const cell = cells[index]
      const before = placed.at(-1)
      const least = before === undefined ? 0 : before.column + before.columnSpan
      const column = isPlain || cell === undefined ? index : Math.max(least, columnAt(cell.left))
      const columnSpan = isPlain || cell === undefined ? 1 : Math.max(1, columnAt(cell.right) - column)
      if (cell?.isContinued === true && before !== undefined)
        placed[placed.length - 1] = { ...before, columnSpan: column + columnSpan - before.column }
      else placed.push({ column, columnSpan, down: cell?.down ?? 'none', content })
    }
    return placed
  })
}
