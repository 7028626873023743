/**
 * Standard words that fit the blank that a doubtful word leaves, whatever they mean: the best of them are enumerated
 * within the language model by their first character, and what cannot be among them is not asked about.
 * Source of the method: fill the blank by an n-gram model, decided by the sum over all places of a word.
 */

import type { LanguageModel, ModelStates } from '../../lm/query.js'
import { least } from '../../model/lists.js'
import type { Candidates } from '../decode/candidates.js'
import type { Occurrence } from './doubtful-words.js'
import type { KnownWords } from './followers.js'
import { best } from './followers.js'
import { enterBlank, lookahead } from './gains.js'
import type { Following, Vocabulary } from './vocabulary.js'
import { symbolBefore, vocabularyOf } from './vocabulary.js'

/**
 * Words whose reading is held against what stands behind them, and those that are given: bounds on the work. Where a word
 * was swapped, the right one is among the first twenty in nine of ten places.
 */
const mostWords = 40
const mostKept = 16

/**
 * Words this many nats below the best before what follows is read are not looked at. Where fewer words are left than are
 * wanted, the best is that of the words up to them, in the order of symbols.
 */
const widestGap = 8

interface Scored {
  readonly form: number
  readonly score: number
}

/** A word of a vocabulary, with its log-probability behind what stands before the blank. */
interface Found {
  readonly word: number
  readonly first: number
  readonly score: number
}

/** The best words so far, and the score below which no further one is among them. */
class BestWords {
  least = Number.NEGATIVE_INFINITY
  private found: Found[] = []
  /** Scores of the best ones, the highest first. */
  private readonly scores = new Float64Array(mostWords).fill(Number.NEGATIVE_INFINITY)

  offer(word: number, first: number, score: number): void {
    if (score < this.least) return
    this.found.push({ word, first, score })
    const { scores } = this
    let at = mostWords - 1
    if (score <= scores[at]!) return
    for (; at > 0 && scores[at - 1]! < score; at--) scores[at] = scores[at - 1]!
    scores[at] = score
    this.least = Math.max(scores[mostWords - 1]!, scores[0]! - widestGap)
  }

  all(): Found[] {
    return this.found.filter(({ score }) => score >= this.least)
  }
}

/** What is asked for the best words of a blank: its history is in state 0, and state 1 is written. */
interface Blank {
  readonly model: LanguageModel
  readonly vocabulary: Vocabulary
  readonly following: Following
  readonly states: ModelStates
  /** Written by `knownWords`. */
  readonly seconds: Float64Array
}

/** Symbols before the second one of a word whose followers are known: the one before the blank, and the first. */
const trigramHeld = 2

/**
 * Brings state 1 behind the first symbol of a place, and gives the words that are known there, with the log-probability of
 * the second symbol of each in `seconds`, by their order; none where nothing is known.
 */
function knownWords(
  { model, vocabulary, following, states, seconds }: Blank,
  number: number,
): KnownWords | undefined {
  model.advance(states, 0, following.symbols[number]!, 1)
  const held = model.known(states, 1)
  if (held < trigramHeld) return undefined
  const known = following.known(number)
  const { words, scores, from, to } = known
  for (let index = from; index < to; index++) {
    // Where more is known of what stands before, the model may know four in a row.
    seconds[index - from] =
      held > trigramHeld
        ? model.refine(states, 1, vocabulary.seconds[words[index]!]!, scores[index]!, trigramHeld)
        : model.backOff(states, 1, scores[index]!, trigramHeld)
  }
  return known
}

/** The best words where few stand out, in the order of symbols and forms. */
function bestInOrder(blank: Blank, entered: Float64Array): readonly Found[] {
  const { model, vocabulary, following, states, seconds } = blank
  const { starts, forms, alone } = vocabulary
  const { places, symbols } = following
  let highest = Number.NEGATIVE_INFINITY
  const found: Found[] = []
  for (const number of [...entered.keys()].sort((a, b) => places[a]! - places[b]!)) {
    const at = places[number]!
    const score = entered[number]!
    if (score < highest - widestGap) continue
    const known = knownWords(blank, number)
    const placeOf = new Map<number, number>()
    if (known !== undefined)
      for (let index = known.from; index < known.to; index++)
        placeOf.set(known.words[index]!, index - known.from)
    const words = Array.from({ length: starts[at + 1]! - starts[at]! }, (_, index) => starts[at]! + index)
    for (const word of words.sort((a, b) => forms[a]! - forms[b]!)) {
      const own = placeOf.get(word)
      const whole = score + (own === undefined ? model.backOff(states, 1, alone[word]!, 1) : seconds[own]!)
      if (whole < highest - widestGap) continue
      highest = Math.max(highest, whole)
      found.push({ word, first: symbols[number]!, score: whole })
    }
  }
  return best(found, ({ score }) => score, mostWords)
}

/** The numbers of some values, the highest first. They are nearly so as they stand, so few are moved, and not far. */
function descending(values: Float64Array): Uint16Array {
  const order = new Uint16Array(values.length)
  for (let number = 0; number < order.length; number++) {
    let at = number
    for (; at > 0 && values[order[at - 1]!]! < values[number]!; at--) order[at] = order[at - 1]!
    order[at] = number
  }
  return order
}

/** The words that read best in a blank. */
function bestBehind(blank: Blank): readonly Found[] {
  const { model, vocabulary, following, states, seconds } = blank
  const { starts, alone } = vocabulary
  const { places, symbols } = following
  model.announce(states, 0, symbols)
  const entered = new Float64Array(symbols.length)
  for (let number = 0; number < symbols.length; number++) {
    entered[number] = model.advance(states, 0, symbols[number]!, 1)
  }
  const words = new BestWords()
  for (const number of descending(entered)) {
    const at = places[number]!
    const first = symbols[number]!
    const score = entered[number]!
    if (score < words.least) break
    const known = knownWords(blank, number)
    const [from, to] = known === undefined ? [0, 0] : [known.from, known.to]
    for (let index = from; index < to; index++) {
      words.offer(known!.words[index]!, first, score + seconds[index - from]!)
    }
    let next = from
    for (let word = starts[at]!; word < starts[at + 1]!; word++) {
      const whole = score + model.backOff(states, 1, alone[word]!, 1)
      if (whole < words.least) break
      if (next < to && known!.words[next] === word) next++
      else words.offer(word, first, whole)
    }
  }
  const found = words.all()
  return found.length < mostWords ? bestInOrder(blank, entered) : found
}

/** The standard words that read best where a word stands, each with the log-probability of what it writes. Needs two states. */
function readWords(candidates: Candidates, states: ModelStates, occurrence: Occurrence): Scored[] {
  const { model } = candidates
  const { reading, index, size } = occurrence
  const vocabulary = vocabularyOf(candidates)
  const following = vocabulary.behind(symbolBefore(reading.symbols, index))
  enterBlank(candidates, states, occurrence)
  const end = Math.min(reading.count, index + size + lookahead)
  return bestBehind({
    model,
    vocabulary,
    following,
    states,
    seconds: new Float64Array(vocabulary.widest),
  }).map(({ word, first, score }) => {
    model.advance(states, 0, first, 1)
    model.advance(states, 1, vocabulary.seconds[word]!, 1)
    let sum = score
    for (let next = index + size; next < end; next++)
      sum += model.advance(states, 1, reading.symbols[next]!, 1)
    return { form: vocabulary.forms[word]!, score: sum }
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
    const floor = least(read.map(({ score }) => score))
    for (const { form, score } of read) totals.set(form, (totals.get(form) ?? 0) + score - floor)
  }
  const shares = (form: number) => [...forms[form]!].some((character) => word.includes(character))
  return [...totals]
    .map(([form, total]) => ({ form, score: total + (shares(form) ? sharedGain : 0) }))
    .sort((a, b) => b.score - a.score || a.form - b.form)
    .slice(0, mostKept)
    .map(({ form }) => form)
}
