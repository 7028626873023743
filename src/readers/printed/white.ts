/**
 * The white between the glyphs of lines: where it runs through several lines it parts columns.
 */

import { isFigure } from './figure.js'
import type { Glyph } from './ink.js'
import type { PdfLine, Segment } from './lines.js'
import { segmentOf } from './lines.js'

/** A stretch of the width of a page. */
export interface Stretch {
  left: number
  right: number
}

function sortedGlyphs(rows: readonly PdfLine[]): Glyph[] {
  return rows
    .flatMap(({ segments }) => segments.flatMap(({ glyphs }) => glyphs))
    .sort((one, two) => one.left - two.left)
}

/** Stretches that some glyph covers, those without a gap between them as one. */
export function covered(rows: readonly PdfLine[]): Stretch[] {
  const glyphs =
    rows.length === 1 && rows[0]!.segments.length === 1 ? rows[0]!.segments[0]!.glyphs : sortedGlyphs(rows)
  const stretches: Stretch[] = []
  let last: Stretch | undefined
  for (const glyph of glyphs) {
    if (last !== undefined && glyph.left <= last.right) last.right = Math.max(last.right, glyph.right)
    else {
      last = { left: glyph.left, right: glyph.right }
      stretches.push(last)
    }
  }
  return stretches
}

/** The white of a line, also that before its first glyph and behind its last. */
export function whiteOf(line: PdfLine): Stretch[] {
  const ink = covered([line])
  const ends = [Number.NEGATIVE_INFINITY, ...ink.map(({ right }) => right)]
  return ends.map((left, at) => ({ left, right: ink[at]?.left ?? Number.POSITIVE_INFINITY }))
}

/** The white between the first and the last of some stretches that no more than so many of them cover. */
export function whiteBetween(stretches: readonly Stretch[], most: number): Stretch[] {
  const edges = stretches
    .flatMap(({ left, right }) => [
      { x: left, step: 1 },
      { x: right, step: -1 },
    ])
    .sort((one, two) => one.x - two.x || two.step - one.step)
  const gaps: Stretch[] = []
  let inked = 0
  let from: number | undefined
  for (const { x, step } of edges) {
    const before = inked
    inked += step
    if (before > most && inked <= most) from = x
    if (before <= most && inked > most && from !== undefined) gaps.push({ left: from, right: x })
  }
  return gaps
}

/** The white between the first and the last glyph of lines that no more than a share of them has ink in. */
export function whiteOfMost(lines: readonly PdfLine[], share: number): Stretch[] {
  return whiteBetween(
    lines.flatMap((line) => covered([line])),
    Math.floor(share * lines.length),
  )
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

const han = /[\u3400-\u9fff]/
const year = /^(?:19|20)\d\d年$/

const isHan = (glyph: Glyph | undefined) => glyph !== undefined && han.test(glyph.text)

/** Whether Chinese characters are spread over a width, with white between most of them. */
function isSpread(glyphs: readonly Glyph[], least: number): boolean {
  const gaps = glyphs.flatMap((glyph, at) => {
    const before = glyphs[at - 1]
    return isHan(glyph) && isHan(before) ? [glyph.left - before!.right] : []
  })
  return gaps.filter((gap) => gap >= least).length * 2 > gaps.length
}

/**
 * Whether white inside a line parts cells although it is narrow: Chinese characters, which have none in words, or what
 * stands behind it, up to the next white that is at least so wide, is a figure.
 */
function partsCells(glyphs: readonly Glyph[], from: number, least: number): boolean {
  const first = glyphs.findIndex(({ left }) => left >= from)
  if (isHan(glyphs[first - 1]) && isHan(glyphs[first])) return !isSpread(glyphs, least)
  const behind = glyphs.findIndex(
    ({ left }, at) => at > first && left - glyphs[at - 1]!.right >= least && first >= 0,
  )
  const own = glyphs.slice(first, behind < 0 ? undefined : behind)
  const text = own.map((glyph) => glyph.text).join('')
  return first >= 0 && (isFigure(text) || year.test(text))
}

/**
 * Segments cut where a gap of many lines meets white of their own that is at least so wide; between words and
 * before a figure less is enough.
 */
export function recut<Line extends PdfLine>(
  row: Line,
  gaps: readonly Stretch[],
  least: number,
  leastInLine = least,
): Line {
  const segments = row.segments.flatMap((segment): Segment[] => {
    const inner = gaps.filter(({ left, right }) => left < segment.right && right > segment.left)
    if (inner.length === 0) return [segment]
    const white = whiteOf({ ...row, segments: [segment] }).filter(
      ({ left, right }) =>
        right - left >= least ||
        (right - left >= leastInLine && partsCells(segment.glyphs, right, leastInLine)),
    )
    const cuts = overlaps(white, inner, 0).filter(({ left }) => left > segment.left && left < segment.right)
    const parts = [...cuts, { left: Number.POSITIVE_INFINITY }].map(({ left }, index) => {
      const from = cuts[index - 1]?.left ?? Number.NEGATIVE_INFINITY
      return segment.glyphs.filter((glyph) => glyph.left >= from && glyph.left < left)
    })
    return parts.filter(({ length }) => length > 0).map(segmentOf)
  })
  return { ...row, segments }
}
