/** How well a language model knows a text: the register of work reports, of general prose, or neither. */
import type { LanguageModel } from '../../lm/query.js'
import { encodeText } from '../../lm/symbols.js'

/** Shorter pieces say nothing. */
const leastSymbols = 20

/** Mean log-probability of a symbol of the pieces, in nats; minus infinity where none is long enough. */
export function meanFit(model: LanguageModel, pieces: readonly string[]): number {
  let sum = 0
  let count = 0
  for (const piece of pieces) {
    const symbols = new Uint16Array(piece.length)
    const size = encodeText(piece, model.symbols, symbols)
    if (size < leastSymbols) continue
    sum += model.scoreParagraph(symbols, size)
    count += size
  }
  return count === 0 ? Number.NEGATIVE_INFINITY : sum / count
}
