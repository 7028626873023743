/**
 * When a figure holds: dates from the scan of numbers, and words for spans (全年, 上半年, 年末), resolved against the year of
 * the report, never against today.
 * Invariant: a masked year has no dates.
 */
import type { Period } from '../../model/fact.js'
import { anyOf } from '../../resources/cue-group.js'
import type { Range, Reading } from '../reading.js'
import { cueAtStart, textOf } from '../reading.js'

const periodCues = anyOf('period')

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

/** The first year of the Republic, less one: 民国24年 is 1935. */
const beforeRepublic = 1911
/** Years of two digits up to this one are of our century. */
const lastOfCentury = 49

function plainYear(digits: string): number {
  return Number([...digits].map((digit) => Math.max(0, chineseDigits.indexOf(digit))).join(''))
}

/** 24 and 二十四 of 民国24年. */
function smallNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['零', text]
  return (tens === '' ? 1 : chineseDigits.indexOf(tens)) * 10 + Math.max(0, chineseDigits.indexOf(ones))
}

/**
 * The year that a text names: 2021年, 二〇二一年, 06年, 24H1, 民国24年; undefined where it names none, null where it is masked.
 */
export function yearIn(text: string): number | null | undefined {
  const arabic = /(?<!\d)((?:1[5-9]|20)\d\d)(?=年|\D|$)/.exec(text)
  if (arabic !== null) return Number(arabic[1])
  if (/(?:\d{2,3}|[xX×*_]{2})[xX×*_]{1,2}/.test(text)) return null
  const short = /^(\d\d)年?(?=[HhQq]\d)|^(\d\d)年/.exec(text)
  if (short !== null) {
    const digits = Number(short[1] ?? short[2])
    return digits + (digits > lastOfCentury ? 1900 : 2000)
  }
  const republic = /^民国(\d{1,2}|[一二三四五六七八九十]{1,3})年/.exec(text)
  if (republic !== null) return beforeRepublic + smallNumber(republic[1]!)
  const chinese = /[一二][〇零一二三四五六七八九]{3}年/.exec(text)?.[0]
  return chinese === undefined ? undefined : plainYear(chinese.slice(0, 4))
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
  { pattern: /前(\d{1,2})个月/, grain: 'range', months: (match) => [1, Number(match[1])] },
  {
    pattern: /[Qq]([1-4])/,
    grain: 'quarter',
    months: (match) => [3 * Number(match[1]) - 2, 3 * Number(match[1])],
  },
  {
    pattern: /[Hh]([12])/,
    grain: 'half-year',
    months: (match) => [6 * Number(match[1]) - 5, 6 * Number(match[1])],
  },
  { pattern: /上半年|半年来/, grain: 'half-year', months: () => [1, 6] },
  { pattern: /下半年/, grain: 'half-year', months: () => [7, 12] },
  { pattern: /(\d{1,2})月/, grain: 'month', months: (match) => [Number(match[1]), Number(match[1])] },
]

const plans: Readonly<Record<string, number>> = {
  十一五: 2006,
  十二五: 2011,
  十三五: 2016,
  十四五: 2021,
  十五五: 2026,
}

const daysFromTo = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日[^日]*?[-~至到—](?:(\d{1,2})月)?(\d{1,2})日/
const monthsFromTo = /(\d{4})年(\d{1,2})月[^日]{0,40}?[-~至到—](\d{4})年(\d{1,2})月/
const yearsFromTo = /((?:19|20)\d\d)年?[-~至到—]((?:19|20)\d\d)年?/

/** 3月1日至20日, 2017年至2019年; undefined where the words name no span of days or years. */
function spanOf(text: string, year: number | null): Period | undefined {
  const days = daysFromTo.exec(text)
  const grain = 'range'
  if (days !== null && year !== null) {
    const [, , month, first, lastMonth = month, last] = days
    const date = (of: string, on: string) => `${year}-${pad(Number(of))}-${pad(Number(on))}`
    return { text, start: date(month!, first!), end: date(lastMonth!, last!), grain, inferred: null }
  }
  const months = monthsFromTo.exec(text)
  if (months !== null) {
    const [, first, month, lastYear, lastMonth] = months.map(Number)
    const { start } = span(text, grain, first!, month!, month!)
    const { end } = span(text, grain, lastYear!, lastMonth!, lastMonth!)
    return { text, start, end, grain, inferred: null }
  }
  const years = yearsFromTo.exec(text)
  if (years === null || text.includes('学年') || Number(years[1]) >= Number(years[2])) return undefined
  return { text, start: `${years[1]}-01-01`, end: `${years[2]}-12-31`, grain, inferred: null }
}

/** 2023-03-20, 2023.3.20, 2023/3/20. */
const plainDay = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/

function dayOf(text: string): Period | undefined {
  const [, year, month, day] = plainDay.exec(text) ?? []
  if (Number(month) > 12 || day === undefined) return undefined
  const date = `${year}-${pad(Number(month))}-${pad(Number(day))}`
  return { text, start: date, end: date, grain: 'day', inferred: null }
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
  const day = dayOf(text)
  if (day !== undefined) return day
  const printed = yearIn(text)
  const relative = /去年|上年|前一年/.test(text) ? -1 : /明年|下一年/.test(text) ? 1 : 0
  const year = printed === undefined ? (reportYear === null ? null : reportYear + relative) : printed
  const whole = spanOf(text, year)
  if (whole !== undefined) return whole
  const isUntil = /^(截[至止]|到)|以来/.test(text)
  for (const { pattern, grain, months } of shapes) {
    const match = pattern.exec(text)
    if (match === null) continue
    const [first, last] = months(match)
    const onDay = /月(\d{1,2})日/.exec(text)?.[1]
    if (year === null || last > 12 || first < 1)
      return { text, start: null, end: null, grain, inferred: null }
    if (onDay !== undefined) {
      const date = `${year}-${pad(last)}-${pad(Number(onDay))}`
      return { text, start: isUntil ? null : date, end: date, grain: 'day', inferred: null }
    }
    const period = span(text, grain, year, first, last)
    return isUntil ? { ...period, start: null } : period
  }
  const grain = 'year'
  if (year === null) return { text, start: null, end: null, grain, inferred: null }
  const all = span(text, grain, year, 1, 12)
  if (/(末|底)$/.test(text)) return { ...all, start: null }
  if (/年初$/.test(text)) return { ...all, end: all.start }
  return all
}

/** What the report itself is about. */
export interface ReportPeriod {
  readonly year: number | null
  /** Its title says so, so that later years are still to come. */
  readonly isTitled: boolean
  /** The period of its title, which figures without one take. */
  readonly period: Period | null
  /** It speaks of its own year as of the last one: 去年 in a report about 2019 that was written in 2020. */
  readonly looksBack: boolean
}

/** The year of our count behind one of another. */
const bracketed = /[(（].*$/s
/** Words for a year that was named before: 当年, 是年底. */
const sameYear = /^(?:[当同是该]年|年内|[是当]年[底末初])/
/** Words for a year of which one was named before, or the report's. */
const someYear = /^(?:全年|年)(?:度|终|[底末初])?$/

/** What the report is about, or where that ends. */
const ofReport = /^本?报告期(?:内|末)?$|^本?期末$/

/** 报告期末 of a report about a quarter: the last day of that, not of the year. */
function periodOfReport(text: string, own: Period): Period {
  const atEnd = /末$/.test(text)
  return { ...own, text, start: atEnd ? null : own.start, inferred: null }
}

/** Whether words name no year and no part of one, so that the report's own name for it says more. */
function isVague(text: string): boolean {
  return /^(?:全|今|本|当|同|是|该)年度?(?:内)?$|^年内$/.test(text)
}

/**
 * The period that a range of the reading names, in standard wording. Words for a year that was named before (当年, 年底)
 * mean `year` where it is known, and say so; those that mean the report's own are called as the report calls it.
 */
export function readPeriod(
  reading: Reading,
  range: Range,
  report: ReportPeriod,
  year: number | null = null,
): Period {
  const found = cueAtStart(reading, range, periodCues)
  const isWhole = found !== undefined && found.end === range.end
  const printed = isWhole ? found.cue.standard : textOf(reading, range).trim()
  const text = printed.replace(bracketed, '')
  const own = report.period
  if (own !== null && own.end !== null && ofReport.test(text)) return periodOfReport(text, own)
  const isYear = own?.grain === 'year' && own.start !== null
  if (report.looksBack && text.startsWith('去年')) {
    const isWhole = text === '去年' && isYear
    return isWhole
      ? { ...own, inferred: null }
      : { ...resolvePeriod(text.replace('去', ''), report.year), text }
  }
  const before = year ?? report.year
  const isAgain = sameYear.test(text) || (someYear.test(text) && before !== report.year)
  if (isAgain && before !== null && !(isYear && before === report.year))
    return resolvePeriod(`${before}年${/[底末初]$/.exec(text)?.[0] ?? ''}`, before)
  const period = { ...resolvePeriod(printed, report.year), text }
  const isSame = own !== null && period.start !== null && own.start === period.start && own.end === period.end
  return isSame && isVague(text) ? { ...period, text: own.text } : period
}
