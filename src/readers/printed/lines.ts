/**
 * Lines of a PDF page from glyphs at coordinates: glyphs on one baseline make a line with the small marks above and
 * below it, wide gaps part a line into segments.
 * Coordinates: points, x to the right, y downwards, as the page is read.
 */

import { append } from '../../model/lists.js'
import { countFirst, inOrder } from '../../model/sorted.js'
import { median } from './geometry.js'
import type { Glyph } from './ink.js'
import { withoutReadings } from './readings.js'

/** Glyphs of one baseline without a wide gap between them, from left to right. */
export interface Segment {
  readonly glyphs: readonly Glyph[]
  readonly text: string
  readonly left: number
  readonly right: number
}

export interface PdfLine {
  readonly segments: readonly Segment[]
  readonly y: number
  readonly size: number
}

/** In parts of the type size. */
const sameBaseline = 0.4
const wideGap = 1.6
const boxGap = 0.6
const wordGap = 0.6
const latinGap = 0.15
const figureGap = 0.3
/** How far apart the two prints of bold type made by printing twice are, and how many glyphs may come between. */
const printedTwice = 0.15
const lookBack = 4
/** Marks are so much smaller than the text, at most so far above or below its baseline, and touch it. */
const markSize = 0.88
const markRise = [0.15, 0.85] as const
const markDrop = 0.4
const markGap = 0.4
/**
 * Letter-spacing is wider than this between all characters, and even; or all have the same room, which is wider. With
 * more between them they are words of their own: 男 女 男 女 over columns.
 */
const leastSpacing = 0.3
const mostSpacing = 2.5
const spacingSlack = 0.25
const leastPitch = 1.05
const pitchSlack = 0.1
const fewestSpaced = 4

const isFigure = (character: string | undefined) =>
  character !== undefined &&
  ((character >= '0' && character <= '9') || character === '.' || character === ',')
const isWide = (character: string | undefined) => character !== undefined && character.charCodeAt(0) >= 0x2e80

/** The text of a line, its segments parted by a space. */
export const textOfLine = ({ segments }: PdfLine): string => segments.map(({ text }) => text).join(' ')

interface Row {
  glyphs: Glyph[]
  readonly y: number
  readonly size: number
}

/** Whether a glyph stands on an equal one of the last ones. */
function isDouble(glyph: Glyph, kept: readonly Glyph[]): boolean {
  const reach = printedTwice * glyph.size
  for (let at = kept.length - 1; at >= 0 && at >= kept.length - lookBack; at--) {
    const { text, left, y } = kept[at]!
    if (text === glyph.text && Math.hypot(left - glyph.left, y - glyph.y) <= reach) return true
  }
  return false
}

/** Without glyphs that stand on an equal one, of glyphs from left to right. */
function onceOnly(glyphs: readonly Glyph[]): Glyph[] {
  const kept: Glyph[] = []
  for (const glyph of glyphs) if (!isDouble(glyph, kept)) kept[kept.length] = glyph
  return kept
}

const byPlace = (a: Glyph, b: Glyph) => a.y - b.y || a.left - b.left
const fromLeft = (a: Glyph, b: Glyph) => a.left - b.left

function rowsOf(glyphs: readonly Glyph[]): Row[] {
  const rows: Row[] = []
  let row: Row | undefined
  for (const glyph of inOrder(glyphs, byPlace)) {
    if (row !== undefined && glyph.y - row.y <= sameBaseline * Math.min(glyph.size, row.size)) {
      row.glyphs[row.glyphs.length] = glyph
    } else {
      row = { glyphs: [glyph], y: glyph.y, size: glyph.size }
      rows.push(row)
    }
  }
  for (const own of rows) own.glyphs = onceOnly(inOrder(own.glyphs, fromLeft))
  return rows
}

/** The glyph nearest to a place, of glyphs from left to right: the last one that begins before it. */
function glyphBefore(glyphs: readonly Glyph[], x: number): number {
  return countFirst(glyphs.length, (index) => glyphs[index]!.left < x) - 1
}

/** Glyphs with no more room between them than those of one mark have. */
function runsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const runs: Glyph[][] = []
  for (const glyph of glyphs) {
    const last = runs.at(-1)?.at(-1)
    if (last !== undefined && glyph.left - last.right <= markGap * glyph.size) runs.at(-1)!.push(glyph)
    else runs.push([glyph])
  }
  return runs
}

/** Whether a run is a mark at the glyphs of a row: smaller, off its baseline, and touching one of them. */
function isMarkOf(run: readonly Glyph[], row: Row): boolean {
  const [first] = run
  const place = glyphBefore(row.glyphs, first!.left)
  const before = row.glyphs[place]
  const behind = row.glyphs[place + 1]
  const neighbours = [
    { glyph: before, gap: before === undefined ? Number.POSITIVE_INFINITY : first!.left - before.right },
    { glyph: behind, gap: behind === undefined ? Number.POSITIVE_INFINITY : behind.left - run.at(-1)!.right },
  ]
  return neighbours.some(({ glyph, gap }) => {
    if (glyph === undefined || gap > markGap * glyph.size || first!.size > markSize * glyph.size) return false
    const rise = (glyph.y - first!.y) / glyph.size
    return (rise >= markRise[0] && rise <= markRise[1]) || (rise < 0 && -rise <= markDrop)
  })
}

/** A row may begin with a small glyph: the number of an item. */
const largestOf = ({ glyphs }: Row) => glyphs.reduce((most, { size }) => Math.max(most, size), 0)

/** Rows of small glyphs give their marks to the rows that they stand at. */
function attachMarks(rows: readonly Row[]): Row[] {
  const sizes = rows.map(largestOf)
  for (const [index, row] of rows.entries()) {
    const places = [index + 1, index - 1, index + 2].filter((place) => rows[place] !== undefined)
    if (places.every((place) => row.size > markSize * sizes[place]!)) continue
    const near = places.map((place) => rows[place]!)
    const own: Glyph[] = []
    for (const run of runsOf(row.glyphs)) {
      const host = near.find((other) => isMarkOf(run, other))
      if (host === undefined) append(own, run)
      else host.glyphs = inOrder([...host.glyphs, ...run], fromLeft)
    }
    row.glyphs = own
  }
  return rows.filter(({ glyphs }) => glyphs.length > 0)
}

/** What stands between two glyphs: nothing, a space, or a gap that parts them. */
function between(before: Glyph, next: Glyph, gap: number): 'none' | 'space' | 'part' {
  const hasBlank = next.isAfterBlank
  const size = Math.min(before.size, next.size)
  if (gap > (next.opensBox === true ? boxGap : wideGap) * Math.max(before.size, next.size)) return 'part'
  const last = before.text.at(-1)
  const first = next.text[0]
  if (isFigure(last) && isFigure(first))
    return gap > figureGap * size || (hasBlank && gap > 0) ? 'space' : 'none'
  // Printers set a little space between Chinese characters and figures; it means nothing.
  if (isWide(last) !== isWide(first)) return 'none'
  if (!isWide(last)) return gap > latinGap * size || hasBlank ? 'space' : 'none'
  return gap > wordGap * size ? 'space' : 'none'
}

const raised: Readonly<Record<string, string>> = {
  0: '⁰',
  1: '¹',
  2: '²',
  3: '³',
  4: '⁴',
  5: '⁵',
  6: '⁶',
  7: '⁷',
  8: '⁸',
  9: '⁹',
}

/** Glyphs with the place of each above the line, from its neighbour on the line; 0 for those on it. */
function riseOf(glyph: Glyph, base: Glyph | undefined): number {
  if (base === undefined || glyph.size > markSize * base.size) return 0
  return (base.y - glyph.y) / base.size
}

/** Figures alone above the line say so, or km² would be km2; those in brackets do anyway. */
function raisedText(mark: string): string {
  return /^\d+$/.test(mark) ? [...mark].map((character) => raised[character]).join('') : mark
}

/** A segment of glyphs from left to right, and the text that they show. */
export function segmentOf(glyphs: readonly Glyph[]): Segment {
  let text = ''
  let mark = ''
  let before: Glyph | undefined
  /** The last glyph that stands on the line; before there is one, the first of full size. */
  let base = glyphs.find(({ size }) => size * markSize >= glyphs[0]!.size)
  for (const glyph of glyphs) {
    const joint = before === undefined ? 'none' : between(before, glyph, glyph.left - before.right)
    const isRaised = riseOf(glyph, base) >= markRise[0]
    if (!isRaised) {
      text += raisedText(mark)
      mark = ''
      base = glyph
    }
    if (joint !== 'none') text += ' '
    if (isRaised) mark += glyph.text
    else text += glyph.text
    before = glyph
  }
  const right = glyphs.reduce((most, glyph) => Math.max(most, glyph.right), Number.NEGATIVE_INFINITY)
  return { glyphs, text: text + raisedText(mark), left: glyphs[0]!.left, right }
}

/** Whether values lie within a slack of each other, above a least one. */
function areEven(values: readonly number[], least: number, slack: number): boolean {
  const smallest = values.reduce((one, two) => Math.min(one, two), Number.POSITIVE_INFINITY)
  const largest = values.reduce((one, two) => Math.max(one, two), Number.NEGATIVE_INFINITY)
  return smallest >= least && largest <= smallest + slack
}

/**
 * Glyphs of a row that is set with wide spaces between all characters, moved together: the spaces are even, or the
 * places of characters are.
 */
function withoutSpacing(glyphs: readonly Glyph[]): readonly Glyph[] {
  if (glyphs.length < fewestSpaced) return glyphs
  const stepTo = (glyph: Glyph, before: Glyph) => ({
    gap: (glyph.left - before.right) / glyph.size,
    pitch: (glyph.left - before.left) / glyph.size,
  })
  const first = stepTo(glyphs[1]!, glyphs[0]!)
  // Most lines are set close, as their first step says.
  if (first.gap < leastSpacing && first.pitch < leastPitch) return glyphs
  if (!glyphs.some(({ text }) => isWide(text))) return glyphs
  if (glyphs.some(({ opensBox }, at) => opensBox === true && at > 0)) return glyphs
  const steps = glyphs.slice(1).map((glyph, index) => stepTo(glyph, glyphs[index]!))
  const isSpaced =
    areEven(
      steps.map(({ gap }) => gap),
      leastSpacing,
      spacingSlack,
    ) ||
    areEven(
      steps.map(({ pitch }) => pitch),
      leastPitch,
      pitchSlack,
    )
  if (!isSpaced || first.gap > mostSpacing) return glyphs
  let moved = 0
  return glyphs.map((glyph, index) => {
    if (index > 0) moved += steps[index - 1]!.gap * glyph.size
    return { ...glyph, left: glyph.left - moved, right: glyph.right - moved }
  })
}

/** Glyphs cut at wide gaps. */
function partsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const parts: Glyph[][] = []
  let part: Glyph[] = []
  let before: Glyph | undefined
  for (const glyph of glyphs) {
    if (before === undefined || between(before, glyph, glyph.left - before.right) === 'part') {
      part = []
      parts.push(part)
    }
    part[part.length] = glyph
    before = glyph
  }
  return parts
}

function segmentsOf(glyphs: readonly Glyph[]): Segment[] {
  const together = withoutSpacing(glyphs)
  const segments = partsOf(together).map(segmentOf)
  // A line that was set wide ends where its last character stood.
  if (together === glyphs || segments.length !== 1) return segments
  return [{ ...segments[0]!, right: glyphs.at(-1)!.right }]
}

/** All glyphs of a line, in the order of its text. */
export const glyphsOfLine = ({ segments }: PdfLine): readonly Glyph[] =>
  segments.flatMap(({ glyphs }) => glyphs)

/** Lines of a page from top to bottom. */
export function findPdfLines(glyphs: readonly Glyph[]): PdfLine[] {
  return withoutReadings(attachMarks(rowsOf(glyphs))).map((row) => {
    const size = median(row.glyphs.map((glyph) => glyph.size)) ?? row.size
    return { segments: segmentsOf(row.glyphs), y: row.y, size }
  })
}
