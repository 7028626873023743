/**
 * The white between the glyphs of lines: where it runs through several lines it parts columns.
 */
import type { Glyph } from './pdf-ink.js'
import type { PdfLine, Segment } from './pdf-lines.js'
import { segmentOf } from './pdf-lines.js'

/** A stretch of the width of a page. */
export interface Stretch {
  left: number
  right: number
}

/** In parts of the type size: characters that are set close have no more between them. */
const narrowestCut = 0.06

export const isInk = ({ text }: Glyph) => text.trim() !== ''

/** Stretches that some glyph covers, those without a gap between them as one. */
export function covered(rows: readonly PdfLine[]): Stretch[] {
  const glyphs = rows.flatMap(({ segments }) => segments.flatMap((segment) => segment.glyphs.filter(isInk)))
  const stretches: Stretch[] = []
  for (const { left, right } of [...glyphs].sort((one, two) => one.left - two.left)) {
    const last = stretches.at(-1)
    if (last !== undefined && left <= last.right) last.right = Math.max(last.right, right)
    else stretches.push({ left, right })
  }
  return stretches
}

/** The white of a line, also that before its first glyph and behind its last. */
export function whiteOf(line: PdfLine): Stretch[] {
  const ink = covered([line])
  const ends = [Number.NEGATIVE_INFINITY, ...ink.map(({ right }) => right)]
  return ends.map((left, at) => ({ left, right: ink[at]?.left ?? Number.POSITIVE_INFINITY }))
}

/** Where two rows of sorted stretches lie over each other, at least so wide. */
export function overlaps(one: readonly Stretch[], two: readonly Stretch[], least: number): Stretch[] {
  const common: Stretch[] = []
  for (let first = 0, second = 0; first < one.length && second < two.length; ) {
    const left = Math.max(one[first]!.left, two[second]!.left)
    const right = Math.min(one[first]!.right, two[second]!.right)
    if (right - left >= least) common.push({ left, right })
    if (one[first]!.right < two[second]!.right) first++
    else second++
  }
  return common
}

/** Segments cut where a gap of many lines meets white of their own. */
export function recut<Line extends PdfLine>(row: Line, gaps: readonly Stretch[]): Line {
  const segments = row.segments.flatMap((segment): Segment[] => {
    const own = gaps.filter(({ left, right }) => left > segment.left && right < segment.right)
    if (own.length === 0) return [segment]
    const inked = segment.glyphs.filter(isInk)
    const cuts = overlaps(whiteOf({ ...row, segments: [segment] }), own, narrowestCut * row.size)
    const parts = [...cuts, { left: Number.POSITIVE_INFINITY }].map(({ left }, index) =>
      inked.filter(
        (glyph) => glyph.left >= (cuts[index - 1]?.left ?? Number.NEGATIVE_INFINITY) && glyph.left < left,
      ),
    )
    return parts.filter(({ length }) => length > 0).map(segmentOf)
  })
  return { ...row, segments }
}
