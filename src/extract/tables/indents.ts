/** How far the labels of rows are indented: what stands further in is a part of what stands above it. */
import { displayWidth } from '../../model/display-width.js'
import { least, most } from '../../model/lists.js'
import type { GridCell } from './grid.js'

/** Where a cell begins: behind a line break, or the sign that parts it from the cell before. */
const edge = /[\n\t,;"|｜│┃]/
/** Further in nothing is indented. */
const longestIndent = 40

/** The width of the blanks in front of a cell, in half characters; 0 where they part it from other text. */
export function indentOf(text: string, start: number): number {
  let from = start
  while (from > 0 && start - from < longestIndent && /[ \u00a0\u3000]/.test(text[from - 1]!)) from--
  return from === 0 || edge.test(text[from - 1]!) ? displayWidth(text.slice(from, start)) : 0
}

/** Less than this is no step. */
export const leastStep = 2
/** Labels whose middles or ends lie so near to each other are set by these. */
const sameEdge = 1

function spread(numbers: readonly number[]): number {
  return most(numbers) - least(numbers)
}

/** Whether labels stand in the middle of their column, or at its right: blanks in front of these say nothing. */
function areSetOtherwise(labels: readonly GridCell[]): boolean {
  const widths = labels.map(({ text }) => displayWidth(text))
  if (spread(widths) < 2 * leastStep) return false
  const ends = labels.map(({ indent }, at) => indent + widths[at]!)
  const middles = labels.map(({ indent }, at) => 2 * indent + widths[at]!)
  return spread(ends) <= sameEdge || spread(middles) <= 2 * sameEdge
}

/** How much further in each label stands than the outermost one; 0 for rows without a label. */
export function indentsOf(labels: readonly (GridCell | undefined)[]): number[] {
  const printed = labels.filter((cell) => cell !== undefined && cell.text !== '') as GridCell[]
  if (printed.every(({ indent }) => indent === 0) || areSetOtherwise(printed)) return labels.map(() => 0)
  const outermost = least(printed.map(({ indent }) => indent))
  return labels.map((cell) => (cell === undefined || cell.text === '' ? 0 : cell.indent - outermost))
}
