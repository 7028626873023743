/**
 * Numbers below ten thousand (one section) in Chinese characters, also mixed with Arabic digits (`4千6百`), and strings
 * of digits (二〇二〇). Scales (万, 亿), decimals and signs are read by unsigned.ts and scan.ts.
 * Invariant: one pass, with bounded look-ahead.
 */
import { digitRunEnd } from './arabic.js'
import {
  ch,
  chineseDigit,
  isArabic,
  multiplierOf,
  NO_DIGIT,
  scaleOf,
  skipBlanks,
  sliceCodes,
} from './characters.js'

export interface NumeralSection {
  readonly end: number
  readonly value: number
  /** How far the number reaches above `value`: 三四百 is 300 and 100 more, 十几 is 10 and 10 more. */
  readonly spread: number
  /** One digit and nothing else, which behind a scale counts in the next lower place: 三万五. */
  readonly single: boolean
  /** 几 or 数 stands for a digit. */
  readonly vague: boolean
}

/** Where a section stands decides what it may begin with. */
export type SectionPlace =
  /** At the start of a numeral. */
  | 'head'
  /** Behind a scale: 零 and Arabic digits may come first. */
  | 'tail'
  /** At the start, and 百, 千, 万 may stand for 一百, 一千, 一万: 百余, 千三. */
  | 'bare'

/** Two digits side by side that mean "from the one to the other": 三四, 两三, 三五. */
function isPair(first: number, second: number, secondCode: number): boolean {
  if (first < 1 || second === NO_DIGIT) return false
  if (secondCode === ch.liang) return first === 1
  return second === first + 1 || (first === 3 && second === 5)
}

/** Reads consecutive Chinese digits (一九二〇), at least two; 两 is not one of them. */
export function readDigitString(
  codes: Uint16Array,
  at: number,
  limit: number,
): { end: number; digits: string } | undefined {
  let end = at
  while (end < limit && chineseDigit(codes[end]!) !== NO_DIGIT && codes[end] !== ch.liang) end++
  const length = end - at
  if (length < 2) return undefined
  const next = multiplierOf(codes[end] ?? 0)
  if (length === 2) {
    const first = chineseDigit(codes[at]!)
    const second = chineseDigit(codes[at + 1]!)
    const isRange = isPair(first, second, codes[at + 1]!) && codes[end] !== ch.dot
    if (isRange || next > 0) return undefined
  }
  const pieces = new Uint16Array(length)
  for (let index = 0; index < length; index++) pieces[index] = 0x30 + chineseDigit(codes[at + index]!)
  return { end, digits: sliceCodes(pieces, 0, length) }
}

/** Whether a numeral goes on at this offset with 十, 百, 千 or a scale. */
function isCounted(codes: Uint16Array, at: number, limit: number): boolean {
  return at < limit && (multiplierOf(codes[at]!) > 0 || scaleOf(codes[at]!) > 0)
}

/** Digits of one section, and where they end: `6321`, also as `6,321`. */
function readSectionDigits(codes: Uint16Array, at: number, limit: number): { end: number; digits: string } {
  const end = digitRunEnd(codes, at, Math.min(limit, at + 5))
  const digits = sliceCodes(codes, at, end)
  if (end - at !== 1 || codes[end] !== ch.comma) return { end, digits }
  const group = digitRunEnd(codes, end + 1, Math.min(limit, end + 5))
  return group === end + 4
    ? { end: group, digits: digits + sliceCodes(codes, end + 1, group) }
    : { end, digits }
}

/** Digits in Arabic inside a section: `4千`, `600` or `6,321` behind 万, `01` behind 百. */
function readArabicPart(
  codes: Uint16Array,
  at: number,
  limit: number,
  last: number,
  zero: boolean,
  isFirst: boolean,
  blank: boolean,
) {
  const { end, digits } = readSectionDigits(codes, at, limit)
  const { length } = digits
  if (length > 4) return undefined
  const behind = skipBlanks(codes, end, limit)
  const multiplier = behind < limit ? multiplierOf(codes[behind]!) : 0
  const value = Number(digits)
  if (multiplier > 0 && multiplier < last && length === 1) return { end: behind + 1, value, multiplier }
  if (blank && !(isFirst && scaleOf(codes[behind] ?? 0) > 0)) return undefined
  const fills = length >= 3 || length === last || zero || codes[at] === 0x30
  const scaled = isFirst && scaleOf(codes[behind] ?? 0) > 0
  if (!scaled && (!fills || length > last || codes[end] === ch.point || codes[end] === ch.comma))
    return undefined
  return { end, value, multiplier: 0 }
}

/** Reads one section; undefined where none begins. */
export function readSection(
  codes: Uint16Array,
  at: number,
  limit: number,
  place: SectionPlace,
): NumeralSection | undefined {
  let position = at
  let end = at
  let value = 0
  let spread = 0
  let last = 4
  let zero = false
  let started = false
  let single = false
  let vague = false
  for (;;) {
    position = started || place === 'tail' ? skipBlanks(codes, position, limit) : position
    if (position >= limit) break
    const code = codes[position]!
    const blank = position > end && !zero
    if (code === ch.zero && (started || place === 'tail' || isCounted(codes, position + 1, limit))) {
      zero = true
      position++
      continue
    }
    if (isArabic(code) && (started || place === 'tail')) {
      const part = readArabicPart(codes, position, limit, last, zero, !started, blank)
      if (part === undefined) break
      end = part.end
      position = end
      started = true
      value += part.value * 10 ** part.multiplier
      if (part.multiplier === 0) break
      last = part.multiplier
      zero = false
      continue
    }
    const digit = code === ch.yao ? NO_DIGIT : chineseDigit(code)
    const vagueDigit = code === ch.several || (code === ch.number && !started && place !== 'tail')
    if (digit !== NO_DIGIT || vagueDigit) {
      const secondCode = position + 1 < limit ? codes[position + 1]! : 0
      const paired = !vagueDigit && isPair(digit, chineseDigit(secondCode), secondCode)
      const behind = skipBlanks(codes, position + (paired ? 2 : 1), limit)
      const multiplier = behind < limit ? multiplierOf(codes[behind]!) : 0
      const scale = behind < limit ? scaleOf(codes[behind]!) : 0
      if (vagueDigit && !started && multiplier === 0 && scale === 0) break
      if (started && code === ch.liang && (multiplier === 0 || multiplier >= last)) break
      const low = vagueDigit ? 1 : digit
      const reach = vagueDigit ? 9 : paired ? chineseDigit(secondCode) - digit : 0
      vague ||= vagueDigit
      if (multiplier > 0 && multiplier < last) {
        value += low * 10 ** multiplier
        spread = reach * 10 ** multiplier
        last = multiplier
        position = behind + 1
        end = position
        started = true
        zero = false
        if (reach > 0) break
        continue
      }
      const exponent = zero || !started || last === 1 ? 0 : last - 1
      if (vagueDigit && started) {
        // 十几 opens the place that 几 stands in: from 10 up to 20.
        spread = 10 ** (exponent + 1)
      } else {
        value += low * 10 ** exponent
        spread = reach * 10 ** exponent
      }
      single = !started && !zero && !vagueDigit && reach === 0
      end = position + (paired ? 2 : 1)
      started = true
      break
    }
    const tens = code === ch.twenty ? 2 : code === ch.thirty ? 3 : code === ch.forty ? 4 : 0
    if (tens > 0 && last > 1) {
      value += tens * 10
      last = 1
    } else {
      const multiplier = multiplierOf(code)
      const implied = multiplier === 1 || (multiplier > 1 && (zero || (place === 'bare' && !started)))
      if (multiplier === 0 || multiplier >= last || !implied) break
      value += 10 ** multiplier
      last = multiplier
    }
    position++
    end = position
    started = true
    zero = false
  }
  return started ? { end, value, spread, single, vague } : undefined
}
