/**
 * Times of a day: 8:30, 上午9时, 下午3点15, 九点半. They are found so that they are not read as quantities.
 * Invariant: a bounded number of characters is looked at from each offset.
 */
import { digitRunEnd } from '../numerals/arabic.js'
import { ch, chineseDigit, isArabic, NO_DIGIT } from '../numerals/characters.js'
import { scanNumeral } from '../numerals/scan.js'
import { type DateNumber, readDateNumber, readMinutes } from './date.js'
import { readBareMinutes, readSpokenPoint } from './spoken.js'
import { codeAt, isOneOf, type QuantityText, smallNumber, standsAt } from './text.js'

const dayTimes = [
  '上午',
  '下午',
  '凌晨',
  '早上',
  '早晨',
  '晚上',
  '中午',
  '傍晚',
  '深夜',
  '清晨',
  '当晚',
  '日',
  '号',
]

const zeros = '零〇'

/** Where minutes below ten end that are said with their nought: 9点零5分, 9点零五. Undefined where something is measured. */
function readFewMinutes(source: QuantityText, at: number): number | undefined {
  const digit = codeAt(source, at + 1)
  const isDigit = isArabic(digit) || chineseDigit(digit) !== NO_DIGIT
  const end = isDigit ? at + 2 : at + 1
  if (standsAt(source, end, '分') && !standsAt(source, end, '分之')) return end + 1
  const next = codeAt(source, end)
  const goesOn = isArabic(next) || chineseDigit(next) !== NO_DIGIT || isOneOf(next, '.十百千万亿')
  return goesOn || source.table.units.longest(source.codes, end) !== undefined ? undefined : end
}

/** A number with 点 behind it, as a time: 9点, 9点30分, 7点40, 上午九点半. Undefined where it is a decimal, or counts points. */
function readHour(source: QuantityText, at: number, hour: DateNumber): number | undefined {
  const behind = hour.end + 1
  if (hour.arabic && isOneOf(codeAt(source, behind), zeros)) return readFewMinutes(source, behind)
  const end = readMinutes(source, behind)
  if (end > behind) return end
  const told = dayTimes.some((word) => standsAt(source, at - word.length, word))
  const next = codeAt(source, behind)
  if (!isArabic(next)) {
    if (chineseDigit(next) !== NO_DIGIT && next !== ch.liang) return undefined
    return told || hour.value === 0 || (hour.arabic && hour.length <= 2) ? behind : undefined
  }
  if (!told && (!hour.arabic || hour.length > 2)) return undefined
  const numeral = scanNumeral(source.codes, at)
  const isDecimal = numeral !== undefined && readSpokenPoint(source, numeral) !== undefined
  return isDecimal ? undefined : (readBareMinutes(source, behind) ?? behind)
}

/** Behind seconds a comma and three digits tell the moment of a subtitle or a log: 00:01:02,500. */
function behindMoment(source: QuantityText, at: number): number {
  const end = digitRunEnd(source.codes, at + 1, Math.min(source.codes.length, at + 5))
  return isOneOf(codeAt(source, at), ',.') && end === at + 4 ? end : at
}

/** 5'48", 3′25″: minutes and seconds as signs; a foot and inches are not written so in Chinese texts. */
const signedTime = /^\d{1,3}['′’][0-5]\d["″”]/
/** How many characters a time in signs has at most. */
const longestSigned = 7

/** A clock time that begins with a number at the offset: its end. */
export function readTime(source: QuantityText, at: number): number | undefined {
  const signed = isArabic(codeAt(source, at))
    ? signedTime.exec(source.text.slice(at, at + longestSigned))
    : null
  if (signed !== null) return at + signed[0].length
  const hour = readDateNumber(source, at)
  if (hour === undefined || !(hour.value <= 24)) return undefined
  const code = codeAt(source, hour.end)
  if (code === ch.colon && hour.arabic) {
    const minutes = digitRunEnd(source.codes, hour.end + 1, Math.min(source.codes.length, hour.end + 5))
    const isClock = minutes === hour.end + 3 && smallNumber(source, hour.end + 1, minutes) < 60
    if (!isClock || hour.length > 2 || isRatioContext(source, at) || codeAt(source, minutes) === ch.point)
      return undefined
    if (
      codeAt(source, minutes) === ch.colon &&
      digitRunEnd(source.codes, minutes + 1, minutes + 3) === minutes + 3
    )
      return behindMoment(source, minutes + 3)
    return minutes
  }
  if (code === 0x65f6 && !standsAt(source, hour.end, '时间')) return readMinutes(source, hour.end + 1)
  if (code !== ch.dot) return undefined
  if (standsAt(source, hour.end + 1, '钟')) return hour.end + 2
  if (standsAt(source, hour.end + 1, '一刻') || standsAt(source, hour.end + 1, '三刻')) return hour.end + 3
  return readHour(source, at, hour)
}

/** Words of ratios; 比赛8:30开始 and 机构8:30开门 tell a time. */
const ratioWords = /比(?![赛较])|结构/
/** How far they may stand before a ratio. */
const ratioReach = 8

/** Whether a ratio is being told just before the offset, so that 1:15 is no clock time. */
export function isRatioContext(source: QuantityText, at: number): boolean {
  return ratioWords.test(source.text.slice(Math.max(0, at - ratioReach), at))
}
