/**
 * The common words of clean prose as the language model reads them: by their first symbol, the likeliest second symbols
 * first, with what is remembered of them behind other symbols. So the best words of a place are found without asking
 * about each.
 */
import type { LanguageModel } from '../../lm/query.js'
import { begin } from '../../lm/symbols.js'
import type { Candidates } from '../decode/candidates.js'
import { isStandard } from './standard-words.js'

/** First characters that are followed. */
const mostFirsts = 150
/** Rarer words are never what the context alone asks for: log-probability in standard prose. */
const leastFrequency = -12

/** Words by their first symbol: those of `firsts[i]` are `[starts[i], starts[i + 1])` of the other columns. */
interface Words {
  readonly firsts: Uint16Array
  readonly starts: Int32Array
  readonly seconds: Uint16Array
  readonly forms: Int32Array
  /** Log-probability of the second symbol where only the first is known; of one first symbol the highest come first. */
  readonly alone: Float64Array
}

export interface Vocabulary extends Words {
  /** What follows a symbol. */
  behind(symbol: number): Following
}

/** What follows a symbol. */
export interface Following {
  /** Places among the first symbols of those that follow most often, these first. */
  readonly places: ArrayLike<number>
  /** The words of the place with this number that the model knows behind the symbol, as three in a row. */
  known(number: number): KnownWords
}

/** Words, and the log-probability of the second symbol of each where the two before it are known. */
export interface KnownWords {
  readonly words: Int32Array
  readonly scores: Float64Array
}

/** Of this many symbols is remembered what follows. */
const mostRemembered = 512
const none: KnownWords = { words: new Int32Array(0), scores: new Float64Array(0) }

/** The `count` items that score highest. */
export function best<T>(items: readonly T[], scoreOf: (item: T) => number, count: number): readonly T[] {
  if (items.length <= count) return items
  const least = Float64Array.from(items, scoreOf).sort().at(-count)!
  return items.filter((item) => scoreOf(item) >= least)
}

function commonWords(candidates: Candidates): Words {
  const { frequency, lexicon, model, symbols, symbolStarts } = candidates
  const states = model.createStates(2)
  const common = lexicon.forms.flatMap((word, form) => {
    const isCommon = word.length === 2 && frequency[form]! >= leastFrequency && isStandard(candidates, form)
    if (!isCommon) return []
    const first = symbols[symbolStarts[form]!]!
    const second = symbols[symbolStarts[form]! + 1]!
    model.clear(states, 0)
    model.advance(states, 0, first, 1)
    return [{ first, second, form, alone: model.peek(states, 1, second) }]
  })
  common.sort((a, b) => a.first - b.first || b.alone - a.alone || a.form - b.form)
  const borders = common.flatMap(({ first }, at) => (first === common[at - 1]?.first ? [] : [at]))
  return {
    firsts: Uint16Array.from(borders, (at) => common[at]!.first),
    starts: Int32Array.from([...borders, common.length]),
    seconds: Uint16Array.from(common, ({ second }) => second),
    forms: Int32Array.from(common, ({ form }) => form),
    alone: Float64Array.from(common, ({ alone }) => alone),
  }
}

/** Asks a language model what follows a symbol. */
function followerOf(model: LanguageModel, { firsts, starts, seconds }: Words) {
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
    score(symbol: number, at: number, words: ArrayLike<number>): KnownWords {
      if (words.length === 0) return none
      enter(symbol, at)
      const scores = Float64Array.from(words, (word) => model.peek(states, 1, seconds[word]!))
      return { words: Int32Array.from(words), scores }
    },
  }
}

/** What follows every symbol: `places` and `counts` of symbol s from `starts[s]`, its words behind one another. */
interface Followers {
  readonly starts: Int32Array
  readonly places: Uint16Array
  /** How many words of each place are known. */
  readonly counts: Uint16Array
  readonly wordStarts: Int32Array
  readonly words: Uint16Array
}

function findFollowers(model: LanguageModel, common: Words): Followers {
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

function makeVocabulary(candidates: Candidates): Vocabulary {
  const { model, shelf } = candidates
  const words = shelf.take('words', () => commonWords(candidates))
  const followers = shelf.find('followers', () => findFollowers(model, words))
  const follower = followerOf(model, words)
  const following = new Map<number, Following>()

  /** The places behind a symbol, and what gives the words of each that are known. */
  function look(symbol: number): {
    places: ArrayLike<number>
    wordsOf: (number: number) => ArrayLike<number>
  } {
    if (followers === undefined) {
      const places = follower.places(symbol)
      return { places, wordsOf: (number) => follower.words(symbol, places[number]!) }
    }
    const counts = followers.counts.subarray(followers.starts[symbol]!, followers.starts[symbol + 1]!)
    const wordStarts = new Int32Array(counts.length + 1)
    wordStarts[0] = followers.wordStarts[symbol]!
    counts.forEach((count, number) => {
      wordStarts[number + 1] = wordStarts[number]! + count
    })
    return {
      places: followers.places.subarray(followers.starts[symbol]!, followers.starts[symbol + 1]!),
      wordsOf: (number) => followers.words.subarray(wordStarts[number]!, wordStarts[number + 1]!),
    }
  }

  function findFollowing(symbol: number): Following {
    const { places, wordsOf } = look(symbol)
    const held = new Array<KnownWords | undefined>(places.length)
    return {
      places,
      known(number) {
        held[number] ??= follower.score(symbol, places[number]!, wordsOf(number))
        return held[number]
      },
    }
  }

  return {
    ...words,
    behind(symbol) {
      let found = following.get(symbol)
      if (found === undefined) {
        if (following.size === mostRemembered) following.clear()
        found = findFollowing(symbol)
        following.set(symbol, found)
      }
      return found
    },
  }
}

/** Made once for a set of candidates. */
const vocabularies = new WeakMap<Float32Array, Vocabulary>()

export function vocabularyOf(candidates: Candidates): Vocabulary {
  let vocabulary = vocabularies.get(candidates.frequency)
  if (vocabulary === undefined) {
    vocabulary = makeVocabulary(candidates)
    vocabularies.set(candidates.frequency, vocabulary)
  }
  return vocabulary
}

/** The symbol before a place of a reading. */
export function symbolBefore(symbols: Uint16Array, index: number): number {
  return index === 0 ? begin : symbols[index - 1]!
}
