/**
 * Vertical writing, laid down so that it is read as lines: a page of it as a whole, or a block of it on a page whose other
 * text runs across, in the place where it stands.
 */
import type { Glyph } from './ink.js'

/** With the radicals that some fonts name in the place of characters. */
const han = /[\u2e80-\u9fff]/
/** In parts of the type size: how far apart the characters of a vertical column stand. */
const verticalStep = [0.8, 2] as const
const sameColumn = 0.3
const fewestSteps = 8
/** Fewer characters below each other are a label in a cell. */
const shortestColumn = 5
/** Of a page in vertical writing, heads and numbers of pages run across. */
const mostAcross = 0.15
/** In parts of the type size: how far apart the lines of a block are laid. */
const linePitch = 1.6

const middle = ({ left, right }: Glyph) => (left + right) / 2

/** Whether a character follows the one before downwards. */
function stepsDown(before: Glyph | undefined, glyph: Glyph): boolean {
  if (before === undefined || !han.test(glyph.text)) return false
  const dy = (glyph.y - before.y) / glyph.size
  return (
    Math.abs(middle(glyph) - middle(before)) < sameColumn * glyph.size &&
    dy > verticalStep[0] &&
    dy < verticalStep[1]
  )
}

/** Whether the characters follow each other downwards, as in vertical writing, rather than to the right. */
function isVertical(glyphs: readonly Glyph[]): boolean {
  let down = 0
  let across = 0
  for (const [index, glyph] of glyphs.entries()) {
    const before = glyphs[index - 1]
    if (before === undefined || !han.test(glyph.text)) continue
    const isLevel = Math.abs(glyph.y - before.y) < sameColumn * glyph.size
    if (stepsDown(before, glyph)) down++
    else if (isLevel && middle(glyph) > middle(before)) across++
  }
  return down >= fewestSteps && down > 2 * across
}

/** Columns of characters that follow each other downwards, in the order in which they were drawn. */
function columnsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const columns: Glyph[][] = []
  for (const [index, glyph] of glyphs.entries()) {
    if (stepsDown(glyphs[index - 1], glyph)) columns.at(-1)!.push(glyph)
    else columns.push([glyph])
  }
  return columns.filter(({ length }) => length >= shortestColumn)
}

/** The glyphs with the columns among them as lines; undefined where there are none, or no room for the lines. */
function withBlockLaidDown(glyphs: readonly Glyph[]): Glyph[] | undefined {
  const columns = columnsOf(glyphs).sort((one, other) => middle(other[0]!) - middle(one[0]!))
  const inside = new Set(columns.flat())
  if (inside.size < fewestSteps || inside.size >= (1 - mostAcross) * glyphs.length) return undefined
  const all = [...inside]
  const size = all.reduce((largest, glyph) => Math.max(largest, glyph.size), 0)
  const top = all.reduce((least, glyph) => Math.min(least, glyph.y - glyph.size), Number.POSITIVE_INFINITY)
  const bottom = all.reduce((most, glyph) => Math.max(most, glyph.y), 0)
  // As far left as the other text, so that the lines are no column of their own.
  const left = glyphs.reduce((least, glyph) => Math.min(least, glyph.left), Number.POSITIVE_INFINITY)
  const isBeside = (glyph: Glyph) => !inside.has(glyph) && glyph.y > top && glyph.y - glyph.size < bottom
  if (columns.length * linePitch * size > bottom - top + size || glyphs.some(isBeside)) return undefined
  const laid = new Map<Glyph, Glyph>()
  for (const [line, column] of columns.entries()) {
    for (const glyph of column) {
      const from = left + glyph.y - glyph.size - top
      laid.set(glyph, {
        ...glyph,
        left: from,
        right: from + glyph.size,
        y: top + size + line * linePitch * size,
      })
    }
  }
  return glyphs.map((glyph) => laid.get(glyph) ?? glyph)
}

/** Vertical columns from right to left as lines from top to bottom, on a page of this width. */
export function laidDown(glyphs: readonly Glyph[], width: number): readonly Glyph[] {
  const block = withBlockLaidDown(glyphs)
  if (block !== undefined) return block
  if (!isVertical(glyphs)) return glyphs
  return glyphs.map((glyph) => {
    const left = glyph.y - glyph.size
    return { ...glyph, left, right: left + glyph.size, y: width - middle(glyph) }
  })
}
