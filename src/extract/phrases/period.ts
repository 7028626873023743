/**
 * When a figure holds: dates from the scan of numbers, and words for spans (全年, 上半年, 年末), resolved against the year of
 * the report, never against today.
 * Invariant: a masked year has no dates.
 */
import type { Period } from '../../model/fact.js'
import type { Range, Reading } from '../reading.js'
import { cueAtStart, textOf } from '../reading.js'

const pad = (value: number) => String(value).padStart(2, '0')

function lastDay(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
}

type Grain = Period['grain']

function span(text: string, grain: Grain, year: number, first: number, last: number): Period {
  return {
    text,
    start: `${year}-${pad(first)}-01`,
    end: `${year}-${pad(last)}-${lastDay(year, last)}`,
    grain,
    inferred: null,
  }
}

const chineseDigits = '〇一二三四五六七八九'

/** The year that a text names: 2021年, 二〇二一年; undefined where it names none, null where it is masked. */
export function yearIn(text: string): number | null | undefined {
  const arabic = /(?<!\d)((?:19|20)\d\d)(?=年|\D|$)/.exec(text)
  if (arabic !== null) return Number(arabic[1])
  if (/(?:\d\d|[xX×*_]{2})[xX×*_]{2}/.test(text)) return null
  const chinese = /[一二][〇零一二三四五六七八九]{3}年/.exec(text)?.[0]
  if (chinese === undefined) return undefined
  return Number([...chinese.slice(0, 4)].map((digit) => Math.max(0, chineseDigits.indexOf(digit))).join(''))
}

const quarterOrder = '一二三四'

interface Shape {
  readonly pattern: RegExp
  readonly grain: Grain
  months(match: RegExpExecArray): [number, number]
}

/** Parts of a year, the more special first. */
const shapes: readonly Shape[] = [
  {
    pattern: /(\d{1,2})月?[-~至到—](\d{1,2})月/,
    grain: 'range',
    months: (match) => [Number(match[1]), Number(match[2])],
  },
  {
    pattern: /前([一二三])个?季度/,
    grain: 'range',
    months: (match) => [1, 3 * (quarterOrder.indexOf(match[1]!) + 1)],
  },
  {
    pattern: /([一二三四1-4])季度/,
    grain: 'quarter',
    months(match) {
      const order = Number(match[1]) || quarterOrder.indexOf(match[1]!) + 1
      return [3 * order - 2, 3 * order]
    },
  },
  { pattern: /上半年|半年来/, grain: 'half-year', months: () => [1, 6] },
  { pattern: /下半年/, grain: 'half-year', months: () => [7, 12] },
  { pattern: /(\d{1,2})月(?!\d)/, grain: 'month', months: (match) => [Number(match[1]), Number(match[1])] },
]

const plans: Readonly<Record<string, number>> = {
  十一五: 2006,
  十二五: 2011,
  十三五: 2016,
  十四五: 2021,
  十五五: 2026,
}

/** Resolves the words of a period; `reportYear` is the year that the report is about, where known. */
export function resolvePeriod(text: string, reportYear: number | null): Period {
  const plan = /十[一二三四五]五/.exec(text)?.[0]
  if (plan !== undefined) {
    const first = plans[plan]
    const start = first === undefined ? null : `${first}-01-01`
    return {
      text,
      start,
      end: first === undefined ? null : `${first + 4}-12-31`,
      grain: 'plan',
      inferred: null,
    }
  }
  const printed = yearIn(text)
  const relative = /去年|上年|前一年/.test(text) ? -1 : /明年|下一年/.test(text) ? 1 : 0
  const year = printed === undefined ? (reportYear === null ? null : reportYear + relative) : printed
  const isUntil = /^(截[至止]|到)|以来/.test(text)
  for (const { pattern, grain, months } of shapes) {
    const match = pattern.exec(text)
    if (match === null) continue
    const [first, last] = months(match)
    const day = /月(\d{1,2})日/.exec(text)?.[1]
    if (year === null || last > 12 || first < 1)
      return { text, start: null, end: null, grain, inferred: null }
    if (day !== undefined) {
      const date = `${year}-${pad(last)}-${pad(Number(day))}`
      return { text, start: isUntil ? null : date, end: date, grain: 'day', inferred: null }
    }
    const period = span(text, grain, year, first, last)
    return isUntil ? { ...period, start: null } : period
  }
  const grain = 'year'
  if (year === null) return { text, start: null, end: null, grain, inferred: null }
  const whole = span(text, grain, year, 1, 12)
  if (/(末|底)$/.test(text)) return { ...whole, start: null }
  if (/年初$/.test(text)) return { ...whole, end: whole.start }
  return whole
}

/** What the report itself is about. */
export interface ReportPeriod {
  readonly year: number | null
  /** The period of its title, which figures without one take. */
  readonly period: Period | null
}

/**
 * The period that a range of the reading names, in standard wording. One that is that of the report (上半年 in a report
 * on 2021年上半年) is called as the report calls it.
 */
export function readPeriod(reading: Reading, range: Range, report: ReportPeriod): Period {
  const found = cueAtStart(reading, range, ['period'])
  const isWhole = found !== undefined && found.end === range.end
  const period = resolvePeriod(isWhole ? found.cue.standard : textOf(reading, range).trim(), report.year)
  const own = report.period
  const isSame = own !== null && period.start !== null && own.start === period.start && own.end === period.end
  return isSame ? { ...period, text: own.text } : period
}
