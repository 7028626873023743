/**
 * Tables with ruling lines that go on over a page break: their columns stand at the same places, and what was printed
 * above them, and their head, is printed again.
 */
import { foldRadicals } from '../../model/radicals.js'
import type { DrawnCell } from '../drawing.js'
import { isFigure } from './figure.js'
import type { RuledTable } from './ruled.js'

/** In points: how far sides of columns are off from page to page. */
const offset = 6
/** Rows of a head that is printed again, at most. */
const longestHead = 5
/** What is printed behind a title, or in its place, where a table goes on; in front of it, with its number. */
const goingOn = /[（(]?(?:[接续]上?[页表]|续)\s?[\d—–-]{0,9}[）)]?$/
const goingOnBefore = /^[（(]?[接续]上?[页表]\s?[\d—–-]{0,9}[）)]?\s{0,3}/
const unitNote = /[（(]?(?:计量|货币|金额)?单\s?位\s?[:：]\s?[^\s）)]{1,20}[）)]?/g
/** Lines above a table that belong to it. */
const linesAbove = 5
/** In parts of the type size: how far from the side of its cell a label ends that fills it. */
const lastCharacter = 1.6
const opensLabel = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[、.．)）]|其中|[#①-⑳])/
const openBracket = /[（(][^（()）]*$/

/** A table that is being put together. */
export interface OpenTable {
  readonly xs: readonly number[]
  readonly cells: DrawnCell[]
  rows: number
}

export function openTable({ xs, rows, cells }: RuledTable): OpenTable {
  return { xs, rows, cells: [...cells] }
}

/** Whether a line says that a table goes on. */
export function saysGoingOn(printed: string): boolean {
  const text = foldRadicals(printed)
  return goingOn.test(text) || goingOnBefore.test(text)
}

/** Whether a line above a table stood above its beginning as well, the number of its title alone, or only says its unit. */
export function isRepeatedLead(text: string, leads: readonly string[]): boolean {
  const title = foldRadicals(text)
    .replace(unitNote, '')
    .replace(goingOn, '')
    .replace(goingOnBefore, '')
    .trim()
  return (
    title === '' ||
    leads
      .slice(-linesAbove)
      .map(foldRadicals)
      .some((lead) => lead === title || (saysGoingOn(text) && lead.startsWith(title)))
  )
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
    texts[row] += `${column} ${foldRadicals(text).replace(unitNote, '').replace(/\s/g, '')}\n`
  }
  return texts
}

/** How many rows at the start of a table are the head of another, or the last rows of its head. */
function repeatedHead(table: OpenTable, next: RuledTable): number {
  const head = headOf(table.cells, table.rows)
  const again = headOf(next.cells, next.rows)
  for (let from = 0; from < head.length; from++) {
    const rest = head.slice(from)
    const own = again.findIndex((text, row) => text !== rest[row])
    const count = own < 0 ? again.length : own
    // Behind its first row a head begins where no figure stands.
    if (
      count > 0 &&
      (from === 0 || !head[from]!.split('\n').some((cell) => isFigure(cell.replace(/^\d+ /, ''))))
    )
      return count
  }
  return 0
}

/** The cells of one row, from the left. */
const rowOf = (cells: readonly DrawnCell[], row: number) => cells.filter((cell) => cell.row === row)

const fills = ({ glyphs = [], column, columnSpan }: DrawnCell, xs: readonly number[]) => {
  const size = glyphs.at(-1)?.size ?? 0
  return glyphs.length > 0 && glyphs.at(-1)!.right > xs[column + columnSpan]! - lastCharacter * size
}

/**
 * Whether a page cuts a row in two: its label fills its cell, or opens a bracket, and goes on without the numbering of
 * a label; all figures are on one side.
 */
function isCut(before: readonly DrawnCell[], behind: readonly DrawnCell[], xs: readonly number[]): boolean {
  const label = before.find(({ text }) => text !== '')
  const rest = behind.find(({ text }) => text !== '')
  const isWhole = ({ rowSpan }: DrawnCell) => rowSpan === 1
  if (label === undefined || rest === undefined || !before.every(isWhole) || !behind.every(isWhole))
    return false
  if (label.column !== rest.column || isFigure(label.text) || isFigure(rest.text)) return false
  const figures = (cells: readonly DrawnCell[]) => cells.filter(({ text }) => isFigure(text)).length
  const isOneSided = figures(before) === 0 || figures(behind) === 0
  return (
    isOneSided &&
    !opensLabel.test(foldRadicals(rest.text)) &&
    (fills(label, xs) || openBracket.test(label.text))
  )
}

/** Adds the end of a table, without its head; the halves of a row that the page cuts are one row. */
export function goOn(table: OpenTable, next: RuledTable): void {
  const head = repeatedHead(table, next)
  const last = rowOf(table.cells, table.rows - 1)
  const first = rowOf(next.cells, head)
  const cut = isCut(last, first, table.xs) ? 1 : 0
  if (cut > 0) {
    for (const cell of first) {
      const at = table.cells.findIndex(({ row, column }) => row === table.rows - 1 && column === cell.column)
      const { text, glyphs = [] } = table.cells[at] ?? cell
      if (at >= 0 && cell.text !== '')
        table.cells[at] = {
          ...table.cells[at]!,
          text: `${text}\n${cell.text}`.trim(),
          glyphs: [...glyphs, ...cell.glyphs!],
        }
    }
  }
  const moved = table.rows - head - cut
  for (const cell of next.cells)
    if (cell.row >= head + cut) table.cells.push({ ...cell, row: cell.row + moved })
  table.rows += next.rows - head - cut
}
