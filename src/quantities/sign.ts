/**
 * Signs that stand for a number and are no digits, and digits that run into such signs, or into what is broken: 98²,
 * 10^100, 9�8. The former label, rank or mark; of the latter nobody can say what they are worth.
 * Invariant: a number that is not read is listed as a whole, never as a part of it with a value.
 */
import { isArabic, isTimes } from '../numerals/characters.js'
import type { Numeral } from '../numerals/numeral.js'
import { type NumberSign, numberSign } from '../numerals/signs.js'
import type { Label } from './label.js'
import { behindBlanks, codeAt, isListPosition, isOneOf, type QuantityText } from './text.js'

/** The longest power that is looked for behind a number. */
const reach = 32
/** A power of any size: ^100, ×10^100. */
const power = /^ {0,3}(?:[×xX*·⋅] {0,3}10 {0,3})?\^ {0,3}[-+]?\d+/

function characterAt(source: QuantityText, at: number): string {
  return String.fromCharCode(codeAt(source, at))
}

/** Frames around the digit before them: the keycap of 1️⃣. */
function isKeycap(code: number): boolean {
  return code >= 0x20dd && code <= 0x20e4
}

/** Strokes and points that are set on the character before them. */
function isMark(source: QuantityText, at: number): boolean {
  const code = codeAt(source, at)
  return code >= 0x300 && !(code >= 0x3400 && code < 0xa000) && /\p{M}/u.test(characterAt(source, at))
}

function isUnread(source: QuantityText, at: number): boolean {
  const sign = numberSign(codeAt(source, at))
  return sign === 'raised' || sign === 'foreign' || isMark(source, at)
}

/** A control that breaks no line, or what stands for a broken character. */
function isBroken(code: number): boolean {
  return (code < 0x20 && (code < 0x09 || code > 0x0d)) || (code >= 0x7f && code < 0xa0) || code === 0xfffd
}

/** The digit behind what is broken, so that it may have been a digit too; `at` itself where there is none. */
function behindBroken(source: QuantityText, at: number): number {
  let end = at
  while (end < source.codes.length && isBroken(codeAt(source, end))) end++
  return isArabic(codeAt(source, end)) ? end : at
}

/** Digits and signs in a row. */
function runEnd(source: QuantityText, at: number): number {
  let end = at
  while (isArabic(codeAt(source, end)) || isUnread(source, end) || behindBroken(source, end) > end) end++
  return end
}

/** m², CO₂: a raised or lowered digit behind a letter is part of the word. */
function isOfWord(source: QuantityText, at: number): boolean {
  let before = at - 1
  while (numberSign(codeAt(source, before)) === 'raised') before--
  return /[\p{L}\p{M}℃㎡%‰)]/u.test(characterAt(source, before))
}

/** What a sign for a number is; undefined where it is part of a word. */
export function readSign(source: QuantityText, at: number, sign: NumberSign): Label | undefined {
  if (sign === 'enclosed') return { start: at, end: at + 1, reason: 'list-label' }
  if (sign === 'roman') {
    let end = at + 1
    while (numberSign(codeAt(source, end)) === 'roman') end++
    const labels = isListPosition(source, at) && isOneOf(codeAt(source, end), '、.)')
    return labels ? { start: at, end: end + 1, reason: 'list-label' } : { start: at, end, reason: 'ordinal' }
  }
  if (sign === 'raised' && isOfWord(source, at)) return undefined
  return { start: at, end: runEnd(source, at), reason: 'unread' }
}

/** Digits that go on in a way that has no certain value; undefined where the number ends with them. */
export function readUnread(source: QuantityText, { start, end, arabic }: Numeral): Label | undefined {
  if (!arabic) return undefined
  if (isKeycap(codeAt(source, end))) return { start, end: end + 1, reason: 'list-label' }
  if (isUnread(source, end) || behindBroken(source, end) > end)
    return { start, end: runEnd(source, end), reason: 'unread' }
  const next = codeAt(source, behindBlanks(source, end))
  if (next !== 0x5e && !isTimes(next)) return undefined
  const found = power.exec(source.folded.slice(end, end + reach))
  return found === null ? undefined : { start, end: end + found[0].length, reason: 'unread' }
}
