/**
 * The time of one number: what the words before it say of time, for it alone or from here on.
 * Invariant: a base of comparison is the time of its own figure only.
 */
import type { Period } from '../../model/fact.js'
import { anyOf } from '../../resources/cue-group.js'
import type { Discourse, Position } from '../mentions/discourse.js'
import { endsOf, noteTimes, type Place, periodsInTurn } from '../mentions/timeline.js'
import { noName } from '../names/name.js'
import { readPeriod } from '../phrases/period.js'
import type { Phrase } from '../phrases/phrase.js'
import { isJoin, type Time } from '../phrases/times.js'
import { cueAtEnd, type Range, type Reading, textOf } from '../reading.js'
import { rowLength } from './statement.js'

const toCues = anyOf('to')

/** How many characters may stand between the time of a base and its figure. */
const longestAttribute = 12

/** 下降为 of 下降为1962年的: the time of a level stands between the verb that leads to it and its number. */
export function withoutReachedTime(reading: Reading, left: Range, times: readonly Time[]): Range {
  const last = times.at(-1)
  if (last === undefined || last.role !== 'holds' || last.from === left.start) return left
  const isLed = cueAtEnd(reading, { start: left.start, end: last.start }, toCues) !== undefined
  const isLast = /^的?$/.test(reading.text.slice(last.end, left.end))
  return isLed && isLast ? { start: left.start, end: last.start } : left
}

/** Where a number stands, for the times before it. */
export function placeOf({ around, mentions, sentence }: Discourse, isBeside: boolean): Place {
  const last = mentions.at(-1)
  return {
    reading: around.reading,
    report: around.report,
    opensSentence: last?.sentence !== sentence,
    opensParagraph: last === undefined,
    isBeside,
  }
}

/**
 * Takes the times right before a number, and gives the one that is its alone: of a base (较2016年的5亿元), of the level that
 * a change starts at or reaches (由2010年的3人增至2015年的5人), or in its turn (2017年至2019年分别为). `times` are those of
 * the words before the number.
 */
export function readTimes(
  discourse: Discourse,
  position: Position,
  phrase: Phrase,
  times: readonly Time[],
): Period | undefined {
  const { around, timeline, mentions } = discourse
  const { reading, report } = around
  const { left } = position.context
  const last = times.at(-1)
  const before = mentions.at(-1)
  const isReached =
    before?.phrase.from === true && before.sentence === discourse.sentence && before.name !== noName
  const isOfBase =
    last?.role === 'base' && !isCompared(phrase, position) && left.end - last.end <= longestAttribute
  if (last !== undefined && (isReached || isOfBase || last.role === 'start'))
    return readPeriod(reading, last, report)
  noteTimes(timeline, times, placeOf(discourse, true))
  if (times.length === 0 && (phrase.from || isReached)) return endsOf(timeline)?.[phrase.from ? 0 : 1]
  if (phrase.respective && isRow(reading, times, rowLength(discourse, position)))
    timeline.turn = times.map((time) => readPeriod(reading, time, report))
  else if (phrase.respective) timeline.turn = periodsInTurn(timeline, rowLength(discourse, position))
  return timeline.turn.shift()
}

/** Whether the number says how something stands to its base: 增长5%, 是上年的1.5倍. */
function isCompared({ change, fractionOf, shareOf }: Phrase, { context }: Position): boolean {
  const isRelative = change !== null || fractionOf !== null || shareOf !== null
  return isRelative || context.quantity.measure === 'multiple'
}

/** 一季度和二季度 before as many figures: nothing but 和 or 、 stands between the times. */
function isRow(reading: Reading, times: readonly Time[], length: number): boolean {
  if (times.length < 2 || times.length !== length || times[0]!.role !== 'holds') return false
  return times.every(({ end }, index) => {
    const next = times[index + 1]
    return next === undefined || isJoin.test(textOf(reading, { start: end, end: next.start }))
  })
}
