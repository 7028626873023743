/**
 * Quantities with a form of their own: masked digits, ratios, halves, degrees below zero.
 * Invariant: values are exact; a masked number has low and high but no value.
 */
import { fractionString, ratioOf } from '../model/decimal.js'
import type { Quantity } from '../model/fact.js'
import type { MaskedNumber } from '../numerals/arabic.js'
import { ch, chineseDigit, isArabic, isHan, NO_DIGIT, scaleOf } from '../numerals/characters.js'
import { negate } from '../numerals/exact.js'
import type { Numeral } from '../numerals/numeral.js'
import { scanNumeral } from '../numerals/scan.js'
import type { Unit } from '../resources/units.js'
import { readAmount } from './amount.js'
import { endsOf, readBoundAfter, readBoundBefore } from './bound.js'
import { isRatioContext } from './date.js'
import {
  behindBlanks,
  codeAt,
  isDigit,
  isOneOf,
  isWordCharacter,
  type QuantityText,
  standsAt,
} from './text.js'
import { measureOf } from './unit.js'
import { baseOf, quantityOf } from './value.js'

/** 20xx人: digits with a mask, and the unit behind them. */
export function maskedQuantity(source: QuantityText, mask: MaskedNumber): Quantity {
  const unit = source.table.units.longest(source.codes, behindBlanks(source, mask.end))
  const scaleEnd = scaleOf(codeAt(source, mask.end)) > 0 ? mask.end + 1 : mask.end
  const scaled = scaleEnd > mask.end ? source.table.units.longest(source.codes, scaleEnd) : undefined
  const match = scaled ?? unit
  const end = match?.end ?? scaleEnd
  const { low, high } = mask
  return {
    start: mask.start,
    end,
    text: source.text.slice(mask.start, end),
    value: null,
    low,
    high,
    unit: source.text.slice(mask.end, end).trim(),
    base: { value: null, unit: match?.value.base ?? '' },
    bound: 'masked',
    qualifier: null,
    measure: measureOf(match?.value ?? null),
    printed: { value: low, decimals: 0, exponent: mask.hidden },
  }
}

/** 1:3.5 as a ratio; clock times have been read before. */
export function readRatio(source: QuantityText, at: number, numeral: Numeral): Quantity | undefined {
  if (
    !numeral.arabic ||
    !numeral.plain ||
    codeAt(source, numeral.end) !== ch.colon ||
    !isArabic(codeAt(source, numeral.end + 1))
  )
    return undefined
  const second = scanNumeral(source.codes, numeral.end + 1)
  if (
    second === undefined ||
    !second.plain ||
    second.head.value === '0' ||
    numeral.head.value.length > 9 ||
    second.head.value.length > 9
  )
    return undefined
  if (source.table.units.longest(source.codes, second.end) !== undefined && !isRatioContext(source, at))
    return undefined
  const ratio = ratioOf(second.head.value)
  const first = ratioOf(numeral.head.value)
  const value = fractionString(first.numerator * ratio.denominator, first.denominator * ratio.numerator)
  return {
    start: at,
    end: second.end,
    text: source.text.slice(at, second.end),
    value,
    low: null,
    high: null,
    unit: '',
    base: { value, unit: '' },
    bound: 'exact',
    qualifier: null,
    measure: 'ratio',
    printed: { value, decimals: 0, exponent: 0 },
  }
}

/** 半小时, 半个世纪, 一半: a half as a number of its own. */
export function readHalf(source: QuantityText, at: number, half: number): Quantity | undefined {
  const unit = source.table.units.longest(source.codes, half + 1)
  const isShare = half > at
  if (!isShare && (unit === undefined || (unit.value.measure === 'count' && unit.value.name !== '个')))
    return undefined
  const end = isShare ? half + 1 : unit!.end
  const found = isShare ? null : unit!.value
  const value = isShare ? '1/2' : '0.5'
  const after = readBoundAfter(source, end)
  const before = readBoundBefore(source, at, false)
  const word = before?.word ?? after?.word
  const start = before?.at ?? at
  return {
    start,
    end: after?.at ?? end,
    text: source.text.slice(start, after?.at ?? end),
    value,
    ...(word === undefined ? { low: null, high: null } : endsOf(word, value)),
    unit: source.text.slice(half + 1, end),
    base: baseOf(value, 0, found),
    bound: word?.bound ?? 'exact',
    qualifier: word?.word ?? null,
    measure: found === null ? 'ratio' : found.measure,
    printed: { value, decimals: isShare ? 0 : 1, exponent: isShare ? 0 : -1 },
  }
}

/** 个半月, 个半小时: one and a half, the one left out. */
export function readOneAndHalf(source: QuantityText, at: number): Quantity | undefined {
  if (
    codeAt(source, at + 1) !== ch.half ||
    isDigit(codeAt(source, at - 1)) ||
    isOneOf(codeAt(source, at - 1), '每这那几各十百')
  )
    return undefined
  const unit = [2, 1]
    .map((length) => ({ end: at + 2 + length, tail: source.text.slice(at + 2, at + 2 + length) }))
    .map(({ end, tail }) => ({
      end,
      value: source.table.units.get(`个${tail}`) ?? source.table.units.get(tail),
    }))
    .find(({ value }) => value?.measure === 'duration')
  if (unit?.value === undefined) return undefined
  const text = source.text.slice(at, unit.end)
  return withoutOne(
    source,
    { at, end: unit.end, text: `${text[0]}${text.slice(2)}`, unit: unit.value },
    '1.5',
  )
}

/** 米九 and 分半 between other signs than characters: 1.9米, one and a half minutes. */
export function readSpokenOne(source: QuantityText, at: number): Quantity | undefined {
  const next = codeAt(source, at + 1)
  const isMetre = isOneOf(codeAt(source, at), '米')
  const before = codeAt(source, at - 1)
  if (isWordCharacter(before) && !(isMetre && isOneOf(before, '高长宽'))) return undefined
  const end = at + 2
  const digit = chineseDigit(next)
  if (isMetre ? digit === NO_DIGIT || digit === 0 : next !== ch.half) return undefined
  const after = readBoundAfter(source, end)
  if (after === undefined && isHan(codeAt(source, end))) return undefined
  const unit = source.table.units.get(isMetre ? '米' : '分钟')
  if (unit === undefined) return undefined
  const spoken = { at, end, text: source.text.slice(at, at + 1), unit }
  return withoutOne(source, spoken, isMetre ? `1.${digit}` : '1.5')
}

interface Spoken {
  readonly at: number
  readonly end: number
  readonly text: string
  readonly unit: Unit
}

/** A quantity whose first digit, a one, is left out. */
function withoutOne(source: QuantityText, { at, end, text, unit }: Spoken, value: string): Quantity {
  const after = readBoundAfter(source, end)
  return {
    start: at,
    end: after?.at ?? end,
    text: source.text.slice(at, after?.at ?? end),
    value,
    ...(after === undefined ? { low: null, high: null } : endsOf(after.word, value)),
    unit: text,
    base: baseOf(value, 0, unit),
    bound: after?.word.bound ?? 'exact',
    qualifier: after?.word.word ?? null,
    measure: unit.measure,
    printed: { value, decimals: 1, exponent: -1 },
  }
}

/** 三分一汤匙: a fraction without 之, where a measure follows; otherwise the numeral itself. */
export function withoutOf(source: QuantityText, numeral: Numeral): Numeral {
  const { start, end } = numeral
  const single = !numeral.arabic && end === start + 1 && /^[2-9]$/.test(numeral.head.value)
  if (!single || !standsAt(source, end, '分一')) return numeral
  const unit = source.table.units.longest(source.codes, end + 2)?.value
  if (unit === undefined || !['volume', 'mass', 'length', 'area'].includes(unit.measure)) return numeral
  const head = { value: fractionString(1n, ratioOf(numeral.head.value).numerator), decimals: 0, exponent: 0 }
  return { ...numeral, end: end + 2, headEnd: end + 2, head }
}

/** 零下四摄氏度. */
export function readBelowZero(source: QuantityText, at: number): Quantity | undefined {
  const numeral = scanNumeral(source.codes, behindBlanks(source, at + 2))
  if (numeral === undefined) return undefined
  const amount = readAmount(source, numeral)
  if (amount.unit?.measure !== 'temperature') return undefined
  const value = negate(amount.printed.value)
  return quantityOf(source, { ...amount, start: at, printed: { ...amount.printed, value } }, false)
}
