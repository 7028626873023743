/** How well a language model knows a text: the register of work reports, of general prose, or neither. */
import type { LanguageModel } from '../../lm/query.js'
import { encodeText } from '../../lm/symbols.js'

/** Shorter pieces say nothing. */
const leastSymbols = 20

/** What a piece adds to a mean. */
interface PieceFit {
  readonly sum: number
  readonly count: number
}

const nothing: PieceFit = { sum: 0, count: 0 }

function fitOfPiece(model: LanguageModel, piece: string): PieceFit {
  const symbols = new Uint16Array(piece.length)
  const count = encodeText(piece, model.symbols, symbols)
  return count < leastSymbols ? nothing : { sum: model.scoreParagraph(symbols, count), count }
}

/** Pieces of so many characters are remembered for each model: those of a document, which is asked of many times. */
const mostCharacters = 100_000

/** The same text in memory of its own: a part of a string keeps the whole of it, here the document. */
const copied = (text: string) => Buffer.from(text, 'utf16le').toString('utf16le')

interface Remembered {
  readonly fits: Map<string, PieceFit>
  characters: number
}

const memory = new WeakMap<LanguageModel, Remembered>()

function remembered(model: LanguageModel, piece: string): PieceFit {
  let held = memory.get(model)
  if (held === undefined || held.characters > mostCharacters) {
    held = { fits: new Map(), characters: 0 }
    memory.set(model, held)
  }
  let fit = held.fits.get(piece)
  if (fit === undefined) {
    fit = fitOfPiece(model, piece)
    held.fits.set(copied(piece), fit)
    held.characters += piece.length
  }
  return fit
}

/** Mean log-probability of a symbol of the pieces, in nats; minus infinity where none is long enough. */
export function meanFit(model: LanguageModel, pieces: readonly string[]): number {
  let sum = 0
  let count = 0
  for (const piece of pieces) {
    const own = remembered(model, piece)
    sum += own.sum
    count += own.count
  }
  return count === 0 ? Number.NEGATIVE_INFINITY : sum / count
}
