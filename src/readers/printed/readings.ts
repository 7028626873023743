/** How words are read, in small letters over them (ruby): pinyin, bopomofo or kana, which are no text of the line. */
import { countFirst } from '../../model/sorted.js'
import type { Glyph } from './ink.js'

/** What a row of a page holds, from left to right. */
interface Row {
  readonly glyphs: readonly Glyph[]
  readonly y: number
}

/** In parts of the type size of what is read: size of the letters, how far above it they stand, how far beside it. */
const letterSize = 0.65
const rise = [0.7, 1.4] as const
const beside = 0.5

const letters = /^[\p{Script=Latin}\p{Script=Bopomofo}\p{Script=Hiragana}\p{Script=Katakana}\p{M}ー˙ˊˇˋ]+$/u
/** A letter that only readings have: a vowel with its tone, bopomofo, kana. */
const telling = /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ\p{M}\p{Script=Bopomofo}\p{Script=Hiragana}\p{Script=Katakana}]/u
const han = /\p{Script=Han}/u

/** Whether a letter stands over a Chinese character of a row, or right beside one, and is much smaller. */
function isOver({ left, right, size, y }: Glyph, below: Row): boolean {
  const middle = (left + right) / 2
  const next = countFirst(below.glyphs.length, (at) => below.glyphs[at]!.left < middle)
  return below.glyphs.slice(Math.max(0, next - 1), next + 1).some((base) => {
    const reach = beside * base.size
    const up = (base.y - y) / base.size
    const isNear = middle > base.left - reach && middle < base.right + reach
    return isNear && size <= letterSize * base.size && up >= rise[0] && up <= rise[1] && han.test(base.text)
  })
}

/** Whether a row is nothing but the reading of the row below it. */
function isReading({ glyphs }: Row, below: Row): boolean {
  if (!glyphs.every(({ text }) => letters.test(text))) return false
  return glyphs.some(({ text }) => telling.test(text)) && glyphs.every((glyph) => isOver(glyph, below))
}

/** Rows from top to bottom, without those that say how the row below them is read. */
export function withoutReadings<Line extends Row>(rows: readonly Line[]): Line[] {
  return rows.filter((row, at) => rows[at + 1] === undefined || !isReading(row, rows[at + 1]!))
}
