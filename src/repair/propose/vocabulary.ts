/**
 * The common words of clean prose as the language model reads them: by their first symbol, the likeliest second symbols
 * first, with what is remembered of them behind other symbols. So the best words of a place are found without asking
 * about each.
 */
import type { ModelStates } from '../../lm/query.js'
import { begin } from '../../lm/symbols.js'
import type { Candidates } from '../decode/candidates.js'
import { isStandard } from './standard-words.js'

/** First characters that are followed. */
const mostFirsts = 150
/** Rarer words are never what the context alone asks for: log-probability in standard prose. */
const leastFrequency = -12

/** Words by their first symbol: those of `firsts[i]` are `[starts[i], starts[i + 1])` of the other columns. */
export interface Vocabulary {
  readonly firsts: Uint16Array
  readonly starts: Int32Array
  readonly seconds: Uint16Array
  readonly forms: Int32Array
  /** Log-probability of the second symbol where only the first is known; of one first symbol the highest come first. */
  readonly alone: Float64Array
  /** Places among `firsts` of those that follow a symbol most often, these first. Writes state 1. */
  firstsAfter(states: ModelStates, symbol: number): readonly number[]
  /** Words of the place `at` among `firsts` that the model knows behind a symbol, as three in a row. */
  wordsBehind(symbol: number, at: number): KnownWords
}

/** Words, and the log-probability of the second symbol of each where the two before it are known. */
export interface KnownWords {
  readonly words: Int32Array
  readonly scores: Float64Array
}

/** So many pairs of symbols are remembered. */
const mostRemembered = 1 << 16
const none: KnownWords = { words: new Int32Array(0), scores: new Float64Array(0) }

/** The `count` items that score highest. */
export function best<T>(items: readonly T[], scoreOf: (item: T) => number, count: number): readonly T[] {
  if (items.length <= count) return items
  const least = Float64Array.from(items, scoreOf).sort().at(-count)!
  return items.filter((item) => scoreOf(item) >= least)
}

function makeVocabulary(candidates: Candidates): Vocabulary {
  const { frequency, lexicon, model, symbols, symbolStarts } = candidates
  const own = model.createStates(2)
  const common = lexicon.forms.flatMap((word, form) => {
    const isCommon = word.length === 2 && frequency[form]! >= leastFrequency && isStandard(candidates, form)
    if (!isCommon) return []
    const first = symbols[symbolStarts[form]!]!
    const second = symbols[symbolStarts[form]! + 1]!
    model.clear(own, 0)
    model.advance(own, 0, first, 1)
    return [{ first, second, form, alone: model.peek(own, 1, second) }]
  })
  common.sort((a, b) => a.first - b.first || b.alone - a.alone || a.form - b.form)
  const borders = common.flatMap(({ first }, at) => (first === common[at - 1]?.first ? [] : [at]))
  const firsts = Uint16Array.from(borders, (at) => common[at]!.first)
  const starts = Int32Array.from([...borders, common.length])
  const seconds = Uint16Array.from(common, ({ second }) => second)
  const following = new Map<number, readonly number[]>()
  const behind = new Map<number, KnownWords>()

  function findBehind(symbol: number, at: number): KnownWords {
    model.clear(own, 0)
    model.advance(own, 0, symbol, 0)
    model.advance(own, 0, firsts[at]!, 1)
    if (model.known(own, 1) < 2) return none
    const words: number[] = []
    for (let word = starts[at]!; word < starts[at + 1]!; word++) {
      if (model.matched(own, 1, seconds[word]!) > 2) words.push(word)
    }
    if (words.length === 0) return none
    const scores = Float64Array.from(words, (word) => model.peek(own, 1, seconds[word]!))
    return { words: Int32Array.from(words), scores }
  }

  return {
    firsts,
    starts,
    seconds,
    forms: Int32Array.from(common, ({ form }) => form),
    alone: Float64Array.from(common, ({ alone }) => alone),
    firstsAfter(states, symbol) {
      let found = following.get(symbol)
      if (found === undefined) {
        model.clear(states, 1)
        model.advance(states, 1, symbol, 1)
        const likelihoods = Float64Array.from(firsts, (first) => model.peek(states, 1, first))
        const often = best([...likelihoods.keys()], (at) => likelihoods[at]!, mostFirsts)
        found = [...often].sort((a, b) => likelihoods[b]! - likelihoods[a]!)
        following.set(symbol, found)
      }
      return found
    },
    wordsBehind(symbol, at) {
      const key = symbol * 4096 + firsts[at]!
      let found = behind.get(key)
      if (found === undefined) {
        if (behind.size === mostRemembered) behind.clear()
        found = findBehind(symbol, at)
        behind.set(key, found)
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
