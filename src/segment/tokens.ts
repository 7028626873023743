/**
 * Tokens of a text: whole figures, white space, and words from the segmenter. Segmenters break full-width figures and
 * percentages, so figures are found here and only the text between them is passed on.
 * Invariant: tokens are in order and join to the text exactly.
 */
import { spanOf } from '../model/span.js'
import type { Token } from '../model/token.js'
import type { Segmenter } from './segmenter.js'

/**
 * Figures and white space. A figure may hold masks (20xx), a decimal point between digits, commas before groups of
 * three digits, and a percent sign behind it.
 */
const kept = /[0-9０-９](?:[0-9０-９xXｘＸ*＊]|[.．](?=[0-9０-９])|[,](?=[0-9]{3}(?![0-9])))*[%％‰]?|\s+/g

const loneSurrogate = /[\uD800-\uDFFF]/gu

/** Tags a stretch without figures. Lengths are counted, so a segmenter need not give offsets. */
function pushWords(tokens: Token[], text: string, start: number, end: number, segmenter: Segmenter): void {
  // The segmenter reads UTF-8, which has no lone surrogates; a stand-in of the same length keeps the count.
  const words = segmenter.tag(text.slice(start, end).replace(loneSurrogate, '\uFFFD'))
  let position = start
  for (const { text: word, pos } of words) {
    const next = Math.min(position + word.length, end)
    if (next > position)
      tokens.push({ text: text.slice(position, next), pos, ...spanOf<'repaired'>(position, next) })
    position = next
  }
  if (position < end)
    tokens.push({ text: text.slice(position, end), pos: 'x', ...spanOf<'repaired'>(position, end) })
}

/** Every token of the text, in order. */
export function findTokens(text: string, segmenter: Segmenter): Token[] {
  const tokens: Token[] = []
  let position = 0
  for (const match of text.matchAll(kept)) {
    const start = match.index
    const end = start + match[0].length
    if (start > position) pushWords(tokens, text, position, start, segmenter)
    const pos = /^\s/.test(match[0]) ? 'x' : 'm'
    tokens.push({ text: match[0], pos, ...spanOf<'repaired'>(start, end) })
    position = end
  }
  if (position < text.length) pushWords(tokens, text, position, text.length, segmenter)
  return tokens
}
