/**
 * Pairs that no lexicon names, found in the documents of a source together. A tool that turns 加强 into 增强 leaves
 * texts that hold far too many 增强 and far too few 加强, however well each of them reads where it stands. Words that
 * are seen too often are held against words that are seen too rarely, by how well the rare one would read in the
 * places of the frequent one. What comes out is proposed; the next round of decoding decides.
 * Source of the method: expected counts of a unigram model against observed ones, context by the language model.
 */
import type { Candidates } from '../repair/candidates.js'
import type { Decoded } from '../repair/decode.js'
import type { ProposalSource } from '../repair/open-vocabulary.js'
import { candidatesFor, gainsAt, isStandard } from '../repair/open-vocabulary.js'
import type { DoubtfulPlace } from '../repair/readings.js'
import { isKeptWord, readSpunPassages } from '../repair/readings.js'
import type { Totals } from './counts.js'

/** How often a word stands in the documents, and some of the places. */
interface SeenWord {
  readonly form: number | undefined
  count: number
  readonly places: DoubtfulPlace[]
}

export type SeenWords = Map<string, SeenWord>

export interface ProposedPair {
  readonly spun: string
  readonly standard: string
  readonly source: ProposalSource
  /** Number of times that the pair may have been used. */
  readonly count: number
}

const longestWord = 4
const mostPlaces = 12
/** Of one document only a few places are kept, so that others have room. */
const mostPlacesPerDocument = 2
/** Log-probability of two symbols from which on they stand oddly. */
const oddScore = -10

/** Adds the words of one decoded document, kept or replaced. */
export function addSeenWords(seen: SeenWords, candidates: Candidates, text: string, decoded: Decoded): void {
  const forms = formNumbers(candidates)
  const here = new Map<string, number>()
  const add = (word: string, place: DoubtfulPlace) => {
    let known = seen.get(word)
    if (known === undefined) {
      known = { form: forms.get(word), count: 0, places: [] }
      seen.set(word, known)
    }
    known.count++
    const number = (here.get(word) ?? 0) + 1
    here.set(word, number)
    if (number <= mostPlacesPerDocument && known.places.length < mostPlaces) known.places.push(place)
  }
  // The document's own proposals are pairs of its own lexicon.
  const own = { ...candidates, lexicon: decoded.belief.lexicon }
  for (const { reading, placed } of readSpunPassages(own, text, decoded)) {
    for (const { edit, index, size } of placed) {
      add(text.slice(edit.start, edit.end), { reading, index, size, offset: edit.start, odd: false })
    }
    for (let index = 0; index + 1 < reading.count; index++) {
      for (let size = 2; size <= longestWord && isKeptWord(reading, text, index, size); size++) {
        const offset = reading.offsets[index]!
        const word = text.slice(offset, offset + size)
        const odd = reading.scores[index]! + reading.scores[index + 1]! <= oddScore
        if (forms.has(word) || (size === 2 && odd)) add(word, { reading, index, size, offset, odd })
      }
    }
  }
}

const numbers = new WeakMap<Candidates, Map<string, number>>()

function formNumbers(candidates: Candidates): Map<string, number> {
  let known = numbers.get(candidates)
  if (known === undefined) {
    known = new Map(candidates.lexicon.forms.map((form, index) => [form, index]))
    numbers.set(candidates, known)
  }
  return known
}

/** A count this many times the expected one, and so many more, needs no explanation. */
const naturalFactor = 1.3
const naturalSlack = 3
/** Fewer unexplained places than this are left to the documents. */
const leastUnexplained = 3

function expectedCount(candidates: Candidates, totals: Totals, form: number): number {
  return totals.characters * Math.exp(candidates.frequency[form]!)
}

/** Log-probability of a word that is no form of the lexicon. */
function logFrequency({ model }: Candidates, word: string): number {
  const states = model.createStates(1)
  model.clear(states, 0)
  let log = 0
  for (let at = 0; at < word.length; at++) {
    log += model.advance(states, 0, model.symbols.ofUnit[word.charCodeAt(at)]!, 0)
  }
  return log
}

/** How many of a word's places neither standard prose nor likely pairs account for. */
function unexplainedCount(candidates: Candidates, totals: Totals, word: string, seen: SeenWord): number {
  const { form, count } = seen
  const { spunStarts, spunPairs, pairStandard } = candidates.lexicon
  const log = form === undefined ? logFrequency(candidates, word) : candidates.frequency[form]!
  let explained = naturalFactor * totals.characters * Math.exp(log)
  if (form !== undefined) {
    for (const pair of spunPairs.subarray(spunStarts[form]!, spunStarts[form + 1]!)) {
      const standard = pairStandard[pair]!
      const natural = naturalFactor * expectedCount(candidates, totals, standard) + naturalSlack
      const all = totals.replaced[standard]! + totals.survived[standard]!
      // A pair that makes its own standard word far too frequent explains only what is natural.
      explained += totals.used[pair]! * Math.min(1, natural / Math.max(natural, all))
    }
  }
  return count - explained
}

/** A word is seen too rarely where less than this share of the expected count is there, and so many are missing. */
const rareShare = 0.5
const leastMissing = 3

/** Standard words that the documents ought to hold and do not, with how many are missing. */
function missingWords(candidates: Candidates, totals: Totals): Map<number, number> {
  const missing = new Map<number, number>()
  candidates.lexicon.forms.forEach((word, form) => {
    if (word.length < 2 || !isStandard(candidates, form)) return
    const expected = expectedCount(candidates, totals, form)
    const observed = totals.replaced[form]! + totals.survived[form]!
    if (expected - observed >= leastMissing && observed <= rareShare * expected) {
      missing.set(form, expected - observed)
    }
  })
  return missing
}

/** Least mean gain of a standard word in the places of the spun one, in nats: where they are related, and where not. */
const leastRelatedGain = 0.2
const leastForeignGain = 2
const mostProposals = 3

/** The pairs that would explain a word seen too often. */
function explain(
  candidates: Candidates,
  word: string,
  seen: SeenWord,
  unexplained: number,
  missing: ReadonlyMap<number, number>,
): ProposedPair[] {
  const places = seen.places.map((place) => ({ ...place, odd: true }))
  const related = candidatesFor(candidates, { word, form: seen.form, places })
  const known = new Set<number>()
  if (seen.form !== undefined) {
    const { spunStarts, spunPairs, pairStandard } = candidates.lexicon
    known.add(seen.form)
    for (const pair of spunPairs.subarray(spunStarts[seen.form]!, spunStarts[seen.form + 1]!)) {
      known.add(pairStandard[pair]!)
    }
  }
  const tried = new Set([...related.keys(), ...missing.keys()].filter((form) => !known.has(form)))
  const totals = new Map<number, number>()
  for (const place of places) {
    for (const [standard, gain] of gainsAt(candidates, place, tried)) {
      totals.set(standard, (totals.get(standard) ?? 0) + Math.min(gain, 6))
    }
  }
  return [...totals]
    .map(([standard, total]) => ({ standard, gain: total / places.length }))
    .filter(({ standard, gain }) => gain >= (related.has(standard) ? leastRelatedGain : leastForeignGain))
    .sort((a, b) => b.gain - a.gain || a.standard - b.standard)
    .slice(0, mostProposals)
    .map(({ standard }) => ({
      spun: word,
      standard: candidates.lexicon.forms[standard]!,
      source: related.get(standard) ?? 'shape',
      count: Math.min(unexplained, missing.get(standard) ?? 1) / 2,
    }))
}

/** Pairs that would explain the words seen too often by words seen too rarely. */
export function explainUnexplained(candidates: Candidates, totals: Totals, seen: SeenWords): ProposedPair[] {
  const missing = missingWords(candidates, totals)
  return [...seen].flatMap(([word, one]) => {
    if (one.count < leastUnexplained) return []
    const unexplained = unexplainedCount(candidates, totals, word, one)
    return unexplained < leastUnexplained ? [] : explain(candidates, word, one, unexplained, missing)
  })
}
