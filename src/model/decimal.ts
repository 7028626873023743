/**
 * Exact decimals that keep their printed precision, and the intervals that they stand for. Arithmetic is done by
 * decimal.js.
 * Invariant: `value` is a canonical decimal string ("-3.2", "17193") or a fraction of two integers ("1/3").
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
  if (number.value.includes('/')) return { low: value, high: value }
  const half = new Exact(10).pow(number.exponent).div(2)
  return { low: value.minus(half), high: value.plus(half) }
}
