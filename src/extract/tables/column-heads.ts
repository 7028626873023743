/**
 * Which heads stand over a column. Where merged cells were written out, a group's name stands over its first column
 * alone; where the last heads are the same ones several times over, each time has one of the groups above.
 * Linear in the cells.
 */
import type { Grid, GridCell } from './grid.js'
import type { Panel } from './panels.js'

const textAt = (grid: Grid, row: number, column: number) => grid.at(row, column)?.text ?? ''

/** How many heads come again and again: 2 of 学校 学生 学校 学生; undefined where none do. */
function repetition(texts: readonly string[]): number | undefined {
  for (let length = 2; length * 2 <= texts.length; length++) {
    if (texts.length % length !== 0) continue
    const isSame = texts.every((text, at) => text !== '' && text === texts[at % length])
    if (isSame && new Set(texts.slice(0, length)).size === length) return length
  }
  return undefined
}

/** The groups of each head row but the last, where there are as many as the last heads come again; by the row. */
function groupsOf(
  grid: Grid,
  head: readonly number[],
  labelEnd: number,
): { readonly width: number; readonly byRow: ReadonlyMap<number, readonly GridCell[]> } | undefined {
  const last = head.at(-1)
  if (last === undefined || head.length < 2) return undefined
  const columns = grid.columns.map((_, column) => column).slice(labelEnd)
  const width = repetition(columns.map((column) => textAt(grid, last, column)))
  if (width === undefined) return undefined
  const byRow = new Map<number, readonly GridCell[]>()
  for (const row of head.slice(0, -1)) {
    const cells = new Set(columns.map((column) => grid.at(row, column)))
    const groups = [...cells].filter((cell) => cell !== undefined && cell.text !== '') as GridCell[]
    if (groups.length === columns.length / width) byRow.set(row, groups)
  }
  return { width, byRow }
}

/** Gives the heads of a column, from the top, each once. Figures begin at `labelEnd`. */
export function headReader(grid: Grid, { head }: Panel, labelEnd: number): (column: number) => GridCell[] {
  const last = head.at(-1)
  const groups = groupsOf(grid, head, labelEnd)
  return (column) => {
    const found = head.flatMap((row) => {
      const group = groups?.byRow.get(row)
      if (group !== undefined && column >= labelEnd)
        return [group[Math.floor((column - labelEnd) / groups!.width)]!]
      let cell = grid.at(row, column)
      const isBelow = row !== last && textAt(grid, last!, column) !== ''
      for (let left = column - 1; isBelow && (cell?.text ?? '') === '' && left >= labelEnd; left--) {
        cell = grid.at(row, left)
      }
      return cell === undefined || cell.text === '' ? [] : [cell]
    })
    return [...new Set(found)]
  }
}
