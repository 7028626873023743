/**
 * One number at one offset: a quantity, or a label with the reason why it is not a quantity. Words that contain a
 * numeral are recognised before, by scan.ts.
 * Invariant: the result begins at the offset, or before it by a bound word or bracket.
 */

import { digitCount } from '../model/exact.js'
import type { IgnoredReason, Quantity } from '../model/fact.js'
import { ch, isArabic, isFormal, isHan, isLatin, multiplierOf, scaleOf } from '../numerals/characters.js'
import { isMask } from '../numerals/mask.js'
import type { Numeral } from '../numerals/numeral.js'
import { scanNumeral } from '../numerals/scan.js'
import { numberSign } from '../numerals/signs.js'
import { readAddress } from './address.js'
import { type Amount, readAmount } from './amount.js'
import { readBoundAfter, readComparison } from './bound.js'
import { readEra } from './calendar.js'
import { readTime } from './clock.js'
import { continuesCode, readCode, readDigitCode, readProduct, readVersion } from './code.js'
import { byAmount, byDigits, byNumeral, bySign } from './constructions/order.js'
import { readDate } from './date.js'
import { isOperand } from './expression.js'
import { type Label, readLabel, readLeading, readOrdinal, readQuoted } from './label.js'
import { readMark } from './mark.js'
import { readNamed } from './named.js'
import { readSign, readUnread } from './sign.js'
import { beforeBlanks, behindBlanks, codeAt, isOneOf, isWordCharacter, type QuantityText } from './text.js'
import { quantityOf } from './value.js'

/** What a number turned out to be. */
export type Item = { readonly quantity: Quantity } | { readonly label: Label }

function ignore(start: number, end: number, reason: IgnoredReason): Item {
  return { label: { start, end, reason } }
}

/** 百 of 百余人, 上百: whether a multiplier may stand for one of itself here. */
function isBareContext(source: QuantityText, at: number): boolean {
  if (isOneOf(codeAt(source, at + 1), '余多')) return true
  const before = beforeBlanks(source, at)
  // 上亿元 is 100 million and more; 上 of 20户以上亿元村 belongs to the figure before it.
  const isBehind = isOneOf(codeAt(source, before - 1), '上') && isOneOf(codeAt(source, before - 2), '以')
  return !isBehind && isOneOf(codeAt(source, before - 1), '上近过逾超约')
}

/** Whether a Chinese numeral without a unit is a number at all, and otherwise what it is. */
function plainChineseReason(numeral: Numeral): IgnoredReason | undefined {
  const length = numeral.end - numeral.start
  if (numeral.plain) return length === 2 ? 'name' : 'code'
  if (numeral.high !== null && numeral.scale === 0 && length === 2) return 'idiom'
  return length === 1 ? 'idiom' : undefined
}

/** A single formal digit is an ordinary character (陆, 拾) unless money follows or it stands alone. */
function isLoneFormal(source: QuantityText, numeral: Numeral): boolean {
  if (numeral.end - numeral.start !== 1 || !isFormal(codeAt(source, numeral.start))) return false
  if (isOneOf(codeAt(source, numeral.end), '元圆角分整折')) return false
  return isHan(codeAt(source, numeral.end)) || isHan(codeAt(source, numeral.start - 1))
}

/** 数 of 人数十, 总数百: the end of a noun. */
function endsNoun(source: QuantityText, at: number): boolean {
  return (
    codeAt(source, at) === ch.number &&
    isOneOf(codeAt(source, at - 1), '人总个次分户指系多少倍基参函算代常件套岁计位')
  )
}

/** Reads the number that begins at the offset, as a quantity or with the reason why it is not one. */
export function readNumber(source: QuantityText, at: number, from: number): Item | undefined {
  const code = codeAt(source, at)
  if (code === 0x7b2c) {
    const ordinal = readOrdinal(source, at)
    return ordinal === undefined ? undefined : { label: ordinal }
  }
  const sign = numberSign(code)
  if (sign !== undefined) {
    const label = readSign(source, at, sign)
    return label === undefined ? undefined : { label }
  }
  const opening = bySign.get(code)?.find((one) => one.opens(source, at))
  if (opening !== undefined) return asItem(opening.read(source, at))
  if (isMask(code)) {
    const year = isLatin(codeAt(source, at - 1)) ? undefined : readDate(source, at)
    return year === undefined ? undefined : ignore(at, year, 'date')
  }
  const arabic = isArabic(code)
  if (arabic && continuesCode(source, at) && !hasPrefix(source, at) && !isMeasured(source, at))
    return { label: readCode(source, at, from) }
  if (code === ch.minus && !isMinus(source, at)) return undefined
  if (code === ch.plus && !isPlus(source, at)) return undefined
  if (code === ch.point && (!isArabic(codeAt(source, at + 1)) || isWordCharacter(codeAt(source, at - 1))))
    return undefined
  if (endsNoun(source, at)) return undefined
  const bare = (multiplierOf(code) > 1 || scaleOf(code) > 0) && isBareContext(source, at)
  const numeral = scanNumeral(source.codes, at, { bare })
  if (numeral === undefined) return undefined
  if (isLoneFormal(source, numeral) && readDate(source, at) === undefined) {
    // 陆地 and 大陆 hold no number; a digit that stands alone is one.
    const named = !isHan(codeAt(source, at - 1)) || isOneOf(codeAt(source, at - 1), '是为即写作')
    return named && !isHan(codeAt(source, numeral.end)) ? ignore(at, numeral.end, 'idiom') : undefined
  }
  const unread = readUnread(source, numeral)
  if (unread !== undefined) return { label: unread }
  return readLabelled(source, at, numeral, arabic) ?? readCounted(source, numeral, bare)
}

function asItem(quantity: Quantity | undefined): Item | undefined {
  return quantity === undefined ? undefined : { quantity }
}

/** GDP6.8万元, CPI2.1%: an indicator of capital letters with its figure; A4 and PM2.5 are names. */
function isMeasured(source: QuantityText, at: number): boolean {
  let start = at
  while (codeAt(source, start - 1) >= 0x41 && codeAt(source, start - 1) <= 0x5a) start--
  const isWord = at - start >= 3 && !isLatin(codeAt(source, start - 1))
  const numeral = isWord ? scanNumeral(source.codes, at) : undefined
  const unit = numeral && source.table.units.longest(source.codes, numeral.end)
  return unit !== undefined && ['money', 'percent'].includes(unit.value.measure)
}

/** What the first construction reads that reads anything. */
function firstOf<T>(
  constructions: readonly T[],
  read: (one: T) => Quantity | undefined,
): Quantity | undefined {
  for (const one of constructions) {
    const quantity = read(one)
    if (quantity !== undefined) return quantity
  }
  return undefined
}

function hasPrefix(source: QuantityText, at: number): boolean {
  return source.table.prefixes.longestBefore(source.codes, at) !== undefined
}

/** A hyphen is a minus where no word and no other hyphen ends before it and digits follow. */
function isMinus(source: QuantityText, at: number): boolean {
  const before = codeAt(source, at - 1)
  const next = codeAt(source, at + 1)
  const printed = source.text.charCodeAt(at)
  if (!isArabic(next) && !(next === ch.point && isArabic(codeAt(source, at + 2)))) return false
  if (!isOneOf(printed, '-－−﹣‐‑')) return false
  return !isArabic(before) && !isLatin(before) && !isOneOf(before, '-)%/')
}

/** +9.8%: a rise, behind a word or a bracket; 3+1 and 1+X are names or sums. */
function isPlus(source: QuantityText, at: number): boolean {
  const before = codeAt(source, at - 1)
  const number = isArabic(codeAt(source, at + 1)) ? scanNumeral(source.codes, at + 1) : undefined
  if (number === undefined || (!isHan(before) && !isOneOf(before, '(/:,;、 '))) return false
  const unit = source.table.units.longest(source.codes, number.end)
  return ['percent', 'percentage-point'].includes(unit?.value.measure ?? '')
}

/** Codes, dates, times, labels and masked numbers, which come before any quantity. */
function readLabelled(source: QuantityText, at: number, numeral: Numeral, arabic: boolean): Item | undefined {
  const era = readEra(source, at)
  if (era !== undefined) return { label: era }
  if (arabic) {
    const address = readAddress(source, at, numeral)
    if (address !== undefined) return { label: address }
    const date = readDate(source, at)
    if (date !== undefined) return documentOr(source, at, numeral, ignore(at, date, 'date'))
    const special = firstOf(byDigits, (one) => one.read(source, at))
    if (special !== undefined) return { quantity: special }
  } else {
    const date = readDate(source, at)
    if (date !== undefined) return ignore(at, date, 'date')
  }
  const label =
    readLabel(source, at, numeral) ??
    readMark(source, at, numeral) ??
    readQuoted(source, at, numeral) ??
    readNamed(source, numeral)
  if (label !== undefined) return { label }
  const time = readTime(source, at)
  if (time !== undefined) return ignore(at, time, 'time')
  const leading = readLeading(source, at, numeral)
  if (leading !== undefined) return { label: leading }
  const frame = source.table.frames.longest(source.codes, behindBlanks(source, numeral.end))
  if (frame !== undefined && isFrame(source, at, numeral, frame.end))
    return ignore(numeral.start, frame.end, frame.value)
  return undefined
}

function documentOr(source: QuantityText, at: number, numeral: Numeral, item: Item): Item {
  const label = readLabel(source, at, numeral)
  return label?.reason === 'document-number' ? { label } : item
}

/** A frame counts unless a longer unit begins at the same place. */
function isFrame(source: QuantityText, at: number, numeral: Numeral, end: number): boolean {
  const unit = source.table.units.longest(source.codes, behindBlanks(source, numeral.end))
  return at >= 0 && (unit === undefined || unit.end <= end)
}

/** A number with or without a unit, of which no label was made. */
function readCounted(source: QuantityText, numeral: Numeral, bare: boolean): Item | undefined {
  const { start, arabic } = numeral
  const followed = firstOf(byNumeral, (one) => one.read(source, numeral))
  if (followed !== undefined) return { quantity: followed }
  const amount = readAmount(source, numeral)
  const version = arabic ? readVersion(source, start, numeral, amount.unit !== null) : undefined
  if (version !== undefined) return { label: version }
  if (amount.unit === null && arabic) {
    const code = readDigitCode(source, start, numeral) ?? readProduct(source, start, numeral)
    if (code !== undefined) return { label: code }
    if (isOperand(source, start, amount.end)) return ignore(start, amount.end, 'code')
    if (isLatin(codeAt(source, amount.end)) && !isExponentCode(source, amount.end))
      return { label: { ...readCode(source, amount.end, amount.end), start } }
  }
  if (digitCount(amount.numeral.head.value) > 40 && amount.unit === null)
    return ignore(start, amount.end, 'code')
  // 六一儿童节, 九九: two digits without 十 between are a name; only a discount is spoken so.
  const named = !arabic && amount.numeral.plain && amount.numeral.end - start === 2
  if (named && amount.unit?.measure !== 'rate') return ignore(start, amount.numeral.end, 'name')
  const joined = firstOf(byAmount, (one) => one.read(source, amount))
  if (joined !== undefined) return { quantity: joined }
  if (!arabic && amount.unitText === '' && amount.hedge === null) {
    const reason = plainChineseReason(amount.numeral)
    if (reason !== undefined && !hasBound(source, amount) && !isZero(source, amount))
      return ignore(start, amount.numeral.end, reason)
  }
  return { quantity: quantityOf(source, amount, bare) }
}

function hasBound(source: QuantityText, amount: Amount): boolean {
  return (
    readBoundAfter(source, amount.end)?.word.bound === 'at-least' ||
    readComparison(source, amount.start, amount.end) !== undefined
  )
}

/** 事故率为零, 降至零: a single 零 behind a verb that states a value, at the end of its clause. */
function isZero(source: QuantityText, { numeral, end }: Amount): boolean {
  if (codeAt(source, numeral.start) !== ch.zero || numeral.end - numeral.start !== 1) return false
  return isOneOf(codeAt(source, numeral.start - 1), '为是至到达') && !isWordCharacter(codeAt(source, end))
}

/** Letters right behind digits make a code; a lone x between numbers (3x4) does not. */
function isExponentCode(source: QuantityText, at: number): boolean {
  return isOneOf(codeAt(source, at), 'xX') && isArabic(codeAt(source, at + 1))
}
