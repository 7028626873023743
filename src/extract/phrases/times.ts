/**
 * The times that a clause names, each with what it does there: it says when the figures hold, or when something was
 * done (于2019年开工), or happened once to whom it is about (1975年出生), is the base of a comparison, or where a change starts. For how long it holds is decided in mentions.
 * Invariant: times are disjoint and in order; none goes over the edge of the clause.
 */

import { anyOf } from '../../resources/cue-group.js'
import type { Range, Reading } from '../reading.js'
import { cueAtEnd, cueAtStart, isPartOfWord, textOf } from '../reading.js'
import { lastThan } from './comparison.js'
import { dateAt } from './phrase.js'
import type { Spans } from './spans.js'

const periodEndCues = anyOf('period-end')
const periodOrAgainstCues = anyOf('period', 'against')
const leadInCues = anyOf('from', 'until', 'to')

export interface Time extends Range {
  readonly role: 'holds' | 'event' | 'once' | 'base' | 'start'
  /** Where the words begin that lead to it: 截至, 比, 由. */
  readonly from: number
}

/** A year of another count, which one of ours may follow in brackets: 光绪三十年(1904). */
const isOtherCount = /^[^\d〇零一二三四五六七八九十].*年$/
/** How far before a base its 比 may stand. */
const longestBase = 10
/** How many characters say that something happened once. */
const longestOnce = 5
/** How far behind a base 相比 may stand. */
const longestComparison = 40
/** Words that name a time before or behind a subject, and are no part of a longer name there. */
const isPlain = /^(?:今年|本年|去年|上年|全年|[上下]半年|第?[一二三四]季度|前三季度|目前|当年|同年|是年|该年)/
/** Words that lead to a time. */
const leading = anyOf('than', 'from', 'until', 'subject', 'plan', 'estimate', 'connector', 'among')
/** Where a name goes on behind such a word: 全年目标任务, 上年结转. */
const goesOn =
  /^(?:(?:今|本|去|明)年(?:目标|任务)|(?:[全上]年|年初|年度)(?:目标|任务|计划|预算|结转|水平|[确核]定|下达)|年(?:均|级))/
/** Words for how often, and for the time that was named before. */
const isNoTime = /^(?:每|同期)/
const isSince = /^(?:以来|之?后|起|开始|[至到—~-])/
/** The same year, right behind its name: 2019年当年. */
const isAgain = /^[当同是该]年/
/** Between two times that do the same: 比一季度、二季度. */
export const isJoin = /^[、和与及]$/
const isCompared = /^[^,，。；;]*?(?:相比|相较|比较|持平|对比)/
const isBasis = /^[^,，。；;]*?(?:计算|不变价|价格|口径|为基[数期])/
const leadsToBase = /(?:[高低优好快慢多少][于过]|超过|不及|恢复到|相当于|仅为|是|(?<![降升加少高长增减])为)$/

const isQuote = (code: number) => code === 0x201c || code === 0x22

/** “十三五”期间: a plan's time, whose name stands in quotation marks. */
function quotedAt(reading: Reading, { start, end }: Range, spans: Spans): Range | undefined {
  if (!isQuote(reading.text.charCodeAt(start))) return undefined
  const date = spans.date(start + 1, end)
  if (date === undefined || !'”"'.includes(reading.text[date.end] ?? '')) return undefined
  const tail = cueAtStart(reading, { start: date.end + 1, end }, periodEndCues)
  return { start, end: tail?.end ?? date.end + 1 }
}

/** 每半年, 六七十年代: how often, and a time of no year. */
function isLoose(reading: Reading, time: Range): boolean {
  return reading.text[time.start - 1] === '每' || /年代$/.test(textOf(reading, time))
}

/** 2019年 of 2019年当年. */
function withoutAgain(reading: Reading, { start, end }: Range): Range {
  return { start, end: end - start > 2 && isAgain.test(reading.text.slice(end - 2, end)) ? end - 2 : end }
}

/** A time that begins at an offset: a date with what belongs to it, or a word. */
function timeAt(reading: Reading, at: number, { start, end }: Range, spans: Spans): Range | undefined {
  const date = dateAt(reading, { start: at, end }, spans) ?? quotedAt(reading, { start: at, end }, spans)
  if (date !== undefined) return isLoose(reading, date) ? undefined : withoutAgain(reading, date)
  const cue = cueAtStart(reading, { start: at, end }, periodOrAgainstCues)
  if (cue === undefined || isPartOfWord(reading, at, cue.end)) return undefined
  const rest = textOf(reading, { start: at, end })
  if (goesOn.test(rest) || isNoTime.test(rest)) return undefined
  const isLed = cueAtEnd(reading, { start, end: at }, leading) !== undefined
  return at === start || isLed || isPlain.test(rest) ? { start: at, end: cue.end } : undefined
}

/** Where a bracket ends that opens at the offset; what it says of time is an aside: 2013年末（普查在2014年）. */
function bracketEnd(reading: Reading, at: number, { end }: Range): number {
  let depth = 0
  for (let position = at; position < end; position++) {
    if (reading.codes[position] === 0x28) depth++
    else if (reading.codes[position] === 0x29 && --depth === 0) return position + 1
  }
  return end
}

/** 比, 较 shortly before a time, and 与 where 相比 stands behind it. */
function baseFrom(reading: Reading, clause: Range, { start, end }: Range): number | undefined {
  const before = { start: Math.max(clause.start, start - longestBase), end: start }
  const than = lastThan(reading, before)
  if (than !== undefined) return than.start
  const { text } = reading
  const last = text[start - 1] ?? ''
  if (start > clause.start && '与同和跟继距'.includes(last)) {
    const behind = text.slice(end, end + longestComparison)
    if (isCompared.test(behind) || (last === '继' && /^之?后/.test(behind))) return start - 1
  }
  const basis = text.slice(Math.max(clause.start, start - 2), start)
  if (/[按以据]$/.test(basis) && isBasis.test(text.slice(end, end + longestComparison))) return start - 1
  const led = leadsToBase.exec(text.slice(before.start, start))
  return led !== null && /^(?:的|同期|水平)/.test(text.slice(end, end + 2))
    ? start - led[0].length
    : undefined
}

/** What happens once to a person or an office: 1975年3月出生, 2005年成立. No figure of a later clause is of that time. */
const isOnce =
  /^[ 　]?(?:(?:出生|诞生|生)(?=[,，。；;、)）于])|逝世|去世|病逝|毕业(?!生)|入党|参军|参加工作|成立|创立|创办|创建|始建|建校|建院|建厂)/

/** A label that says nothing of a report's time, right before its date. */
const label = /(?<!时间|时点|日期|年份|年度|报告期|期间|截[至止])(?<=\p{Script=Han}{2})[:：]\s?$/u
const labelReach = 12

/** 建成年代：2011年；: all that stands behind a label is a date, which is that of what the label names. */
function isOfLabel({ text }: Reading, { start, end }: Range): boolean {
  const isAll = /^(?:[;；\n]|$)/.test(text.slice(end, end + 1))
  return isAll && label.test(text.slice(Math.max(0, start - labelReach), start))
}

function roleOf(reading: Reading, clause: Range, time: Range): Time {
  const base = baseFrom(reading, clause, time)
  if (base !== undefined) return { ...time, role: 'base', from: base }
  const from = cueAtEnd(reading, { start: clause.start, end: time.start }, leadInCues)
  if (isOnce.test(reading.text.slice(time.end, time.end + longestOnce)) || isOfLabel(reading, time))
    return { ...time, role: 'once', from: time.start }
  const isEvent = /(?<![关对属至等由])于$/.test(
    reading.text.slice(Math.max(clause.start, time.start - 2), time.start),
  )
  if (from === undefined) return { ...time, role: isEvent ? 'event' : 'holds', from: time.start }
  const isStart = from.cue.kind === 'from' && !isSince.test(reading.text.slice(time.end, time.end + 2))
  return { ...time, role: isStart ? 'start' : 'holds', from: from.start }
}

/** The times of a clause, in order. */
export function timesIn(reading: Reading, clause: Range, spans: Spans): Time[] {
  const found: Range[] = []
  for (let at = clause.start; at < clause.end; ) {
    if (reading.codes[at] === 0x28) {
      const last = found.at(-1)
      const year = last?.end === at ? spans.date(at + 1, clause.end) : undefined
      if (year !== undefined && isOtherCount.test(textOf(reading, last!)))
        found[found.length - 1] = { start: last!.start, end: year.end + 1 }
      at = bracketEnd(reading, at, clause)
      continue
    }
    const time = timeAt(reading, at, clause, spans)
    const last = found.at(-1)
    if (time !== undefined && last !== undefined && last.end === time.start)
      found[found.length - 1] = isAgain.test(textOf(reading, time))
        ? last
        : { start: last.start, end: time.end }
    else if (time !== undefined) found.push(time)
    at = Math.max(at + 1, time?.end ?? 0)
  }
  const times: Time[] = []
  for (const time of found) {
    const last = times.at(-1)
    const isJoined = last !== undefined && isJoin.test(reading.text.slice(last.end, time.start))
    times.push(isJoined ? { ...time, role: last.role, from: last.from } : roleOf(reading, clause, time))
  }
  return times
}
