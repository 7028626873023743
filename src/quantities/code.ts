/**
 * Digits that tell one thing from others and count nothing: codes, telephone numbers, masked persons, rooms, products,
 * versions. Invariant: a bounded number of characters is looked at around each offset, except for the length of a code.
 */
import { digitRunEnd } from '../numerals/arabic.js'
import { ch, isArabic, isHan, isLatin } from '../numerals/characters.js'
import type { Numeral } from '../numerals/numeral.js'
import type { Label } from './label.js'
import { beforeBlanks, codeAt, isOneOf, type QuantityText } from './text.js'

function isCodeCharacter(code: number): boolean {
  return isArabic(code) || isLatin(code) || isOneOf(code, '%&=?/._~#@+-')
}

/** A token of Latin letters and digits, an address: its span, from what of it precedes the offset. */
export function readCode(source: QuantityText, at: number, from: number): Label {
  let start = at
  while (start > from && at - start < 40 && isCodeCharacter(codeAt(source, start - 1))) start--
  let end = at
  while (isCodeCharacter(codeAt(source, end))) end++
  return { start, end, reason: 'code' }
}

/** Whether the character before a digit makes it part of a code: a letter, a piece of an address. */
export function continuesCode(source: QuantityText, at: number): boolean {
  const before = codeAt(source, at - 1)
  return isLatin(before) || isOneOf(before, '&=?_#@\\')
}

const telephone = /^1[3-9]\d{9}$/
/** Digits of the longest figure that stands alone; longer ones, as of identity cards, are codes. */
const longestFigure = 15

/** 010-8888 6666, (0571)8888-6666, 138 1234 5678: a telephone number in groups of digits. */
const groupedTelephone =
  /^(?:0\d{2,3}[-—–) ]{0,2}\d{3,4}[- ]?\d{4}|1[3-9]\d[- ]\d{4}[- ]\d{4}|[48]00 ?[- ] ?\d{3} ?[- ] ?\d{4})(?!\d)/
/** More characters than such a number and the one behind it have. */
const longestTelephone = 20

/** Where a telephone number in groups ends; undefined where none begins. */
function telephoneEnd(source: QuantityText, at: number): number | undefined {
  const found = groupedTelephone.exec(source.folded.slice(at, at + longestTelephone))
  return found === null ? undefined : at + found[0].length
}

/** 12345678901 as all of a cell: an amount in 元, unless it is a telephone number. */
function isLoneFigure({ text }: QuantityText, at: number, end: number): boolean {
  const digits = text.slice(at, end)
  if (text.trim() !== digits || telephone.test(digits)) return false
  return digits.length <= longestFigure || (digits.length === longestFigure + 1 && digits.endsWith('000'))
}

/** Telephone numbers, account numbers and other digits that count nothing. */
export function readDigitCode(source: QuantityText, at: number, numeral: Numeral): Label | undefined {
  const hexadecimal =
    codeAt(source, at) === 0x30 && /^0x[\da-f]+/i.exec(source.text.slice(at, at + longestFigure))
  if (hexadecimal) return { start: at, end: at + hexadecimal[0].length, reason: 'code' }
  const telephoned = telephoneEnd(source, at)
  if (telephoned !== undefined) return { start: at, end: telephoned, reason: 'code' }
  const cue = source.table.cues.longestBefore(source.codes, beforeCueMark(source, at))
  const end = digitRunEnd(source.codes, at, source.codes.length)
  if (end !== numeral.end)
    return cue?.value === 'list-label' ? { start: at, end: numeral.end, reason: cue.value } : undefined
  const length = end - at
  const leadingZero = codeAt(source, at) === 0x30 && length > 1
  if (isMasked(source, at, end) || isRoom(source, at, end)) return { start: at, end, reason: 'name' }
  const isShort = length < 11 || isLoneFigure(source, at, end)
  if (!leadingZero && isShort && cue === undefined && !isHyphenated(source, end)) return undefined
  return { ...readCode(source, at, at), reason: cue?.value ?? 'code' }
}

/** 原告林某1, 潘2某: persons of a case whose names are hidden are told apart by numbers. */
function isMasked(source: QuantityText, at: number, end: number): boolean {
  return isOneOf(codeAt(source, at - 1), '某') || isOneOf(codeAt(source, end), '某')
}

/** 大厦1109室: three or four digits and the word for a room. */
function isRoom(source: QuantityText, at: number, end: number): boolean {
  return codeAt(source, end) === 0x5ba4 && (end - at === 3 || end - at === 4)
}

/** Offset before a colon, 为, 是 and blanks, where the name of a code may end. */
function beforeCueMark(source: QuantityText, at: number): number {
  let position = beforeBlanks(source, at)
  if (isOneOf(codeAt(source, position - 1), ':为是')) position = beforeBlanks(source, position - 1)
  return position
}

/** 400-123-4567: two more groups of digits behind hyphens. */
function isHyphenated(source: QuantityText, at: number): boolean {
  if (codeAt(source, at) !== ch.minus || !isArabic(codeAt(source, at + 1))) return false
  const end = digitRunEnd(source.codes, at + 1, Math.min(source.codes.length, at + 20))
  return codeAt(source, end) === ch.minus && isArabic(codeAt(source, end + 1))
}

/** Windows 2000, Mode 4, iOS 15: a number behind a word of small letters and one blank. */
const product = /(?:[a-z]{2}|[a-z][A-Z]{1,3}) $/
/** “蜜甜88”: a number at the end of words in quotation marks. */
const quoted = /[“"][^“”"、，,。；;：:\n]{0,8}\p{Script=Han}$/u
/** More characters than each pattern can hold. */
const productReach = 12

/** A number without a unit that tells one product of a name from others. */
export function readProduct(source: QuantityText, at: number, numeral: Numeral): Label | undefined {
  const before = source.text.slice(Math.max(0, at - productReach), at)
  const isQuoted = isOneOf(codeAt(source, numeral.end), '”"') && quoted.test(before)
  const isProduct = numeral.plain && (isQuoted || product.test(before))
  return isProduct ? { start: at, end: numeral.end, reason: 'name' } : undefined
}

/** 数字政府2.0, 3.1版: a version, right behind a word and with no unit, or before 版, of which none counts parts. */
export function readVersion(
  source: QuantityText,
  at: number,
  { end, head }: Numeral,
  hasUnit: boolean,
): Label | undefined {
  const before = codeAt(source, at - 1)
  const next = codeAt(source, end)
  const isEdition = head.decimals > 0 && isOneOf(next, '版')
  const isWhole = !hasUnit && end - at === 3 && head.decimals === 1 && codeAt(source, end - 1) === 0x30
  const isVersion =
    isWhole && (isHan(before) || isOneOf(before, '”"')) && (isHan(next) || isOneOf(next, '”"'))
  return isEdition || isVersion ? { start: at, end, reason: 'name' } : undefined
}
