/**
 * Tables without ruling lines: rows of several segments whose segments stand under each other. Where a row is full its
 * segments count the columns, so heads and figures need not stand straight under each other.
 */
import type { DrawnCell } from '../drawing.js'
import { least, median, most } from './geometry.js'
import type { PdfLine, Segment } from './lines.js'
import type { PageLine } from './ruled.js'
import type { Stretch } from './white.js'
import { covered, recut, whiteOfMost } from './white.js'

/** Cells hold little text. In characters. */
const longestCell = 30
const fewestRows = 2
/**
 * In parts of the type size: the white between two cells, how much of it all rows have at the same place, and the white
 * between a code and its name.
 */
const cellGap = 0.5
const commonGap = 0.2
const tightGap = 0.8
const codeGap = 0.06
/** Rows that show such a gap to be between columns. */
const fewestAligned = 3
/** At most this share of rows has ink in a gap between columns. */
const mostInked = 0.25
/** In parts of the least distance of rows: a line nearer than this to a row is part of it. */
const wrapped = 0.8
/** In parts of the type size: lines of one cell are no further apart. */
const leading = 1.7
/** At most this share of cells holds sentences. */
const mostProse = 0.2
const prose = /[，。；]/

/** Whether a line can be the row of a table: several short segments, or three parted by less. */
export function isRow({ segments }: PdfLine): boolean {
  return segments.length >= 2 && segments.every(({ text }) => text.length <= longestCell)
}

/** Whether a line is a label with a figure that stands too near to be parted from it without its neighbours. */
export function isTightRow({ segments: [only, ...others] }: PdfLine): boolean {
  if (others.length > 0 || only!.text.length > longestCell) return false
  return only!.glyphs.some((glyph, at) => {
    const before = only!.glyphs[at - 1]
    return before !== undefined && /\d/.test(glyph.text) && glyph.left - before.right >= tightGap * glyph.size
  })
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

const digit = /[\d%‰]/
const han = /[\u3400-\u9fff]/

/** Whether figures or codes on the left of a gap touch words on its right in enough rows, and not the same unit in all. */
function partsCodes(rows: readonly PdfLine[], { left, right }: Stretch): boolean {
  const openings: string[] = []
  for (const { segments } of rows) {
    for (const { glyphs } of segments) {
      const next = glyphs.findIndex((glyph) => glyph.left >= right - codeGap)
      const before = glyphs[next - 1]
      if (next < 1 || before!.right > left + codeGap) continue
      const word = glyphs.slice(next, next + 3)
      if (!digit.test(before!.text) || word.length < 2 || !word.every(({ text }) => han.test(text)))
        return false
      openings.push(word[0]!.text)
    }
  }
  return openings.length >= fewestAligned && new Set(openings).size > 1
}

/** Rows cut where white runs through all of them, or between codes and names. */
function recutRows(lines: readonly PageLine[], several: readonly PageLine[], size: number): PageLine[] {
  if (several.length < fewestAligned) return [...lines]
  // A head over several columns has fewer cells than the rows below it, or is one of few that cross a gap.
  const count = most(several.map(({ segments }) => segments.length))
  const full = several.filter(({ segments }) => segments.length === count)
  const rows = full.length < fewestAligned ? several : full
  const gaps = whiteOfMost(rows, mostInked)
  const wide = gaps.filter(({ left, right }) => right - left >= commonGap * size)
  const codes = gaps.filter((gap) => gap.right - gap.left >= codeGap * size && partsCodes(several, gap))
  return lines.map((line) => recut(recut(line, wide, cellGap * size), codes, codeGap * size))
}

/** Columns from the rows with the most segments, each segment in its column; where these overlap they are one. */
function findColumns(rows: readonly PdfLine[]): Stretch[] {
  const count = most(rows.map(({ segments }) => segments.length))
  const full = rows.filter(({ segments }) => segments.length === count)
  const columns = Array.from({ length: count }, (_, at) => ({
    left: least(full.map(({ segments }) => segments[at]!.left)),
    right: most(full.map(({ segments }) => segments[at]!.right)),
  }))
  return columns.reduce<Stretch[]>((merged, column) => {
    const last = merged.at(-1)
    if (last !== undefined && column.left < last.right) last.right = Math.max(last.right, column.right)
    else merged.push(column)
    return merged
  }, [])
}

/** Columns of rows that lines across part, by the white between them; a head over several columns has no say in it. */
function columnsOfBands(lines: readonly PageLine[], size: number): Stretch[] {
  const body = lines.filter(({ band }) => band !== lines[0]!.band)
  return covered(body).reduce<Stretch[]>((merged, { left, right }) => {
    const last = merged.at(-1)
    if (last !== undefined && left - last.right < cellGap * size) last.right = right
    else merged.push({ left, right })
    return merged
  }, [])
}

interface Place {
  readonly column: number
  readonly columnSpan: number
}

/** The columns that a segment lies over. */
function columnsUnder({ left, right }: Segment, columns: readonly Stretch[]): Place {
  const over = columns.flatMap((column, index) => (left < column.right && right > column.left ? [index] : []))
  if (over.length > 0) return { column: over[0]!, columnSpan: over.length }
  const distance = (column: Stretch) => Math.max(column.left - right, left - column.right)
  const nearest = columns.reduce((best, column) => (distance(column) < distance(best) ? column : best))
  return { column: columns.indexOf(nearest), columnSpan: 1 }
}

const figure = /^[-−+]?[\d,，.]+[%‰]?$|^[-—–…]+$/

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

/** How far below a line the next one stands; infinite where it opens another page. */
function distance(line: PageLine | undefined, next: PageLine | undefined): number {
  return line !== undefined && next !== undefined && next.y > line.y
    ? next.y - line.y
    : Number.POSITIVE_INFINITY
}

/** Whether each line alone goes on with the line before it or the line behind it: with the one that it stands close to. */
function linksOf(lines: readonly PageLine[]): ('before' | 'behind' | undefined)[] {
  const isAlone = (line: PageLine | undefined) => line?.segments.length === 1
  const pitches = lines.map((line, at) => {
    const before = lines[at - 1]
    return isAlone(line) || isAlone(before) ? Number.POSITIVE_INFINITY : distance(before, line)
  })
  const pitch = least(pitches)
  return lines.map((line, at) => {
    if (!isAlone(line)) return undefined
    const above = distance(lines[at - 1], line)
    const below = distance(line, lines[at + 1])
    const near = Math.min(above, below)
    const far = Number.isFinite(pitch) ? pitch : Math.max(above, below)
    if (near >= wrapped * far || near > leading * line.size) return undefined
    return above < below ? 'before' : 'behind'
  })
}

/** How many of the lines behind rows go on with the last one. */
export function endOfRows(rows: readonly PageLine[], behind: readonly PageLine[]): number {
  const links = linksOf([...rows, ...behind]).slice(rows.length)
  const end = links.findIndex((link) => link !== 'before')
  return end < 0 ? behind.length : end
}

/** The row that each line is part of: lines that stand nearer to a row than rows do go on with its cells. */
function rowNumbers(lines: readonly PageLine[]): number[] {
  const links = linksOf(lines)
  let number = -1
  return lines.map((line, at) => {
    const isLinked = links[at] === 'before' || links[at - 1] === 'behind'
    const isPart = line.band === undefined ? isLinked : line.band === lines[at - 1]?.band
    if (!isPart) number++
    return number
  })
}

export interface AlignedTable {
  readonly cells: readonly DrawnCell[]
  /** The row of each line. */
  readonly rows: readonly number[]
}

/** Cells of a table row by row, those of one place as one, with empty ones where nothing is printed. */
function newCells(columns: number) {
  const rows: DrawnCell[][] = []
  return {
    add(cell: DrawnCell): void {
      rows[cell.row] ??= []
      const row = rows[cell.row]!
      const same = row.findIndex(({ column }) => column === cell.column)
      if (same < 0) row.push(cell)
      else row[same] = { ...row[same]!, text: `${row[same]!.text}\n${cell.text}` }
    },
    sorted(): DrawnCell[] {
      return rows.flatMap((cells, row) => {
        const isFree = (at: number) =>
          !cells.some(({ column, columnSpan }) => at >= column && at < column + columnSpan)
        const empty = Array.from({ length: columns }, (_, column) => column).filter(isFree)
        const blanks = empty.map((column) => ({ text: '', row, column, rowSpan: 1, columnSpan: 1 }))
        return [...cells, ...blanks].sort((one, two) => one.column - two.column)
      })
    },
  }
}

const isProse = (lines: readonly PdfLine[]) => {
  const texts = lines.flatMap(({ segments }) => segments.map(({ text }) => text))
  return texts.filter((text) => prose.test(text)).length > mostProse * texts.length
}

/** The table that lines make; undefined where they make none of at least two columns. */
export function alignedTable(lines: readonly PageLine[]): AlignedTable | undefined {
  const isBanded = lines.some(({ band }) => band !== undefined)
  const several = isBanded ? lines : lines.filter(isRow)
  if (several.length < fewestRows) return undefined
  const size = median(several.map((line) => line.size)) ?? 0
  const cut = recutRows(lines, several, size)
  const columns = isBanded ? columnsOfBands(cut, size) : findColumns(cut)
  if (columns.length < 2 || (!isBanded && isProse(cut))) return undefined
  const rows = rowNumbers(cut)
  const cells = newCells(columns.length)
  for (const [at, line] of cut.entries()) {
    const isHead = !line.segments.some(({ text }) => figure.test(text))
    const places = placesOf(line, columns, isHead)
    for (const [index, place] of places.entries()) {
      cells.add({ row: rows[at]!, rowSpan: 1, ...place, text: line.segments[index]!.text })
    }
  }
  return { cells: cells.sorted(), rows }
}
