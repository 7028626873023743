/**
 * Joins: white space inside a sentence, left by page breaks or letter-spacing, as corrections of the source. White
 * space that belongs to the typesetting is kept: wherever the text is no running prose, behind the end of a sentence,
 * beside anything but Chinese characters, around labels, between names.
 */

import type { Undecided } from '../model/correction.js'
import type { Block } from '../model/document.js'
import { append, most } from '../model/lists.js'
import { type LayoutCode, layoutCorrection } from './corrections.js'
import { type BlankGap, findGaps, type HanRun, type Sentence, sentencesOf } from './gaps.js'
import { startsArticle } from './headings.js'
import { findSpacing, letterSpaced } from './letter-spacing.js'
import { holdsFormula, isProse } from './prose.js'

/** At the start or end of a line of running text a piece before or behind a space is longer than a name. */
const shortestPiece = 5
/** Between two spaces it is longer than an office and the name of who holds it. */
const shortestBetween = 13
/** Of a word that is torn behind the first character of a text, at least so much is left. */
const shortestRest = 3
/** A piece between two breaks of one sentence is no longer than this: longer ones may be names. */
const longestSplinter = 3
/** A shorter block is no running text, but for a heading. */
const shortestText = 20
/** A label such as 姓 名 is no longer than this. */
const longestLabel = 6
/** Part of a name behind or before a middle dot is no longer than this. */
const longestName = 4
/** A longer sentence is none: a list, or text without marks. */
const longestSentence = 600
/** Page breaks are rare: a sentence with more gaps than one in so many characters holds blanks of another kind. */
const charactersPerGap = 12

/** With formulas in more than this share of its blocks a text is a mathematical one. */
const mostFormulas = 0.1

/** Whether a run is a piece of a sentence, not a name, an office or a cell. */
function isPiece({ size, bound }: HanRun): boolean {
  return bound === 'text' || size >= (bound === 'edge' ? shortestPiece : shortestBetween)
}

/** A single character at the start or end of a text is the rest of a word. */
function tearsEdge({ before, after }: BlankGap): boolean {
  const isSplinter = ({ size, bound }: HanRun) => size === 1 && bound === 'edge'
  const isRest = (run: HanRun) => isPiece(run) || (run.size >= shortestRest && run.bound === 'edge')
  return (isSplinter(before) && isRest(after)) || (isSplinter(after) && isPiece(before))
}

/** Whether two gaps tear one word twice, not part three names: a splinter between the pieces of a sentence. */
function isTornTwice(first: BlankGap | undefined, second: BlankGap | undefined): boolean {
  if (first === undefined || second === undefined || first.end + first.after.size !== second.start)
    return false
  const [before, after] = [first.before, second.after]
  const isLong = ({ size }: HanRun) => size >= shortestPiece
  if ((before.bound !== 'text' && !isLong(before)) || (after.bound !== 'text' && !isLong(after))) return false
  return first.after.size === 1 || (isLong(before) && isLong(after) && first.after.size <= longestSplinter)
}

/** 姓 名：, 王经理 电话：, a name with a middle dot, and the place and date of a dispatch (新华社北京1月5日电) keep their blank. */
function isTypeset(text: string, block: Block, { start, end, before, after }: BlankGap): boolean {
  const isLabelled = after.size <= longestLabel && /[：:]/.test(text[end + after.size] ?? '')
  // 此 中： and 证 券代码： are torn words.
  const isWhole = before.size > 1 && after.size > 1
  const opensLabel = before.bound !== 'text' && before.size + after.size <= longestLabel
  if (isLabelled && (isWhole || opensLabel)) return true
  const isName = (run: HanRun, bound: string | undefined) =>
    run.size <= longestName && /[·•・‧]/.test(bound ?? '')
  if (isName(before, text[start - before.size - 1]) || isName(after, text[end + after.size])) return true
  if (startsArticle(text, end)) return true
  return start - block.start <= 30 && /^[^，。、；：,;:]*[电讯]$/.test(text.slice(block.start, start))
}

/** Brackets that are open at an offset of a sentence, if what they hold has no comma: a note, a name, a title. */
function isInNote(text: string, { start, end }: Sentence, at: number): boolean {
  const opening = most([...'（(《【['].map((mark) => text.slice(start, at).lastIndexOf(mark)))
  if (opening < 0) return false
  const closing = text.slice(start + opening, end).search(/[）)》】\]]/)
  const close = closing < 0 ? end : start + opening + closing
  return close > at && !/[，,、]/.test(text.slice(start + opening, close))
}

/** Gaps of a sentence that are no typesetting: a sentence goes on behind them. */
function findTorn(text: string, block: Block, sentence: Sentence, gaps: readonly BlankGap[]): BlankGap[] {
  const { start, end } = sentence
  const size = end - start
  if (size > longestSentence || (block.kind !== 'heading' && block.end - block.start < shortestText))
    return []
  const words = text.slice(start, end)
  const isWhole = sentence.isEnded || (words.includes('，') && /[：:]$/.test(words))
  if (!isWhole || !isProse(words)) return []
  if (gaps.length > 2 && gaps.length * charactersPerGap > size) return []
  return gaps.filter((gap, index) => {
    if (isTypeset(text, block, gap) || isInNote(text, sentence, gap.start)) return false
    if (tearsEdge(gap)) return true
    if (isPiece(gap.before) && isPiece(gap.after)) return true
    return isTornTwice(gap, gaps[index + 1]) || isTornTwice(gaps[index - 1], gap)
  })
}

/**
 * Gaps left by page breaks. Where most blanks between Chinese characters stand in no sentence, or where they are more
 * than the marks, blanks part things in this text, and none is taken out; nor where formulas may have dropped out
 * of the sentences. Sentences of two halves are verses.
 */
function findPageBreaks(text: string, blocks: readonly Block[]): BlankGap[] {
  let all = 0
  let marks = 0
  let formulas = 0
  const torn: BlankGap[] = []
  for (const block of blocks) {
    const words = text.slice(block.start, block.end)
    marks += words.match(/[，、。；,;]/g)?.length ?? 0
    if (holdsFormula(words)) formulas++
    for (const sentence of sentencesOf(text, block)) {
      const gaps = findGaps(text, block, sentence)
      all += gaps.length
      if (gaps.length > 0 && block.kind !== 'title') append(torn, findTorn(text, block, sentence, gaps))
    }
  }
  if (torn.length * 2 <= all || torn.length > marks) return []
  if (formulas > blocks.length * mostFormulas) return []
  const isVerse = torn.filter(({ halves }) => halves).length > 1
  return isVerse ? torn.filter(({ halves }) => !halves) : torn
}

/** Joins inside of blocks, sorted within each kind, and disjoint. */
export function findJoins(text: string, blocks: readonly Block[]): Undecided[] {
  const own = blocks.filter(({ kind }) => kind !== 'boilerplate' && kind !== 'table')
  const spaced = letterSpaced(text, own)
  const others = new Set(own)
  for (const block of spaced) others.delete(block)
  const joinsOf = (code: LayoutCode) => (blanks: { readonly start: number; readonly end: number }) =>
    layoutCorrection(text, blanks.start, blanks.end, code)
  return [
    ...spaced.flatMap((block) => findSpacing(text, block)).map(joinsOf('letter-spacing')),
    ...findPageBreaks(text, [...others]).map(joinsOf('page-break')),
  ]
}
