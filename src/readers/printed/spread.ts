/** Lines that are set with wide spaces between their characters. */
import { most } from '../../model/lists.js'
import { textOfLine } from './lines.js'
import type { PageLine } from './ruled.js'

/** In parts of the width of its characters: a line set wide, and how far lines of one paragraph differ in that. */
const leastSpread = 1.25
const otherSpread = 0.2

/** How much wider than its characters a line is. */
function spreadOf(line: PageLine): number {
  const ink = [...textOfLine(line)].reduce((width, character) => width + (character < '\x80' ? 0.5 : 1), 0)
  return (line.segments.at(-1)!.right - line.segments[0]!.left) / (ink * line.size)
}

/** Whether one of two lines is set with wide spaces, and the other one is not, or with others. */
export function isSetOtherwise(one: PageLine, two: PageLine): boolean {
  const spreads = [spreadOf(one), spreadOf(two)] as const
  return most(spreads) > leastSpread && Math.abs(spreads[0] - spreads[1]) > otherSpread
}
