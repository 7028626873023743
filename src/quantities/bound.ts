/**
 * Words around an amount that bound it: 近, 不低于, 以上, 左右, 比…大.
 * Invariant: the value stays as printed; the words change only `low` and `high`.
 */
import type { Exact } from '../model/exact.js'
import type { Bound } from '../model/fact.js'
import type { BoundWord } from '../resources/units.js'
import {
  beforeBlanks,
  behindBlanks,
  codeAt,
  isDigit,
  isOneOf,
  isWordCharacter,
  type QuantityText,
  standsAt,
} from './text.js'

export interface BoundReading {
  readonly word: BoundWord
  /** Where the quantity begins or ends with the word, when it stands right beside the number. */
  readonly at: number
}

/** Verbs that lead to a number whose base stands between: 约为2018年的五倍, 约占全县的三分之一. */
const governing = ['相当于', '达到', '为', '是', '占', '达']
const baseReach = 20

/** The bound of a multiple or share whose base is named before it; undefined where none governs the number. */
export function readGoverningBound(source: QuantityText, start: number): BoundReading | undefined {
  if (!isOneOf(codeAt(source, start - 1), '的')) return undefined
  for (let at = start - 2; at > 0 && start - at <= baseReach; at--) {
    if (!isWordCharacter(codeAt(source, at))) return undefined
    for (const verb of governing) {
      if (!standsAt(source, at - verb.length, verb)) continue
      const match = matchBefore(source, at - verb.length, false)
      if (match !== undefined) return { word: match.word, at: start }
    }
  }
  return undefined
}

const named =
  /^的[\p{Script=Han}]{0,6}?(?:目标|标准|水平|平均|均值|指标|要求|限值|红线|上限|下限|及格线|警戒线)/u

/** 低于98.5%的目标值: what is compared with bears a name, so that the number itself is exact. */
function isComparedWithNamed(source: QuantityText, word: BoundWord, end: number): boolean {
  return (
    /^(?:低|高|多|少|大|小)于$|^超过$/.test(word.word) &&
    !isDigit(codeAt(source, end - 1)) &&
    named.test(source.text.slice(end, end + 12))
  )
}

/**
 * The bounds before and behind a quantity that hold. 控制在 alone is a limit, but a bound behind the number
 * (控制在5%左右) says more; a comparison with a named value bounds what is compared and not the value.
 */
export function readBounds(
  source: QuantityText,
  start: number,
  end: number,
  bare: boolean,
): { before: BoundReading | undefined; after: BoundReading | undefined } {
  const before = readBoundBefore(source, start, bare)
  const after = readBoundAfter(source, end)
  if (before === undefined) return { before, after }
  const gives = after !== undefined && before.word.word.endsWith('在')
  return { before: gives || isComparedWithNamed(source, before.word, end) ? undefined : before, after }
}

const fillers = ['达到', '有', '为', '了', '是', '达', '占', '需', '在']

/** What turns a bound round, longest first: 不得低于, 不宜大于, 未超过. */
const negations = [
  '不允许',
  '不得',
  '不应',
  '不能',
  '不宜',
  '不可',
  '不许',
  '不准',
  '不会',
  '没有',
  '不',
  '未',
]
const opposites: Readonly<Partial<Record<Bound, Bound>>> = { 'more-than': 'at-most', 'less-than': 'at-least' }

/** The bound with what negates it: 不得低于 is at least. */
function withNegation(source: QuantityText, { word, at }: BoundReading): BoundReading {
  const bound = opposites[word.bound]
  const negation = bound && negations.find((own) => standsAt(source, at - own.length, own))
  if (bound === undefined || negation === undefined) return { word, at }
  return { word: { ...word, word: negation + word.word, bound }, at: at - negation.length }
}

function matchBefore(source: QuantityText, at: number, bare: boolean): BoundReading | undefined {
  const match = source.table.before.longestBefore(source.codes, at)
  if (match === undefined) return undefined
  const { notAfter } = match.value
  if (notAfter === '*' ? !bare : isOneOf(codeAt(source, match.end - 1), notAfter)) return undefined
  return withNegation(source, { word: match.value, at: match.end })
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
export function endsOf(word: BoundWord, value: Exact): { low: Exact | null; high: Exact | null } {
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
