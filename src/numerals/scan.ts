/**
 * The grammar of numbers: reads the longest numeral at an offset of a folded text, whatever it is written with —
 * Arabic, Chinese or mixed, with signs, decimals, scales, fractions, powers. Units and the question whether a
 * number is meant at all are left to the caller.
 * Invariant: linear in the length of the numeral; no expression is tried twice over the same digits.
 */
import type { PrintedNumber } from '../model/decimal.js'
import { digitRunEnd, readArabic } from './arabic.js'
import {
  ch,
  chineseDigit,
  isArabic,
  isLatin,
  multiplierOf,
  NO_DIGIT,
  scaleOf,
  skipBlanks,
} from './characters.js'
import { readDigitString, readSection, type SectionPlace } from './chinese.js'
import { addValues, decimalString, type Ratio, ratioOf, shiftValue, valueOfRatio } from './exact.js'

/** 百分之, 千分之, 万分之: the power of ten that the number is a share of. */
export type Share = 0 | 2 | 3 | 4

export interface Numeral {
  readonly start: number
  readonly end: number
  /** The number as printed, without the trailing scale word: 1100 of 1,100万. */
  readonly head: PrintedNumber
  /** Offset where the head ends and the trailing scale word begins; `end` where there is none. */
  readonly headEnd: number
  /** Power of ten of the trailing scale word: 4 for 1,100万, 0 for 3万4000. */
  readonly scale: number
  /** Upper end of a vague numeral (三四百, 十几, 数十), in the scale of the head; null for an exact one. */
  readonly high: string | null
  /** 几 or 数 stands for a digit. */
  readonly vague: boolean
  /** Written with Arabic digits, at least at its start. */
  readonly arabic: boolean
  /** Digits only, no 十 or 万 between them: 17193, 二〇二〇. */
  readonly plain: boolean
  readonly share: Share
}

/** The value of a numeral with its trailing scale and share multiplied in. */
export function numeralValue(numeral: Numeral): PrintedNumber {
  const power = numeral.scale - numeral.share
  return {
    value: shiftValue(numeral.head.value, power),
    decimals: numeral.head.decimals,
    exponent: numeral.head.exponent + power,
  }
}

interface Unsigned extends Omit<Numeral, 'start' | 'share'> {}

/** Numbers beyond this many digits are codes; no arithmetic is done on them. */
const LONGEST = 40

/** A run of scale words: 万, 千万 (behind Arabic digits), 万亿. Its end and power of ten. */
function readScales(
  codes: Uint16Array,
  at: number,
  limit: number,
  behindArabic: boolean,
): { end: number; power: number } {
  let end = at
  let power = 0
  let position = skipBlanks(codes, at, limit)
  if (position - at > 1) return { end, power }
  if (behindArabic && position < limit) {
    const multiplier = multiplierOf(codes[position]!)
    const latin = latinScale(codes, position, limit)
    if (latin > 0) return { end: position + 1, power: latin }
    if (multiplier > 0) {
      power = multiplier
      end = ++position
    }
  }
  while (position < limit && scaleOf(codes[position]!) > 0 && power < 24) {
    power += scaleOf(codes[position]!)
    end = ++position
  }
  return { end, power }
}

/** k, M, G as powers of thousand and w for 万, standing alone behind digits. */
function latinScale(codes: Uint16Array, at: number, limit: number): number {
  const next = at + 1 < limit ? codes[at + 1]! : 0
  if (isLatin(next) || isArabic(next) || next === ch.slash) return 0
  switch (codes[at]) {
    case 0x6b:
    case 0x4b:
      return 3
    case 0x4d:
      return 6
    case 0x47:
      return 9
    case 0x77:
    case 0x57:
      return 4
    default:
      return 0
  }
}

/** Digits behind 点: Chinese ones without 两, or Arabic ones. */
function readPoint(
  codes: Uint16Array,
  at: number,
  limit: number,
): { end: number; digits: string } | undefined {
  const point = skipBlanks(codes, at, limit)
  if (codes[point] !== ch.dot) return undefined
  const start = skipBlanks(codes, point + 1, limit)
  if (start >= limit) return undefined
  let end = start
  let digits = ''
  if (isArabic(codes[start]!)) {
    end = digitRunEnd(codes, start, Math.min(limit, start + LONGEST))
    for (let index = start; index < end; index++) digits += String.fromCharCode(codes[index]!)
    return { end, digits }
  }
  while (
    end < limit &&
    digits.length < LONGEST &&
    codes[end] !== ch.liang &&
    chineseDigit(codes[end]!) !== NO_DIGIT
  ) {
    digits += chineseDigit(codes[end]!).toString()
    end++
  }
  return digits === '' ? undefined : { end, digits }
}

/** Sections behind a scale: 4000 of 3万4000, 三千四百 of 两万三千四百. Undefined where nothing goes on. */
function readTail(codes: Uint16Array, at: number, limit: number, scale: number) {
  let total = 0n
  let spread = 0n
  let last = scale
  let end = at
  let vague = false
  let exponent = scale
  while (last > 0) {
    const section = readSection(codes, end, limit, 'tail')
    if (section === undefined) break
    const power = last >= 4 ? readScales(codes, section.end, limit, false) : { end: section.end, power: 0 }
    if (power.power >= last) break
    let value = BigInt(section.value)
    if (power.power === 0) {
      // 三万五 counts the five in thousands; a number too large for its place does not belong here.
      const place = section.single && !isArabic(codes[section.end - 1]!) ? last - 1 : 0
      if (section.value >= 10 ** last) break
      value *= 10n ** BigInt(place)
      spread = BigInt(section.spread) * 10n ** BigInt(place)
      exponent = place
      total += value
      end = section.end
      vague ||= section.vague
      break
    }
    total += value * 10n ** BigInt(power.power)
    spread = BigInt(section.spread) * 10n ** BigInt(power.power)
    vague ||= section.vague
    last = power.power
    exponent = last
    end = power.end
    if (spread > 0n) break
  }
  return end === at ? undefined : { end, total, spread, vague, exponent }
}

function exactly(value: string, decimals: number, exponent: number): PrintedNumber {
  return { value, decimals, exponent }
}

/** A head and what may follow it: scales, further sections, a decimal part. */
function finish(
  codes: Uint16Array,
  limit: number,
  head: {
    end: number
    digits: string
    decimals: number
    power: number
    spread: number
    vague: boolean
    arabic: boolean
    plain: boolean
  },
): Unsigned {
  const { arabic, vague, plain } = head
  const exponent = head.power - head.decimals
  const value = decimalString(head.digits, exponent)
  const high = head.spread > 0 ? addValues(value, String(head.spread)) : null
  const alone: Unsigned = {
    end: head.end,
    headEnd: head.end,
    head: exactly(value, head.decimals, exponent),
    scale: 0,
    high,
    vague,
    arabic,
    plain,
  }
  if (head.digits.length > LONGEST || head.power !== 0) return alone
  const scales = readScales(codes, head.end, limit, arabic)
  const tail =
    scales.power > 0 && head.decimals === 0 && head.spread === 0
      ? readTail(codes, scales.end, limit, scales.power)
      : undefined
  let whole: Unsigned = { ...alone, end: scales.end, scale: scales.power, plain: plain && scales.power === 0 }
  let sum: bigint | undefined
  if (tail !== undefined) {
    sum = BigInt(head.digits) * 10n ** BigInt(scales.power) + tail.total
    const total = sum.toString()
    // 2千零30万: the section before the scale is itself mixed.
    const trailing =
      scales.power < 4 ? readScales(codes, tail.end, limit, false) : { end: tail.end, power: 0 }
    whole = {
      end: trailing.end,
      headEnd: tail.end,
      head: exactly(total, 0, tail.exponent),
      scale: trailing.power,
      high: tail.spread > 0n ? (sum + tail.spread).toString() : null,
      vague: tail.vague,
      arabic,
      plain: false,
    }
  }
  // 四百亿点零五: decimals behind a scale count from the ones.
  if (!arabic && whole.high === null && scales.power > 0) {
    const point = readPoint(codes, whole.end, limit)
    if (point !== undefined) {
      const integer = sum?.toString() ?? shiftValue(value, scales.power)
      const decimals = point.digits.length
      return {
        ...whole,
        end: point.end,
        headEnd: point.end,
        scale: 0,
        head: exactly(decimalString(integer + point.digits, -decimals), decimals, -decimals),
      }
    }
  }
  return whole
}

function readArabicHead(codes: Uint16Array, at: number, limit: number): Unsigned | undefined {
  const arabic = readArabic(codes, at, limit)
  if (arabic === undefined) return undefined
  return finish(codes, limit, { ...arabic, spread: 0, vague: false, arabic: true, plain: true })
}

function readChineseHead(
  codes: Uint16Array,
  at: number,
  limit: number,
  place: SectionPlace,
): Unsigned | undefined {
  const string = readDigitString(codes, at, limit)
  const zero = codes[at] === ch.zero && multiplierOf(codes[at + 1] ?? 0) === 0
  let head: { end: number; digits: string; spread: number; vague: boolean }
  if (string !== undefined) {
    head = { ...string, spread: 0, vague: false }
  } else if (zero) {
    head = { end: at + 1, digits: '0', spread: 0, vague: false }
  } else {
    const section = readSection(codes, at, limit, place)
    if (section === undefined) {
      if (place !== 'bare' || scaleOf(codes[at] ?? 0) === 0) return undefined
      head = { end: at, digits: '1', spread: 0, vague: false }
    } else {
      head = { end: section.end, digits: String(section.value), spread: section.spread, vague: section.vague }
    }
  }
  const point = head.spread === 0 ? readPoint(codes, head.end, limit) : undefined
  const plain = string !== undefined
  if (point === undefined) {
    return finish(codes, limit, { ...head, decimals: 0, power: 0, arabic: false, plain })
  }
  return finish(codes, limit, {
    ...head,
    end: point.end,
    digits: head.digits + point.digits,
    decimals: point.digits.length,
    power: 0,
    arabic: false,
    plain,
  })
}

function readUnsigned(
  codes: Uint16Array,
  at: number,
  limit: number,
  place: SectionPlace,
): Unsigned | undefined {
  const code = at < limit ? codes[at]! : 0
  if (isArabic(code)) return readArabicHead(codes, at, limit)
  if (code === ch.point) {
    return at + 1 < limit && isArabic(codes[at + 1]!) ? readArabicHead(codes, at, limit) : undefined
  }
  return readChineseHead(codes, at, limit, place)
}

/** Whether the offset holds 负 or a minus. */
export function isSign(code: number): boolean {
  return code === ch.negative || code === ch.minus
}

function skipSign(codes: Uint16Array, at: number, limit: number): { end: number; negative: boolean } {
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
function fractionValue(top: Ratio, bottom: Ratio): string {
  const numerator = top.numerator * bottom.denominator
  const denominator = top.denominator * bottom.numerator
  if (denominator < 0n) return `${-numerator}/${-denominator}`
  return `${numerator}/${denominator}`
}

function exactNumeral(start: number, end: number, value: string, arabic: boolean): Numeral {
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

/** The number behind 百分之: its own numeral, whose share says what it is a part of. */
function readShare(codes: Uint16Array, start: number, limit: number): Numeral | undefined {
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

function negate(value: string): string {
  if (value.startsWith('-')) return value.slice(1)
  return value === '0' ? value : `-${value}`
}

/** `1/3` or `16分之5` behind a numeral; undefined where none follows. */
function readFraction(
  codes: Uint16Array,
  limit: number,
  start: number,
  bottom: Unsigned,
  negative: boolean,
): Numeral | undefined {
  if (bottom.high !== null || bottom.head.value.length > LONGEST) return undefined
  const sign = negative ? -1n : 1n
  const ratio = magnitude(bottom)
  const behind = behindPartOf(codes, bottom.end, limit)
  if (behind >= 0 && ratio.numerator !== 0n) {
    const inner = skipSign(codes, behind, limit)
    const top = readUnsigned(codes, inner.end, limit, 'head')
    if (top === undefined || top.high !== null || top.head.value.length > LONGEST) return undefined
    const part = magnitude(top)
    const signed = { ...part, numerator: part.numerator * (inner.negative ? -1n : 1n) * sign }
    return exactNumeral(start, top.end, fractionValue(signed, ratio), bottom.arabic)
  }
  if (codes[bottom.end] !== ch.slash || !bottom.plain || bottom.head.decimals > 0) return undefined
  const denominatorEnd = digitRunEnd(codes, bottom.end + 1, Math.min(limit, bottom.end + 8))
  const after = codes[denominatorEnd] ?? 0
  if (denominatorEnd === bottom.end + 1 || after === ch.slash || after === ch.point || isArabic(after))
    return undefined
  const denominator = readArabic(codes, bottom.end + 1, denominatorEnd)
  if (denominator === undefined || /^0/.test(denominator.digits)) return undefined
  const top = { ...ratio, numerator: ratio.numerator * sign }
  return exactNumeral(
    start,
    denominatorEnd,
    fractionValue(top, { numerator: BigInt(denominator.digits), denominator: 1n }),
    true,
  )
}

/** `2^10`: a power with a small whole exponent. */
function readPower(
  codes: Uint16Array,
  limit: number,
  start: number,
  base: Unsigned,
  negative: boolean,
): Numeral | undefined {
  if (codes[base.end] !== ch.caret || !base.plain || base.head.value.length > 12) return undefined
  let position = base.end + 1
  const inverse = codes[position] === ch.minus
  if (inverse || codes[position] === ch.plus) position++
  const end = digitRunEnd(codes, position, Math.min(limit, position + 3))
  if (end === position || end - position > 2) return undefined
  const exponent = BigInt(readArabic(codes, position, end)!.digits)
  const { numerator, denominator } = ratioOf(base.head.value)
  if (inverse && numerator === 0n) return undefined
  const top = numerator ** exponent
  const bottom = denominator ** exponent
  const value = valueOfRatio(
    inverse ? { numerator: bottom, denominator: top } : { numerator: top, denominator: bottom },
  )
  return exactNumeral(start, end, negative ? negate(value) : value, true)
}

/** The fraction of a mixed number: 三分之一 of 二又三分之一, 1/2 of `1 1/2`. */
function readMixed(
  codes: Uint16Array,
  limit: number,
  start: number,
  whole: Unsigned,
  negative: boolean,
): Numeral | undefined {
  if (whole.high !== null || whole.head.decimals > 0 || whole.head.value.length > LONGEST) return undefined
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
  return exactNumeral(start, fraction.end, `${negative ? -top : top}/${sum.denominator}`, whole.arabic)
}

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
    readPower(codes, limit, at, unsigned, negative)
  if (joined !== undefined) return joined
  const head = negative ? { ...unsigned.head, value: negate(unsigned.head.value) } : unsigned.head
  const high = negative && unsigned.high !== null ? negate(unsigned.high) : unsigned.high
  return { ...unsigned, head, high, start: at, share: 0 }
}
