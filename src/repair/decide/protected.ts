/**
 * What no edit may touch: notices of the hosting site, words that the project or the user protects, Chinese numerals
 * of several characters, and names of persons where their place tells. Figures and Latin need no mark: no pair holds any.
 */
import type { LaidOutDocument } from '../../model/document.js'
import { offsetMap } from '../../model/edit.js'
import { spanOf } from '../../model/span.js'
import type { Protection } from '../../model/trace.js'
import { protections } from '../../model/trace.js'
import { chineseDigit, foldCodes, multiplierOf, NO_DIGIT, scaleOf } from '../../numerals/characters.js'
import type { Lexicon } from '../../resources/lexicon.js'

/** Given names have one or two characters. */
const longestGivenName = 2

function isNumeral(code: number): boolean {
  return chineseDigit(code) !== NO_DIGIT || multiplierOf(code) > 0 || scaleOf(code) > 0
}

function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff
}

/** A byte a code unit: 0 is free, else one more than the place of the reason among `protections`. */
export type ProtectedOffsets = Uint8Array

/** Marks `[start, end)`; of two reasons the first one given stays. */
function mark(offsets: ProtectedOffsets, start: number, end: number, reason: Protection): void {
  const value = protections.indexOf(reason) + 1
  for (let at = start; at < end; at++) if (offsets[at] === 0) offsets[at] = value
}

/** What nobody sees stands between the characters of one numeral as if it were not there. */
const unseen = /\p{Default_Ignorable_Code_Point}/u

/** Protects runs of two and more numeral characters: 三十二, 二〇二〇. */
function protectNumerals(text: string, offsets: ProtectedOffsets): void {
  const codes = foldCodes(text)
  let start = 0
  let end = 0
  let count = 0
  for (let at = 0; at <= codes.length; at++) {
    if (at < codes.length && isNumeral(codes[at]!)) {
      if (count++ === 0) start = at
      end = at + 1
    } else if (count > 0 && !unseen.test(text[at] ?? '')) {
      if (count >= 2) mark(offsets, start, end, 'numeral')
      count = 0
    }
  }
}

/** Protects a surname with a given name that stands between separators. */
function protectNames(text: string, surnames: ReadonlySet<number>, offsets: ProtectedOffsets): void {
  for (let at = 0; at < text.length; at++) {
    if (!surnames.has(text.charCodeAt(at)) || (at > 0 && isHan(text.charCodeAt(at - 1)))) continue
    let end = at + 1
    while (end < text.length && end - at <= longestGivenName + 1 && isHan(text.charCodeAt(end))) end++
    const given = end - at - 1
    if (given >= 1 && given <= longestGivenName) mark(offsets, at, end, 'personal-name')
  }
}

/** What is protected in the normalised text of a document. */
export function protectOffsets(document: LaidOutDocument, lexicon: Lexicon): ProtectedOffsets {
  const { text } = document.normalised
  const offsets = new Uint8Array(text.length)
  const map = offsetMap(document.normalised)
  for (const block of document.blocks) {
    if (block.kind !== 'boilerplate') continue
    const { start, end } = map.forward(spanOf<'source'>(block.start, block.end))
    mark(offsets, start, end, 'boilerplate')
  }
  for (const word of lexicon.protectedWords) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      mark(offsets, at, at + word.length, 'protected-word')
    }
  }
  protectNumerals(text, offsets)
  protectNames(text, lexicon.surnames, offsets)
  return offsets
}

/** Runs of one reason, as spans of the protected text. */
export function protectedRuns(
  offsets: ProtectedOffsets,
): { start: number; end: number; reason: Protection }[] {
  const runs: { start: number; end: number; reason: Protection }[] = []
  for (let start = 0; start < offsets.length; ) {
    const value = offsets[start]!
    let end = start + 1
    while (end < offsets.length && offsets[end] === value) end++
    if (value !== 0) runs.push({ start, end, reason: protections[value - 1]! })
    start = end
  }
  return runs
}
