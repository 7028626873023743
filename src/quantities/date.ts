/**
 * Dates: 2020年6月30日, 20xx年, 2018—2020年, 1-6月, 2020-04-20. They are found so that they are not read as quantities. Extraction
 * decides which period they mean. Times of a day by themselves are in clock.ts.
 * Invariant: a bounded number of characters is looked at from each offset.
 */
import { digitRunEnd } from '../numerals/arabic.js'
import { ch, isArabic, scaleOf } from '../numerals/characters.js'
import { readDigitString, readSection } from '../numerals/chinese.js'
import { isMask, readMask } from '../numerals/mask.js'
import { behindYear, readPartOfYear } from './calendar.js'
import { behindBlanks, codeAt, isDigit, isOneOf, type QuantityText, smallNumber, standsAt } from './text.js'

export interface DateNumber {
  readonly end: number
  /** NaN where digits are masked. */
  readonly value: number
  readonly length: number
  readonly arabic: boolean
  /** Written digit by digit (2020, 二〇二〇), so that it may be a year. */
  readonly plain: boolean
}

/** xxxx年: a year of which all digits are hidden. */
function readHiddenYear(source: QuantityText, at: number): DateNumber | undefined {
  const code = codeAt(source, at)
  let end = at
  // Blanks of a form are long rows of masks: no more is looked at than is one too many.
  while (end <= at + 4 && codeAt(source, end) === code) end++
  if (end - at !== 4 || codeAt(source, end) !== ch.year) return undefined
  return { end, value: Number.NaN, length: 4, arabic: true, plain: true }
}

/** A number of at most four digits; undefined where there is none, or a longer or decimal one. */
export function readDateNumber(source: QuantityText, at: number): DateNumber | undefined {
  const { codes } = source
  const code = codeAt(source, at)
  if (isMask(code)) return readHiddenYear(source, at)
  if (isArabic(code)) {
    const mask = readMask(codes, at, Math.min(codes.length, at + 5))
    if (mask !== undefined)
      return { end: mask.end, value: Number.NaN, length: mask.end - at, arabic: true, plain: true }
    const end = digitRunEnd(codes, at, Math.min(codes.length, at + 5))
    if (end - at > 4) return undefined
    return {
      end,
      value: smallNumber(source, at, end),
      length: end - at,
      arabic: true,
      plain: true,
    }
  }
  const limit = Math.min(codes.length, at + 5)
  const string = readDigitString(codes, at, limit)
  if (string !== undefined) {
    return {
      end: string.end,
      value: Number(string.digits),
      length: string.digits.length,
      arabic: false,
      plain: true,
    }
  }
  if (code === ch.zero) return { end: at + 1, value: 0, length: 1, arabic: false, plain: true }
  const section = readSection(codes, at, limit, 'head')
  if (section === undefined || section.vague || section.spread > 0) return undefined
  return { end: section.end, value: section.value, length: section.end - at, arabic: false, plain: false }
}

function isYear(number: DateNumber): boolean {
  if (!number.plain) return false
  if (number.length === 4) return Number.isNaN(number.value) || (number.value >= 1000 && number.value < 3000)
  return number.length === 2 && (number.value < 10 || (!number.arabic && number.value > 48))
}

const isMonth = (number: DateNumber) => number.value >= 1 && number.value <= 12 && number.length <= 3
const isDay = (number: DateNumber) => number.value >= 1 && number.value <= 31 && number.length <= 3

/** A number behind an optional blank, followed by one of the given characters; its end is behind that character. */
function readPart(
  source: QuantityText,
  at: number,
  accepts: (number: DateNumber) => boolean,
  units: string,
): number | undefined {
  const start = behindBlanks(source, at)
  if (!isDigit(codeAt(source, start)) && !isOneOf(codeAt(source, start), '十廿卅')) return undefined
  const number = readDateNumber(source, start)
  if (number === undefined || !accepts(number)) return undefined
  const unit = behindBlanks(source, number.end)
  return isOneOf(codeAt(source, unit), units) ? unit + 1 : undefined
}

/** What may follow a month: 份, and a day with its own time. */
function readMonthTail(source: QuantityText, at: number): number {
  const end = codeAt(source, at) === 0x4efd ? at + 1 : at
  const day = readPart(source, end, isDay, '日号')
  if (day === undefined) return end
  const time = readPart(source, day, (number) => number.value <= 24, '时点')
  return time === undefined ? day : readMinutes(source, time)
}

/** What may stand behind an hour: 半, 整, 许, minutes. Where it ends; the offset where nothing of it does. */
export function readMinutes(source: QuantityText, at: number): number {
  const half = codeAt(source, at) === ch.half || standsAt(source, at, '整') || standsAt(source, at, '许')
  if (half) return at + 1
  const minutes = readPart(source, at, (number) => number.value < 60, '分')
  return minutes === undefined || isOneOf(codeAt(source, minutes), '之钟') ? at : minutes
}

const joins = '-~至到'
const connectors = `${joins}、`
/** How many months or years may be listed: 4、5、6月份. */
const longestList = 12

/** The other end of a span of dates: 2018—2020年, 1-6月, 4、5、6月. Undefined where none follows. */
function readOtherEnd(source: QuantityText, at: number): DateNumber | undefined {
  let found: DateNumber | undefined
  for (let count = 0, end = at; count < longestList; count++) {
    let start = behindBlanks(source, end)
    if (!isOneOf(codeAt(source, start), found === undefined ? connectors : '、')) break
    start = behindBlanks(source, start + 1)
    const isNumber = isDigit(codeAt(source, start)) || codeAt(source, start) === 0x5341
    const next = isNumber ? readDateNumber(source, start) : undefined
    const isListed = next !== undefined && (isMonth(next) || (isYear(next) && next.length === 4))
    if (next === undefined || (found !== undefined && !isListed)) break
    found = next
    end = next.end
  }
  return found
}

/** Behind 年: a week, a month, some months, a day. */
function readYearTail(source: QuantityText, at: number): number {
  const month = readPart(source, at, isMonth, '月')
  if (month !== undefined) return readMonthTail(source, month)
  const first = isDigit(codeAt(source, at)) ? readDateNumber(source, at) : undefined
  const last = first !== undefined && isMonth(first) ? readOtherEnd(source, first.end) : undefined
  if (last === undefined || !isMonth(last) || codeAt(source, last.end) !== 0x6708)
    return behindYear(source, at)
  return readMonthTail(source, last.end + 1)
}

/** 2020-04-20, 2020/4/20, 2020.4.20; undefined if it is not a date. */
function readNumericDate(source: QuantityText, year: DateNumber): number | undefined {
  const separator = codeAt(source, year.end)
  if (!year.arabic || year.length !== 4 || !isOneOf(separator, '-/.')) return undefined
  const month = readDateNumber(source, year.end + 1)
  if (month === undefined || !month.arabic || !isMonth(month) || month.length > 2) return undefined
  if (codeAt(source, month.end) === separator && isArabic(codeAt(source, month.end + 1))) {
    const day = readDateNumber(source, month.end + 1)
    return day?.arabic && isDay(day) && day.length <= 2 ? day.end : undefined
  }
  // 2020.6 alone is a month only where no unit claims the decimal.
  const isRecent = year.value >= 1950 && year.value <= 2050
  const behind = behindBlanks(source, month.end)
  const free =
    source.table.units.longest(source.codes, behind) === undefined && scaleOf(codeAt(source, behind)) === 0
  return separator === ch.point && isRecent && free && !isArabic(codeAt(source, month.end))
    ? month.end
    : undefined
}

const durationTails = ['内', '以内', '之内', '以上', '以下', '左右', '游', '后', '龄', '均', '产']

/** A date that begins with a number at the offset, with the one that ends its span: 10月1日-4日, 2017年至2019年. */
export function readDate(source: QuantityText, at: number): number | undefined {
  const end = readOneDate(source, at)
  if (end === undefined || !isOneOf(codeAt(source, end - 1), '年月日时')) return end
  const join = behindBlanks(source, end)
  if (!isOneOf(codeAt(source, join), joins)) return end
  const other = readOneDate(source, behindBlanks(source, join + 1))
  return other !== undefined && isOneOf(codeAt(source, other - 1), '年月日时') ? other : end
}

/** Behind 学年 or 学年度. */
function schoolYearEnd(source: QuantityText, at: number): number {
  return at + (standsAt(source, at, '学年度') ? 3 : 2)
}

/** 从十六日起, 十六日晚: Chinese numerals count days (施工十六日), but where the words around them say which day it is. */
function isCalendarDay(source: QuantityText, at: number, unit: number): boolean {
  if (codeAt(source, unit) !== 0x65e5) return false
  const opens = isOneOf(codeAt(source, at - 1), '从自于至') && !isDigit(codeAt(source, at - 2))
  return opens || isOneOf(codeAt(source, unit + 1), '起晚夜晨上下凌清傍早')
}

/** The last year that a span of bare years reaches. */
const lastYear = 2100
/** What single characters count that may begin the word behind a span of years: 2011-2015分产业, 2018-2020人均. */
const looseMeasures: ReadonlySet<string> = new Set(['count', 'score', 'rate', 'other', 'duration'])

/** 2000-2500元: a range of what the unit measures. */
function isMeasured(source: QuantityText, first: DateNumber, last: DateNumber): boolean {
  const unit = source.table.units.longest(source.codes, last.end)?.value
  if (unit === undefined) return false
  return first.value < 1900 || last.value > lastYear || !looseMeasures.has(unit.measure)
}

/** Reads one date that begins with a number at the offset: its end. */
function readOneDate(source: QuantityText, at: number): number | undefined {
  const part = readPartOfYear(source, at)
  if (part !== undefined) return part
  const number = readDateNumber(source, at)
  if (number === undefined) return undefined
  const numeric = readNumericDate(source, number)
  if (numeric !== undefined) return numeric
  const unit = behindBlanks(source, number.end)
  const code = codeAt(source, unit)
  // 10日元: a longer unit begins where the date's would.
  const longer = source.table.units.longest(source.codes, unit)
  if (longer !== undefined && longer.end > unit + 1 && !isOneOf(code, '年级届')) return undefined
  if (isYear(number)) {
    if (code === ch.year) return readYearTail(source, unit + 1)
    if (number.length === 4 && (standsAt(source, unit, '学年') || isOneOf(code, '级届'))) return unit + 1
  }
  if (code === 0x6708 && isMonth(number)) return readMonthTail(source, unit + 1)
  if (isOneOf(code, '日号') && isDay(number) && (number.arabic || isCalendarDay(source, at, unit))) {
    if (source.table.frames.longest(source.codes, unit) !== undefined) return undefined // 13号台风
    if (code === 0x65e5 && durationTails.some((tail) => standsAt(source, unit + 1, tail))) return undefined
    return unit + 1
  }
  const other = readOtherEnd(source, number.end)
  if (other === undefined) return undefined
  const otherUnit = behindBlanks(source, other.end)
  const otherCode = codeAt(source, otherUnit)
  if (isYear(number) && isYear(other) && (otherCode === ch.year || standsAt(source, otherUnit, '学年'))) {
    return otherCode === ch.year ? readYearTail(source, otherUnit + 1) : schoolYearEnd(source, otherUnit)
  }
  if (isMonth(number) && isMonth(other) && otherCode === 0x6708) return readMonthTail(source, otherUnit + 1)
  if (isDay(number) && isDay(other) && number.arabic && otherCode === 0x65e5) return otherUnit + 1
  const span = isYear(number) && isYear(other) && number.length === 4 && other.length === 4
  if (!span || isMeasured(source, number, other)) return undefined
  return number.value < other.value && !isOneOf(codeAt(source, number.end), '、') ? other.end : undefined
}
