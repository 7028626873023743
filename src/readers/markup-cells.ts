/**
 * Cells of a table that is written as markup in the middle of a text that stays as it stands: where the words of each
 * cell begin and end, without the tags around them.
 * Invariant: cells are sorted and disjoint; linear in the text.
 */
import type { Cell } from '../model/cell.js'

export interface MarkupCell extends Omit<Cell, 'table'> {
  readonly start: number
  readonly end: number
}

const tag = /<(\/?)(tr|td|th)((?:\s[^<>]*)?)>/gi
/** A span above this says nothing of a table. */
const mostSpan = 1000

function spanIn(attributes: string, name: string): number {
  const printed = new RegExp(`${name}\\s*=\\s*["']?(\\d{1,4})`, 'i').exec(attributes)?.[1]
  return Math.min(mostSpan, Math.max(1, Number(printed ?? 1)))
}

/** A stretch without the tags and blanks at its ends. */
function bare(text: string, start: number, end: number): { readonly start: number; readonly end: number } {
  const printed = text.slice(start, end)
  const before = /^(?:\s|<[^<>]*>)*/.exec(printed)![0].length
  let last = printed.length
  for (let found = true; found && last > before; ) {
    const trimmed = printed.slice(before, last).trimEnd()
    const opening = trimmed.endsWith('>') ? trimmed.lastIndexOf('<') : -1
    last = before + (opening < 0 ? trimmed.length : opening)
    found = opening >= 0
  }
  return { start: start + before, end: start + last }
}

/** The cells between two offsets of a text, which hold one table. */
export function cellsOfMarkup(text: string, from: number, to: number): MarkupCell[] {
  const cells: MarkupCell[] = []
  /** By column: up to which row a cell from above covers it. */
  const covered: number[] = []
  let row = -1
  let column = 0
  let open: Omit<MarkupCell, 'end'> | undefined
  const close = (at: number) => {
    if (open !== undefined) cells.push({ ...open, ...bare(text, open.start, at) })
    open = undefined
  }
  for (const { 0: printed, 1: slash, 2: name = '', 3: attributes = '', index } of text
    .slice(from, to)
    .matchAll(tag)) {
    const at = from + index
    close(at)
    if (slash === '/') continue
    if (name.toLowerCase() === 'tr') {
      row++
      column = 0
      continue
    }
    if (row < 0) row = 0
    while ((covered[column] ?? 0) > row) column++
    const rowSpan = spanIn(attributes, 'rowspan')
    const columnSpan = spanIn(attributes, 'colspan')
    open = { row, column, rowSpan, columnSpan, start: at + printed.length }
    for (let end = column + columnSpan; column < end; column++) covered[column] = row + rowSpan
  }
  close(to)
  return cells
}
