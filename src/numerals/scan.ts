/**
 * The grammar of numbers: reads the longest numeral at an offset of a folded text. Arabic, Chinese or mixed, with
 * signs, decimals, scales, fractions, powers. Units, and whether a number is meant at all, are decided by the caller.
 * Invariant: linear in the length of the numeral; no expression is tried twice on the same digits.
 */
import { negate } from '../model/exact.js'
import { ch, multiplierOf, scaleOf } from './characters.js'
import { readFraction, readMixed, readPower, readScientific, readShare, skipSign } from './fractions.js'
import type { Numeral } from './numeral.js'
import { readUnsigned } from './unsigned.js'

export interface ScanOptions {
  /** Offset to stop before; the end of the text without it. */
  readonly limit?: number
  /** 百, 千, 万 without a digit before them count as 一百, 一千, 一万 (百余人, 上千). */
  readonly bare?: boolean
}

/**
 * Reads the longest numeral that begins at an offset of the folded text (with its sign, where one is there);
 * undefined where none begins.
 */
export function scanNumeral(codes: Uint16Array, at: number, options: ScanOptions = {}): Numeral | undefined {
  const limit = options.limit ?? codes.length
  const { end: start, negative } = skipSign(codes, at, limit)
  if (start >= limit) return undefined
  const code = codes[start]!
  if (
    multiplierOf(code) > 1 ||
    scaleOf(code) > 0 ||
    (multiplierOf(code) === 1 && codes[start + 1] === ch.part)
  ) {
    const share = readShare(codes, start, limit)
    if (share !== undefined) {
      return {
        ...share,
        start: at,
        head: negative ? { ...share.head, value: negate(share.head.value) } : share.head,
      }
    }
  }
  const unsigned = readUnsigned(codes, start, limit, options.bare ? 'bare' : 'head')
  if (unsigned === undefined) return undefined
  const joined =
    readMixed(codes, limit, at, unsigned, negative) ??
    readFraction(codes, limit, at, unsigned, negative) ??
    readScientific(codes, limit, at, unsigned, negative) ??
    readPower(codes, limit, at, unsigned, negative)
  if (joined !== undefined) return joined
  const head = negative ? { ...unsigned.head, value: negate(unsigned.head.value) } : unsigned.head
  const high = negative && unsigned.high !== null ? negate(unsigned.high) : unsigned.high
  const { end, headEnd, scale, vague, arabic, plain } = unsigned
  return { start: at, end, head, headEnd, scale, high, vague, arabic, plain, share: 0 }
}
