/**
 * Cells that touch are parted by lines down, also where no lines across close them, so that they are no grid.
 */
import type { Rule } from './geometry.js'
import { joinedRules } from './grid.js'
import type { Glyph } from './ink.js'
import type { PdfLine } from './lines.js'
import { segmentOf } from './lines.js'

/** In parts of the type size: the middle of glyphs above their baseline, and how far text stands over a line down. */
const middle = 0.35
const over = 0.2
/** Fewer lines down part no cells: they stand beside the text. */
const fewestRules = 2

/** A line with its segments cut at these places. */
function cutAt<Line extends PdfLine>(line: Line, places: readonly number[]): Line {
  const partOf = ({ left, right }: Glyph) => places.filter((place) => place <= (left + right) / 2).length
  const segments = line.segments.flatMap((segment) => {
    const parts = new Map<number, Glyph[]>()
    for (const glyph of segment.glyphs) {
      const part = partOf(glyph)
      parts.set(part, [...(parts.get(part) ?? []), glyph])
    }
    return parts.size === 1 ? [segment] : [...parts.values()].map(segmentOf)
  })
  return { ...line, segments }
}

/** Lines of text cut where lines down go through them. */
export function cutAtRules<Line extends PdfLine>(lines: readonly Line[], rules: readonly Rule[]): Line[] {
  const down = joinedRules(rules.filter(({ direction }) => direction === 'down'))
  if (down.length < fewestRules) return [...lines]
  return lines.map((line) => {
    const y = line.y - middle * line.size
    const places = down.filter(({ from, to }) => from <= y && y <= to).map(({ at }) => at)
    const room = over * line.size
    const crossed = places.filter((at) =>
      line.segments.some(({ left, right }) => left < at - room && right > at + room),
    )
    return places.length < fewestRules || crossed.length === 0 ? line : cutAt(line, crossed)
  })
}
