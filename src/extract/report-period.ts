/**
 * What a document is about, and a section of it: the time that its title names, else the one that most of its passages
 * open with; the time that the nearest heading names.
 */
import type { Period } from '../model/fact.js'
import { anyOf } from '../resources/cue-group.js'
import type { Paragraph } from './clauses/paragraph.js'
import { type ReportPeriod, readPeriod, resolvePeriod, yearIn } from './phrases/period.js'
import type { Spans } from './phrases/spans.js'
import { timesIn } from './phrases/times.js'
import type { Range, Reading } from './reading.js'
import { cueAtEnd, firstCue, takeFrom, textOf } from './reading.js'

const estimateOrPlanCues = anyOf('estimate', 'plan')
const problemCues = anyOf('problem')

/** How many characters of a passage may hold the time that it opens with. */
const opening = 60
/** Of so many figures or more, a quarter must agree: a history is about no year of its own. */
const fewest = 12

/** 建于1956年: when something began. */
const isOrigin = /[建立办成始设生创]于$/
/** 2015年交房: when a thing was made or opened, right before a mark. */
const isMade = /^[ 　]?(?:建成|竣工|交房|交付|投产|通车|开业|上市|出厂)[,，。；;、)）]/
const madeReach = 5
/** Words by which 去年 is the year before that of the report. */
const speaksOfThisYear = /今年|本年|[比较与同]去年/

/** 7:30, 18时, 8点半至9点: a time of some day, which no report and no section is about. */
const isClock = /^\d{1,3}(?:[时点:'′][^年月日号季周旬]*)$/

/** The times of a range that say when something holds. */
function heldTimes(reading: Reading, range: Range, spans: Spans): Range[] {
  return timesIn(reading, range, spans).filter((time) => {
    const { role, start, end } = time
    if (isClock.test(textOf(reading, time)) || isMade.test(reading.text.slice(end, end + madeReach)))
      return false
    return (
      role === 'holds' ||
      (role === 'event' && !isOrigin.test(reading.text.slice(Math.max(0, start - 2), start)))
    )
  })
}

function namesYear(reading: Reading, range: Range): boolean {
  return yearIn(textOf(reading, range)) !== undefined
}

/** Whether a time is to come, covers several years, or is one day, which is that of an event or a signature. */
function isOther(reading: Reading, range: Range): boolean {
  const { start, end, grain } = resolvePeriod(textOf(reading, range), null)
  if (cueAtEnd(reading, { start: 0, end: range.start }, estimateOrPlanCues) !== undefined) return true
  if (grain === 'day') return !/时$/.test(textOf(reading, range))
  return start !== null && end !== null && start.slice(0, 4) !== end.slice(0, 4)
}

/** The first time of a title, one with a year before others. */
function titleTime(reading: Reading, titles: readonly Range[], spans: Spans): Range | undefined {
  const times = titles.flatMap((title) => heldTimes(reading, title, spans))
  return times.find((time) => namesYear(reading, time)) ?? times[0]
}

/** The time with a year that passages with most figures open with, the earlier of two. */
function commonTime(
  reading: Reading,
  passages: readonly Range[],
  spans: Spans,
  figures: readonly Range[],
): Range | undefined {
  const counts = new Map<string, { readonly time: Range; count: number }>()
  const take = takeFrom(figures)
  let all = 0
  for (const { start, end } of passages) {
    const { length } = take({ start, end })
    const range = { start, end: Math.min(end, start + opening) }
    const time = heldTimes(reading, range, spans).find(
      (one) => namesYear(reading, one) && !isOther(reading, one),
    )
    if (time === undefined) continue
    all += length
    const text = textOf(reading, time)
    const entry = counts.get(text) ?? { time, count: 0 }
    counts.set(text, { ...entry, count: entry.count + length })
  }
  const best = [...counts.values()].reduce<{ time: Range; count: number } | undefined>(
    (one, two) => (one === undefined || two.count > one.count ? two : one),
    undefined,
  )
  return best === undefined || (all >= fewest && best.count * 4 < all) ? undefined : best.time
}

/** What the report is about. */
export function reportPeriodOf(
  reading: Reading,
  paragraphs: readonly Paragraph[],
  spans: Spans,
  figures: readonly Range[],
): ReportPeriod {
  const read = paragraphs.filter(({ kind }) => kind !== 'boilerplate' && kind !== 'table')
  const titles = read.filter(({ kind }) => kind === 'title')
  const passages = read.flatMap((paragraph) => paragraph.passages)
  const titled = titleTime(reading, titles, spans)
  const isNamed = titled !== undefined && namesYear(reading, titled)
  const spread = commonTime(reading, passages, spans, figures)
  const time = isNamed ? titled : (spread ?? titled)
  if (time === undefined) return { year: null, isTitled: false, period: null, looksBack: false }
  const { end } = resolvePeriod(textOf(reading, time), null)
  const year = end === null ? null : Number(end.slice(0, 4))
  // Where the text hides its year, the one that a title shows may be the page's.
  const isHidden = year !== null && spread !== undefined && yearIn(textOf(reading, spread)) === null
  const period = resolvePeriod(textOf(reading, isHidden ? spread : time), null)
  const looksBack = year !== null && !speaksOfThisYear.test(reading.text)
  return { year, isTitled: time === titled, period: { ...period, inferred: 'report' }, looksBack }
}

/** The time that the nearest of some headings names; null where none does, or where one speaks of problems. */
export function headingPeriodOf(
  reading: Reading,
  headings: readonly Range[],
  spans: Spans,
  report: ReportPeriod,
): Period | null {
  if (headings.some((heading) => firstCue(reading, heading, problemCues) !== undefined)) return null
  for (const heading of [...headings].reverse()) {
    const time = heldTimes(reading, heading, spans)[0]
    if (time !== undefined) return { ...readPeriod(reading, time, report), inferred: 'heading' }
  }
  return null
}

/**
 * The time that lasts from one paragraph to the next under the same heading: only where the report has none, or the
 * same by another name.
 */
export function lastingPeriod({ period: own }: ReportPeriod) {
  let last: { readonly headings: string; readonly period: Period } | null = null
  const keyOf = ({ headings }: Paragraph) => headings.map(({ start }) => start).join()
  return {
    at(paragraph: Paragraph): Period | null {
      if (last === null || last.headings !== keyOf(paragraph)) return null
      const { period } = last
      const isSame = own !== null && own.start === period.start && own.end === period.end
      return own === null || isSame ? { ...period, inferred: 'paragraph' } : null
    },
    note(paragraph: Paragraph, period: Period | null): void {
      if (period !== null) last = { headings: keyOf(paragraph), period }
    },
  }
}
