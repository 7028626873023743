/**
 * The common words of clean prose as the language model reads them: by their first symbol, the likeliest second symbols
 * first, with what is known of them behind other symbols. So the best words of a place are found without asking about
 * each.
 */
import { begin } from '../../lm/symbols.js'
import { most } from '../../model/lists.js'
import type { Candidates } from '../decode/candidates.js'
import type { Followers, KnownWords, Words } from './followers.js'
import { findFollowers, followerOf } from './followers.js'
import { isStandard } from './standard-words.js'

/** Rarer words are never what the context alone asks for: log-probability in standard prose. */
const leastFrequency = -12

export interface Vocabulary extends Words {
  /** Words that the first symbol with most of them has. */
  readonly widest: number
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

type Follower = ReturnType<typeof followerOf>

/** What follows each symbol, as it was compiled. A score is worked out when it is first asked for, and kept. */
function compiledFollowing(words: Words, follower: Follower, followers: Followers) {
  const scores = new Float32Array(followers.words.length).fill(Number.NaN)
  return (symbol: number): Following => {
    const [first, end] = [followers.starts[symbol]!, followers.starts[symbol + 1]!]
    const places = followers.places.subarray(first, end)
    const wordStarts = new Int32Array(places.length + 1)
    wordStarts[0] = followers.wordStarts[symbol]!
    for (let number = 0; number < places.length; number++) {
      wordStarts[number + 1] = wordStarts[number]! + followers.counts[first + number]!
    }
    return {
      places,
      symbols: Uint16Array.from(places, (at) => words.firsts[at]!),
      known(number) {
        const [from, to] = [wordStarts[number]!, wordStarts[number + 1]!]
        const known = { words: followers.words, scores, from, to }
        if (from < to && Number.isNaN(scores[from])) follower.score(symbol, places[number]!, known)
        return known
      },
    }
  }
}

/** What follows each symbol, asked for. */
function askedFollowing({ firsts }: Words, follower: Follower) {
  return (symbol: number): Following => {
    const places = follower.places(symbol)
    const held = new Array<KnownWords | undefined>(places.length)
    return {
      places,
      symbols: Uint16Array.from(places, (at) => firsts[at]!),
      known(number) {
        const at = places[number]!
        let known = held[number]
        if (known === undefined) {
          const words = Uint16Array.from(follower.words(symbol, at))
          known = { words, scores: new Float32Array(words.length), from: 0, to: words.length }
          follower.score(symbol, at, known)
          held[number] = known
        }
        return known
      },
    }
  }
}

function makeVocabulary(candidates: Candidates): Vocabulary {
  const { model, shelf } = candidates
  const words = shelf.take('words', () => commonWords(candidates))
  const followers = shelf.find('followers', () => findFollowers(model, words))
  const follower = followerOf(model, words)
  const findFollowing =
    followers === undefined ? askedFollowing(words, follower) : compiledFollowing(words, follower, followers)
  const following = new Map<number, Following>()
  const { starts } = words
  return {
    ...words,
    widest: most(starts.subarray(1).map((end, at) => end - starts[at]!)),
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
