/**
 * Numbers within borders, and where they stand in the text as given. A table's cell is a text of its own, and what is
 * read is the plain spelling of a text.
 * Invariant: the spans that leave here are those of the given text, and `text` is what stands there.
 */
import type { Quantity } from '../model/fact.js'
import type { PlainText } from '../numerals/spelling.js'
import type { Label } from './label.js'

interface Range {
  readonly start: number
  readonly end: number
}

/** A number that is no quantity, as printed; offsets index the text that was given. */
export interface PrintedLabel extends Label {
  readonly text: string
}

/** What a scan yields of one text. */
export interface ScannedNumbers {
  readonly quantities: readonly Quantity[]
  readonly ignored: readonly PrintedLabel[]
}

/** The stretches between borders, which are sorted offsets; empty ones are left out. */
export function* piecesBetween(borders: readonly number[], length: number): Generator<Range> {
  let start = 0
  for (const border of [...borders, length]) {
    if (border > start) yield { start, end: border }
    start = Math.max(start, border)
  }
}

/** Digits in a stretch that is shown from right to left against their nature: what they say depends on who looks. */
const reversed = /\u202e[^\u202c\n]*/g

function overlaps(one: Range, two: Range): boolean {
  return one.start < two.end && two.start < one.end
}

/** Numbers of which one takes a part of a sign and the other one the rest: ½/3. Together they are one that is not read. */
function tornIn(found: readonly Range[]): Range[] {
  const torn: Range[] = []
  let last: Range | undefined
  for (const { start, end } of [...found].sort((one, two) => one.start - two.start)) {
    const isTorn: boolean = last !== undefined && start < last.end
    last = isTorn ? { start: last!.start, end: Math.max(last!.end, end) } : { start, end }
    if (!isTorn) continue
    if (torn.at(-1)?.start === last.start) torn.pop()
    torn.push(last)
  }
  return torn
}

/** The numbers of a piece, placed in the whole text. */
export function placeNumbers(
  { quantities, ignored }: ScannedNumbers,
  text: string,
  piece: Range,
  plain: PlainText | undefined,
): ScannedNumbers {
  // They stand where they were found.
  if (plain === undefined && piece.start === 0) return { quantities, ignored }
  const place = <T extends Range>(found: T) => {
    const start = piece.start + (plain?.starts[found.start] ?? found.start)
    const end = piece.start + (plain?.ends[found.end - 1] ?? found.end)
    return { ...found, start, end, text: text.slice(start, end) }
  }
  const placed = { quantities: quantities.map(place), ignored: ignored.map(place) }
  if (plain === undefined) return placed
  const torn = tornIn([...placed.quantities, ...placed.ignored])
  const turned = [...text.slice(piece.start, piece.end).matchAll(reversed)]
    .map(({ index, 0: { length } }) => ({ start: piece.start + index, end: piece.start + index + length }))
    .flatMap((range) => placed.quantities.filter((quantity) => overlaps(quantity, range)))
  const unread = [...torn, ...turned.filter((range) => !torn.some((other) => overlaps(other, range)))]
  if (unread.length === 0) return placed
  const isRead = (range: Range) => !unread.some((other) => overlaps(other, range))
  const listed = unread.map(({ start, end }): PrintedLabel => {
    return { start, end, text: text.slice(start, end), reason: 'unread' }
  })
  return {
    quantities: placed.quantities.filter(isRead),
    ignored: [...placed.ignored.filter(isRead), ...listed].sort((one, two) => one.start - two.start),
  }
}
