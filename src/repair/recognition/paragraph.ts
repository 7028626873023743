/** A paragraph as the language model reads it, with changes that are tried out. */

import type { LanguageModel } from '../../lm/query.js'
import { begin, encodeText } from '../../lm/symbols.js'

export interface Paragraph {
  /** Begin, then all symbols. */
  readonly ids: Int32Array
  readonly length: number
  /** The symbol that a character is, by its offset; undefined where it is none of its own. */
  symbolAt(offset: number): number | undefined
  set(at: number, symbol: number): void
  /** Puts back what was read. */
  restore(at: number): void
}

export function paragraphOf(model: LanguageModel, text: string): Paragraph {
  const symbols = new Uint16Array(text.length)
  const offsets = new Int32Array(text.length)
  const count = encodeText(text, model.symbols, symbols, offsets)
  const read = new Int32Array(count + 1)
  read[0] = begin
  read.set(symbols.subarray(0, count), 1)
  const ids = Int32Array.from(read)
  const places = new Map(Array.from(offsets.subarray(0, count), (offset, at) => [offset, at + 1]))
  return {
    ids,
    length: count + 1,
    symbolAt: (offset) => places.get(offset),
    set(at, symbol) {
      ids[at] = symbol
    },
    restore(at) {
      ids[at] = read[at]!
    },
  }
}

/** Of the symbols `[from, to)`, each behind those before it. */
function scoreOf(model: LanguageModel, ids: Int32Array, from: number, to: number): number {
  let score = 0
  for (let at = from; at < to; at++) score += model.logProbability(ids, 0, at + 1)
  return score
}

/**
 * How much likelier a paragraph becomes with another symbol at a place, or one more before it, in nats. Symbols that the
 * model no longer sees with the changed one are left out.
 */
export function weigh(
  model: LanguageModel,
  { ids, length }: Paragraph,
  at: number,
  symbol: number,
  isInserted: boolean,
): number {
  const reach = model.order
  const first = Math.max(0, at - reach)
  const last = Math.min(length, at + reach)
  const before = ids.slice(first, at)
  const behind = ids.slice(isInserted ? at : at + 1, last)
  const changed = Int32Array.from([...before, symbol, ...behind])
  const own = scoreOf(model, ids.slice(first, last), at - first, last - first)
  return scoreOf(model, changed, at - first, changed.length) - own
}
