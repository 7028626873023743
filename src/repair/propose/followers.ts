/**
 * What follows each symbol, by a language model: the first symbols of common words, and the words among them that the
 * model knows behind it. To ask for all of one symbol takes a thousand queries, so the build asks for those of every one.
 */
import type { LanguageModel } from '../../lm/query.js'

/** First symbols that are followed. */
const mostFirsts = 150

/** Words by their first symbol: those of `firsts[i]` are `[starts[i], starts[i + 1])` of the other columns. */
export interface Words {
  readonly firsts: Uint16Array
  readonly starts: Int32Array
  readonly seconds: Uint16Array
  readonly forms: Int32Array
  /** Log-probability of the second symbol where only the first is known; of one first symbol the highest come first. */
  readonly alone: Float64Array
}

/**
 * The words `words[from … to)`, which ascend, and the log-probability of the second symbol of each where the two symbols
 * before it are known.
 */
export interface KnownWords {
  readonly words: Uint16Array
  readonly scores: Float32Array
  readonly from: number
  readonly to: number
}

/** The `count` items that score highest. */
export function best<T>(items: readonly T[], scoreOf: (item: T) => number, count: number): readonly T[] {
  if (items.length <= count) return items
  const least = Float64Array.from(items, scoreOf).sort().at(-count)!
  return items.filter((item) => scoreOf(item) >= least)
}

/** Asks a language model what follows a symbol. */
export function followerOf(model: LanguageModel, { firsts, starts, seconds }: Words) {
  const states = model.createStates(2)
  /** Brings state 1 behind a symbol and the first one of a place. */
  const enter = (symbol: number, at: number) => {
    model.clear(states, 0)
    model.advance(states, 0, symbol, 0)
    model.advance(states, 0, firsts[at]!, 1)
  }
  return {
    places(symbol: number): number[] {
      model.clear(states, 0)
      model.advance(states, 0, symbol, 0)
      const likelihoods = Float64Array.from(firsts, (first) => model.peek(states, 0, first))
      const often = best([...likelihoods.keys()], (at) => likelihoods[at]!, mostFirsts)
      return [...often].sort((a, b) => likelihoods[b]! - likelihoods[a]!)
    },
    words(symbol: number, at: number): number[] {
      enter(symbol, at)
      if (model.known(states, 1) < 2) return []
      const words: number[] = []
      for (let word = starts[at]!; word < starts[at + 1]!; word++) {
        if (model.matched(states, 1, seconds[word]!) > 2) words.push(word)
      }
      return words
    },
    /** Writes the scores of these words behind a symbol and the first one of a place. */
    score(symbol: number, at: number, { words, scores, from, to }: KnownWords): void {
      enter(symbol, at)
      for (let index = from; index < to; index++) {
        scores[index] = model.peek(states, 1, seconds[words[index]!]!)
      }
    },
  }
}

/** What follows every symbol: `places` and `counts` of symbol s from `starts[s]`, its words behind one another. */
export interface Followers {
  readonly starts: Int32Array
  readonly places: Uint16Array
  /** How many words of each place are known. */
  readonly counts: Uint16Array
  readonly wordStarts: Int32Array
  readonly words: Uint16Array
}

export function findFollowers(model: LanguageModel, common: Words): Followers {
  const follower = followerOf(model, common)
  const places: number[] = []
  const counts: number[] = []
  const words: number[] = []
  const starts = [0]
  const wordStarts = [0]
  for (let symbol = 0; symbol < model.symbols.count; symbol++) {
    for (const at of follower.places(symbol)) {
      const known = follower.words(symbol, at)
      places.push(at)
      counts.push(known.length)
      for (const word of known) words.push(word)
    }
    starts.push(places.length)
    wordStarts.push(words.length)
  }
  return {
    starts: Int32Array.from(starts),
    places: Uint16Array.from(places),
    counts: Uint16Array.from(counts),
    wordStarts: Int32Array.from(wordStarts),
    words: Uint16Array.from(words),
  }
}
