/**
 * The text of the cells of a grid, each as one line. A figure that its column is too narrow for goes on in the next
 * line, and is one figure.
 */

import { least, most } from '../../model/lists.js'
import { inOneLine } from '../drawing.js'
import type { RuledGrid } from './grid.js'
import type { PdfLine } from './lines.js'
import { textOfLine } from './lines.js'

/** In points: cells have no more room at their sides together. */
const widestMargins = 12
/** In parts of the type size: room for another digit. */
const digitWidth = 0.6

const digits = /^[-−+]?[\d,.]+$/
const wellFormed = /^[-−+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/

const widthOf = ({ segments }: PdfLine) => segments.at(-1)!.right - segments[0]!.left

/** Room beside the widest line of a cell. */
function roomIn({ xs, cells }: RuledGrid, index: number, lines: readonly PdfLine[]): number {
  const { column, columnSpan } = cells[index]!
  return xs[column + columnSpan]! - xs[column]! - most(lines.map(widthOf))
}

/** Whether lines of a cell are one figure: the first is none by itself, or has no room for another digit. */
function isTorn(texts: readonly string[], isFilled: boolean): boolean {
  if (texts.length < 2 || !texts.every((text) => digits.test(text))) return false
  return wellFormed.test(texts.join('')) && (isFilled || !wellFormed.test(texts[0]!))
}

/** The texts of the cells, of each from the lines in it. */
export function cellTexts(grid: RuledGrid, lines: readonly (readonly PdfLine[])[]): string[] {
  const rooms = lines.map((own, index) => (own.length === 0 ? Number.NaN : roomIn(grid, index, own)))
  const margins = least(rooms.filter((room) => room >= 0))
  return lines.map((own, index) => {
    const texts = own.map(textOfLine)
    const room = rooms[index]! - margins
    const isFilled = margins <= widestMargins && room < digitWidth * (own[0]?.size ?? 0)
    return isTorn(texts, isFilled) ? texts.join('') : inOneLine(texts.join('\n'))
  })
}
