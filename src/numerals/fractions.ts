/**
 * Numbers made of two numbers: fractions (三分之一, 1/3, 百分之五), mixed numbers (二又三分之一), powers (2^10).
 * Invariant: results are exact; a fraction of two whole numbers is not reduced.
 */
import {
  digitCount,
  type Exact,
  exactFraction,
  negate,
  type Ratio,
  ratioOf,
  shiftValue,
  valueOfRatio,
} from '../model/exact.js'
import { digitRunEnd, readArabic } from './arabic.js'
import { ch, isArabic, isTimes, multiplierOf, scaleOf, skipBlanks } from './characters.js'
import { exactly, LONGEST, type Numeral, type Unsigned } from './numeral.js'
import { readScales, readUnsigned } from './unsigned.js'

/** Whether the offset holds 负 or a minus. */
function isSign(code: number): boolean {
  return code === ch.negative || code === ch.minus
}

/** Offset behind a sign and blanks, and whether it is a minus. */
export function skipSign(codes: Uint16Array, at: number, limit: number): { end: number; negative: boolean } {
  if (at < limit && codes[at] === ch.plus) return { end: at + 1, negative: false }
  if (at < limit && isSign(codes[at]!)) return { end: skipBlanks(codes, at + 1, limit), negative: true }
  return { end: at, negative: false }
}

/** Offset behind 分之 (blanks between), or -1. */
function behindPartOf(codes: Uint16Array, at: number, limit: number): number {
  const part = skipBlanks(codes, at, limit)
  if (codes[part] !== ch.part) return -1
  const of = skipBlanks(codes, part + 1, limit)
  if (codes[of] !== ch.of || of >= limit) return -1
  return skipBlanks(codes, of + 1, limit)
}

function magnitude(unsigned: Unsigned): Ratio {
  return ratioOf(shiftValue(unsigned.head.value, unsigned.scale))
}

/** A fraction keeps its own terms where both are whole: 1/3, 25/100; else it is made whole. */
function fractionValue(top: Ratio, bottom: Ratio): Exact {
  const numerator = top.numerator * bottom.denominator
  const denominator = top.denominator * bottom.numerator
  return exactFraction(numerator, denominator)
}

function exactNumeral(start: number, end: number, value: Exact, arabic: boolean): Numeral {
  return {
    start,
    end,
    headEnd: end,
    head: exactly(value, 0, 0),
    scale: 0,
    high: null,
    vague: false,
    arabic,
    plain: false,
    share: 0,
  }
}

/** A number of several parts with the scale words behind it: 1/3万, 5×10^4亿. */
function withScale(codes: Uint16Array, limit: number, numeral: Numeral): Numeral {
  const scales = readScales(codes, numeral.end, limit, true)
  return scales.power === 0 ? numeral : { ...numeral, end: scales.end, scale: scales.power }
}

/** The number behind 百分之: its own numeral, whose share says what it is a part of. */
export function readShare(codes: Uint16Array, start: number, limit: number): Numeral | undefined {
  let position = start
  let power = 0
  while (position < limit && position - start < 12) {
    const step = multiplierOf(codes[position]!) || scaleOf(codes[position]!)
    if (step === 0) break
    power += step
    position = skipBlanks(codes, position + 1, limit)
  }
  const behind = power > 0 ? behindPartOf(codes, position, limit) : -1
  if (behind < 0) return undefined
  const sign = skipSign(codes, behind, limit)
  const part = readUnsigned(codes, sign.end, limit, 'bare')
  if (part === undefined) return undefined
  const value = sign.negative ? negate(part.head.value) : part.head.value
  const head = exactly(value, part.head.decimals, part.head.exponent)
  if (power === 2 || power === 3 || power === 4) {
    // A scale behind a share belongs to the number: 百分之五十二点五 k is printed so by machines only.
    const scaled = exactly(shiftValue(value, part.scale), head.decimals, head.exponent + part.scale)
    return { ...part, start, head: scaled, headEnd: part.end, scale: 0, share: power }
  }
  const fraction = fractionValue(magnitude(part), { numerator: 10n ** BigInt(power), denominator: 1n })
  return exactNumeral(start, part.end, fraction, false)
}

/** `1/3` or `16分之5` behind a numeral; undefined where none follows. */
export function readFraction(
  codes: Uint16Array,
  limit: number,
  start: number,
  bottom: Unsigned,
  negative: boolean,
): Numeral | undefined {
  if (bottom.high !== null || digitCount(bottom.head.value) > LONGEST) return undefined
  const behind = behindPartOf(codes, bottom.end, limit)
  if (behind < 0 && codes[bottom.end] !== ch.slash) return undefined
  const sign = negative ? -1n : 1n
  const ratio = magnitude(bottom)
  if (behind >= 0 && ratio.numerator !== 0n) {
    const inner = skipSign(codes, behind, limit)
    const top = readUnsigned(codes, inner.end, limit, 'head')
    if (top === undefined || top.high !== null || digitCount(top.head.value) > LONGEST) return undefined
    const part = ratioOf(top.head.value)
    const signed = { ...part, numerator: part.numerator * (inner.negative ? -1n : 1n) * sign }
    const numeral = exactNumeral(start, top.end, fractionValue(signed, ratio), bottom.arabic)
    return { ...numeral, headEnd: top.headEnd, scale: top.scale }
  }
  if (codes[bottom.end] !== ch.slash || !bottom.plain || bottom.head.decimals > 0) return undefined
  const denominatorEnd = digitRunEnd(codes, bottom.end + 1, Math.min(limit, bottom.end + 8))
  const after = codes[denominatorEnd] ?? 0
  if (denominatorEnd === bottom.end + 1 || after === ch.slash || after === ch.point || isArabic(after))
    return undefined
  const denominator = readArabic(codes, bottom.end + 1, denominatorEnd)
  if (denominator === undefined || /^0/.test(denominator.digits)) return undefined
  const top = { ...ratio, numerator: ratio.numerator * sign }
  const value = fractionValue(top, { numerator: BigInt(denominator.digits), denominator: 1n })
  return withScale(codes, limit, exactNumeral(start, denominatorEnd, value, true))
}

interface Exponent {
  readonly end: number
  readonly power: number
}

/** `^4` or `^-3` at an offset, blanks around it; undefined for more than two digits. */
function readExponent(codes: Uint16Array, at: number, limit: number): Exponent | undefined {
  const caret = skipBlanks(codes, at, limit)
  if (codes[caret] !== ch.caret) return undefined
  const sign = skipBlanks(codes, caret + 1, limit)
  const inverse = codes[sign] === ch.minus
  const start = inverse || codes[sign] === ch.plus ? sign + 1 : sign
  const end = digitRunEnd(codes, start, Math.min(limit, start + 3))
  if (end === start || end - start > 2) return undefined
  const power = Number(readArabic(codes, start, end)!.digits)
  return { end, power: inverse ? -power : power }
}

/** `5×10^4`: a number and a power of ten, which is multiplied in. */
export function readScientific(
  codes: Uint16Array,
  limit: number,
  start: number,
  { end, head, arabic, plain }: Unsigned,
  negative: boolean,
): Numeral | undefined {
  const times = skipBlanks(codes, end, limit)
  if (!arabic || !plain || !isTimes(codes[times] ?? 0)) return undefined
  const ten = skipBlanks(codes, times + 1, limit)
  if (codes[ten] !== 0x31 || codes[ten + 1] !== 0x30) return undefined
  const exponent = readExponent(codes, ten + 2, limit)
  if (exponent === undefined) return undefined
  const value = shiftValue(negative ? negate(head.value) : head.value, exponent.power)
  const printed = exactly(value, head.decimals, head.exponent + exponent.power)
  return withScale(codes, limit, { ...exactNumeral(start, exponent.end, value, true), head: printed })
}

/** `2^10`: a power with a small whole exponent. */
export function readPower(
  codes: Uint16Array,
  limit: number,
  start: number,
  base: Unsigned,
  negative: boolean,
): Numeral | undefined {
  if (!base.arabic || !base.plain || digitCount(base.head.value) > 12) return undefined
  const exponent = readExponent(codes, base.end, limit)
  if (exponent === undefined) return undefined
  const { numerator, denominator } = ratioOf(base.head.value)
  const inverse = exponent.power < 0
  if (inverse && numerator === 0n) return undefined
  const power = BigInt(Math.abs(exponent.power))
  const top = numerator ** power
  const bottom = denominator ** power
  const value = valueOfRatio(
    inverse ? { numerator: bottom, denominator: top } : { numerator: top, denominator: bottom },
  )
  const numeral = exactNumeral(start, exponent.end, negative ? negate(value) : value, true)
  return withScale(codes, limit, numeral)
}

/** The fraction of a mixed number: 三分之一 of 二又三分之一, 1/2 of `1 1/2`. */
export function readMixed(
  codes: Uint16Array,
  limit: number,
  start: number,
  whole: Unsigned,
  negative: boolean,
): Numeral | undefined {
  if (whole.high !== null || whole.head.decimals > 0 || digitCount(whole.head.value) > LONGEST)
    return undefined
  const and = skipBlanks(codes, whole.end, limit)
  const spoken = codes[and] === ch.and
  const printed = whole.plain && whole.arabic && and === whole.end + 1 && whole.end - start <= 3
  if (!spoken && !printed) return undefined
  const at = spoken ? skipBlanks(codes, and + 1, limit) : and
  const bottom = readUnsigned(codes, at, limit, 'bare')
  if (bottom === undefined || (!spoken && !(bottom.plain && bottom.arabic))) return undefined
  const fraction = readFraction(codes, limit, at, bottom, false)
  if (fraction === undefined || (!spoken && codes[bottom.end] !== ch.slash)) return undefined
  const sum = ratioOf(fraction.head.value)
  const { numerator } = magnitude(whole)
  const top = numerator * sum.denominator + sum.numerator
  const value = exactFraction(negative ? -top : top, sum.denominator)
  return { ...fraction, start, head: exactly(value, 0, 0), arabic: whole.arabic }
}
