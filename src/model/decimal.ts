/**
 * Decimals to forty digits, by decimal.js, for what the audit divides and compares, and what a printed number can
 * stand for. Values as they are read and kept are `exact.ts`'s matter.
 */
import { Decimal } from 'decimal.js'
import { type Exact, isFraction, type PrintedNumber, parseExact, ratioOf, scientific } from './exact.js'

/** Forty significant digits: more than any report prints, and products of two printed numbers stay exact. */
const Decimal40 = Decimal.clone({ precision: 40, toExpNeg: -40, toExpPos: 60 })
export type ExactDecimal = Decimal

/** Two decimals and what lies between them, ends included. */
export interface Interval {
  readonly low: ExactDecimal
  readonly high: ExactDecimal
}

/** A decimal of our own, or one that was printed in digits. Throws on anything that is no number. */
export function decimal(value: number | string): ExactDecimal {
  return new Decimal40(value)
}

/** The decimal that a value is; a fraction is divided out. */
export function toDecimal(value: Exact): ExactDecimal {
  const text = scientific(value)
  if (text !== undefined) return new Decimal40(text)
  const { numerator, denominator } = ratioOf(value)
  return new Decimal40(numerator.toString()).div(denominator.toString())
}

/** The exact value of a finite decimal. */
export function toValue(value: ExactDecimal): Exact {
  return parseExact(value.toFixed())
}

/** What a printed number can stand for: half a unit of its last printed digit either way (a fraction is exact). */
export function printedInterval(number: PrintedNumber): Interval {
  const value = toDecimal(number.value)
  if (isFraction(number.value)) return { low: value, high: value }
  const half = decimal(10).pow(number.exponent).div(2)
  return { low: value.minus(half), high: value.plus(half) }
}
