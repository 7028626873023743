/**
 * Parts behind the first unit of an amount: a half (三斤半, 三个半小时), smaller units (123元1角1分, 六斤八两), one spoken digit (五块六,
 * 七成六).
 * Invariant: sums are exact and in the first unit.
 */
import {
  addValues,
  decimalsOf,
  exactDecimal,
  isFraction,
  type PrintedNumber,
  type Ratio,
  scaleValue,
} from '../model/exact.js'
import { ch, chineseDigit, isArabic, isHan, multiplierOf, NO_DIGIT, scaleOf } from '../numerals/characters.js'
import type { Numeral } from '../numerals/numeral.js'
import { scanNumeral } from '../numerals/scan.js'
import type { Unit } from '../resources/units.js'
import { behindBlanks, codeAt, isDigit, isOneOf, type QuantityText } from './text.js'
import { findUnit, type UnitReading } from './unit.js'

/** 三斤半, 两年半: a half behind the unit; 三个半小时, 五分半钟: within it. Null where there is none. */
export function readHalf(
  source: QuantityText,
  numeral: Numeral,
  reading: UnitReading,
): UnitReading | undefined {
  if (codeAt(source, reading.end) !== ch.half || reading.unit === null) return undefined
  if (reading.text === '分' && !numeral.arabic && !isHan(codeAt(source, reading.end + 1))) {
    // 五分半 is spoken of minutes; a score is printed 5.5分.
    const minute = source.table.units.get('分钟')
    return minute === undefined ? undefined : { ...reading, end: reading.end + 1, unit: minute }
  }
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
  // 两斤半毛豆: what is no part of the unit does not take the half away from it.
  const isOther = behind !== undefined && behind.unit?.measure !== reading.unit.measure
  const isFree = behind === undefined || (isOther && reading.unit.measure !== 'count')
  return isFree ? { ...reading, end: reading.end + 1 } : undefined
}

/** 二亩五分: a tenth of a 亩, which as a unit of its own is a mark or a coin. */
const landParts: Readonly<Record<string, Ratio>> = {
  分: { numerator: 200n, denominator: 3n },
  厘: { numerator: 20n, denominator: 3n },
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
  else if (first.name === '亩') factor = landParts[text]
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
  if (factor === undefined || text === '月') return undefined
  return factor.numerator * last.denominator < last.numerator * factor.denominator ? factor : undefined
}

/** Adds the parts that follow the first unit: 123元1角1分, 六斤八两, 三米九, 三块零四. */
export function readParts(
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
    if (position !== end && !zero && first.name !== '成' && codeAt(source, end) !== ch.and && !isArabic(code))
      break
    if (!isArabic(code) && chineseDigit(code) === NO_DIGIT && code !== 0x5341) break
    const numeral = scanNumeral(source.codes, position)
    if (numeral === undefined || numeral.high !== null || numeral.scale > 0 || isFraction(numeral.head.value))
      break
    const unit = findUnit(source, numeral.end)
    const factor = unit === undefined ? undefined : partFactor(first, unit, last)
    if (unit !== undefined && factor !== undefined) {
      const ratio = {
        numerator: factor.numerator * first.factor.denominator,
        denominator: factor.denominator * first.factor.numerator,
      }
      const value = addValues(printed.value, scaleValue(numeral.head.value, ratio))
      const decimals = decimalsOf(value)
      printed = { value, decimals, exponent: -decimals }
      last = factor
      end = unit.end
      continue
    }
    const digit = spokenDigit(
      source,
      first,
      last,
      position,
      zero,
      unit !== undefined && !isPriced(source, position + 1),
    )
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

/** 三块五一斤: one of what is sold follows. */
function isPriced(source: QuantityText, at: number): boolean {
  return codeAt(source, at) === ch.one && findUnit(source, at + 1) !== undefined
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
  const code = codeAt(source, at)
  const isPrinted = isArabic(code) && first.measure === 'money' && last === first.factor
  const digit = isPrinted ? code - 0x30 : chineseDigit(code)
  const next = codeAt(source, at + 1)
  const before = codeAt(source, at - (zero ? 2 : 1))
  const goesOn = (isDigit(next) && !isPriced(source, at + 1)) || multiplierOf(next) > 0 || scaleOf(next) > 0
  if (digit === NO_DIGIT || counted || goesOn) return undefined
  if (!isOneOf(before, '块米成毛角蚊毫 ')) return undefined
  if (!['元', '米', '成'].includes(first.name) || (isHan(next) && !isOneOf(next, '一到至左上以')))
    return undefined
  const tenth = last.numerator * first.factor.denominator < first.factor.numerator * last.denominator
  const decimals = zero || tenth ? 2 : 1
  return { value: exactDecimal(String(digit), -decimals), decimals }
}
