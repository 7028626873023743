/**
 * Tables with ruling lines that go on over a page break: their columns stand at the same places, and what was printed
 * above them, and their head, is printed again.
 */
import type { DrawnCell } from '../drawing.js'
import type { RuledTable } from './ruled.js'

/** In points: how far sides of columns are off from page to page. */
const offset = 6
/** Rows of a head that is printed again, at most. */
const longestHead = 5
/** What is printed behind a title, or in its place, where a table goes on. */
const goingOn = /[（(]?续表?\s*\d*[）)]?$/
/** Lines above a table that belong to it. */
const linesAbove = 5

/** A table that is being put together. */
export interface OpenTable {
  readonly xs: readonly number[]
  readonly cells: DrawnCell[]
  rows: number
}

export function openTable({ xs, rows, cells }: RuledTable): OpenTable {
  return { xs, rows, cells: [...cells] }
}

/** Whether a line above a table stood above its beginning as well. */
export function isRepeatedLead(text: string, leads: readonly string[]): boolean {
  const title = text.replace(goingOn, '')
  return title === '' || leads.slice(-linesAbove).includes(title)
}

/** Whether one table is the end of another. */
export function goesOnOver(table: OpenTable, next: RuledTable): boolean {
  return table.xs.length === next.xs.length && table.xs.every((x, at) => Math.abs(x - next.xs[at]!) <= offset)
}

/** What the first rows of a table hold, row by row. */
function headOf(cells: readonly DrawnCell[], rows: number): string[] {
  const texts = Array.from({ length: Math.min(rows, longestHead) }, () => '')
  for (const { row, column, text } of cells) {
    if (row >= texts.length) break
    texts[row] += `${column} ${text}\n`
  }
  return texts
}

/** How many rows at the start of a table are the head of another. */
function repeatedHead(table: OpenTable, next: RuledTable): number {
  const head = headOf(table.cells, table.rows)
  const again = headOf(next.cells, next.rows)
  const own = again.findIndex((text, row) => text !== head[row])
  return own < 0 ? again.length : own
}

/** Adds the end of a table, without its head. */
export function goOn(table: OpenTable, next: RuledTable): void {
  const head = repeatedHead(table, next)
  const moved = table.rows - head
  for (const cell of next.cells) if (cell.row >= head) table.cells.push({ ...cell, row: cell.row + moved })
  table.rows += next.rows - head
}
