/**
 * Tables without ruling lines: rows of several segments whose segments stand under each other. Where a row is full its
 * segments count the columns, so heads and figures need not stand straight under each other.
 */

import type { DrawnCell } from '../drawing.js'
import { columnsOfBands, findColumns, recutRows } from './aligned-columns.js'
import { isFigure } from './figure.js'
import { median } from './geometry.js'
import { headPlaces, type Place, settleHeads } from './heads.js'
import type { PdfLine, Segment } from './lines.js'
import { mergedLabels } from './merged-labels.js'
import { headLines, rowNumbers } from './row-lines.js'
import type { PageLine } from './ruled.js'
import type { Stretch } from './white.js'

/** Cells hold little text. In characters. */
const longestCell = 30
const fewestRows = 2
/** In parts of the type size: the white before the only figure of a tight row, and before each of several. */
const tightGap = 0.8
const tightestGap = 0.45
/** At most this share of cells holds sentences. */
const mostProse = 0.2
const prose = /[，。；]/

/** Whether a line can be the row of a table: several short segments, or three parted by less. */
export function isRow({ segments }: PdfLine): boolean {
  return segments.length >= 2 && segments.every(({ text }) => text.length <= longestCell)
}

/** Whether a line is a label with figures that stand too near to be parted from it without its neighbours. */
export function isTightRow({ segments }: PdfLine): boolean {
  const gaps = segments.flatMap(({ glyphs }) =>
    glyphs.slice(1).flatMap((glyph, at) => {
      const gap = (glyph.left - glyphs[at]!.right) / glyph.size
      return /\d/.test(glyph.text) && gap >= tightestGap ? [gap] : []
    }),
  )
  if (gaps.length + segments.length > 2) return !segments.some(({ text }) => prose.test(text))
  return (
    segments.length === 1 && segments[0]!.text.length <= longestCell && gaps.some((gap) => gap >= tightGap)
  )
}

/** Whether a line alone can stand between the rows of a table: a label that goes on, a heading of rows. */
export function isBridge({ segments, table }: PageLine): boolean {
  const [only] = segments
  return (
    table === undefined &&
    segments.length === 1 &&
    only!.text.length <= longestCell &&
    !prose.test(only!.text)
  )
}

/** The columns that a segment lies over. */
function columnsUnder({ left, right }: Segment, columns: readonly Stretch[]): Place {
  const over = columns.flatMap((column, index) => (left < column.right && right > column.left ? [index] : []))
  if (over.length > 0) return { column: over[0]!, columnSpan: over.length }
  const distance = (column: Stretch) => Math.max(column.left - right, left - column.right)
  const nearest = columns.reduce((best, column) => (distance(column) < distance(best) ? column : best))
  return { column: columns.indexOf(nearest), columnSpan: 1 }
}

/**
 * The places of the segments of a row. Segments stand in order, so one that lies over no free column takes the next; a
 * head that lacks one cell lacks that over the labels.
 */
function placesOf(row: PdfLine, columns: readonly Stretch[], isHead: boolean): Place[] {
  const { segments } = row
  if (segments.length === columns.length) return segments.map((_, column) => ({ column, columnSpan: 1 }))
  if (isHead && segments.length === columns.length - 1 && segments[0]!.left > columns[0]!.right)
    return segments.map((_, at) => ({ column: at + 1, columnSpan: 1 }))
  let next = 0
  return segments.map((segment, at) => {
    const place = columnsUnder(segment, columns)
    const last = columns.length - (segments.length - at)
    const column = Math.max(Math.min(Math.max(place.column, next), Math.max(last, next)), next)
    const columnSpan = Math.max(1, place.columnSpan - (column - place.column))
    next = column + 1
    return { column, columnSpan }
  })
}

export interface AlignedTable {
  readonly cells: readonly DrawnCell[]
  /** The row of each line. */
  readonly rows: readonly number[]
}

/** Cells of a table in order, those of one place as one. */
function newCells() {
  const rows: DrawnCell[][] = []
  return {
    add(cell: DrawnCell): void {
      rows[cell.row] ??= []
      const row = rows[cell.row]!
      const same = row.findIndex(({ column }) => column === cell.column)
      if (same < 0) row.push(cell)
      else {
        const { text, glyphs } = row[same]!
        row[same] = { ...row[same]!, text: `${text}\n${cell.text}`, glyphs: [...glyphs!, ...cell.glyphs!] }
      }
    },
    all: () => rows.flat(),
  }
}

/** Cells with empty ones where nothing is printed, in reading order. */
function withBlanks(cells: readonly DrawnCell[], rows: number, columns: number): DrawnCell[] {
  const covered = new Set<number>()
  for (const { row, column, rowSpan, columnSpan } of cells) {
    for (let y = row; y < row + rowSpan; y++) {
      for (let x = column; x < column + columnSpan; x++) covered.add(y * columns + x)
    }
  }
  const printed = new Set(cells.map(({ row }) => row))
  const free = Array.from({ length: rows * columns }, (_, at) => at).filter(
    (at) => !covered.has(at) && printed.has(Math.floor(at / columns)),
  )
  const blanks = free.map((at): DrawnCell => {
    return { text: '', row: Math.floor(at / columns), column: at % columns, rowSpan: 1, columnSpan: 1 }
  })
  return [...cells, ...blanks].sort((one, two) => one.row - two.row || one.column - two.column)
}

const isProse = (lines: readonly PdfLine[]) => {
  const texts = lines.flatMap(({ segments }) => segments.map(({ text }) => text))
  return texts.filter((text) => prose.test(text)).length > mostProse * texts.length
}

/** The table that lines make; undefined where they make none of at least two columns. */
export function alignedTable(lines: readonly PageLine[]): AlignedTable | undefined {
  const isBanded = lines.some(({ band }) => band !== undefined)
  const several = isBanded ? lines : lines.filter((line) => isRow(line) || isTightRow(line))
  if (several.length < fewestRows) return undefined
  const size = median(several.map((line) => line.size)) ?? 0
  const cut = recutRows(lines, several, size)
  const columns = isBanded ? columnsOfBands(cut, size) : findColumns(cut, size)
  if (columns.length < 2 || (!isBanded && isProse(cut))) return undefined
  const rows = rowNumbers(cut)
  const places = cut.map((line) => {
    return placesOf(line, columns, !line.segments.some(({ text }) => isFigure(text)))
  })
  const firstFull = isBanded ? 0 : headLines(cut)
  const head = cut.slice(0, firstFull).map(({ segments }, at) => ({ segments, places: places[at]! }))
  places.splice(0, head.length, ...headPlaces(head, columns, size))
  const cells = newCells()
  for (const [at, line] of cut.entries()) {
    for (const [index, place] of places[at]!.entries()) {
      const { text, glyphs } = line.segments[index]!
      cells.add({ row: rows[at]!, rowSpan: 1, ...place, text, glyphs })
    }
  }
  const headRows = firstFull === 0 ? 0 : rows[firstFull]!
  const isNear = (row: number) => {
    const last = rows.lastIndexOf(row)
    return cut[last + 1]!.y - cut[last]!.y < size
  }
  const all = cells.all()
  const heads = settleHeads(
    all.filter(({ row }) => row < headRows),
    headRows,
    isNear,
  )
  const body = all.filter(({ row }) => row >= headRows)
  const merged = mergedLabels(
    cut.flatMap((line, at) => (rows[at]! < headRows ? [] : [{ line, row: rows[at]!, places: places[at]! }])),
  )
  const labelled = merged === undefined ? body : [...merged, ...body.filter(({ column }) => column > 0)]
  const settled = [...heads, ...labelled]
  return { cells: withBlanks(settled, rows.at(-1)! + 1, columns.length), rows }
}
