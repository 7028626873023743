/**
 * When the figures of a paragraph hold, as it is read. A time lasts as long as its kind and place say: for the paragraph,
 * the sentence, the part of it up to ；, its clause, or one number. A base is never the time of another figure.
 * Invariant: what lasts shorter covers what lasts longer, and leaves it as it was.
 */
import type { Period } from '../../model/fact.js'
import { type ReportPeriod, readPeriod, resolvePeriod } from '../phrases/period.js'
import type { Time } from '../phrases/times.js'
import type { Reading } from '../reading.js'

export interface Timeline {
  paragraph: Period | null
  sentence: Period | null
  part: Period | null
  clause: Period | null
  /** Times that figures joined by 分别 have in turn. */
  turn: Period[]
}

type Reach = 'paragraph' | 'sentence' | 'part' | 'clause'

export function openTimeline(period: Period | null): Timeline {
  return { paragraph: period, sentence: null, part: null, clause: null, turn: [] }
}

/** The time that holds for the next figure; null where the report's own does. */
export function currentPeriod({ paragraph, sentence, part, clause }: Timeline): Period | null {
  return clause ?? part ?? sentence ?? paragraph
}

/** The time that a change is stated for: not that of a base which a clause is about. */
export function steadyPeriod({ paragraph, sentence, part }: Timeline): Period | null {
  return part ?? sentence ?? paragraph
}

/** Forgets what does not last beyond the end of a clause, of a part up to ；, or of a sentence. */
export function endOf(timeline: Timeline, unit: 'clause' | 'part' | 'sentence'): void {
  timeline.clause = null
  timeline.turn = []
  if (unit === 'clause') return
  timeline.part = null
  if (unit === 'sentence') timeline.sentence = null
}

/** Bases of comparison as the subject of a clause, and the same year again. */
const clauseLong =
  /^(?:[去上]年同期|上年|上一?年度?|同期|前年|上一?(?:季度?|期)|当[年月季期]|同年|是年|该年|年内)/
/** Days, months alone, now. */
const partLong =
  /^(?:截[至止])?(?:目前|现在|今朝|上一?[周月]|年[底末初]|\d{1,2}日)|^\d{1,2}月(?:\d{1,2}日|份|[上中下]旬|[底末初])?$|^\d{1,2}月\d/
/** 早上七点, 11点半: the hour at which something happened; 16时 is one up to which was counted. */
const hour = /[\d一二三四五六七八九十两]点(?:[半整钟一三]|\d|$)/
const sentenceLong = /以来|起$|^近.*年|^\d{4}、|\d年?[-~至到—](?:19|20)\d\d年/

function reachOf({ text, start, grain }: Period, isOpening: boolean, opensParagraph: boolean): Reach {
  if (clauseLong.test(text) || hour.test(text)) return 'clause'
  // A day is named for what happened on it, but for one up to which or at which was counted.
  if (grain === 'day' && start !== null && !/时$/.test(text)) return isOpening ? 'sentence' : 'part'
  if (partLong.test(text)) return opensParagraph ? 'paragraph' : isOpening ? 'sentence' : 'part'
  return isOpening && !sentenceLong.test(text) ? 'paragraph' : 'sentence'
}

/** Where the words of a number stand. */
export interface Place {
  readonly reading: Reading
  readonly report: ReportPeriod
  /** No number of the sentence stands before it. */
  readonly opensSentence: boolean
  readonly opensParagraph: boolean
  /** The number stands in the very clause. */
  readonly isBeside: boolean
}

/** Takes the times of a clause before a number. */
export function noteTimes(timeline: Timeline, times: readonly Time[], place: Place): void {
  for (const time of times) {
    const isEvent = time.role === 'event' || time.role === 'once'
    if (time.role !== 'holds' && !(isEvent && place.isBeside)) continue
    const period = periodOf(time, place, yearOf(currentPeriod(timeline)))
    const reach = isEvent ? 'clause' : reachOf(period, place.opensSentence, place.opensParagraph)
    timeline[reach] = period
    if (reach !== 'clause') timeline.clause = null
    if (reach === 'sentence' || reach === 'paragraph') timeline.part = null
    if (reach === 'paragraph') timeline.sentence = null
  }
}

const yearSpan = /^((?:19|20)\d\d)年?[-~至到—]((?:19|20)\d\d)年?/
const list = /^(?:\d{1,4}、)+\d{1,4}(?=[月年])/
/** How many years a span may have whose years are told in turn. */
const mostYears = 12

/** The first and the last year of 2011～2020年间, between which something grew. */
export function endsOf(timeline: Timeline): readonly [Period, Period] | undefined {
  const years = yearSpan.exec(currentPeriod(timeline)?.text ?? '')
  if (years === null) return undefined
  return [resolvePeriod(`${years[1]}年`, null), resolvePeriod(`${years[2]}年`, null)]
}

/** The years of 2017年至2019年 and 2021、2022年, the months of 4、5、6月份, where as many figures follow. */
export function periodsInTurn(timeline: Timeline, count: number): Period[] {
  const period = currentPeriod(timeline)
  if (period === null || count < 2) return []
  const years = yearSpan.exec(period.text)
  const first = Number(years?.[1])
  const length = Number(years?.[2]) - first + 1
  if (length === count && count <= mostYears)
    return Array.from({ length }, (_, index) => resolvePeriod(`${first + index}年`, null))
  const listed = list.exec(period.text)?.[0] ?? ''
  const members = listed.split('、')
  const tail = period.text.slice(listed.length)
  return members.length === count ? members.map((one) => resolvePeriod(one + tail, yearOf(period))) : []
}

/** The period of a time; 截至, 到 before it say that it has no beginning. */
function periodOf(time: Time, { reading, report }: Place, year: number | null): Period {
  const period = readPeriod(reading, time, report, year)
  const isUntil = /^[截到至]/.test(reading.text.slice(time.from, time.start))
  return isUntil ? { ...period, start: null } : period
}

function yearOf(period: Period | null): number | null {
  return period?.end == null ? null : Number(period.end.slice(0, 4))
}
