/** The rows of tables in a Word file: where the borders of cells stand, and which cells go on with those beside or above. */
import type { RowCell } from '../word/grid.js'
import { readSprms, rowDefinition, verticalMerge } from './sprm.js'

/** A cell as its row defines it; borders in twentieths of a point. */
interface DefinedCell {
  readonly left: number
  readonly right: number
  readonly down: RowCell<unknown>['down']
  /** Whether it is one with the cell to its left. */
  readonly isContinued: boolean
}

const cellSize = 20
const vertical = ['none', 'continue', 'none', 'start'] as const

/** The cells that the modifiers of a row end define. */
export function definedCells(sprms: Buffer): DefinedCell[] {
  let cells: DefinedCell[] = []
  readSprms(sprms, (code, operand) => {
    if (code === rowDefinition) {
      const count = operand.readUInt8(2)
      const flagsAt = 3 + 2 * (count + 1)
      cells = Array.from({ length: count }, (_, index) => {
        const at = flagsAt + cellSize * index
        // Cells without flags of their own may be left out.
        const flags = at + 2 <= operand.length ? operand.readUInt16LE(at) : 0
        return {
          left: operand.readInt16LE(3 + 2 * index),
          right: operand.readInt16LE(5 + 2 * index),
          down: vertical[(flags >> 5) & 3]!,
          isContinued: (flags & 3) === 1,
        }
      })
    }
    if (code === verticalMerge) {
      const cell = cells[operand.readUInt8(1)]
      if (cell !== undefined)
        cells[operand.readUInt8(1)] = { ...cell, down: vertical[operand.readUInt8(2) & 3]! }
    }
  })
  return cells
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
    let low = 0
    let high = borders.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (borders[middle]! <= place) low = middle + 1
      else high = middle
    }
    return low - 1
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
