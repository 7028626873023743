/**
 * How a phrase states a difference: its verb (提高了, 增长到), what it is compared with (比去年, 同比, 高于全省平均水平), and where a
 * change starts (由去年的). Which figure is meant is decided in relations.
 */
import { type ChangeDirection, changeDirections } from '../../model/fact.js'
import { anyOf } from '../../resources/cue-group.js'
import type { Range, Reading } from '../reading.js'
import { cueAtEnd, cueAtStart, isKnownName, lastCue, textOf } from '../reading.js'
import type { Spans } from './spans.js'

const toCues = anyOf('to')
const particleCues = anyOf('aspect', 'verb-end', 'respective', 'connector', 'plan')
const againstOrPeriodCues = anyOf('against', 'period')
const respectiveCues = anyOf('respective')
const yearCues = anyOf('year')
const averageOrShareEndCues = anyOf('average', 'share-end')
const thanCues = anyOf('than')
const aboveCues = anyOf('above')
const belowCues = anyOf('below')
const fromCues = anyOf('from')

/** How something differs, and from what. */
export interface PhraseChange {
  readonly direction: ChangeDirection
  readonly against: string | null
}

export interface Verb {
  readonly direction: PhraseChange['direction']
  readonly start: number
  /** It leads to a level: 提高到. */
  readonly reaches: boolean
  /** One character, which tells a change only beside 比 or before a percentage: 多, 减. */
  readonly isSingle: boolean
  /** One character with a particle behind it: 高达. */
  readonly isWeak: boolean
  /** A verb with its noun, which behind another noun is a name: 增收, 减支. */
  readonly isAmount: boolean
}

const verbs = anyOf(...changeDirections)
/** How many particles may stand behind the verb. */
const particles = 3
/** How long the words for a base may be. */
const longestBase = 16
/** How long the words between 由 and a number may be. */
const longestStart = 20

/** 提高了, 增长到, 减少 at the end of a range. */
export function readVerb(reading: Reading, range: Range): Verb | undefined {
  const cursor = { start: range.start, end: range.end }
  let reaches = false
  let isParted = false
  for (let count = 0; count < particles; count++) {
    while (cursor.end > cursor.start && reading.codes[cursor.end - 1] === 0x20) cursor.end--
    const verb = cueAtEnd(reading, cursor, verbs)
    if (verb !== undefined && !(verb.start > cursor.start && isKnownName(reading, cursor))) {
      const { kind } = verb.cue
      const direction = kind === 'increase' || kind === 'decrease' ? kind : 'level'
      const isSingle = verb.end - verb.start === 1
      return {
        direction,
        start: verb.start,
        reaches,
        isSingle,
        isWeak: isSingle && isParted,
        isAmount: /[收支]$/.test(verb.cue.word),
      }
    }
    const to = cueAtEnd(reading, cursor, toCues)
    const particle = to ?? cueAtEnd(reading, cursor, particleCues)
    if (particle === undefined) return undefined
    reaches ||= to !== undefined
    isParted ||= to === undefined && particle.cue.kind === 'verb-end'
    cursor.end = particle.start
  }
  return undefined
}

/** The words of a comparison in standard wording: 去年 for 客岁. */
export function standardBase(reading: Reading, range: Range): string {
  const found = cueAtStart(reading, range, againstOrPeriodCues)
  const standard = found === undefined ? '' : found.cue.standard
  return (standard + reading.text.slice(found?.end ?? range.start, range.end))
    .replace(/^的/, '')
    .replace(/(?<![的,、\s])[的,、\s]+$/, '')
}

/** The last 比 or 较 of a range, also where 占比 stands before it: 占比较上年提高. */
export function lastThan(reading: Reading, range: Range): Range | undefined {
  const than = lastCue(reading, range, thanCues)
  const share = range.start + textOf(reading, range).lastIndexOf('占比较')
  return than !== undefined || share < range.start ? than : { start: share + 2, end: share + 3 }
}

/** 比去年, 较上年同期, 同比 before a verb: where it begins, and against what. */
export function readComparison(
  reading: Reading,
  range: Range,
): { readonly start: number; readonly against: string | null } | undefined {
  const cursor = { start: range.start, end: range.end }
  const respective = cueAtEnd(reading, cursor, respectiveCues)
  if (respective !== undefined) cursor.end = respective.start
  const year = cueAtEnd(reading, cursor, yearCues)
  if (year !== undefined) return { start: year.start, against: year.cue.standard }
  const than = lastThan(reading, cursor)
  if (than === undefined || cursor.end <= than.end || cursor.end - than.end > longestBase) return undefined
  return { start: than.start, against: standardBase(reading, { start: than.end, end: cursor.end }) || null }
}

/**
 * 高于对照组的: the figure is what is compared with has, in its first group. 不低于 bounds, 高于上年的 is no other's, and
 * 低于收入的 says a share of an amount.
 */
export const compared =
  /(?<!不)[高低大小多少优长短快慢]于([^,;:。]{1,11}[^,;:。年月日期度季值额量数入出算资款金价])的$/

/** 增速高于城镇居民 before a number of points: the base stands behind the verb. */
export function readAbove(
  reading: Reading,
  range: Range,
): { readonly start: number; readonly change: PhraseChange } | undefined {
  const above = lastCue(reading, range, aboveCues)
  const found = above ?? lastCue(reading, range, belowCues)
  if (found === undefined || range.end - found.end > longestBase || range.end === found.end) return undefined
  const against = textOf(reading, { start: found.end, end: range.end }).trim() || null
  return { start: found.start, change: { direction: above === undefined ? 'decrease' : 'increase', against } }
}

/** What may stand between 由 and the level that a change starts at: 由年人均, 由普查时的, 从原来的. */
const isAttribute = /^(?:[年月日]?(?:人均|户均|亩均|平均)|每[^每]{1,4}|[^,，]{0,12}的)$/

/** 由, 由去年的, 由每人每年 at the end of a range, behind the name. */
export function readFrom(
  reading: Reading,
  range: Range,
  spans: Spans,
): { readonly start: number; readonly period: Range | undefined } | undefined {
  const from = lastCue(reading, range, fromCues)
  if (from === undefined || range.end - from.end > longestStart) return undefined
  const cursor = { start: from.end, end: range.end }
  let period: Range | undefined
  while (cursor.start < cursor.end) {
    const date = spans.date(cursor.start, cursor.end) ?? cueAtStart(reading, cursor, againstOrPeriodCues)
    if (date === undefined && isAttribute.test(textOf(reading, cursor))) break
    const found = date ?? cueAtStart(reading, cursor, averageOrShareEndCues)
    if (found === undefined) return undefined
    if (date !== undefined) period = { start: date.start, end: date.end }
    cursor.start = found.end
  }
  return { start: from.start, period }
}
