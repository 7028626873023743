/**
 * Numerals without sign and fraction: a head in Arabic digits or Chinese characters, scale words, further sections
 * (3万4000), decimals.
 * Invariant: linear in the length of the numeral.
 */
import { addValues, exactDecimal, exactInteger, shiftValue } from '../model/exact.js'
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
import { exactly, LONGEST, type Unsigned } from './numeral.js'

/** A run of scale words: 万, 千万 (behind Arabic digits), 万亿. Its end and power of ten. */
export function readScales(
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
  const value = exactDecimal(head.digits, exponent)
  const high = head.spread > 0 ? addValues(value, exactInteger(head.spread)) : null
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
  if (scales.power === 0) return alone
  const tail =
    head.decimals === 0 && head.spread === 0 ? readTail(codes, scales.end, limit, scales.power) : undefined
  let whole: Unsigned = { ...alone, end: scales.end, scale: scales.power, plain: false }
  let sum: bigint | undefined
  if (tail !== undefined) {
    sum = BigInt(head.digits) * 10n ** BigInt(scales.power) + tail.total
    // 2千零30万: the section before the scale is itself mixed.
    const trailing =
      scales.power < 4 ? readScales(codes, tail.end, limit, false) : { end: tail.end, power: 0 }
    whole = {
      end: trailing.end,
      headEnd: tail.end,
      head: exactly(exactInteger(sum), 0, tail.exponent),
      scale: trailing.power,
      high: tail.spread > 0n ? exactInteger(sum + tail.spread) : null,
      vague: tail.vague,
      arabic,
      plain: false,
    }
  }
  // 四百亿点零五: decimals behind a scale count from the ones.
  if (!arabic && whole.high === null) {
    const point = readPoint(codes, whole.end, limit)
    if (point !== undefined) {
      const before = sum === undefined ? shiftValue(value, scales.power) : exactInteger(sum)
      const decimals = point.digits.length
      return {
        ...whole,
        end: point.end,
        headEnd: point.end,
        scale: 0,
        head: exactly(addValues(before, exactDecimal(point.digits, -decimals)), decimals, -decimals),
      }
    }
  }
  return whole
}

function readArabicHead(codes: Uint16Array, at: number, limit: number): Unsigned | undefined {
  const arabic = readArabic(codes, at, limit)
  if (arabic === undefined) return undefined
  const { end, digits, decimals, power } = arabic
  return finish(codes, limit, {
    end,
    digits,
    decimals,
    power,
    spread: 0,
    vague: false,
    arabic: true,
    plain: true,
  })
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

/** The longest numeral without sign at an offset. */
export function readUnsigned(
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
