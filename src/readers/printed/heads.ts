/**
 * The head of a table without ruling lines: a head of a group stands in the middle over its columns, and a head of
 * several lines over one column is one cell.
 */
import { least, most } from '../../model/lists.js'
import type { DrawnCell } from '../drawing.js'
import type { Segment } from './lines.js'
import type { Stretch } from './white.js'

export interface Place {
  readonly column: number
  readonly columnSpan: number
}

/** A line of the head, each segment with its place. */
export interface HeadLine {
  readonly segments: readonly Segment[]
  readonly places: readonly Place[]
}

/** In parts of the type size: how far off the middle of its columns the head of a group stands at most. */
const offMiddle = 1

const middleOf = ({ left, right }: Stretch) => (left + right) / 2

/** For each column the first of the lines below that has a head for it; infinite where none has. */
function nextBelow(lines: readonly HeadLine[], at: number, columns: number): number[] {
  return Array.from({ length: columns }, (_, index) => {
    const below = lines.findIndex(
      ({ places }, line) =>
        line > at && places.some(({ column, columnSpan }) => index >= column && index < column + columnSpan),
    )
    return below < 0 ? Number.POSITIVE_INFINITY : below
  })
}

/** The heads of a line, those of groups over all columns that they stand in the middle of. */
function spread(
  line: HeadLine,
  columns: readonly Stretch[],
  below: readonly number[],
  size: number,
): Place[] {
  const { segments } = line
  const places = line.places.map(({ column, columnSpan }) => ({ from: column, to: column + columnSpan - 1 }))
  places.forEach((place, index) => {
    const after = places[index - 1]?.to ?? -1
    const before = places[index + 1]?.from ?? columns.length
    const isFree = (column: number) => column > after && column < before && Number.isFinite(below[column])
    const offset = (from: number, to: number) =>
      middleOf({ left: columns[from]!.left, right: columns[to]!.right }) - middleOf(segments[index]!)
    for (let isWider = true; isWider; ) {
      isWider = false
      const { from, to } = place
      const depth = least(below.slice(from, to + 1))
      if (!Number.isFinite(depth)) break
      const canLeft = isFree(from - 1) && below[from - 1]! >= depth
      const canRight = isFree(to + 1) && below[to + 1]! >= depth
      const now = offset(from, to)
      const isBetter = (left: number, right: number, most: number) =>
        Math.abs(offset(left, right)) <= most ? { from: left, to: right } : undefined
      const nearer = Math.abs(now) - 1
      const better =
        (canLeft && canRight
          ? isBetter(from - 1, to + 1, Math.max(Math.abs(now), offMiddle * size))
          : undefined) ??
        (canLeft && now > 0 ? isBetter(from - 1, to, nearer) : undefined) ??
        (canRight && now < 0 ? isBetter(from, to + 1, nearer) : undefined)
      if (better === undefined) break
      Object.assign(place, better)
      isWider = true
    }
  })
  return places.map(({ from, to }) => ({ column: from, columnSpan: to - from + 1 }))
}

/** The places of the heads, line by line. */
export function headPlaces(lines: readonly HeadLine[], columns: readonly Stretch[], size: number): Place[][] {
  return lines.map((line, at) => spread(line, columns, nextBelow(lines, at, columns.length), size))
}

/** The cells of a head, by row and column. */
function placesIn(cells: readonly DrawnCell[]) {
  const at = new Map<string, DrawnCell>()
  const columnsOf = ({ column, columnSpan }: DrawnCell) =>
    Array.from({ length: columnSpan }, (_, index) => column + index)
  const put = (cell: DrawnCell) => {
    for (const column of columnsOf(cell)) at.set(`${cell.row} ${column}`, cell)
  }
  const take = (cell: DrawnCell) => {
    for (const column of columnsOf(cell)) at.delete(`${cell.row} ${column}`)
  }
  cells.forEach(put)
  return {
    put,
    take,
    at: (row: number, column: number) => at.get(`${row} ${column}`),
    isFree: (row: number, cell: DrawnCell) =>
      columnsOf(cell).every((column) => at.get(`${row} ${column}`) === undefined),
    all: () => [...new Set(at.values())],
  }
}

/** Whether a line of a head goes on in the one below it: neither is a note of a unit or of an office. */
const goesOn = (one: DrawnCell, two: DrawnCell) => !/[:：]/.test(one.text + two.text)

/**
 * Cells of a head of so many rows as they would be drawn: those of one column below each other are one cell; one that
 * stands between two rows, in the middle beside a group, belongs to the lower one, and covers what is free above it.
 * `isNear` tells whether no line has room between a row and the next one.
 */
export function settleHeads(
  cells: readonly DrawnCell[],
  rows: number,
  isNear: (row: number) => boolean,
): DrawnCell[] {
  const places = placesIn(cells)
  for (const cell of [...cells].sort((one, two) => two.row - one.row)) {
    const below = Array.from({ length: rows - cell.row - 1 }, (_, at) => cell.row + 1 + at)
    const next = below.find((row) => !places.isFree(row, cell))
    const under = next === undefined ? undefined : places.at(next, cell.column)
    places.take(cell)
    if (under !== undefined && cell.columnSpan === 1 && under.columnSpan === 1 && goesOn(cell, under)) {
      const glyphs = [...(cell.glyphs ?? []), ...(under.glyphs ?? [])]
      places.put({ ...under, text: `${cell.text}\n${under.text}`, glyphs })
      continue
    }
    let row = cell.row
    while (row + 1 < (next ?? rows) && isNear(row)) row++
    places.put({ ...cell, row })
  }
  const columns = most(cells.map(({ column, columnSpan }) => column + columnSpan))
  const isFull = (row: number) =>
    cells.filter((cell) => cell.row === row).reduce((sum, { columnSpan }) => sum + columnSpan, 0) >= columns
  // Notes above a head stand over one column each, and over few.
  const isOfHead = (row: number) => {
    const own = places.all().filter((other) => other.row === row)
    return own.length === 0 || isFull(row) || own.some(({ columnSpan }) => columnSpan > 1)
  }
  return places.all().map((cell) => {
    let top = cell.row
    while (top > 0 && places.isFree(top - 1, cell) && isOfHead(top - 1)) top--
    return { ...cell, row: top, rowSpan: cell.row - top + 1 }
  })
}
