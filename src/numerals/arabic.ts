/**
 * Numbers in Arabic digits: thousands separators, decimals, `2e5`. Scale words, signs and fractions are read
 * by scan.ts and unsigned.ts, masked digits by mask.ts.
 * Invariant: each digit is looked at a bounded number of times.
 */
import { ch, isArabic, isLatin, sliceCodes } from './characters.js'

export interface ArabicDigits {
  readonly end: number
  /** Digits without separators and point. */
  readonly digits: string
  /** Digits behind the point. */
  readonly decimals: number
  /** Power of ten from an exponent (`2e5`), 0 without one. */
  readonly power: number
}

/** End of the run of Arabic digits at an offset. */
export function digitRunEnd(codes: Uint16Array, at: number, limit: number): number {
  let end = at
  while (end < limit && isArabic(codes[end]!)) end++
  return end
}

/** Groups of three behind a comma: the whole digits without commas, and where they end. */
function readGroups(
  codes: Uint16Array,
  at: number,
  first: number,
  limit: number,
): { end: number; digits: string } {
  let end = first
  let digits = sliceCodes(codes, at, first)
  if (first - at > 3) return { end, digits }
  while (codes[end] === ch.comma && end + 3 < limit) {
    const groupEnd = digitRunEnd(codes, end + 1, Math.min(limit, end + 5))
    if (groupEnd !== end + 4) break
    digits += sliceCodes(codes, end + 1, groupEnd)
    end = groupEnd
  }
  return { end, digits }
}

function readExponent(codes: Uint16Array, at: number, limit: number): { end: number; power: number } {
  const none = { end: at, power: 0 }
  if (codes[at] !== 0x65 && codes[at] !== 0x45) return none
  let start = at + 1
  const sign = codes[start]
  if (sign === ch.plus || sign === ch.minus) start++
  const end = digitRunEnd(codes, start, Math.min(limit, start + 3))
  if (end === start || end - start > 2 || isLatin(codes[end] ?? 0)) return none
  const power = Number(sliceCodes(codes, start, end))
  return { end, power: sign === ch.minus ? -power : power }
}

/** Reads digits at an offset that holds a digit, or a point with a digit behind it. */
export function readArabic(codes: Uint16Array, at: number, limit: number): ArabicDigits | undefined {
  const first = digitRunEnd(codes, at, limit)
  const whole = readGroups(codes, at, first, limit)
  let { end, digits } = whole
  let decimals = 0
  if (codes[end] === ch.point && end + 1 < limit && isArabic(codes[end + 1]!)) {
    const pointEnd = digitRunEnd(codes, end + 1, limit)
    decimals = pointEnd - end - 1
    digits += sliceCodes(codes, end + 1, pointEnd)
    end = pointEnd
  }
  if (digits === '') return undefined
  const exponent = readExponent(codes, end, limit)
  return { end: exponent.end, digits, decimals, power: exponent.power }
}
