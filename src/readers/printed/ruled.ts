/**
 * Tables with ruling lines: each glyph belongs to the cell that its middle lies in. Rows that only lines down part are
 * cut between the lines of text, where figures stand in every one of them.
 */

import { countFirst } from '../../model/sorted.js'
import type { DrawnCell } from '../drawing.js'
import { cellTexts } from './cell-text.js'
import { isFigure } from './figure.js'
import type { Box, Rule } from './geometry.js'
import type { RuledGrid } from './grid.js'
import { findGrids } from './grid.js'
import type { Glyph } from './ink.js'
import type { PdfLine } from './lines.js'
import { findPdfLines, glyphsOfLine, textOfLine } from './lines.js'

export interface RuledTable extends Box {
  readonly xs: readonly number[]
  readonly rows: number
  readonly cells: readonly DrawnCell[]
}

/** A line of a page, or a whole table that stands in the place of one. */
export interface PageLine extends PdfLine {
  readonly table?: RuledTable
  /** The room between two lines drawn across, where these part rows: the same for all lines of text in it. */
  readonly band?: Band
}

/** The room between two lines drawn across. */
export interface Band {
  readonly top: number
  readonly bottom: number
}

/** So few cells with longer texts lay out the page, or frame it. In characters. */
const fewCells = 3
const longestCell = 300
/** Lines of figures in several columns of one row, from which on they are rows of their own. */
const fewestLines = 3
/** Of these rows so many have a figure in each of two columns. */
const leastFilled = 0.75
/** In parts of the type size: figures of one row are no further off its line. */
const sameBaseline = 0.4
/** In parts of the type size: how far above its baseline the middle of a glyph is. */
const middle = 0.35

/** Where in sorted sides a value lies: the index of the side before it. */
function between(sides: readonly number[], value: number): number {
  let first = 0
  let after = sides.length
  while (first < after) {
    const half = (first + after) >> 1
    if (sides[half]! <= value) first = half + 1
    else after = half
  }
  return Math.min(Math.max(first - 1, 0), sides.length - 2)
}

/** Where the middle of a glyph is. */
const middleX = ({ left, right }: Glyph) => (left + right) / 2
const middleY = ({ y, size }: Glyph) => y - middle * size

/** The glyphs of each cell. */
function glyphsByCell(grid: RuledGrid, glyphs: readonly Glyph[]): Glyph[][] {
  const byCell = grid.cells.map((): Glyph[] => [])
  for (const glyph of glyphs) {
    const own = byCell[grid.cellAt(between(grid.ys, middleY(glyph)), between(grid.xs, middleX(glyph)))]!
    own[own.length] = glyph
  }
  return byCell
}

type CellLines = readonly (readonly PdfLine[])[]

/** The cells of each row that are in no other one, as the lines in them. */
function linesByRow(grid: RuledGrid, lines: CellLines): CellLines[] {
  const rows = grid.ys.slice(1).map((): (readonly PdfLine[])[] => [])
  for (const [index, { row, rowSpan }] of grid.cells.entries()) {
    if (rowSpan === 1) rows[row]!.push(lines[index]!)
  }
  return rows
}

/** Baselines of figures in one row of a grid, each once; undefined where they are not those of several rows. */
function figureLines(own: CellLines): PdfLine[] | undefined {
  const columns = own.filter((cell) => cell.length > 0 && cell.every((line) => isFigure(textOfLine(line))))
  const lines: PdfLine[] = []
  for (const line of columns.flat().sort((one, two) => one.y - two.y)) {
    const last = lines.at(-1)
    if (last === undefined || line.y - last.y > sameBaseline * line.size) lines.push(line)
  }
  const full = columns.filter(({ length }) => length >= leastFilled * lines.length)
  const isRows = lines.length >= fewestLines && full.length >= 2
  return isRows && columns.every(({ length }) => length <= lines.length) ? lines : undefined
}

/**
 * Where a line of figures parts from the next one: in the widest gap between the lines of all cells, the last of equals.
 * `sorted` has these lines from the top down.
 */
function cutBetween(sorted: readonly PdfLine[], one: PdfLine, two: PdfLine): number {
  const lines = sorted.slice(
    countFirst(sorted.length, (at) => sorted[at]!.y < one.y),
    countFirst(sorted.length, (at) => sorted[at]!.y <= two.y),
  )
  let widest = -1
  let at = two.y - two.size
  lines.slice(1).forEach((line, index) => {
    const gap = line.y - lines[index]!.y
    if (gap < widest - 1) return
    widest = Math.max(widest, gap)
    at = line.y - line.size - Math.max(0, gap - line.size) / 2
  })
  return at
}

/** Lines across that are not drawn, between the lines of text of rows that hold several rows of figures. */
function impliedRules(grid: RuledGrid, lines: CellLines): Rule[] {
  return linesByRow(grid, lines).flatMap((own) => {
    const figures = figureLines(own) ?? []
    const sorted = own.flat().sort((one, two) => one.y - two.y)
    return figures.slice(1).map((line, index): Rule => {
      const at = cutBetween(sorted, figures[index]!, line)
      return { direction: 'across', at, from: grid.left, to: grid.right }
    })
  })
}

/** A grid with its text; undefined where it is no table. */
function tableOf(grid: RuledGrid, lines: CellLines): RuledTable | undefined {
  const texts = cellTexts(grid, lines)
  const cells = grid.cells.map((cell, index) => {
    return { ...cell, text: texts[index]!, glyphs: lines[index]!.flatMap(glyphsOfLine) }
  })
  const filled = cells.filter(({ text }) => text !== '')
  const columns = new Set(filled.map(({ column }) => column))
  const isLayout = filled.length <= fewCells && filled.some(({ text }) => text.length > longestCell)
  const isTable = columns.size > 1 && !isLayout
  const { left, top, right, bottom, xs, ys } = grid
  return isTable ? { left, top, right, bottom, xs, rows: ys.length - 1, cells } : undefined
}

const areaOf = ({ left, top, right, bottom }: Box) => (right - left) * (bottom - top)

export interface RuledPage {
  readonly tables: readonly RuledTable[]
  /** Glyphs that stand in no table. */
  readonly others: readonly Glyph[]
}

/** Glyphs parted by whether they stand in a box. */
function parted(glyphs: readonly Glyph[], { left, top, right, bottom }: Box): [Glyph[], Glyph[]] {
  const inside: Glyph[] = []
  const outside: Glyph[] = []
  for (const glyph of glyphs) {
    const x = middleX(glyph)
    const y = middleY(glyph)
    const part = x >= left && x <= right && y >= top && y <= bottom ? inside : outside
    part[part.length] = glyph
  }
  return [inside, outside]
}

/** The tables that the lines of a page draw, from top to bottom. */
export function findRuledTables(glyphs: readonly Glyph[], rules: readonly Rule[]): RuledPage {
  // Of grids inside of each other, the smallest has the text.
  const grids = findGrids(rules).sort((one, two) => areaOf(one) - areaOf(two))
  const tables: RuledTable[] = []
  let others = glyphs
  for (const grid of grids) {
    const [inside, outside] = parted(others, grid)
    if (inside.length === 0) continue
    const lines = glyphsByCell(grid, inside).map(findPdfLines)
    const implied = impliedRules(grid, lines)
    const finer = implied.length === 0 ? undefined : findGrids([...grid.rules, ...implied])[0]
    const table =
      finer === undefined
        ? tableOf(grid, lines)
        : tableOf(finer, glyphsByCell(finer, inside).map(findPdfLines))
    if (table === undefined) continue
    tables.push(table)
    others = outside
  }
  return { tables: tables.sort((one, two) => one.top - two.top), others }
}
