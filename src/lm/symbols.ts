/**
 * Symbols: what the language model counts instead of raw characters, for training and queries alike. Variants of width
 * and punctuation become one form; a run of digits, of Latin letters or of dashes becomes one symbol; white space gives
 * no symbol; a character outside the vocabulary is `unknown`, as are astral characters.
 * Invariant: symbol ids are below `maximumSymbols`, so five of them fit in one packed key.
 */
import { foldedCodes } from '../model/fold.js'

/** Ids that every vocabulary starts with. `none` is no symbol: padding in keys, transparent characters in text. */
export const none = 0
export const unknown = 1
export const begin = 2
export const end = 3
export const figures = 4
export const latin = 5
const firstCharacter = 6

/** Twelve bits a symbol. */
const maximumSymbols = 4096

/** Canonical codes of the classes: no text holds them as canonical codes of anything else. */
const figuresCode = 0x30
const latinCode = 0x41
const dashCode = 0x2014
const ellipsisCode = 0x2026

/** Variants, first the form that stands for all of them. Full-width forms are folded before. */
const variants = [
  '，,﹐',
  '。｡',
  '；;',
  '：:∶︰',
  '！!',
  '？?',
  '（([{〔【﹝〖「『',
  '）)]}〕】﹞〗」』',
  '《〈<',
  '》〉>',
  '“"″„',
  "‘'′",
  '·•・˙●',
  '～~〜',
  '…⋯',
  '—―─–‒−-',
  '〇○Ο',
]

/** Characters that are no symbols of their own, by what they are, as many as stand in a row. */
const classes: readonly (readonly [RegExp, number])[] = [
  [/[\p{Script=Latin}\u2160-\u217f]+/gu, latinCode],
  [/[\p{Nd}\u2460-\u249b\u3220-\u3229]+/gu, figuresCode],
  [/[\s\p{Cc}\p{Cf}\uFEFF]+/gu, none],
]

function buildCanonicalCodes(): Uint16Array {
  const codes = foldedCodes()
  // All characters in a row, so that each class is looked for once; halves of a pair are of none.
  const text = new TextDecoder('utf-16le').decode(codes)
  // A surrogate pair is one character: the first half is transparent, the second stands for it.
  codes.fill(none, 0xd800, 0xdc00)
  for (const [characters, code] of classes) {
    for (const { index, 0: run } of text.matchAll(characters)) codes.fill(code, index, index + run.length)
  }
  for (const group of variants) {
    for (const form of group) {
      for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1))
        codes[at] = group.charCodeAt(0)
    }
  }
  return codes
}

const canonicalCodes = buildCanonicalCodes()

/** A vocabulary: which id stands for which UTF-16 code unit. */
export interface SymbolTable {
  /** Number of ids, the special ones included. */
  readonly count: number
  /** Canonical code of each id; 0 for the special ids. Indexed by id. */
  readonly codes: Uint16Array
  /**
   * Id of a single code unit (65,536 entries): `none` for white space, `figures` for a digit, `latin` for a letter,
   * `unknown` for what the vocabulary lacks. Runs are the caller's matter: see `encodeText`.
   */
  readonly ofUnit: Uint16Array
}

/** The table over these canonical codes, in id order after the special ids. */
export function symbolTableOf(characterCodes: ArrayLike<number>): SymbolTable {
  const count = firstCharacter + characterCodes.length
  const codes = new Uint16Array(count)
  const ofCanonical = new Uint16Array(0x10000).fill(unknown)
  ofCanonical[none] = none
  ofCanonical[figuresCode] = figures
  ofCanonical[latinCode] = latin
  for (let index = 0; index < characterCodes.length; index++) {
    codes[firstCharacter + index] = characterCodes[index]!
    ofCanonical[characterCodes[index]!] = firstCharacter + index
  }
  const ofUnit = new Uint16Array(0x10000)
  for (let unit = 0; unit < ofUnit.length; unit++) ofUnit[unit] = ofCanonical[canonicalCodes[unit]!]!
  return { count, codes, ofUnit }
}

/** Adds a paragraph's characters to a count of canonical codes (65,536 entries). */
export function countCharacters(text: string, counts: Float64Array): void {
  for (let index = 0; index < text.length; index++) {
    const code = canonicalCodes[text.charCodeAt(index)]!
    counts[code] = counts[code]! + 1
  }
}

/** The vocabulary of the characters counted at least `minimumCount` times, the most frequent first, ties by code. */
export function chooseSymbols(counts: Float64Array, minimumCount: number): SymbolTable {
  const codes: number[] = []
  for (let code = 1; code < counts.length; code++) {
    const special = code === figuresCode || code === latinCode
    if (!special && counts[code]! >= minimumCount) codes.push(code)
  }
  codes.sort((a, b) => counts[b]! - counts[a]! || a - b)
  return symbolTableOf(codes.slice(0, maximumSymbols - firstCharacter))
}

/** The character codes that `symbolTableOf` takes to make this table again. */
export function characterCodesOf(table: SymbolTable): Uint16Array {
  return table.codes.subarray(firstCharacter)
}

/**
 * Writes the symbols of `text` to `ids` and, if given, the offset of each symbol's first code unit to `offsets`; both
 * must hold `text.length` entries. Returns how many were written; paragraph borders are not among them.
 *
 * Figures: digits, and a point or an ASCII comma between two digits, make one `figures` symbol however long the run;
 * `%` and units are symbols of their own. A caller that walks over single characters gets the same by skipping a
 * symbol that repeats `figures`, `latin`, dash or ellipsis, and separators inside figures.
 */
export function encodeText(text: string, table: SymbolTable, ids: Uint16Array, offsets?: Int32Array): number {
  const { ofUnit } = table
  const dash = ofUnit[dashCode]!
  const ellipsis = ofUnit[ellipsisCode]!
  let length = 0
  let previous: number = none
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    const symbol = ofUnit[unit]!
    if (symbol === none) continue
    if (symbol === previous && symbol !== unknown) {
      if (symbol === figures || symbol === latin || symbol === dash || symbol === ellipsis) continue
    }
    if (previous === figures && isSeparator(unit) && isDigit(text.charCodeAt(index + 1))) continue
    if (offsets !== undefined) offsets[length] = index
    ids[length++] = symbol
    previous = symbol
  }
  return length
}

function isSeparator(unit: number): boolean {
  return unit === 0x2e || unit === 0x2c || unit === 0xff0e
}

function isDigit(unit: number): boolean {
  return canonicalCodes[unit] === figuresCode
}
