/**
 * Tables that stand side by side in one grid, with an empty column between them: each has names of its rows and figures
 * of its own. Linear in the cells.
 */
import type { CellKind, GridCell } from './grid.js'

/** Of the rows of a block with figures at least so many begin with a name. */
const leastNamed = 0.6
const fewestNamed = 2

const isFigure = (kind: CellKind) => kind === 'figure' || kind === 'missing'

/** Whether cells are a table by themselves: rows with figures that begin with a name. */
function isTable(cells: readonly GridCell[]): boolean {
  const rows = new Map<number, GridCell[]>()
  for (const cell of cells) {
    const row = rows.get(cell.cell.row)
    if (row === undefined) rows.set(cell.cell.row, [cell])
    else row.push(cell)
  }
  const withFigures = [...rows.values()].filter((row) => row.slice(1).some(({ kind }) => isFigure(kind)))
  const named = withFigures.filter(([first]) => !isFigure(first!.kind)).length
  return named >= fewestNamed && named >= leastNamed * withFigures.length
}

/** Columns in which a block begins: those behind a column that nothing stands in, and the first one. */
function openings(cells: readonly GridCell[]): number[] {
  const inRow = new Map<number, number>()
  for (const { cell } of cells) inRow.set(cell.row, (inRow.get(cell.row) ?? 0) + 1)
  /** Where nothing but titles reach: cells alone in their row. */
  const covers = cells
    .filter(({ cell }) => cell.columnSpan === 1 || inRow.get(cell.row)! > 1)
    .map(({ cell }) => ({ from: cell.column, to: cell.column + cell.columnSpan }))
    .sort((one, two) => one.from - two.from)
  const found: number[] = []
  let end = Number.NEGATIVE_INFINITY
  for (const { from, to } of covers) {
    if (from > end) found.push(from)
    end = Math.max(end, to)
  }
  return found
}

const unitNote = /^\(?(?:计量|货币|金额)?单\s?位:/

/** Columns in which tables begin that each have a unit of their own, noted in one row above them. */
function openingsByUnits(cells: readonly GridCell[]): number[] {
  const notes = cells.filter(({ text }) => unitNote.test(text))
  const row = notes.filter(({ cell }) => cell.row === notes[0]!.cell.row).map(({ cell }) => cell.column)
  const starts: number[] = [Number.NEGATIVE_INFINITY]
  for (const [at, column] of row.entries()) {
    for (let start = (row[at - 1] ?? column) + 1; start <= column; start++) {
      const isParted = isTable(cells.filter(({ cell }) => cell.column >= start))
      if (!isParted || !isTable(cells.filter(({ cell }) => cell.column < start))) continue
      starts.push(start)
      break
    }
  }
  return starts
}

/**
 * The cells of each table that stands in a grid, from the left; one list where the grid is one table. A title over all
 * of them is in the first list.
 */
export function partSideBySide(cells: readonly GridCell[]): (readonly GridCell[])[] {
  const apart = openings(cells)
  const starts = apart.length < 2 ? openingsByUnits(cells) : apart
  if (starts.length < 2) return [cells]
  const blocks: GridCell[][] = starts.map(() => [])
  for (const cell of cells) {
    const at = starts.findLastIndex((start) => cell.cell.column >= start)
    blocks[Math.max(at, 0)]!.push(cell)
  }
  const parted: GridCell[][] = []
  for (const block of blocks) {
    const isOwn = parted.length === 0 || (isTable(block) && isTable(parted.at(-1)!))
    if (isOwn) parted.push(block)
    else parted.push([...parted.pop()!, ...block])
  }
  if (parted.length < 2) return [cells]
  return parted.map((block) =>
    [...block].sort((one, two) => one.cell.row - two.cell.row || one.cell.column - two.cell.column),
  )
}
