/**
 * The text that quantities are read from, folded once, and questions about positions in it that all readers ask.
 */
import {
  ch,
  chineseDigit,
  foldCodes,
  foldedText,
  isArabic,
  isHan,
  isLatin,
  NO_DIGIT,
  skipBlanks,
} from '../numerals/characters.js'
import type { UnitTable } from '../resources/units.js'

export interface QuantityText {
  readonly text: string
  readonly codes: Uint16Array
  /** The text of these codes, for patterns. */
  readonly folded: string
  readonly table: UnitTable
}

export function quantityText(text: string, table: UnitTable): QuantityText {
  const codes = foldCodes(text)
  return { text, codes, folded: foldedText(text, codes), table }
}

/** The code unit at an offset; 0 outside the text. */
export function codeAt(source: QuantityText, at: number): number {
  return at >= 0 && at < source.codes.length ? source.codes[at]! : 0
}

/** Whether the text has the given characters at an offset. */
export function standsAt(source: QuantityText, at: number, word: string): boolean {
  for (let index = 0; index < word.length; index++) {
    if (source.codes[at + index] !== word.charCodeAt(index)) return false
  }
  return true
}

/** Whether the code unit is one of the given characters. */
export function isOneOf(code: number, characters: string): boolean {
  for (let index = 0; index < characters.length; index++) {
    if (characters.charCodeAt(index) === code) return true
  }
  return false
}

export function behindBlanks(source: QuantityText, at: number): number {
  return skipBlanks(source.codes, at, source.codes.length)
}

/** The offset before up to three blanks. */
export function beforeBlanks(source: QuantityText, at: number): number {
  let position = at
  while (position > 0 && at - position < 3 && source.codes[position - 1] === ch.space) position--
  return position
}

/** The value of a few Arabic digits. */
export function smallNumber(source: QuantityText, start: number, end: number): number {
  let value = 0
  for (let at = start; at < end; at++) value = value * 10 + codeAt(source, at) - 0x30
  return value
}

export function isDigit(code: number): boolean {
  return isArabic(code) || chineseDigit(code) !== NO_DIGIT
}

export function isWordCharacter(code: number): boolean {
  return isHan(code) || isLatin(code) || isArabic(code)
}

/** Where a list label may stand: at a start of line, behind a blank or behind the end of a clause. */
export function isListPosition(source: QuantityText, at: number): boolean {
  const before = codeAt(source, at - 1)
  return (
    before === 0 ||
    before === 0x0a ||
    before === 0x0d ||
    before === ch.space ||
    before === 0x09 ||
    isOneOf(before, '。;!?:')
  )
}
