/**
 * Ranges: two amounts joined by 至, -, ~ or 和…之间, where the unit and scale of one apply to both.
 * Invariant: the low end is below the high end; otherwise the amounts are read separately.
 */
import {
  digitCount,
  type Exact,
  isFraction,
  isLess,
  lastDigitExponent,
  shiftValue,
  smallInteger,
} from '../../model/exact.js'
import type { Quantity } from '../../model/fact.js'
import { scanNumeral } from '../../numerals/scan.js'
import { type Amount, readAmount } from '../amount.js'
import { readBoundAfter, readBoundBefore } from '../bound.js'
import { readDate } from '../date.js'
import { behindBlanks, codeAt, isDigit, isOneOf, type QuantityText, standsAt } from '../text.js'
import { isSameKind, measureOf } from '../unit.js'
import { ownScale, unitText, withPrefix } from '../value.js'
import type { AmountConstruction } from './contract.js'

/** The offset behind what joins two ends of a range; -1 where nothing does. */
function behindConnector(source: QuantityText, at: number): { end: number; spoken: boolean } | undefined {
  const start = behindBlanks(source, at)
  const code = codeAt(source, start)
  if (isOneOf(code, '-~')) return { end: behindBlanks(source, start + 1), spoken: false }
  if (isOneOf(code, '至到')) return { end: behindBlanks(source, start + 1), spoken: false }
  if (isOneOf(code, '和与')) return { end: behindBlanks(source, start + 1), spoken: true }
  return undefined
}

/** 1 to 9. */
function isDigitAlone(value: Exact): boolean {
  const digit = smallInteger(value)
  return digit >= 1 && digit <= 9
}

/** The low end in the unit and scale of the high end: 10~15万元, 两到三千, 8500到3万. Null where it is no range. */
function lowEnd(low: Amount, high: Amount): Exact | null {
  const value = low.printed.value
  const other = high.printed.value
  if (isFraction(value) || isFraction(other)) return isLess(value, other) ? value : null
  const own = low.unitText !== '' && low.scale !== high.scale
  if (own)
    return isLess(shiftValue(value, low.scale - high.scale), other)
      ? shiftValue(value, low.scale - high.scale)
      : null
  // 两到三千: the higher number lends its place, as the scale of 10~15万 does.
  const zeros = lastDigitExponent(other)
  const isLent = isDigitAlone(value) && zeros > 1 && isDigitAlone(shiftValue(other, -zeros))
  if (!low.numeral.arabic && !high.numeral.arabic && isLent && low.unitText === '') {
    return isLess(shiftValue(value, zeros), other) ? shiftValue(value, zeros) : value
  }
  if (isLess(value, other)) return value
  const unshared = shiftValue(value, low.scale - high.scale)
  return low.unitText === '' && high.scale > 0 && isLess(unshared, other) ? unshared : null
}

/** Both ends of a range; undefined where the amount stands alone. */
function readRange(source: QuantityText, first: Amount): Quantity | undefined {
  if (first.high !== null || digitCount(first.numeral.head.value) > 40) return undefined
  const connector = behindConnector(source, first.end)
  if (
    connector === undefined ||
    (!isDigit(codeAt(source, connector.end)) && !isOneOf(codeAt(source, connector.end), '十百.'))
  )
    return undefined
  const numeral = scanNumeral(source.codes, connector.end)
  if (numeral === undefined || numeral.high !== null || digitCount(numeral.head.value) > 40) return undefined
  if (readDate(source, connector.end) !== undefined) return undefined
  // 一到三年级 orders, it does not count.
  if (source.table.frames.longest(source.codes, behindBlanks(source, numeral.end)) !== undefined)
    return undefined
  const second = readAmount(source, numeral)
  if (
    second.hedge !== null ||
    (first.unitText !== '' && second.unitText === '') ||
    !isSameKind(first.unit, second.unit)
  )
    return undefined
  const between = behindBlanks(source, second.end)
  // 10000与20000间: the 间 of a range is no room.
  const isRoom = connector.spoken && second.unitText === '间'
  const isBetween = isRoom || standsAt(source, between, '之间') || standsAt(source, between, '间')
  if (connector.spoken && !isBetween) return undefined
  const low = lowEnd(first, second)
  if (low === null) return undefined
  const own = ownScale(second)
  const prefixed = withPrefix(source, first)
  const unit = prefixed.unit !== first.unit ? prefixed.unit : second.unit
  const after = isBetween ? undefined : readBoundAfter(source, second.end)
  const end = isBetween ? between + (standsAt(source, between, '之间') ? 2 : 1) : (after?.at ?? second.end)
  const before = readBoundBefore(source, prefixed.start, false)
  const start = before?.at ?? prefixed.start
  return {
    start,
    end,
    text: source.text.slice(start, end),
    value: null,
    low: shiftValue(low, own),
    high: shiftValue(second.printed.value, own),
    unit: unitText(source, second),
    base: { value: null, unit: unit?.base ?? '' },
    bound: 'range',
    qualifier: before?.word.word ?? after?.word.word ?? null,
    measure: measureOf(unit),
    printed: { ...first.printed, value: shiftValue(low, own), exponent: first.printed.exponent + own },
  }
}

export const construction: AmountConstruction = {
  id: 'range',
  reads: 'amount',
  examples: [
    { text: '投入10~15万元', reads: '10~15万元', ends: ['10', '15'] },
    { text: '新建一至二所', reads: '一至二所', ends: ['1', '2'] },
    { text: '两到三千人', reads: '两到三千人', ends: ['2000', '3000'] },
    { text: '在100和200之间', reads: '100和200之间', ends: ['100', '200'] },
  ],
  nonExamples: ['15至10人', '5人和6人', '10人至20元', '一到三年级'],
  read: readRange,
}
