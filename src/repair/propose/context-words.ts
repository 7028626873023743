/**
 * Standard words that fit the blank that a doubtful word leaves, whatever they mean: the best of them are enumerated
 * within the language model by their first character, and what cannot be among them is not asked about.
 * Source of the method: fill the blank by an n-gram model, decided by the sum over all places of a word.
 */

import type { ModelStates } from '../../lm/query.js'
import { least } from '../../model/lists.js'
import type { Candidates } from '../decode/candidates.js'
import type { Occurrence } from './doubtful-words.js'
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

/** The best words where few stand out: each is asked about, in the order of symbols and forms. Writes state 1. */
function bestInOrder(
  { model }: Candidates,
  { firsts, starts, seconds, forms }: Vocabulary,
  states: ModelStates,
  places: ArrayLike<number>,
): readonly Found[] {
  let highest = Number.NEGATIVE_INFINITY
  const found: Found[] = []
  for (const at of Array.from(places).sort((a, b) => a - b)) {
    const first = firsts[at]!
    const score = model.advance(states, 0, first, 1)
    const words = Array.from({ length: starts[at + 1]! - starts[at]! }, (_, index) => starts[at]! + index)
    for (const word of words.sort((a, b) => forms[a]! - forms[b]!)) {
      const whole = score + model.peek(states, 1, seconds[word]!)
      if (whole < highest - widestGap) continue
      highest = Math.max(highest, whole)
      found.push({ word, first, score: whole })
    }
  }
  return best(found, ({ score }) => score, mostWords)
}

/** The words that read best behind the history in state 0, whose last symbol the others follow. Writes state 1. */
function bestBehind(
  candidates: Candidates,
  vocabulary: Vocabulary,
  states: ModelStates,
  { places, known: knownAt }: Following,
): readonly Found[] {
  const { model } = candidates
  const { firsts, starts, seconds, alone } = vocabulary
  const words = new BestWords()
  for (let number = 0; number < places.length; number++) {
    const at = places[number]!
    const first = firsts[at]!
    const score = model.advance(states, 0, first, 1)
    if (score < words.least) continue
    const held = model.known(states, 1)
    const known = held < 2 ? undefined : knownAt(number)
    known?.words.forEach((word, index) => {
      // Where more is known of what stands before, the model may know four in a row.
      const second =
        held > 2 ? model.peek(states, 1, seconds[word]!) : model.backOff(states, 1, known.scores[index]!, 2)
      words.offer(word, first, score + second)
    })
    for (let word = starts[at]!; word < starts[at + 1]!; word++) {
      const whole = score + model.backOff(states, 1, alone[word]!, 1)
      if (whole < words.least) break
      if (known?.words.includes(word) !== true) words.offer(word, first, whole)
    }
  }
  const found = words.all()
  return found.length < mostWords ? bestInOrder(candidates, vocabulary, states, places) : found
}

/** The standard words that read best where a word stands, each with the log-probability of what it writes. Needs two states. */
function readWords(candidates: Candidates, states: ModelStates, occurrence: Occurrence): Scored[] {
  const { model } = candidates
  const { reading, index, size } = occurrence
  const vocabulary = vocabularyOf(candidates)
  const following = vocabulary.behind(symbolBefore(reading.symbols, index))
  enterBlank(candidates, states, occurrence)
  const end = Math.min(reading.count, index + size + lookahead)
  return bestBehind(candidates, vocabulary, states, following).map(({ word, first, score }) => {
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
