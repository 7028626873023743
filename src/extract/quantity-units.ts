/**
 * From a numeral to an amount: the scale, hedge, unit and further parts behind it (5000余万元, 三斤半, 6斤8两,
 * 元/吨). Bounds before and behind, and ranges, are left to the reader of quantities.
 * Invariant: a unit is read, never assumed; without one it is the empty string.
 */

import type { PrintedNumber } from '../model/decimal.js'
import type { Measure } from '../model/fact.js'
import {
  ch,
  chineseDigit,
  isArabic,
  isHan,
  isLatin,
  multiplierOf,
  NO_DIGIT,
  scaleOf,
} from '../numerals/characters.js'
import { addValues, lastDigitExponent, type Ratio, scaleValue, shiftValue } from '../numerals/exact.js'
import { isSign, type Numeral, scanNumeral } from '../numerals/scan.js'
import type { BoundWord, Unit } from '../resources/units.js'
import {
  behindBlanks,
  codeAt,
  isDigit,
  isOneOf,
  isWordCharacter,
  type QuantityText,
  standsAt,
} from './quantity-text.js'

/** A number with what belongs to it up to its unit. */
export interface Amount {
  readonly start: number
  readonly end: number
  readonly numeral: Numeral
  /** In the printed unit. */
  readonly printed: PrintedNumber
  /** Upper end of 三四百, 十几, 20多; null where the number is exact. */
  readonly high: string | null
  /** 余, 多, 几 between number and unit; 几 or 数 in the number. */
  readonly hedge: BoundWord | null
  /** As printed, scale first: 万元. */
  readonly unitText: string
  readonly unit: Unit | null
  /** Power of ten of the scale that the unit is printed with: 4 for 万元. */
  readonly scale: number
}

interface UnitReading {
  readonly end: number
  readonly text: string
  readonly unit: Unit | null
}

const shareUnits = ['', '', '%', '‰', '‱'] as const
const vagueWord: BoundWord = { word: '几', bound: 'range', notAfter: '' }

/** The longest unit at an offset, with blanks before it; Latin units must end where the letters end. */
function findUnit(source: QuantityText, at: number): UnitReading | undefined {
  const start = behindBlanks(source, at)
  const match = source.table.units.longest(source.codes, start)
  if (match === undefined) return undefined
  const last = codeAt(source, match.end - 1)
  const next = codeAt(source, match.end)
  if (isLatin(last) && (isLatin(next) || isArabic(next))) return undefined
  return { end: match.end, text: source.text.slice(start, match.end), unit: match.value }
}

/** 元/吨, 人/平方公里, 元每吨: one unit over another. */
function readRate(source: QuantityText, reading: UnitReading): UnitReading {
  const code = codeAt(source, reading.end)
  if (reading.unit === null || (code !== ch.slash && code !== 0x6bcf)) return reading
  const under = findUnit(source, reading.end + 1)
  if (under === undefined || under.unit === null) return reading
  if (code !== ch.slash && under.unit.measure === 'count') return reading
  const { factor } = reading.unit
  const divisor = under.unit.factor
  const unit: Unit = {
    name: `${reading.unit.name}/${under.unit.name}`,
    measure: 'rate',
    factor: {
      numerator: factor.numerator * divisor.denominator,
      denominator: factor.denominator * divisor.numerator,
    },
    base: `${reading.unit.base}/${under.unit.base}`,
  }
  return { end: under.end, text: source.text.slice(reading.end - reading.text.length, under.end), unit }
}

/** 2171(人): a unit alone in brackets. */
function readBracketUnit(source: QuantityText, at: number): UnitReading | undefined {
  if (codeAt(source, at) !== 0x28) return undefined
  const inner = findUnit(source, at + 1)
  if (inner === undefined || codeAt(source, inner.end) !== 0x29) return undefined
  return { ...inner, end: inner.end + 1 }
}

interface Scale {
  readonly end: number
  readonly power: number
  readonly text: string
}

/** Scale words between a hedge and its unit: 万 of 5000余万元. */
function readScale(source: QuantityText, at: number): Scale {
  let position = behindBlanks(source, at)
  const start = position
  let power = 0
  while (
    scaleOf(codeAt(source, position)) > 0 ||
    (power === 0 && multiplierOf(codeAt(source, position)) > 1)
  ) {
    if (source.table.units.longest(source.codes, position) !== undefined) break
    power += scaleOf(codeAt(source, position)) || multiplierOf(codeAt(source, position))
    position++
  }
  return power === 0
    ? { end: at, power, text: '' }
    : { end: position, power, text: source.text.slice(start, position) }
}

/** 余, 多, 来 where something counted, or nothing, follows. */
function readHedge(source: QuantityText, at: number): { end: number; word: BoundWord } | undefined {
  const match = source.table.inside.longest(source.codes, behindBlanks(source, at))
  if (match === undefined) return undefined
  const next = behindBlanks(source, match.end)
  const counted = readScale(source, next).power > 0 || findUnit(source, next) !== undefined
  const bare =
    match.value.bound === 'more-than' && match.value.word !== '几' && !isWordCharacter(codeAt(source, next))
  return counted || bare ? { end: match.end, word: match.value } : undefined
}

/** 三斤半, 两年半: a half behind the unit; 三个半小时, 五分半钟: within it. Null where there is none. */
function readHalf(source: QuantityText, reading: UnitReading): UnitReading | undefined {
  if (codeAt(source, reading.end) !== ch.half || reading.unit === null) return undefined
  const behind = findUnit(source, reading.end + 1)
  const tail = behind?.text ?? (codeAt(source, reading.end + 1) === 0x949f ? '钟' : undefined)
  if (tail !== undefined) {
    const whole =
      source.table.units.get(reading.text + tail) ??
      (isOneOf(codeAt(source, reading.end - 1), '个') ? behind?.unit : undefined)
    if (whole != null) {
      return { end: reading.end + 1 + tail.length, text: reading.text + tail, unit: whole }
    }
  }
  return behind === undefined ? { ...reading, end: reading.end + 1 } : undefined
}

const clockParts: Readonly<Record<string, Ratio>> = {
  分: { numerator: 60n, denominator: 1n },
  秒: { numerator: 1n, denominator: 1n },
}

/** How many base units one further part is worth: 角 behind 元, 两 behind 斤, 分 behind 小时 or 元. */
function partFactor(first: Unit, part: UnitReading, last: Ratio): Ratio | undefined {
  const text = part.text
  let factor: Ratio | undefined
  if (text === '分' && first.measure === 'money') factor = { numerator: 1n, denominator: 100n }
  else if (first.measure === 'duration' && (first.name === '小时' || first.name === '分钟'))
    factor = clockParts[text]
  if (
    factor === undefined &&
    part.unit !== null &&
    part.unit.measure === first.measure &&
    part.unit.base === first.base
  ) {
    factor = part.unit.factor
  }
  if (factor === undefined) return undefined
  return factor.numerator * last.denominator < last.numerator * factor.denominator ? factor : undefined
}

/** Adds the parts that follow the first unit: 123元1角1分, 六斤八两, 三米九, 三块零四. */
function readParts(
  source: QuantityText,
  first: Unit,
  at: number,
  start: PrintedNumber,
): { end: number; printed: PrintedNumber } {
  let end = at
  let printed = start
  let last = first.factor
  for (let count = 0; count < 4; count++) {
    let position = behindBlanks(source, end)
    if (codeAt(source, position) === ch.and) position = behindBlanks(source, position + 1)
    const zero = codeAt(source, position) === ch.zero && position === end
    if (zero) position++
    const code = codeAt(source, position)
    if (position !== end && !zero && codeAt(source, end) !== ch.and && !isArabic(code)) break
    if (!isArabic(code) && chineseDigit(code) === NO_DIGIT && code !== 0x5341) break
    const numeral = scanNumeral(source.codes, position)
    if (
      numeral === undefined ||
      numeral.high !== null ||
      numeral.scale > 0 ||
      numeral.head.value.includes('/')
    )
      break
    const unit = findUnit(source, numeral.end)
    const factor = unit === undefined ? undefined : partFactor(first, unit, last)
    if (unit !== undefined && factor !== undefined) {
      const ratio = {
        numerator: factor.numerator * first.factor.denominator,
        denominator: factor.denominator * first.factor.numerator,
      }
      const value = addValues(printed.value, scaleValue(numeral.head.value, ratio))
      const point = value.indexOf('.')
      const decimals = value.includes('/') || point < 0 ? 0 : value.length - point - 1
      printed = { value, decimals, exponent: -decimals }
      last = factor
      end = unit.end
      continue
    }
    const digit = spokenDigit(source, first, last, position, zero, unit !== undefined)
    if (digit === undefined) break
    printed = {
      value: addValues(printed.value, digit.value),
      decimals: digit.decimals,
      exponent: -digit.decimals,
    }
    return { end: position + 1, printed }
  }
  return { end, printed }
}

/** 五块六, 三米九, 七成六: one Chinese digit behind the unit counts in tenths of it. */
function spokenDigit(
  source: QuantityText,
  first: Unit,
  last: Ratio,
  at: number,
  zero: boolean,
  counted: boolean,
) {
  const digit = chineseDigit(codeAt(source, at))
  const next = codeAt(source, at + 1)
  const before = codeAt(source, at - (zero ? 2 : 1))
  if (digit === NO_DIGIT || counted || isDigit(next) || multiplierOf(next) > 0 || scaleOf(next) > 0)
    return undefined
  if (!isOneOf(before, '块米成毛角 ')) return undefined
  if (!['元', '米', '成'].includes(first.name) || (isHan(next) && !isOneOf(next, '到至左上以')))
    return undefined
  const tenth = last.numerator * first.factor.denominator < first.factor.numerator * last.denominator
  const decimals = zero || tenth ? 2 : 1
  return { value: shiftValue(String(digit), -decimals), decimals }
}

/** 三八折 and 72折 print tenths without the point. */
function discount(printed: PrintedNumber, unit: Unit | null): PrintedNumber {
  if (unit?.name !== '折' || !/^[1-9]\d$/.test(printed.value) || printed.value === '10') return printed
  return { value: shiftValue(printed.value, -1), decimals: 1, exponent: -1 }
}

/** Where a scale word is the beginning of a unit (12千米, 50兆字节), the numeral ends before it. */
function trimToUnit(source: QuantityText, numeral: Numeral): Numeral {
  if (numeral.scale === 0) return trimPair(source, numeral)
  const last = numeral.end - 1
  const unit = source.table.units.longest(source.codes, last)
  if (unit === undefined || unit.end <= numeral.end) return numeral
  return scanNumeral(source.codes, numeral.start, { limit: last }) ?? numeral
}

/** 一两 is a weight unless something counted follows: 一两个. */
function trimPair(source: QuantityText, numeral: Numeral): Numeral {
  if (numeral.high === null || codeAt(source, numeral.end - 1) !== ch.liang) return numeral
  if (findUnit(source, numeral.end) !== undefined) return numeral
  return scanNumeral(source.codes, numeral.start, { limit: numeral.end - 1 }) ?? numeral
}

/** The upper end that 余 or 多 opens: one more in the last printed digit that is not zero. */
function openEnd(value: string): string {
  if (value.includes('/') || value.startsWith('-')) return value
  return addValues(value, shiftValue('1', lastDigitExponent(value)))
}

function readUnitBehind(source: QuantityText, at: number): UnitReading {
  const found = findUnit(source, at)
  if (found !== undefined) return readRate(source, found)
  return readBracketUnit(source, at) ?? { end: at, text: '', unit: null }
}

/** Reads what follows a numeral. */
export function readAmount(source: QuantityText, scanned: Numeral): Amount {
  const numeral = trimToUnit(source, scanned)
  if (numeral.share > 0) {
    const text = shareUnits[numeral.share]!
    const unit = source.table.units.get(text) ?? null
    return {
      start: numeral.start,
      end: numeral.end,
      numeral,
      printed: numeral.head,
      high: numeral.high,
      hedge: numeral.vague ? vagueWord : null,
      unitText: text,
      unit,
      scale: 0,
    }
  }
  let scaleText = source.text.slice(numeral.headEnd, numeral.end).trim()
  let scale = numeral.scale
  const hedge = readHedge(source, numeral.end)
  let position = numeral.end
  if (hedge !== undefined) {
    const inner = readScale(source, hedge.end)
    position = inner.end > hedge.end ? inner.end : hedge.end
    scale += inner.power
    scaleText += inner.text
  }
  let reading = readUnitBehind(source, position)
  const half = hedge === undefined && numeral.high === null ? readHalf(source, reading) : undefined
  let printed = numeral.head
  let end = reading.end
  if (half !== undefined) {
    reading = half
    end = half.end
    printed = {
      value: addValues(printed.value, shiftValue('5', -1 - scale)),
      decimals: 1,
      exponent: -1 - scale,
    }
  } else if (
    reading.unit !== null &&
    hedge === undefined &&
    numeral.high === null &&
    scale + 0 < 24 &&
    !printed.value.includes('/')
  ) {
    const parts = readParts(
      source,
      reading.unit,
      reading.end,
      scale > 0 ? { ...printed, value: shiftValue(printed.value, scale) } : printed,
    )
    if (parts.end > reading.end) {
      end = parts.end
      printed = parts.printed
      scale = 0
      scaleText = ''
    }
  }
  if (reading.unit?.measure === 'money' && isOneOf(codeAt(source, end), '整正')) end++
  const outer = hedge ?? (half === undefined ? readOuterHedge(source, reading, end) : undefined)
  if (outer !== undefined && outer !== hedge) end = outer.end
  printed = discount(printed, reading.unit)
  const opened =
    outer?.word.bound === 'more-than' || outer?.word.bound === 'approx' ? openEnd(printed.value) : null
  return {
    start: numeral.start,
    end,
    numeral,
    printed,
    high: numeral.high ?? opened,
    hedge: outer?.word ?? (numeral.vague ? vagueWord : null),
    unitText: scaleText + reading.text,
    unit: reading.unit,
    scale,
  }
}

/** 一年多, 3个多小时: a hedge behind the unit or inside it. */
function readOuterHedge(
  source: QuantityText,
  reading: UnitReading,
  at: number,
): { end: number; word: BoundWord } | undefined {
  if (reading.unit === null || reading.end !== at || codeAt(source, at) !== ch.many) return undefined
  const word = source.table.inside.longest(source.codes, at)?.value
  const next = codeAt(source, at + 1)
  const free = !isHan(next) || isOneOf(next, '的来前后以时里,')
  return word !== undefined && free ? { end: at + 1, word } : undefined
}

/** Whether two amounts can be the ends of one range. */
export function isSameKind(a: Unit | null, b: Unit | null): boolean {
  return a === null || b === null || (a.measure === b.measure && a.base === b.base)
}

export function measureOf(unit: Unit | null): Measure {
  return unit?.measure ?? 'other'
}

/** Whether a numeral may begin here, its sign included. */
export function startsNumeral(source: QuantityText, at: number): boolean {
  const code = codeAt(source, at)
  return (
    isDigit(code) ||
    multiplierOf(code) > 0 ||
    (isSign(code) && isDigit(codeAt(source, at + 1))) ||
    isOneOf(code, '几数廿卅卌.') ||
    standsAt(source, at, '万分之')
  )
}
