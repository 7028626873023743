/**
 * Exact numbers: decimals and fractions, made, opened and reckoned with by this file alone, on digits and integers and
 * never on floats. Nothing is rounded. Text is their form in a record: "-3.2", "17193", "1/3".
 * Invariant: a decimal has one form only; a printed fraction keeps its terms, and what is reckoned is a decimal
 * wherever one is exact.
 */
declare const exact: unique symbol

/** An exact number, which nobody else can look into. Two equal ones need not be one object: `isEqual` compares them. */
export interface Exact {
  readonly [exact]: true
}

/** `digits` × 10^`exponent`, without zeros at either end; zero is one digit with the exponent 0. */
interface DecimalForm extends Exact {
  readonly digits: string
  readonly exponent: number
  readonly negative: boolean
}

/** A value as a fraction of two integers, the lower one positive. */
export interface Ratio {
  readonly numerator: bigint
  readonly denominator: bigint
}

interface FractionForm extends Exact, Ratio {}

/** A number as printed. */
export interface PrintedNumber<Value = Exact> {
  readonly value: Value
  /** Digits printed after the decimal point. */
  readonly decimals: number
  /** Power of ten of the last printed digit: -2 for 457.76, 0 for 17193, 7 for 3.5亿. */
  readonly exponent: number
}

function open(value: Exact): DecimalForm | FractionForm {
  return value as DecimalForm | FractionForm
}

/** `digits` × 10^exponent; `digits` holds decimal digits only. */
export function exactDecimal(digits: string, exponent: number, negative = false): Exact {
  let start = 0
  let end = digits.length
  while (end > 1 && digits.charCodeAt(end - 1) === 0x30) end--
  while (start < end - 1 && digits.charCodeAt(start) === 0x30) start++
  const kept = start > 0 || end < digits.length ? digits.slice(start, end) : digits
  if (kept === '0') return { digits: kept, exponent: 0, negative: false } as DecimalForm
  return { digits: kept, exponent: exponent + digits.length - end, negative } as DecimalForm
}

/** A whole number. */
export function exactInteger(value: number | bigint): Exact {
  return value < 0 ? exactDecimal((-value).toString(), 0, true) : exactDecimal(value.toString(), 0)
}

/** A fraction in the terms that it was printed in: 25/100 stays so. */
export function exactFraction(numerator: bigint, denominator: bigint): Exact {
  const isBelow = denominator < 0n
  return {
    numerator: isBelow ? -numerator : numerator,
    denominator: isBelow ? -denominator : denominator,
  } as FractionForm
}

/** The number that a text in the form of records is. Throws on anything else. */
export function parseExact(text: string): Exact {
  const match = /^(-?)(\d+)(?:\.(\d+)|\/(\d+))?$/.exec(text)
  if (match === null) throw new SyntaxError(`${text} is no exact number`)
  const [, sign = '', whole = '', decimals = '', denominator] = match
  if (denominator !== undefined) return exactFraction(BigInt(sign + whole), BigInt(denominator))
  return exactDecimal(whole + decimals, -decimals.length, sign !== '')
}

/** A number as records print it, to at least as many decimals as are asked for. */
export function formatExact(value: Exact, decimals = 0): string {
  const form = open(value)
  if ('numerator' in form) return `${form.numerator}/${form.denominator}`
  const places = Math.max(decimals, -form.exponent)
  const digits = form.digits + '0'.repeat(form.exponent + places)
  const padded = digits.padStart(places + 1, '0')
  const point = padded.length - places
  const unsigned = places > 0 ? `${padded.slice(0, point)}.${padded.slice(point)}` : padded
  return form.negative ? `-${unsigned}` : unsigned
}

/** The same, where there may be no value. */
export function formatOrNull(value: Exact | null): string | null {
  return value === null ? null : formatExact(value)
}

/** Whether a value is kept as a fraction: 1/3. */
export function isFraction(value: Exact): boolean {
  return 'numerator' in open(value)
}

export function isNegative(value: Exact): boolean {
  const form = open(value)
  return 'numerator' in form ? form.numerator < 0n : form.negative
}

export function isZero(value: Exact): boolean {
  const form = open(value)
  return 'numerator' in form ? form.numerator === 0n : form.digits === '0'
}

/** How many digits of a value stand behind the point; none of a fraction. */
export function decimalsOf(value: Exact): number {
  const form = open(value)
  return 'numerator' in form ? 0 : Math.max(0, -form.exponent)
}

/** How many digits a value is written with; a zero before the point does not count. */
export function digitCount(value: Exact): number {
  const form = open(value)
  if ('numerator' in form) return formatExact(value).replace(/\D/g, '').length
  if (form.digits === '0') return 0
  return Math.max(form.digits.length + Math.max(0, form.exponent), -form.exponent)
}

/** Power of ten of the last digit that is not zero: 1 for 1520, 3 for 5000, -2 for 3.25; 0 for a fraction. */
export function lastDigitExponent(value: Exact): number {
  const form = open(value)
  return 'numerator' in form ? 0 : form.exponent
}

/** The digits of a value and a power of ten, as programs read it; undefined for a fraction. */
export function scientific(value: Exact): string | undefined {
  const form = open(value)
  return 'numerator' in form ? undefined : `${form.negative ? '-' : ''}${form.digits}e${form.exponent}`
}

/** A whole number that is small enough to be one here too, to 15 digits; NaN for any other value. */
export function smallInteger(value: Exact): number {
  const form = open(value)
  if ('numerator' in form || form.exponent < 0 || form.digits.length + form.exponent > 15) return Number.NaN
  return Number(scientific(value))
}

/** The fraction that a value is. */
export function ratioOf(value: Exact): Ratio {
  const form = open(value)
  if ('numerator' in form) return form
  const whole = BigInt(form.negative ? `-${form.digits}` : form.digits)
  const power = 10n ** BigInt(Math.abs(form.exponent))
  return form.exponent < 0
    ? { numerator: whole, denominator: power }
    : { numerator: whole * power, denominator: 1n }
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let first = a < 0n ? -a : a
  let second = b
  while (second !== 0n) [first, second] = [second, first % second]
  return first
}

/** What a fraction comes to: a decimal where one is exact, else the reduced fraction. */
export function valueOfRatio({ numerator, denominator }: Ratio): Exact {
  const sign = denominator < 0n ? -1n : 1n
  const divisor = greatestCommonDivisor(numerator, denominator * sign) * sign || 1n
  const top = numerator / divisor
  const bottom = denominator / divisor
  let rest = bottom
  while (rest % 10n === 0n) rest /= 10n
  while (rest % 2n === 0n) rest /= 2n
  while (rest % 5n === 0n) rest /= 5n
  if (rest !== 1n) return exactFraction(top, bottom)
  let places = 0
  let power = 1n
  while (power % bottom !== 0n) {
    power *= 10n
    places++
  }
  return shiftValue(exactInteger((top * power) / bottom), -places)
}

/** Multiplies by a power of ten. */
export function shiftValue(value: Exact, power: number): Exact {
  if (power === 0) return value
  const form = open(value)
  if ('numerator' in form) return scaleValue(value, ratioOf(exactDecimal('1', power)))
  return exactDecimal(form.digits, form.exponent + power, form.negative)
}

/** Multiplies by a factor. */
export function scaleValue(value: Exact, factor: Ratio): Exact {
  if (factor.numerator === factor.denominator) return value
  const ratio = ratioOf(value)
  return valueOfRatio({
    numerator: ratio.numerator * factor.numerator,
    denominator: ratio.denominator * factor.denominator,
  })
}

export function addValues(a: Exact, b: Exact): Exact {
  const first = ratioOf(a)
  const second = ratioOf(b)
  return valueOfRatio({
    numerator: first.numerator * second.denominator + second.numerator * first.denominator,
    denominator: first.denominator * second.denominator,
  })
}

/** Whether one value is below another. */
export function isLess(a: Exact, b: Exact): boolean {
  const first = ratioOf(a)
  const second = ratioOf(b)
  return first.numerator * second.denominator < second.numerator * first.denominator
}

/** The value with the other sign. */
export function negate(value: Exact): Exact {
  const form = open(value)
  if ('numerator' in form) return exactFraction(-form.numerator, form.denominator)
  return exactDecimal(form.digits, form.exponent, !form.negative)
}
