/**
 * Masked numbers: digits some of which were replaced by x, X, ×, * or _ (20xx, xx.51, 20__). What was hidden is never
 * made up.
 * Invariant: a masked number holds a digit and a mask; each character is looked at a bounded number of times.
 */
import { type Exact, exactDecimal } from '../model/exact.js'
import { ch, isArabic, isLatin, sliceCodes } from './characters.js'

const masks = new Uint8Array(0x10000)
for (const mask of 'xX×*_') masks[mask.charCodeAt(0)] = 1

/** Whether a code unit, folded, hides a digit or a name. */
export function isMask(code: number): boolean {
  return masks[code] === 1
}

/** A number some of whose digits are hidden: `20xx` lies between 2000 and 2099. */
export interface MaskedNumber {
  readonly start: number
  readonly end: number
  /** Both null where more is hidden than the last digits of a whole number: then nobody knows how many digits it had. */
  readonly low: Exact | null
  readonly high: Exact | null
  /** How many digits are hidden. */
  readonly hidden: number
}

const longest = 20

const isPart = (code: number) => isArabic(code) || isMask(code)

/** Where the digits and masks in a row end. */
function runEnd(codes: Uint16Array, at: number, limit: number): number {
  let end = at
  while (end < limit && isPart(codes[end]!)) end++
  return end
}

/** Where the digits and masks at an offset end, with groups of three behind commas and a decimal point. */
function tokenEnd(codes: Uint16Array, at: number, limit: number): number {
  let end = runEnd(codes, at, limit)
  while (end > at && codes[end] === ch.comma && runEnd(codes, end + 1, limit) === end + 4) end += 4
  if (end === at || codes[end] !== ch.point) return end
  const behind = runEnd(codes, end + 1, limit)
  return behind > end + 1 ? behind : end
}

/**
 * Where masks may stand: at the end of the digits or before the point; elsewhere only several letters in a row,
 * since a single one there is a sign of multiplication, lines part names, and stars hide the middle of a telephone number.
 */
const places =
  /^(?:\d+[xX×*]|\d+__)[xX×*_]*$|^(?:\d+[xX×*]+|[xX×*_]{2,})\.\d+$|^\d+\.\d*[xX×*]+$|^\d*[xX]{2,4}\d+(?:\.\d+)?$/

function isMasked(token: string): boolean {
  const hidden = new Set(token.replace(/[\d.]/g, ''))
  return hidden.size === 1 && places.test(token)
}

/** Most numbers hide nothing. */
function hasMask(codes: Uint16Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (isMask(codes[at]!)) return true
  return false
}

/**
 * Reads a masked number at an offset that holds a digit or a mask. One that runs on into letters or digits (`2×3`,
 * `5xl`) is none.
 */
export function readMask(codes: Uint16Array, at: number, limit: number): MaskedNumber | undefined {
  const end = tokenEnd(codes, at, Math.min(limit, at + longest))
  if (end === at || isLatin(codes[end] ?? 0) || isArabic(codes[end] ?? 0) || isMask(codes[end] ?? 0))
    return undefined
  if (!hasMask(codes, at, end)) return undefined
  const token = sliceCodes(codes, at, end).replaceAll(',', '')
  if (!isMasked(token)) return undefined
  const digits = /^\d+(?=[^\d.]+$)/.exec(token)?.[0]
  const hidden = token.replace(/[\d.]/g, '').length
  if (digits === undefined) return { start: at, end, low: null, high: null, hidden }
  return {
    start: at,
    end,
    low: exactDecimal(digits, hidden),
    high: exactDecimal(digits + '9'.repeat(hidden), 0),
    hidden,
  }
}
