/**
 * The words behind a number, used when those before it do not say what is measured: 30名专任保安, 602人参加普通高考, 6所学校超过规定标准,
 * 三分之二的边缘户缺乏技能.
 */

import { anyOf } from '../../resources/cue-group.js'
import type { Range, Reading } from '../reading.js'
import { cueAtEnd, cueAtStart, firstCue, isPartOfWord, textOf } from '../reading.js'

const adverbOrWithinCues = anyOf('adverb', 'within')
const verbCues = anyOf('verb')

export interface RightContext {
  /** What is counted, with what is said of it before it. */
  readonly words: string
  /** Where the words of the next number begin. */
  readonly end: number
}

/** Predicates longer than this are not made part of a name. */
const longestPredicate = 10
const longestObject = 20
const longestWords = 24
/** How far a noun reaches that is not marked off from the words behind it. */
const longestNoun = 14

/** Brackets, in which a list belongs to one number: 31个省(区、市). */
const [open, close] = [0x28, 0x29]

function isConnector(code: number): boolean {
  return code === 0x3001 || code === 0x548c || code === 0x4e0e || code === 0x53ca
}

/** The noun that a range begins with, where a known name follows it, or by what nouns end in. */
function nounEnd(reading: Reading, { start, end }: Range): number | undefined {
  const { heads, names } = reading.table
  const known = names.longestBefore(reading.codes, end, start)
  const isNoun = (at: number) => {
    const head = heads.longestBefore(reading.codes, at, start)
    if (head === undefined || head.value.kind === 'amount' || head.value.kind === 'rate') return false
    return head.end === start || head.value.noun.length > 1
  }
  if (known !== undefined && known.end > start && isNoun(known.end)) return known.end
  for (let at = Math.min(end - 1, start + longestNoun); at > start; at--) if (isNoun(at)) return at
  return undefined
}

/** Where the words end that belong to this number: at 、 or 和 where another number follows. */
function ownEnd(reading: Reading, start: number, end: number, hasNext: boolean): number {
  if (!hasNext) return end
  let depth = 0
  for (let at = start; at < end; at++) {
    const code = reading.codes[at]!
    if (code === open) depth++
    else if (code === close) depth--
    else if (depth === 0 && isConnector(code)) return at
  }
  return end
}

/** The noun before a verb, without the adverb or 中 between them: 1126个行政村全部完成 …. */
function bareNoun(reading: Reading, { start, end }: Range): Range {
  let limit = end
  for (;;) {
    const found = cueAtEnd(reading, { start, end: limit }, adverbOrWithinCues)
    if (found === undefined || found.start - start < 2) return { start, end: limit }
    limit = found.start
  }
}

/** 头(只), 套(户): the other unit that a number counts in. */
const otherUnit = /^[ ]*\([^()]{1,2}\)/

/** Reads the words behind a number; `hasNext`: another number follows without a mark between. */
export function readRightContext(reading: Reading, range: Range, hasNext: boolean): RightContext | undefined {
  let start =
    range.start + (otherUnit.exec(reading.text.slice(range.start, range.start + 5))?.[0].length ?? 0)
  while (start < range.end && reading.codes[start] === 0x20) start++
  if (reading.text[start] === '的') start++
  if (start >= range.end || isConnector(reading.codes[start]!)) return undefined
  const end = ownEnd(reading, start, range.end, hasNext)
  /** The words of the next number begin somewhere among these. */
  const isShared = hasNext && end === range.end
  const opening = cueAtStart(reading, { start, end }, verbCues)
  if (opening !== undefined && opening.end < end && !isPartOfWord(reading, opening.start, opening.end)) {
    const object = reading.text.slice(opening.end, Math.min(end, opening.end + longestObject))
    return isShared ? undefined : { words: object + opening.cue.standard, end }
  }
  const verb = firstCue(reading, { start, end }, verbCues)
  if (verb !== undefined && verb.start > start) {
    const noun = textOf(reading, bareNoun(reading, { start, end: verb.start }))
    if (isShared) return { words: noun, end: verb.start }
    const predicate = reading.text.slice(verb.start, end).trim()
    return { words: !hasNext && predicate.length <= longestPredicate ? predicate + noun : noun, end }
  }
  if (isShared) {
    const split = nounEnd(reading, { start, end })
    return split === undefined ? undefined : { words: textOf(reading, { start, end: split }), end: start }
  }
  const words = textOf(reading, bareNoun(reading, { start, end: Math.min(end, start + longestWords) }))
  return words.trim() === '' ? undefined : { words, end }
}
