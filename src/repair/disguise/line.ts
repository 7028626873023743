/** A line as the language model reads it: symbols, and where each stands. */
import type { LanguageModel } from '../../lm/query.js'
import { encodeText } from '../../lm/symbols.js'

export interface EncodedLine {
  readonly text: string
  readonly ids: Uint16Array
  /** Offset of each symbol, and the length of the line behind the last one. */
  readonly offsets: Int32Array
  readonly length: number
}

export function encodeLine(text: string, { symbols }: LanguageModel): EncodedLine {
  const ids = new Uint16Array(text.length)
  const offsets = new Int32Array(text.length + 1)
  const length = encodeText(text, symbols, ids, offsets)
  offsets[length] = text.length
  return { text, ids, offsets, length }
}

/** The symbols of a word. */
export function encodeWord(word: string, { symbols }: LanguageModel): Uint16Array {
  const ids = new Uint16Array(word.length)
  return ids.slice(0, encodeText(word, symbols, ids))
}

/** Where a symbol begins at an offset; undefined where none does. Binary search. */
export function symbolAt({ offsets, length }: EncodedLine, offset: number): number | undefined {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (offsets[middle]! < offset) low = middle + 1
    else high = middle
  }
  return offsets[low] === offset ? low : undefined
}
