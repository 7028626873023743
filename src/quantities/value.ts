/**
 * From an amount to a quantity: prefix, bound words and vagueness become value, low, high and base.
 * Invariant: `start` and `end` cover the number and the bound words right beside it, nothing else.
 */
import { type Exact, isFraction, scaleValue, shiftValue } from '../model/exact.js'
import type { Quantity } from '../model/fact.js'
import { isLatin } from '../numerals/characters.js'
import type { Numeral } from '../numerals/numeral.js'
import type { Unit } from '../resources/units.js'
import type { Amount } from './amount.js'
import { type BoundReading, endsOf, readBounds, readComparison, readGoverningBound } from './bound.js'
import { beforeBlanks, codeAt, isOneOf, type QuantityText } from './text.js'
import { measureOf } from './unit.js'

/** A value in its printed unit scaled to the base of the unit. */
export function baseOf(value: Exact | null, scale: number, unit: Unit | null): Quantity['base'] {
  const base = unit?.base ?? ''
  if (value === null) return { value: null, unit: base }
  const scaled = shiftValue(value, scale)
  return { value: unit === null ? scaled : scaleValue(scaled, unit.factor), unit: base }
}

/** The currency or temperature scale before the number decides what a plain 元 or 度 behind it is. */
export function withPrefix(source: QuantityText, amount: Amount): { start: number; unit: Unit | null } {
  const prefix = source.table.prefixes.longestBefore(source.codes, beforeBlanks(source, amount.start))
  const none = { start: amount.start, unit: amount.unit }
  if (prefix === undefined) return none
  if (isLatin(codeAt(source, prefix.end)) && isLatin(codeAt(source, prefix.end - 1))) return none
  const plain = amount.unit === null || ['元', '度'].includes(amount.unit.name) || amount.unitText === '°'
  const temperature = prefix.value.measure === 'temperature'
  if (!plain || (amount.unit !== null && (amount.unit.measure === 'money') === temperature)) return none
  if (temperature && amount.unit === null) return none
  return { start: prefix.end, unit: prefix.value }
}

/**
 * The power of ten that the value itself has: 万 and 亿 inside a wholly Chinese numeral (三万, 五十万) are part of the
 * number; behind Arabic digits, and behind a hedge (三十余万, 十几万), they are printed with the unit.
 */
export function ownScale({ numeral, scale }: Amount): number {
  return !numeral.arabic && !numeral.vague && scale === numeral.scale ? scale : 0
}

/** The unit as printed, without a scale that belongs to the value. */
export function unitText(source: QuantityText, amount: Amount): string {
  if (ownScale(amount) === 0) return amount.unitText
  const { headEnd, end } = amount.numeral
  return amount.unitText.slice(source.text.slice(headEnd, end).trim().length)
}

/** A multiple or a share says of what it is one. */
function isOfBase({ unit, printed, numeral }: Amount): boolean {
  return (
    unit?.measure === 'multiple' ||
    unit?.measure === 'percent' ||
    numeral.share !== 0 ||
    isFraction(printed.value)
  )
}

/** A quantity of one amount and the bound words around it. */
export function quantityOf(source: QuantityText, amount: Amount, bare: boolean): Quantity {
  const prefixed = withPrefix(source, amount)
  const { unit } = prefixed
  const { before, after } = readBounds(source, prefixed.start, amount.end, bare)
  const reading =
    before ??
    after ??
    readComparison(source, amount.start, amount.end) ??
    (isOfBase(amount) ? readGoverningBound(source, amount.start) : undefined)
  const start = before?.at ?? prefixed.start
  const end = after?.at ?? amount.end
  const own = ownScale(amount)
  const value = shiftValue(amount.printed.value, own)
  const high = amount.high === null ? null : shiftValue(amount.high, own)
  const scale = amount.scale - own
  const printed =
    own === 0
      ? amount.printed
      : {
          value,
          decimals: Math.max(0, amount.printed.decimals - own),
          exponent: amount.printed.exponent + own,
        }
  const ends = boundOf(source, amount, value, high, reading)
  return {
    start,
    end,
    text: source.text.slice(start, end),
    value: ends.bound === 'range' ? null : value,
    low: ends.low,
    high: ends.high,
    unit: unitText(source, amount),
    base: baseOf(ends.bound === 'range' ? null : value, scale, unit),
    bound: ends.bound,
    qualifier: ends.qualifier,
    measure: measureOf(unit),
    printed,
  }
}

/** What hedges, vague digits and bound words leave open of a value. */
function boundOf(
  source: QuantityText,
  { numeral, hedge }: Amount,
  value: Exact,
  high: Exact | null,
  reading: BoundReading | undefined,
): Pick<Quantity, 'low' | 'high' | 'bound' | 'qualifier'> {
  if (high !== null && hedge === null) return { low: value, high, bound: 'range', qualifier: null }
  if (high !== null && hedge?.bound === 'range') {
    // 数十: no single value was printed. 十几 keeps its ten.
    const bound = isVagueLead(source, numeral) ? 'range' : 'more-than'
    return { low: value, high, bound, qualifier: vagueCharacter(source, numeral) }
  }
  if (hedge !== null) return { low: value, high, bound: hedge.bound, qualifier: hedge.word }
  if (reading === undefined) return { low: null, high: null, bound: 'exact', qualifier: null }
  const { low, high: top } = endsOf(reading.word, value)
  return { low, high: top, bound: reading.word.bound, qualifier: reading.word.word }
}

function isVagueLead(source: QuantityText, numeral: Numeral): boolean {
  return isOneOf(codeAt(source, numeral.start), '几数') || vagueOffset(source, numeral) < numeral.headEnd - 1
}

function vagueOffset(source: QuantityText, numeral: Numeral): number {
  for (let at = numeral.start; at < numeral.headEnd; at++) if (isOneOf(codeAt(source, at), '几数')) return at
  return numeral.headEnd
}

function vagueCharacter(source: QuantityText, numeral: Numeral): string {
  return source.text.slice(vagueOffset(source, numeral), vagueOffset(source, numeral) + 1)
}
