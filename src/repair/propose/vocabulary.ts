/**
 * The common words of clean prose as the language model reads them: by their first symbol, the likeliest second symbols
 * first, with what is known of them behind other symbols. So the best words of a place are found without asking about
 * each.
 */
import { begin } from '../../lm/symbols.js'
import type { Candidates } from '../decode/candidates.js'
import type { KnownWords, Words } from './followers.js'
import { findFollowers, followerOf } from './followers.js'
import { isStandard } from './standard-words.js'

/** Rarer words are never what the context alone asks for: log-probability in standard prose. */
const leastFrequency = -12

export interface Vocabulary extends Words {
  behind(symbol: number): Following
}

/** What follows one symbol. */
export interface Following {
  /** Places among the first symbols of those that follow most often, these first. */
  readonly places: ArrayLike<number>
  /** The first symbols of these places. */
  readonly symbols: Uint16Array
  /** The words of the place with this number that the model knows behind the symbol, as three in a row. */
  known(number: number): KnownWords
}

/** Of this many symbols is remembered what follows. */
const mostRemembered = 512
/** So many of their places are remembered with words and scores: some megabytes. */
const mostPlaces = 1 << 14

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

function makeVocabulary(candidates: Candidates): Vocabulary {
  const { model, shelf } = candidates
  const words = shelf.take('words', () => commonWords(candidates))
  const followers = shelf.find('followers', () => findFollowers(model, words))
  const follower = followerOf(model, words)
  const following = new Map<number, Following>()
  let heldPlaces = 0

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
      symbols: Uint16Array.from(places, (at) => words.firsts[at]!),
      known(number) {
        let words = held[number]
        if (words === undefined) {
          words = follower.score(symbol, places[number]!, wordsOf(number))
          held[number] = words
          heldPlaces++
        }
        return words
      },
    }
  }

  return {
    ...words,
    behind(symbol) {
      let found = following.get(symbol)
      if (found === undefined) {
        if (following.size === mostRemembered || heldPlaces >= mostPlaces) {
          following.clear()
          heldPlaces = 0
        }
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
