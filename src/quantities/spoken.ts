/**
 * A decimal point that is written as it is spoken, between Arabic digits: 2点5亿元, 3点6%, 水位3点8米, 增长8点2. Behind a day or a
 * part of it 点 tells the hour, and so it does before things that are counted (8点5人到场) and before minutes (7点40).
 * Invariant: a bounded number of characters is looked at from each offset.
 */

import { addValues, shiftValue } from '../model/exact.js'
import type { Measure } from '../model/fact.js'
import { digitRunEnd } from '../numerals/arabic.js'
import { ch, isArabic } from '../numerals/characters.js'
import type { Numeral } from '../numerals/numeral.js'
import { scanNumeral } from '../numerals/scan.js'
import { codeAt, isOneOf, isWordCharacter, type QuantityText, smallNumber } from './text.js'

/** More digits are spoken one by one. */
const mostDecimals = 3
/** What hours stand behind: 3日8点, 下午2点, 凌晨4点. */
const beforeHours = '日号午晨晚早夜间刻上'
/** What may begin, be counted or last at an hour. */
const atHours: ReadonlySet<Measure> = new Set<Measure>(['count', 'duration', 'score', 'other'])

/** Where the minutes behind 点 end: two digits, with nothing behind them that they count. Undefined where they are none. */
export function readBareMinutes(source: QuantityText, at: number): number | undefined {
  const end = digitRunEnd(source.codes, at, Math.min(source.codes.length, at + 3))
  if (end - at !== 2 || smallNumber(source, at, end) >= 60) return undefined
  if (codeAt(source, end) === ch.point && isArabic(codeAt(source, end + 1))) return undefined
  return source.table.units.longest(source.codes, end) === undefined ? end : undefined
}

/** Whether what stands behind the digits makes them decimals: a large scale, a measure, or the end of the clause. */
function endsDecimal(source: QuantityText, hour: Numeral, tail: Numeral): boolean {
  if (tail.scale >= 4) return true
  const unit = source.table.units.longest(source.codes, tail.end)
  if (unit !== undefined) return !atHours.has(unit.value.measure)
  const mayBeHour = hour.end - hour.start <= 2 && smallNumber(source, hour.start, hour.end) <= 24
  const isMinutes = mayBeHour && readBareMinutes(source, hour.end + 1) !== undefined
  return tail.scale === 0 && !isMinutes && !isWordCharacter(codeAt(source, tail.end))
}

/** The decimal that a whole number, 点 and digits are; undefined where they are none. */
export function readSpokenPoint(source: QuantityText, numeral: Numeral): Numeral | undefined {
  const { codes } = source
  const { start, end, head, arabic, plain } = numeral
  if (!arabic || !plain || head.decimals > 0 || codes[end] !== ch.dot || !isArabic(codes[end + 1] ?? 0))
    return undefined
  if (isOneOf(codeAt(source, start - 1), beforeHours)) return undefined
  const tail = scanNumeral(codes, end + 1)
  const decimals = tail === undefined ? 0 : tail.headEnd - end - 1
  if (tail === undefined || decimals > mostDecimals || !endsDecimal(source, numeral, tail)) return undefined
  if (digitRunEnd(codes, end + 1, codes.length) !== tail.headEnd) return undefined
  const value = addValues(head.value, shiftValue(tail.head.value, -decimals))
  return { ...tail, start, head: { value, decimals, exponent: -decimals } }
}
