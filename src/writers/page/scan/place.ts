/** Where a piece of the text stands on the pictures of its pages, as far as the record of a scan says it. */
import { least, most } from '../../../model/lists.js'
import { countFirst } from '../../../model/sorted.js'
import { setWidth } from '../../../resources/set-wide.js'
import type { DocumentRecord } from '../../schema.js'

type RecognitionRecord = NonNullable<DocumentRecord['recognition']>
type LineRecord = RecognitionRecord['lines'][number]
type Point = LineRecord['corners'][number]

/** A piece of one line, as a quadrangle: from its upper left corner clockwise. */
export interface Place {
  readonly page: number
  readonly corners: readonly [Point, Point, Point, Point]
}

/** A rectangle on a page. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** How long a text is printed, in parts of a Chinese character. */
function lengthOf(text: string): number {
  let length = 0
  for (const character of text) length += setWidth(character)
  return length
}

const between = ([x, y]: Point, [toX, toY]: Point, share: number): Point => [
  x + (toX - x) * share,
  y + (toY - y) * share,
]

/** The piece of a line that holds the characters of a span. */
function pieceOf(line: LineRecord, text: string, start: number, end: number): Place | undefined {
  const [one, two, three, four] = line.corners
  if (one === undefined || two === undefined || three === undefined || four === undefined) return undefined
  const whole = lengthOf(text.slice(line.start, line.end)) || 1
  const from = lengthOf(text.slice(line.start, Math.max(start, line.start))) / whole
  const to = lengthOf(text.slice(line.start, Math.min(end, line.end))) / whole
  return {
    page: line.page,
    corners: [
      between(one, two, from),
      between(one, two, to),
      between(four, three, to),
      between(four, three, from),
    ],
  }
}

/** The places of a span of the source: one a line that it stands on. */
export function placesOf({ source, recognition }: DocumentRecord, start: number, end: number): Place[] {
  const lines = recognition?.lines ?? []
  const places: Place[] = []
  for (let at = countFirst(lines.length, (index) => lines[index]!.end <= start); at < lines.length; at++) {
    const line = lines[at]!
    // What was overlooked has no length: it stands before a character of the line.
    if (line.start >= Math.max(end, start + 1)) break
    const piece = pieceOf(line, source.text, start, end)
    if (piece !== undefined) places.push(piece)
  }
  return places
}

/** The rectangle around a place, with so much room around it, in parts of the height of its line. */
export function boxAround({ corners }: Place, room: { readonly across: number; readonly down: number }): Box {
  const xs = corners.map(([x]) => x)
  const ys = corners.map(([, y]) => y)
  const [left, top] = [least(xs), least(ys)]
  const [one, , , four] = corners
  const height = Math.hypot(four[0] - one[0], four[1] - one[1])
  const [sideways, upwards] = [room.across * height, room.down * height]
  return {
    left: Math.round(left - sideways),
    top: Math.round(top - upwards),
    width: Math.round(most(xs) - left + 2 * sideways),
    height: Math.round(most(ys) - top + 2 * upwards),
  }
}
