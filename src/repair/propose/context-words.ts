/**
 * Standard words that fit the blank that a doubtful word leaves, whatever they mean: enumerated within the language model
 * by their first character, so that a place costs some two thousand look-ups instead of one for each word and symbol.
 * Source of the method: fill the blank by an n-gram model, decided by the sum over all places of a word.
 */
import type { ModelStates } from '../../lm/query.js'
import { begin } from '../../lm/symbols.js'
import type { Candidates } from '../decode/candidates.js'
import type { Occurrence } from './doubtful-words.js'
import { enterBlank, lookahead } from './gains.js'
import { isStandard } from './standard-words.js'

/** First characters that are followed, and words whose reading is held against what stands behind them. */
const mostFirsts = 150
const mostWords = 40
const mostKept = 16

/** Rarer words are never what the context alone asks for: log-probability in standard prose. */
const leastFrequency = -12
/** Words this many nats below the best before what follows is read are not looked at. */
const widestGap = 8

/** Common words by their first symbol: those of `firsts[i]` are `[starts[i], starts[i + 1])` of `seconds` and `forms`. */
interface Vocabulary {
  readonly firsts: Uint16Array
  readonly starts: Int32Array
  readonly seconds: Uint16Array
  readonly forms: Int32Array
  /** Places among `firsts` of those that follow a symbol most often, by that symbol; filled as symbols are met. */
  readonly following: Map<number, readonly number[]>
}

/** Made once for a set of candidates. */
const vocabularies = new WeakMap<Float32Array, Vocabulary>()

function vocabularyOf(candidates: Candidates): Vocabulary {
  const { frequency, lexicon, symbols, symbolStarts } = candidates
  const made = vocabularies.get(frequency)
  if (made !== undefined) return made
  const common = lexicon.forms.flatMap((word, form) => {
    const isCommon = word.length === 2 && frequency[form]! >= leastFrequency && isStandard(candidates, form)
    const start = symbolStarts[form]!
    return isCommon ? [{ first: symbols[start]!, second: symbols[start + 1]!, form }] : []
  })
  common.sort((a, b) => a.first - b.first || a.form - b.form)
  const starts = common.flatMap(({ first }, at) => (first === common[at - 1]?.first ? [] : [at]))
  const vocabulary = {
    firsts: Uint16Array.from(starts, (at) => common[at]!.first),
    starts: Int32Array.from([...starts, common.length]),
    seconds: Uint16Array.from(common, ({ second }) => second),
    forms: Int32Array.from(common, ({ form }) => form),
    following: new Map(),
  }
  vocabularies.set(frequency, vocabulary)
  return vocabulary
}

/** The `count` items that score highest. */
function best<T>(items: readonly T[], scoreOf: (item: T) => number, count: number): readonly T[] {
  if (items.length <= count) return items
  const least = Float64Array.from(items, scoreOf).sort().at(-count)!
  return items.filter((item) => scoreOf(item) >= least)
}

/** Places among the vocabulary's first symbols of those that may follow a symbol. Writes state 1. */
function firstsAfter(
  { model }: Candidates,
  vocabulary: Vocabulary,
  states: ModelStates,
  symbol: number,
): readonly number[] {
  const { firsts, following } = vocabulary
  let found = following.get(symbol)
  if (found === undefined) {
    model.clear(states, 1)
    model.advance(states, 1, symbol, 1)
    const likelihoods = Float64Array.from(firsts, (first) => model.peek(states, 1, first))
    found = best([...likelihoods.keys()], (at) => likelihoods[at]!, mostFirsts)
    following.set(symbol, found)
  }
  return found
}

interface Scored {
  readonly form: number
  readonly score: number
}

/** The standard words that read best where a word stands, each with the log-probability of what it writes. Needs two states. */
function readWords(candidates: Candidates, states: ModelStates, occurrence: Occurrence): Scored[] {
  const { model } = candidates
  const { reading, index, size } = occurrence
  const vocabulary = vocabularyOf(candidates)
  const { firsts, starts, seconds, forms } = vocabulary
  const firstPlaces = firstsAfter(
    candidates,
    vocabulary,
    states,
    index === 0 ? begin : reading.symbols[index - 1]!,
  )
  enterBlank(candidates, states, occurrence)
  let highest = Number.NEGATIVE_INFINITY
  const words: { word: number; first: number; score: number }[] = []
  for (const at of firstPlaces) {
    const first = firsts[at]!
    const score = model.advance(states, 0, first, 1)
    for (let word = starts[at]!; word < starts[at + 1]!; word++) {
      const whole = score + model.peek(states, 1, seconds[word]!)
      if (whole < highest - widestGap) continue
      highest = Math.max(highest, whole)
      words.push({ word, first, score: whole })
    }
  }
  const end = Math.min(reading.count, index + size + lookahead)
  return best(words, ({ score }) => score, mostWords).map(({ word, first, score }) => {
    model.advance(states, 0, first, 1)
    model.advance(states, 1, seconds[word]!, 1)
    let sum = score
    for (let next = index + size; next < end; next++)
      sum += model.advance(states, 1, reading.symbols[next]!, 1)
    return { form: forms[word]!, score: sum }
  })
}

/** A word that shares a character with what stands there is likelier: in nats. */
const sharedGain = 3

/**
 * The standard words that read best where a word stands, over all of its places together, best first: a place that does
 * not name a word counts what its last one scores.
 */
export function contextWords(
  candidates: Candidates,
  states: ModelStates,
  word: string,
  occurrences: readonly Occurrence[],
): number[] {
  const { forms } = candidates.lexicon
  const totals = new Map<number, number>()
  for (const occurrence of occurrences) {
    const read = readWords(candidates, states, occurrence)
    const floor = Math.min(...read.map(({ score }) => score))
    for (const { form, score } of read) totals.set(form, (totals.get(form) ?? 0) + score - floor)
  }
  const shares = (form: number) => [...forms[form]!].some((character) => word.includes(character))
  return [...totals]
    .map(([form, total]) => ({ form, score: total + (shares(form) ? sharedGain : 0) }))
    .sort((a, b) => b.score - a.score || a.form - b.form)
    .slice(0, mostKept)
    .map(({ form }) => form)
}
