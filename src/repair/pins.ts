/**
 * What no edit may touch: notices of the hosting site, words that the project or the user protects, and Chinese
 * numerals with their unit. Figures and Latin need no pin, for no pair holds any.
 */
import type { LaidOutDocument } from '../model/document.js'
import { offsetMap } from '../model/edit.js'
import { spanOf } from '../model/span.js'
import type { Lexicon } from '../resources/lexicon.js'

/** A Chinese numeral with something to count behind it: 三十二所, 两个. */
const countedNumeral = /[一二三四五六七八九十百千万亿两零〇]{2,}(?=[个名人所项次户元亩件家年月日])/g

/** One byte a code unit of the normalised text; non-zero is pinned. */
export function pinOffsets(document: LaidOutDocument, lexicon: Lexicon): Uint8Array {
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
  for (const match of text.matchAll(countedNumeral))
    pinned.fill(1, match.index, match.index + match[0].length)
  return pinned
}
