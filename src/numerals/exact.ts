/**
 * Exact arithmetic on canonical value strings: shift by powers of ten, scale by a fraction, build from digits.
 * It works on digits and integers, never on floats, and rounds nothing; how a value is written is `model/decimal`'s matter.
 * Invariant: results are canonical ("-3.2", "17193") or, where no decimal is exact, "numerator/denominator".
 */
import { decimalString, digitsOf, fractionString, isFraction, type Ratio, ratioOf } from '../model/decimal.js'

/** Multiplies a canonical value by a power of ten. */
export function shiftValue(value: string, power: number): string {
  if (power === 0) return value
  if (isFraction(value)) return scaleValue(value, ratioOf(decimalString('1', power)))
  const { digits, exponent, negative } = digitsOf(value)
  return decimalString(digits, exponent + power, negative)
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let first = a < 0n ? -a : a
  let second = b
  while (second !== 0n) [first, second] = [second, first % second]
  return first
}

/** The canonical string of a fraction: a decimal where one is exact, else the reduced fraction. */
export function valueOfRatio({ numerator, denominator }: Ratio): string {
  const sign = denominator < 0n ? -1n : 1n
  const divisor = greatestCommonDivisor(numerator, denominator * sign) * sign || 1n
  const top = numerator / divisor
  const bottom = denominator / divisor
  if (bottom === 1n) return top.toString()
  let places = 0
  let power = 1n
  let rest = bottom
  while (rest % 10n === 0n) rest /= 10n
  while (rest % 2n === 0n) rest /= 2n
  while (rest % 5n === 0n) rest /= 5n
  if (rest !== 1n) return fractionString(top, bottom)
  while (power % bottom !== 0n) {
    power *= 10n
    places++
  }
  const digits = (top * power) / bottom
  return decimalString((digits < 0n ? -digits : digits).toString(), -places, digits < 0n)
}

/** Multiplies a canonical value by a factor, exactly. */
export function scaleValue(value: string, factor: Ratio): string {
  if (factor.numerator === factor.denominator) return value
  const ratio = ratioOf(value)
  return valueOfRatio({
    numerator: ratio.numerator * factor.numerator,
    denominator: ratio.denominator * factor.denominator,
  })
}

/** Adds two canonical values, exactly. */
export function addValues(a: string, b: string): string {
  const first = ratioOf(a)
  const second = ratioOf(b)
  return valueOfRatio({
    numerator: first.numerator * second.denominator + second.numerator * first.denominator,
    denominator: first.denominator * second.denominator,
  })
}

/** Power of ten of the last digit of a value that is not zero: 1 for 1520, 3 for 5000, -2 for 3.25. */
export function lastDigitExponent(value: string): number {
  const { digits, exponent } = digitsOf(value)
  let end = digits.length
  while (end > 1 && digits.charCodeAt(end - 1) === 0x30) end--
  return exponent + digits.length - end
}

/** Whether one canonical value is below another, exactly. */
export function isLess(a: string, b: string): boolean {
  const first = ratioOf(a)
  const second = ratioOf(b)
  return first.numerator * second.denominator < second.numerator * first.denominator
}

/** The value with the other sign. */
export function negate(value: string): string {
  const { numerator, denominator } = ratioOf(value)
  return isFraction(value)
    ? fractionString(-numerator, denominator)
    : valueOfRatio({ numerator: -numerator, denominator })
}
