/**
 * What stands around an amount and bounds it: 近, 不低于, 以上, 左右, 比…大. It says what the words mean for the ends of
 * the value and leaves the amount itself as read.
 * Invariant: the value stays as printed; only `low` and `high` follow from the words.
 */
import type { Bound } from '../model/fact.js'
import type { BoundWord } from '../resources/units.js'
import { beforeBlanks, behindBlanks, codeAt, isOneOf, type QuantityText, standsAt } from './quantity-text.js'

export interface BoundReading {
  readonly word: BoundWord
  /** Where the quantity begins or ends with the word, when it stands right beside the number. */
  readonly at: number
}

const fillers = ['达到', '有', '为', '了', '是', '达', '占', '需', '在']

function matchBefore(source: QuantityText, at: number, bare: boolean): BoundReading | undefined {
  const match = source.table.before.longestBefore(source.codes, at)
  if (match === undefined) return undefined
  const { notAfter } = match.value
  if (notAfter === '*' ? !bare : isOneOf(codeAt(source, match.end - 1), notAfter)) return undefined
  return { word: match.value, at: match.end }
}

/** The bound word before a number, with 有, 为, 了 between at most; undefined where there is none. */
export function readBoundBefore(
  source: QuantityText,
  start: number,
  bare: boolean,
): BoundReading | undefined {
  const at = beforeBlanks(source, start)
  const direct = matchBefore(source, at, bare)
  if (direct !== undefined) return direct
  for (const filler of fillers) {
    if (!standsAt(source, at - filler.length, filler)) continue
    const match = matchBefore(source, beforeBlanks(source, at - filler.length), bare)
    // With a word between, the bound stays outside of the span.
    return match === undefined ? undefined : { word: match.word, at: start }
  }
  return undefined
}

/** The bound word behind a quantity. */
export function readBoundAfter(source: QuantityText, end: number): BoundReading | undefined {
  const match = source.table.after.longest(source.codes, behindBlanks(source, end))
  if (match === undefined) return undefined
  const follows = codeAt(source, match.end)
  if (match.value.word === '内' && isOneOf(follows, '容部外涵在地陆科')) return undefined
  if (match.value.word === '上下' && isOneOf(follows, '班学游级')) return undefined
  return { word: match.value, at: match.end }
}

const comparisons: Readonly<Record<string, Bound>> = {
  大: 'more-than',
  高: 'more-than',
  多: 'more-than',
  小: 'less-than',
  低: 'less-than',
  少: 'less-than',
}

/** 比三十大: a comparison around the number. */
export function readComparison(source: QuantityText, start: number, end: number): BoundReading | undefined {
  if (codeAt(source, beforeBlanks(source, start) - 1) !== 0x6bd4) return undefined
  const at = behindBlanks(source, end)
  const word = source.text[at] ?? ''
  const bound = comparisons[word]
  return bound === undefined ? undefined : { word: { word, bound, notAfter: '' }, at: start }
}

/** The ends that a bound word gives a printed value. */
export function endsOf(word: BoundWord, value: string): { low: string | null; high: string | null } {
  switch (word.bound) {
    case 'more-than':
    case 'at-least':
      return { low: value, high: null }
    case 'less-than':
    case 'at-most':
      return { low: null, high: value }
    case 'approx':
      // 近 and 将近 say that the value is not quite reached.
      return { low: null, high: word.word.endsWith('近') ? value : null }
    default:
      return { low: null, high: null }
  }
}
