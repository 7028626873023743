/**
 * Exact values that remember how precisely they were printed, and how they are written: this file alone takes the
 * strings apart and puts them together. Arithmetic is decimal.js, or on integers in `numerals/exact`.
 * Invariant: a value is a canonical decimal string ("-3.2", "17193") or a fraction of two integers ("1/3").
 */
import { Decimal } from 'decimal.js'

/** Forty significant digits: more than any report prints, and products of two printed numbers stay exact. */
const Exact = Decimal.clone({ precision: 40, toExpNeg: -40, toExpPos: 60 })
export type ExactDecimal = Decimal

/** A number as printed. */
export interface PrintedNumber {
  /** Canonical decimal string, or "numerator/denominator". */
  readonly value: string
  /** Digits printed after the decimal point. */
  readonly decimals: number
  /** Power of ten of the last printed digit: -2 for 457.76, 0 for 17193, 7 for 3.5亿. */
  readonly exponent: number
}

/** Two decimals and what lies between them, ends included. */
export interface Interval {
  readonly low: ExactDecimal
  readonly high: ExactDecimal
}

/** A value as a fraction of two integers, the lower one positive. */
export interface Ratio {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** A decimal as its digits, without sign and point, and the power of ten of the last. */
export interface Digits {
  readonly digits: string
  readonly exponent: number
  readonly negative: boolean
}

/** Whether a value is written as a fraction, since no decimal is exact: 1/3. */
export function isFraction(value: string): boolean {
  return value.includes('/')
}

export function isNegative(value: string): boolean {
  return value.startsWith('-')
}

/** A fraction in the terms that it was printed in: 25/100 stays so. */
export function fractionString(numerator: bigint, denominator: bigint): string {
  return denominator < 0n ? `${-numerator}/${-denominator}` : `${numerator}/${denominator}`
}

/** How many digits of a value stand behind the point; none of a fraction. */
export function decimalsOf(value: string): number {
  const point = isFraction(value) ? -1 : value.indexOf('.')
  return point < 0 ? 0 : value.length - point - 1
}

/** The canonical string of `digits` × 10^exponent; `digits` holds decimal digits only. */
export function decimalString(digits: string, exponent: number, negative = false): string {
  let start = 0
  while (start < digits.length - 1 && digits.charCodeAt(start) === 0x30) start++
  let value = start > 0 ? digits.slice(start) : digits
  if (exponent > 0) {
    value = value === '0' ? value : value + '0'.repeat(exponent)
  } else if (exponent < 0) {
    const places = -exponent
    const padded = value.length <= places ? '0'.repeat(places - value.length + 1) + value : value
    const point = padded.length - places
    let end = padded.length
    while (end > point && padded.charCodeAt(end - 1) === 0x30) end--
    value = end > point ? `${padded.slice(0, point)}.${padded.slice(point, end)}` : padded.slice(0, point)
  }
  return negative && value !== '0' ? `-${value}` : value
}

/** Takes a canonical decimal apart: digits without sign and point, and the power of ten of the last. */
export function digitsOf(value: string): Digits {
  const negative = value.startsWith('-')
  const unsigned = negative ? value.slice(1) : value
  const point = unsigned.indexOf('.')
  if (point < 0) return { digits: unsigned, exponent: 0, negative }
  return {
    digits: unsigned.slice(0, point) + unsigned.slice(point + 1),
    exponent: point + 1 - unsigned.length,
    negative,
  }
}

/** The fraction that a canonical value is. */
export function ratioOf(value: string): Ratio {
  const slash = value.indexOf('/')
  if (slash >= 0) {
    return { numerator: BigInt(value.slice(0, slash)), denominator: BigInt(value.slice(slash + 1)) }
  }
  const { digits, exponent, negative } = digitsOf(value)
  const whole = BigInt(digits) * (negative ? -1n : 1n)
  return { numerator: whole, denominator: 10n ** BigInt(-exponent) }
}

/** The exact value of a canonical string; a fraction is divided out. Throws on anything else. */
export function toDecimal(value: string): ExactDecimal {
  const slash = value.indexOf('/')
  if (slash < 0) return new Exact(value)
  return new Exact(value.slice(0, slash)).div(value.slice(slash + 1))
}

/** The canonical string of a decimal: no exponent, no trailing zeros behind the point. */
export function toValue(decimal: ExactDecimal): string {
  return decimal.toFixed()
}

/** What a printed number can stand for: half a unit of its last printed digit either way (a fraction is exact). */
export function printedInterval(number: PrintedNumber): Interval {
  const value = toDecimal(number.value)
  if (isFraction(number.value)) return { low: value, high: value }
  const half = new Exact(10).pow(number.exponent).div(2)
  return { low: value.minus(half), high: value.plus(half) }
}
