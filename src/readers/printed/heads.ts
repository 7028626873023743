/**
 * The head of a table without ruling lines: a head of a group stands in the middle over its columns, and a head of
 * several lines over one column is one cell.
 */
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
function spread(line: HeadLine, columns: readonly Stretch[], below: readonly number[], size: number): Place[] {
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
      const depth = Math.min(...below.slice(from, to + 1))
      if (!Number.isFinite(depth)) break
      const canLeft = isFree(from - 1) && below[from - 1]! >= depth
      const canRight = isFree(to + 1) && below[to + 1]! >= depth
      const options = [
        canLeft && canRight ? { from: from - 1, to: to + 1 } : undefined,
        canLeft && offset(from, to) > 0 ? { from: from - 1, to } : undefined,
        canRight && offset(from, to) < 0 ? { from, to: to + 1 } : undefined,
      ]
      const now = Math.abs(offset(from, to))
      const better = options.find((option) => {
        if (option === undefined) return false
        const then = Math.abs(offset(option.from, option.to))
        return then < now || then <= offMiddle * size
      })
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

/** Whether a line of a head goes on in the one below it: both over one column alone, neither a note of a unit or an office. */
export function goesOnBelow(one: string, two: string): boolean {
  return !/[:：]/.test(one + two)
}
