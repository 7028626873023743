/**
 * Exact arithmetic on canonical value strings: shift by powers of ten, scale by a fraction, build from digits. It works
 * on strings and integers, never on floats. Never rounds.
 * Invariant: results are canonical ("-3.2", "17193") or, if no decimal is exact, "numerator/denominator".
 */

/** A rational factor. */
export interface Ratio {
  readonly numerator: bigint
  readonly denominator: bigint
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
function digitsOf(value: string): { digits: string; exponent: number; negative: boolean } {
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

/** Multiplies a canonical value by a power of ten. */
export function shiftValue(value: string, power: number): string {
  if (power === 0) return value
  if (value.includes('/')) return scaleValue(value, ratioOf(decimalString('1', power)))
  const { digits, exponent, negative } = digitsOf(value)
  return decimalString(digits, exponent + power, negative)
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
  if (rest !== 1n) return `${top}/${bottom}`
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
