/**
 * What no edit may touch: notices of the hosting site, words that the project or the user protects, Chinese numerals
 * of several characters, and names of persons where their place tells. Figures and Latin need no pin: no pair holds any.
 */
import type { LaidOutDocument } from '../../model/document.js'
import { offsetMap } from '../../model/edit.js'
import { spanOf } from '../../model/span.js'
import { chineseDigit, multiplierOf, NO_DIGIT, scaleOf } from '../../numerals/characters.js'
import type { Lexicon } from '../../resources/lexicon.js'

/** Given names have one or two characters. */
const longestGivenName = 2

function isNumeral(code: number): boolean {
  return chineseDigit(code) !== NO_DIGIT || multiplierOf(code) > 0 || scaleOf(code) > 0
}

function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff
}

/** Pins runs of two and more numeral characters: 三十二, 二〇二〇. */
function pinNumerals(text: string, pinned: Uint8Array): void {
  let start = 0
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && isNumeral(text.charCodeAt(at))) continue
    if (at - start >= 2) pinned.fill(1, start, at)
    start = at + 1
  }
}

/** Pins a surname with a given name that stands between separators. */
function pinNames(text: string, surnames: ReadonlySet<number>, pinned: Uint8Array): void {
  for (let at = 0; at < text.length; at++) {
    if (!surnames.has(text.charCodeAt(at)) || (at > 0 && isHan(text.charCodeAt(at - 1)))) continue
    let end = at + 1
    while (end < text.length && end - at <= longestGivenName + 1 && isHan(text.charCodeAt(end))) end++
    const given = end - at - 1
    if (given >= 1 && given <= longestGivenName) pinned.fill(1, at, end)
  }
}

/** One byte a code unit of the normalised text; non-zero is pinned. */
export function protectOffsets(document: LaidOutDocument, lexicon: Lexicon): Uint8Array {
  const { text } = document.normalised
  const pinned = new Uint8Array(text.length)
  const map = offsetMap(document.normalised)
  for (const block of document.blocks) {
    if (block.kind !== 'boilerplate') continue
    const { start, end } = map.forward(spanOf<'source'>(block.start, block.end))
    pinned.fill(1, start, end)
  }
  for (const word of lexicon.protectedWords) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      pinned.fill(1, at, at + word.length)
    }
  }
  pinNumerals(text, pinned)
  pinNames(text, lexicon.surnames, pinned)
  return pinned
}
