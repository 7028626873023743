/** Boxes that share ink: what both read is kept once, where it is surer, or a digit would stand twice. */
import { pointOf } from './geometry.js'
import type { ReadLine } from './read-line.js'
import { alongBox } from './read-line.js'

/** In parts of the height: how far apart the middles of two boxes of one row are, and those of one character read twice. */
const sameRow = 0.6
const sameInk = 0.35
/** How much further, for every pixel to the side: rows need not be level. */
const slope = 0.05
/** Characters at the ends of boxes that may be the same. */
const atEnd = 2

function follows(one: ReadLine, two: ReadLine): boolean {
  const across = two.box.cx - one.box.cx
  if (across <= 0) return false
  const reach = sameRow * Math.min(one.box.height, two.box.height) + slope * across
  return Math.abs(two.box.cy - one.box.cy) <= reach && across < (one.box.width + two.box.width) / 2
}

type Character = ReadLine['characters'][number]

/** Of each two characters of two boxes that are the same ink, the less sure one. */
function doublesOf(one: ReadLine, two: ReadLine): Character[] {
  const reach = sameInk * Math.min(one.box.height, two.box.height)
  const placeOf = (line: ReadLine, character: Character) => pointOf(line.box, alongBox(line, character), 0)
  return one.characters.slice(-atEnd).flatMap((last) =>
    two.characters.slice(0, atEnd).flatMap((first) => {
      const [x, y] = placeOf(one, last)
      const [otherX, otherY] = placeOf(two, first)
      if (Math.abs(x - otherX) > reach || Math.abs(y - otherY) > reach) return []
      return [last.confidence < first.confidence ? last : first]
    }),
  )
}

export function withoutDoubles(lines: readonly ReadLine[]): ReadLine[] {
  const doubles = new Set(
    lines.flatMap((one) => lines.filter((two) => follows(one, two)).flatMap((two) => doublesOf(one, two))),
  )
  if (doubles.size === 0) return [...lines]
  return lines.map((line) => {
    const characters = line.characters.filter((character) => !doubles.has(character))
    // Gaps are told by the number of characters before them, which is no longer what it was.
    return characters.length === line.characters.length ? line : { ...line, characters, gaps: [] }
  })
}
