/**
 * All numbers of a text in one pass from left to right: quantities with unit, bound and value, and the numbers that
 * are none, with the reason. What a quantity measures is left to the extraction of facts.
 * Invariant: spans are sorted and disjoint, slice to their text, and each number is in one of the two lists.
 */
import type { Ignored, Quantity } from '../model/fact.js'
import { digitRunEnd, type MaskedNumber, readMask } from '../numerals/arabic.js'
import {
  ch,
  chineseDigit,
  isArabic,
  isFormal,
  isHan,
  isLatin,
  multiplierOf,
  NO_DIGIT,
  scaleOf,
} from '../numerals/characters.js'
import { addValues, ratioOf, scaleValue, shiftValue } from '../numerals/exact.js'
import { type Numeral, scanNumeral } from '../numerals/scan.js'
import type { Unit, UnitTable } from '../resources/units.js'
import { type Amount, readAmount } from './quantity-amounts.js'
import { endsOf, readBoundAfter, readBoundBefore, readComparison } from './quantity-bounds.js'
import { isRatioContext, readDate, readTime } from './quantity-dates.js'
import {
  continuesCode,
  type Label,
  readCode,
  readDigitCode,
  readLabel,
  readLeading,
  readOrdinal,
  readQuoted,
  readVersion,
} from './quantity-labels.js'
import {
  beforeBlanks,
  behindBlanks,
  codeAt,
  isDigit,
  isOneOf,
  isWordCharacter,
  type QuantityText,
  quantityText,
  standsAt,
} from './quantity-text.js'
import { isSameKind, measureOf } from './quantity-units.js'

export interface ScannedNumbers {
  readonly quantities: readonly Quantity[]
  /** Numbers that are no quantity; their spans index the text that was given. */
  readonly ignored: readonly Ignored[]
}

type Item = { readonly quantity: Quantity } | { readonly label: Label }

/** Which code units a number, or a word with one, may begin with; the others are passed over at once. */
const starters = new Uint8Array(0x10000)
for (let code = 0; code < 0x10000; code++) {
  if (isDigit(code) || multiplierOf(code) > 0 || scaleOf(code) > 0) starters[code] = 1
}
for (const character of '-负第几数半个廿卅卌.') starters[character.charCodeAt(0)] = 1
for (let code = 0x2460; code <= 0x249b; code++) starters[code] = 1
for (let code = 0x3220; code <= 0x3229; code++) starters[code] = 1

function baseOf(value: string | null, scale: number, unit: Unit | null): Quantity['base'] {
  const base = unit?.base ?? ''
  if (value === null) return { value: null, unit: base }
  const scaled = shiftValue(value, scale)
  return { value: unit === null ? scaled : scaleValue(scaled, unit.factor), unit: base }
}

/** The currency or temperature scale before the number decides what a plain 元 or 度 behind it is. */
function withPrefix(source: QuantityText, amount: Amount): { start: number; unit: Unit | null } {
  const prefix = source.table.prefixes.longestBefore(source.codes, beforeBlanks(source, amount.start))
  const none = { start: amount.start, unit: amount.unit }
  if (prefix === undefined) return none
  if (isLatin(codeAt(source, prefix.end)) && isLatin(codeAt(source, prefix.end - 1))) return none
  const plain = amount.unit === null || ['元', '度'].includes(amount.unit.name) || amount.unitText === '°'
  const temperature = prefix.value.measure === 'temperature'
  if (!plain || (amount.unit !== null && (amount.unit.measure === 'money') === temperature)) return none
  if (temperature && amount.unit === null) return none
  return { start: prefix.end, unit: prefix.value }
}

/** A quantity of one amount and the bound words around it. */
function quantityOf(source: QuantityText, amount: Amount, bare: boolean): Quantity {
  const prefixed = withPrefix(source, amount)
  const { unit } = prefixed
  const before = readBoundBefore(source, prefixed.start, bare)
  const after = readBoundAfter(source, amount.end)
  const reading = before ?? after ?? readComparison(source, amount.start, amount.end)
  const start = before?.at ?? prefixed.start
  const end = after?.at ?? amount.end
  const { value } = amount.printed
  const common = {
    start,
    end,
    text: source.text.slice(start, end),
    unit: amount.unitText,
    measure: measureOf(unit),
    printed: amount.printed,
  }
  if (amount.high !== null && (amount.hedge === null || amount.hedge.bound === 'range')) {
    // 三四百, 数十: no single value was printed. 十几 keeps its ten.
    const open = amount.hedge !== null && !isVagueLead(source, amount.numeral)
    return {
      ...common,
      value: open ? value : null,
      low: value,
      high: amount.high,
      base: baseOf(open ? value : null, amount.scale, unit),
      bound: open ? 'more-than' : 'range',
      qualifier: amount.hedge === null ? null : vagueCharacter(source, amount.numeral),
    }
  }
  if (amount.hedge !== null) {
    return {
      ...common,
      value,
      low: value,
      high: amount.high,
      base: baseOf(value, amount.scale, unit),
      bound: amount.hedge.bound,
      qualifier: amount.hedge.word,
    }
  }
  const ends = reading === undefined ? { low: null, high: null } : endsOf(reading.word, value)
  return {
    ...common,
    value,
    ...ends,
    base: baseOf(value, amount.scale, unit),
    bound: reading?.word.bound ?? 'exact',
    qualifier: reading?.word.word ?? null,
  }
}

function isVagueLead(source: QuantityText, numeral: Numeral): boolean {
  return isOneOf(codeAt(source, numeral.start), '几数') || vagueOffset(source, numeral) < numeral.headEnd - 1
}

function vagueOffset(source: QuantityText, numeral: Numeral): number {
  for (let at = numeral.start; at < numeral.headEnd; at++) if (isOneOf(codeAt(source, at), '几数')) return at
  return numeral.headEnd
}

function vagueCharacter(source: QuantityText, numeral: Numeral): string {
  return source.text.slice(vagueOffset(source, numeral), vagueOffset(source, numeral) + 1)
}

/** The offset behind what joins two ends of a range; -1 where nothing does. */
function behindConnector(source: QuantityText, at: number): { end: number; spoken: boolean } | undefined {
  const start = behindBlanks(source, at)
  const code = codeAt(source, start)
  if (isOneOf(code, '-~')) return { end: behindBlanks(source, start + 1), spoken: false }
  if (isOneOf(code, '至到')) return { end: behindBlanks(source, start + 1), spoken: false }
  if (isOneOf(code, '和与')) return { end: behindBlanks(source, start + 1), spoken: true }
  return undefined
}

/** The low end in the unit and scale of the high end: 10~15万元, 两到三千, 8500到3万. Null where it is no range. */
function lowEnd(low: Amount, high: Amount): string | null {
  const value = low.printed.value
  const other = high.printed.value
  if (value.includes('/') || other.includes('/')) return value
  const own = low.unitText !== '' && low.scale !== high.scale
  if (own)
    return less(shiftValue(value, low.scale - high.scale), other)
      ? shiftValue(value, low.scale - high.scale)
      : null
  // 两到三千: the higher number lends its place, as the scale of 10~15万 does.
  const zeros = /^[1-9](0+)$/.exec(other)?.[1]?.length ?? 0
  if (
    !low.numeral.arabic &&
    !high.numeral.arabic &&
    /^[1-9]$/.test(value) &&
    zeros > 1 &&
    low.unitText === ''
  ) {
    return less(shiftValue(value, zeros), other) ? shiftValue(value, zeros) : value
  }
  if (less(value, other)) return value
  const unshared = shiftValue(value, low.scale - high.scale)
  return low.unitText === '' && high.scale > 0 && less(unshared, other) ? unshared : null
}

function less(a: string, b: string): boolean {
  const first = ratioOf(a)
  const second = ratioOf(b)
  return first.numerator * second.denominator < second.numerator * first.denominator
}

/** Both ends of a range; undefined where the amount stands alone. */
function readRange(source: QuantityText, first: Amount): Quantity | undefined {
  if (first.high !== null || first.numeral.head.value.length > 40) return undefined
  const connector = behindConnector(source, first.end)
  if (
    connector === undefined ||
    (!isDigit(codeAt(source, connector.end)) && !isOneOf(codeAt(source, connector.end), '十百.'))
  )
    return undefined
  const numeral = scanNumeral(source.codes, connector.end)
  if (numeral === undefined || numeral.high !== null || numeral.head.value.length > 40) return undefined
  if (readDate(source, connector.end) > 0) return undefined
  const second = readAmount(source, numeral)
  if (
    second.hedge !== null ||
    (first.unitText !== '' && second.unitText === '') ||
    !isSameKind(first.unit, second.unit)
  )
    return undefined
  const between = behindBlanks(source, second.end)
  // 10000与20000间: the 间 of a range is no room.
  const isRoom = connector.spoken && second.unitText === '间'
  const isBetween = isRoom || standsAt(source, between, '之间') || standsAt(source, between, '间')
  if (connector.spoken && !isBetween) return undefined
  const low = lowEnd(first, second)
  if (low === null) return undefined
  const prefixed = withPrefix(source, first)
  const unit = prefixed.unit !== first.unit ? prefixed.unit : second.unit
  const after = isBetween ? undefined : readBoundAfter(source, second.end)
  const end = isBetween ? between + (standsAt(source, between, '之间') ? 2 : 1) : (after?.at ?? second.end)
  const before = readBoundBefore(source, prefixed.start, false)
  const start = before?.at ?? prefixed.start
  return {
    start,
    end,
    text: source.text.slice(start, end),
    value: null,
    low,
    high: second.printed.value,
    unit: second.unitText,
    base: { value: null, unit: unit?.base ?? '' },
    bound: 'range',
    qualifier: before?.word.word ?? after?.word.word ?? null,
    measure: measureOf(unit),
    printed: { ...first.printed, value: low },
  }
}

function maskedQuantity(source: QuantityText, mask: MaskedNumber): Quantity {
  const unit = source.table.units.longest(source.codes, behindBlanks(source, mask.end))
  const scaleEnd = scaleOf(codeAt(source, mask.end)) > 0 ? mask.end + 1 : mask.end
  const scaled = scaleEnd > mask.end ? source.table.units.longest(source.codes, scaleEnd) : undefined
  const match = scaled ?? unit
  const end = match?.end ?? scaleEnd
  const { low, high } = mask
  return {
    start: mask.start,
    end,
    text: source.text.slice(mask.start, end),
    value: null,
    low,
    high,
    unit: source.text.slice(mask.end, end).trim(),
    base: { value: null, unit: match?.value.base ?? '' },
    bound: 'masked',
    qualifier: null,
    measure: measureOf(match?.value ?? null),
    printed: { value: low, decimals: 0, exponent: mask.hidden },
  }
}

/** 1:3.5 as a ratio; clock times have been read before. */
function readRatio(source: QuantityText, at: number, numeral: Numeral): Quantity | undefined {
  if (
    !numeral.arabic ||
    !numeral.plain ||
    codeAt(source, numeral.end) !== ch.colon ||
    !isArabic(codeAt(source, numeral.end + 1))
  )
    return undefined
  const second = scanNumeral(source.codes, numeral.end + 1)
  if (
    second === undefined ||
    !second.plain ||
    second.head.value === '0' ||
    numeral.head.value.length > 9 ||
    second.head.value.length > 9
  )
    return undefined
  if (source.table.units.longest(source.codes, second.end) !== undefined && !isRatioContext(source, at))
    return undefined
  const ratio = ratioOf(second.head.value)
  const first = ratioOf(numeral.head.value)
  const value = `${first.numerator * ratio.denominator}/${first.denominator * ratio.numerator}`
  return {
    start: at,
    end: second.end,
    text: source.text.slice(at, second.end),
    value,
    low: null,
    high: null,
    unit: '',
    base: { value, unit: '' },
    bound: 'exact',
    qualifier: null,
    measure: 'ratio',
    printed: { value, decimals: 0, exponent: 0 },
  }
}

/** 半小时, 半个世纪, 一半: a half as a number of its own. */
function readHalf(source: QuantityText, at: number, half: number): Quantity | undefined {
  const unit = source.table.units.longest(source.codes, half + 1)
  const isShare = half > at
  if (!isShare && (unit === undefined || (unit.value.measure === 'count' && unit.value.name !== '个')))
    return undefined
  const end = isShare ? half + 1 : unit!.end
  const found = isShare ? null : unit!.value
  const value = isShare ? '1/2' : '0.5'
  const after = readBoundAfter(source, end)
  const before = readBoundBefore(source, at, false)
  const word = before?.word ?? after?.word
  const start = before?.at ?? at
  return {
    start,
    end: after?.at ?? end,
    text: source.text.slice(start, after?.at ?? end),
    value,
    ...(word === undefined ? { low: null, high: null } : endsOf(word, value)),
    unit: source.text.slice(half + 1, end),
    base: baseOf(value, 0, found),
    bound: word?.bound ?? 'exact',
    qualifier: word?.word ?? null,
    measure: found === null ? 'ratio' : found.measure,
    printed: { value, decimals: isShare ? 0 : 1, exponent: isShare ? 0 : -1 },
  }
}

/** 个半月, 个半小时: one and a half, the one left out. */
function readOneAndHalf(source: QuantityText, at: number): Quantity | undefined {
  if (
    codeAt(source, at + 1) !== ch.half ||
    isDigit(codeAt(source, at - 1)) ||
    isOneOf(codeAt(source, at - 1), '每这那几各十百')
  )
    return undefined
  const unit = [2, 1]
    .map((length) => ({ end: at + 2 + length, tail: source.text.slice(at + 2, at + 2 + length) }))
    .map(({ end, tail }) => ({
      end,
      value: source.table.units.get(`个${tail}`) ?? source.table.units.get(tail),
    }))
    .find(({ value }) => value?.measure === 'duration')
  if (unit?.value === undefined) return undefined
  const text = source.text.slice(at, unit.end)
  return {
    start: at,
    end: unit.end,
    text,
    value: '1.5',
    low: null,
    high: null,
    unit: `${text[0]}${text.slice(2)}`,
    base: baseOf('1.5', 0, unit.value),
    bound: 'exact',
    qualifier: null,
    measure: 'duration',
    printed: { value: '1.5', decimals: 1, exponent: -1 },
  }
}

function ignore(start: number, end: number, reason: Ignored['reason']): Item {
  return { label: { start, end, reason } }
}

/** 百 of 百余人, 上百: whether a multiplier may stand for one of itself here. */
function isBareContext(source: QuantityText, at: number): boolean {
  if (isOneOf(codeAt(source, at + 1), '余多')) return true
  const before = beforeBlanks(source, at)
  return isOneOf(codeAt(source, before - 1), '上近过逾超约')
}

/** Whether a Chinese numeral without a unit is a number at all, and of what sort it is when it is none. */
function plainChineseReason(source: QuantityText, numeral: Numeral): Ignored['reason'] | undefined {
  if (numeral.share > 0 || numeral.head.value.includes('/')) return undefined
  const length = numeral.end - numeral.start
  if (numeral.plain) return length === 2 ? 'name' : 'code'
  if (
    numeral.high !== null &&
    numeral.scale === 0 &&
    length === 2 &&
    multiplierOf(codeAt(source, numeral.end - 1)) === 0
  )
    return 'idiom'
  return length === 1 ? 'idiom' : undefined
}

/** A single formal digit is an ordinary character (陆, 拾) unless money follows or it stands alone. */
function isLoneFormal(source: QuantityText, numeral: Numeral): boolean {
  if (numeral.end - numeral.start !== 1 || !isFormal(codeAt(source, numeral.start))) return false
  if (isOneOf(codeAt(source, numeral.end), '元圆角分整折成')) return false
  return isHan(codeAt(source, numeral.end)) || isHan(codeAt(source, numeral.start - 1))
}

/** 数 of 人数十, 总数百: the end of a noun. */
function endsNoun(source: QuantityText, at: number): boolean {
  return (
    codeAt(source, at) === ch.number &&
    isOneOf(codeAt(source, at - 1), '人总个次分户指系多少倍基参函算代常件套岁计位')
  )
}

/** Reads the number that begins at the offset, as a quantity or with the reason why it is none. */
function readNumber(source: QuantityText, at: number, from: number): Item | undefined {
  const code = codeAt(source, at)
  if (code === 0x7b2c) {
    const ordinal = readOrdinal(source, at)
    return ordinal === undefined ? undefined : { label: ordinal }
  }
  if (code >= 0x2460 && !isDigit(code) && !isHan(code)) return ignore(at, at + 1, 'list-label')
  if (code === ch.half) return asItem(readHalf(source, at, at))
  if (code === 0x4e2a) return asItem(readOneAndHalf(source, at))
  if (code === 0x4e00 && codeAt(source, at + 1) === ch.half) return asItem(readHalf(source, at, at + 1))
  const arabic = isArabic(code)
  if (arabic && continuesCode(source, at) && !hasPrefix(source, at))
    return { label: readCode(source, at, from) }
  if (code === ch.zero && standsAt(source, at, '零下')) return readBelowZero(source, at)
  if (code === ch.minus && !isMinus(source, at)) return undefined
  if (code === ch.point && (!isArabic(codeAt(source, at + 1)) || isWordCharacter(codeAt(source, at - 1))))
    return undefined
  if (endsNoun(source, at)) return undefined
  const bare = (multiplierOf(code) > 1 || scaleOf(code) > 0) && isBareContext(source, at)
  const numeral = scanNumeral(source.codes, at, { bare })
  if (numeral === undefined) return undefined
  if (isLoneFormal(source, numeral) && readDate(source, at) < 0) {
    // 陆地 and 大陆 hold no number; a digit that stands alone is one.
    const named = !isHan(codeAt(source, at - 1)) || isOneOf(codeAt(source, at - 1), '是为即写作')
    return named && !isHan(codeAt(source, numeral.end)) ? ignore(at, numeral.end, 'idiom') : undefined
  }
  return readLabelled(source, at, numeral, arabic) ?? readCounted(source, numeral, bare)
}

function asItem(quantity: Quantity | undefined): Item | undefined {
  return quantity === undefined ? undefined : { quantity }
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
  if (printed !== 0x2d && printed !== 0xff0d && printed !== 0x2212) return false
  return !isArabic(before) && !isLatin(before) && !isOneOf(before, '-)%/')
}

/** 零下四摄氏度. */
function readBelowZero(source: QuantityText, at: number): Item | undefined {
  const numeral = scanNumeral(source.codes, behindBlanks(source, at + 2))
  if (numeral === undefined) return undefined
  const amount = readAmount(source, numeral)
  if (amount.unit?.measure !== 'temperature') return undefined
  const value = addValues('0', `-${amount.printed.value}`)
  return asItem(quantityOf(source, { ...amount, start: at, printed: { ...amount.printed, value } }, false))
}

/** Codes, dates, times, labels and masked numbers, which come before any quantity. */
function readLabelled(source: QuantityText, at: number, numeral: Numeral, arabic: boolean): Item | undefined {
  if (arabic) {
    const mask = readMask(source.codes, at, source.codes.length)
    const date = readDate(source, at)
    if (date > 0) return documentOr(source, at, numeral, ignore(at, date, 'date'))
    if (mask !== undefined) return { quantity: maskedQuantity(source, mask) }
  } else {
    const date = readDate(source, at)
    if (date > 0) return ignore(at, date, 'date')
  }
  const label = readLabel(source, at, numeral) ?? readQuoted(source, at, numeral)
  if (label !== undefined) return { label }
  const time = readTime(source, at)
  if (time > 0) return ignore(at, time, 'time')
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
  const ratio = readRatio(source, start, numeral)
  if (ratio !== undefined) return { quantity: ratio }
  const amount = readAmount(source, numeral)
  if (amount.unit === null && arabic) {
    const code = readDigitCode(source, start, numeral) ?? readVersion(source, start, numeral)
    if (code !== undefined) return { label: code }
    if (isLatin(codeAt(source, amount.end)) && !isExponentCode(source, amount.end))
      return { label: { ...readCode(source, amount.end, amount.end), start } }
  }
  if (amount.numeral.head.value.length > 40 && amount.unit === null) return ignore(start, amount.end, 'code')
  const range = readRange(source, amount)
  if (range !== undefined) return { quantity: range }
  if (!arabic && amount.unitText === '' && amount.hedge === null) {
    const reason = plainChineseReason(source, amount.numeral)
    if (reason !== undefined && !hasBound(source, amount)) return ignore(start, amount.numeral.end, reason)
  }
  return { quantity: quantityOf(source, amount, bare) }
}

function hasBound(source: QuantityText, amount: Amount): boolean {
  return (
    readBoundAfter(source, amount.end)?.word.bound === 'at-least' ||
    readComparison(source, amount.start, amount.end) !== undefined
  )
}

/** Letters right behind digits make a code; a lone x between numbers (3x4) does not. */
function isExponentCode(source: QuantityText, at: number): boolean {
  return isOneOf(codeAt(source, at), 'xX') && isArabic(codeAt(source, at + 1))
}

function startOf(item: Item): number {
  return 'quantity' in item ? item.quantity.start : item.label.start
}

function endOf(item: Item): number {
  return 'quantity' in item ? item.quantity.end : item.label.end
}

/** A word with a numeral in it wins over a number that does not reach beyond it. */
function readWord(source: QuantityText, at: number): Label | undefined {
  const match = source.table.words.longest(source.codes, at)
  if (match === undefined) return undefined
  const last = codeAt(source, match.end - 1)
  const next = codeAt(source, match.end)
  const goesOn = at < match.end - 1 && !isDigit(codeAt(source, at)) && chineseDigit(last) !== NO_DIGIT
  if (goesOn && (multiplierOf(next) > 0 || scaleOf(next) > 0)) return undefined
  // 每周一次 is no Monday.
  if (goesOn && match.value === 'date' && source.table.units.longest(source.codes, match.end) !== undefined)
    return undefined
  if (isArabic(codeAt(source, at)) && isArabic(codeAt(source, at - 1))) return undefined
  if (isArabic(last) && (isArabic(next) || next === ch.point)) return undefined
  return { start: at, end: match.end, reason: match.value }
}

/** A word ends before a number that follows it, so the number before the offset must not be cut. */
function trimStart(item: Item, from: number, text: string): Item {
  if (startOf(item) >= from) return item
  if ('label' in item) return { label: { ...item.label, start: from } }
  const { quantity } = item
  return { quantity: { ...quantity, start: from, text: text.slice(from, quantity.end) } }
}

/** 2.6、1.5个百分点, 35人、42和51人: in a list of bare numbers the unit behind the last one is that of all. */
function shareUnits(source: QuantityText, quantities: Quantity[]): void {
  for (let index = quantities.length - 2; index >= 0; index--) {
    const quantity = quantities[index]!
    const next = quantities[index + 1]!
    const gap = next.start - quantity.end
    if (quantity.unit !== '' || next.unit === '' || gap < 1 || gap > 2 || quantity.bound !== 'exact') continue
    if (
      !/^[、和与及][ 　]?$/.test(source.text.slice(quantity.end, next.start)) ||
      quantity.measure === 'ratio'
    )
      continue
    const reading = readPrintedUnit(source, next.unit)
    quantities[index] = {
      ...quantity,
      unit: next.unit,
      measure: next.measure,
      base: baseOf(quantity.value, reading.scale, reading.unit),
    }
  }
}

/** The unit and scale of a unit as printed: 万元. */
function readPrintedUnit(source: QuantityText, text: string): { unit: Unit | null; scale: number } {
  let scale = 0
  for (let at = 0; at < text.length; at++) {
    const unit = source.table.units.get(text.slice(at))
    if (unit !== undefined) return { unit, scale }
    const code = text.charCodeAt(at)
    scale += scaleOf(code) || multiplierOf(code)
  }
  return { unit: null, scale }
}

/**
 * All numbers of a text: quantities, and those that are none with their reasons. Linear in the length of the text,
 * whatever its lines.
 */
export function scanNumbers(text: string, table: UnitTable): ScannedNumbers {
  const source = quantityText(text, table)
  const { codes } = source
  const quantities: Quantity[] = []
  const ignored: Ignored[] = []
  let from = 0
  for (let at = 0; at < codes.length; ) {
    const code = codes[at]!
    const mayBeWord = table.words.starts(code)
    if (starters[code] === 0 && !mayBeWord) {
      at++
      continue
    }
    const word = mayBeWord ? readWord(source, at) : undefined
    const number = starters[code] === 1 ? readNumber(source, at, from) : undefined
    const coversAll =
      number !== undefined &&
      word?.reason === 'idiom' &&
      'quantity' in number &&
      number.quantity.start === 0 &&
      number.quantity.end === text.length &&
      number.quantity.measure === 'count'
    const isWord = word !== undefined && (number === undefined || (word.end >= endOf(number) && !coversAll))
    const found: Item | undefined = isWord ? { label: word } : number
    if (found === undefined) {
      at = isArabic(code) ? Math.max(at + 1, digitRunEnd(codes, at, codes.length)) : at + 1
      continue
    }
    const item = trimStart(found, from, text)
    if ('quantity' in item) quantities.push(item.quantity)
    else ignored.push({ ...item.label, text: text.slice(item.label.start, item.label.end) })
    from = endOf(item)
    at = Math.max(from, at + 1)
  }
  shareUnits(source, quantities)
  return { quantities, ignored }
}

/**
 * The quantities of a text, in order: number, unit as printed with its scale, bound, value scaled to the base unit.
 * Offsets index the given text.
 */
export function findQuantities(text: string, table: UnitTable): Quantity[] {
  return [...scanNumbers(text, table).quantities]
}
