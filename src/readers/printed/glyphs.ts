/**
 * The glyphs of a page as text is read: the page turned the way most of it is written, vertical columns laid down as
 * lines, slanted text aside.
 * Invariant: every glyph is in one of the parts, but for those of fonts that do not say which characters they show.
 */
import { most } from '../../model/lists.js'
import type { Rule } from './geometry.js'
import { median } from './geometry.js'
import type { Glyph, PageInk } from './ink.js'
import { laidDown } from './vertical.js'

/** A text with the glyphs that show it. */
export interface AsideText {
  readonly text: string
  readonly glyphs: readonly Glyph[]
}

export interface UprightPage {
  readonly glyphs: readonly Glyph[]
  readonly rules: readonly Rule[]
  /** Texts that are written in another direction than the page: watermarks, stamps. */
  readonly aside: readonly AsideText[]
  /** Large pale letters, which may be a watermark. */
  readonly pale: readonly Glyph[]
  /** There where a font does not say which characters its glyphs are. */
  readonly isUnreadable: boolean
}

/** In degrees: text that is off an axis by no more is meant to lie along it. */
const steady = 4

const quarterOf = (angle: number) => ((Math.round(angle / 90) % 4) + 4) % 4
const isSlanted = (angle: number) => Math.abs(angle - Math.round(angle / 90) * 90) > steady

/** The quarter turn that most glyphs are written in. */
function commonQuarter(glyphs: readonly Glyph[]): number {
  const counts = [0, 0, 0, 0]
  for (const { angle } of glyphs) if (!isSlanted(angle)) counts[quarterOf(angle)]!++
  return counts.indexOf(most(counts))
}

type Turn = (x: number, y: number) => readonly [number, number]

/** Places after the page was turned against its clockwise quarter turns. */
function turnOf(quarter: number, width: number, height: number): Turn {
  if (quarter === 1) return (x, y) => [y, width - x]
  if (quarter === 2) return (x, y) => [width - x, height - y]
  if (quarter === 3) return (x, y) => [height - y, x]
  return (x, y) => [x, y]
}

function turnGlyph(glyph: Glyph, turn: Turn, quarter: number): Glyph {
  const [left, y] = turn(glyph.left, glyph.y)
  return { ...glyph, left, right: left + glyph.right - glyph.left, y, angle: glyph.angle - quarter * 90 }
}

function turnRule({ direction, at, from, to }: Rule, turn: Turn): Rule {
  const [x0, y0] = direction === 'across' ? turn(from, at) : turn(at, from)
  const [x1, y1] = direction === 'across' ? turn(to, at) : turn(at, to)
  const isAcross = Math.abs(x1 - x0) > Math.abs(y1 - y0)
  return isAcross
    ? { direction: 'across', at: y0, from: Math.min(x0, x1), to: Math.max(x0, x1) }
    : { direction: 'down', at: x0, from: Math.min(y0, y1), to: Math.max(y0, y1) }
}

const letter = /\p{L}/u
/** Most glyphs are such letters, and nothing else needs to be asked of them. */
const isHan = (text: string) => text.length === 1 && text >= '\u4e00' && text <= '\u9fff'
/** What glyphs look like where a font does not say which characters they are: control characters, accented letters. */
const strange = /[\p{Cc}\p{Co}\u00a1-\u024f\ufffd]/u
const fewestLetters = 8
const mostStrange = 0.5

/** Fonts most of whose letters are none that a text has. */
function unreadableFonts(glyphs: readonly Glyph[]): ReadonlySet<string> {
  const counts = new Map<string, { letters: number; strange: number }>()
  for (const { font, text } of glyphs) {
    const isStrange = !isHan(text) && strange.test(text)
    if (!isStrange && !isHan(text) && !letter.test(text)) continue
    const count = counts.get(font) ?? { letters: 0, strange: 0 }
    if (count.letters === 0) counts.set(font, count)
    count.letters++
    if (isStrange) count.strange++
  }
  return new Set(
    [...counts].flatMap(([font, count]) =>
      count.letters >= fewestLetters && count.strange > mostStrange * count.letters ? [font] : [],
    ),
  )
}

/** Glyphs that follow each other in one direction, as texts. */
function textsOf(glyphs: readonly Glyph[]): AsideText[] {
  const texts: { text: string; glyphs: Glyph[] }[] = []
  let before: Glyph | undefined
  for (const glyph of glyphs) {
    const reach = 2 * glyph.size
    const follows =
      before !== undefined &&
      before.angle === glyph.angle &&
      Math.hypot(glyph.left - before.left, glyph.y - before.y) <= reach + (before.right - before.left)
    if (!follows) texts.push({ text: '', glyphs: [] })
    const last = texts.at(-1)!
    last.text += glyph.text
    last.glyphs.push(glyph)
    before = glyph
  }
  return texts.map((one) => ({ ...one, text: one.text.trim() })).filter(({ text }) => text !== '')
}

/** Letters of a watermark are larger than those of the text by so much. */
const largeLetters = 1.4

export function uprightPage({ glyphs: shown, rules, box }: PageInk): UprightPage {
  const unreadable = unreadableFonts(shown)
  const readable = shown.filter(({ font }) => !unreadable.has(font))
  const quarter = commonQuarter(readable)
  const turn = turnOf(quarter, box.right, box.bottom)
  const isAside = ({ angle }: Glyph) => isSlanted(angle) || quarterOf(angle) !== quarter
  const upright = readable.filter((glyph) => !isAside(glyph))
  const along = quarter === 0 ? upright : upright.map((glyph) => turnGlyph(glyph, turn, quarter))
  const usual = median(along.map(({ size }) => size)) ?? 0
  const isLargePale = ({ isPale, size }: Glyph) => isPale && size > largeLetters * usual
  const body = along.filter((glyph) => !isLargePale(glyph))
  const width = quarter % 2 === 0 ? box.right : box.bottom
  return {
    glyphs: laidDown(body, width),
    rules: quarter === 0 ? rules : rules.map((rule) => turnRule(rule, turn)),
    aside: textsOf(readable.filter(isAside)),
    pale: along.filter(isLargePale),
    isUnreadable: unreadable.size > 0,
  }
}
