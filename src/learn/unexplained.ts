/**
 * Pairs that no lexicon lists, found by comparing the documents of a source. A tool that turns 加强 into 增强 leaves texts
 * with too many 增强 and too few 加强, however well each reads in its place. Words that occur too often are compared with
 * words that occur too rarely, by how well the rare one would fit the places of the frequent one. The results are
 * proposals; the next round of decoding decides.
 * Source of the method: expected counts of a unigram model against observed ones, context by the language model.
 */
import type { Candidates } from '../repair/decode/candidates.js'
import type { Decoded } from '../repair/decode/decode.js'
import type { Occurrence } from '../repair/propose/doubtful-words.js'
import { isKeptWord, readSpunPassages } from '../repair/propose/doubtful-words.js'
import { gainsAt, triedOf } from '../repair/propose/gains.js'
import { candidatesFor } from '../repair/propose/proposals.js'
import { isStandard } from '../repair/propose/standard-words.js'
import type { WordFrequencies } from '../resources/frequencies.js'
import type { Totals } from './counts.js'

/** How often a word stands in the documents, and some of the places. */
interface SeenWord {
  readonly form: number | undefined
  count: number
  documents: number
  readonly places: Occurrence[]
}

export type SeenWords = Map<string, SeenWord>

/** A pair that the documents of a source make likely together. */
export interface GrownPair {
  readonly spun: string
  readonly standard: string
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
  const add = (word: string, place: Occurrence) => {
    let known = seen.get(word)
    if (known === undefined) {
      known = { form: forms.get(word), count: 0, documents: 0, places: [] }
      seen.set(word, known)
    }
    known.count++
    const number = (here.get(word) ?? 0) + 1
    here.set(word, number)
    if (number === 1) known.documents++
    if (number <= mostPlacesPerDocument && known.places.length < mostPlaces) known.places.push(place)
  }
  for (const { reading, placed } of readSpunPassages(candidates, text, decoded)) {
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

/** What the proposals are made from. */
interface Observed {
  readonly candidates: Candidates
  readonly totals: Totals
  readonly frequencies: WordFrequencies
}

/** Of words that are too rare for the table, occurrences a million characters. */
const rareFrequency = 0.15

/** How often standard prose of the documents' length holds a word. */
function expectedCount({ totals, frequencies }: Observed, word: string): number {
  return (totals.characters * (frequencies.get(word) ?? rareFrequency)) / 1e6
}

/** How many of a word's places neither standard prose nor likely pairs account for. */
function unexplainedCount(observed: Observed, word: string, { form, count }: SeenWord): number {
  const { candidates, totals } = observed
  const { forms, spunStarts, spunPairs, pairStandard } = candidates.lexicon
  let explained = naturalFactor * expectedCount(observed, word)
  if (form !== undefined) {
    for (const pair of spunPairs.subarray(spunStarts[form]!, spunStarts[form + 1]!)) {
      const standard = pairStandard[pair]!
      const natural = naturalFactor * expectedCount(observed, forms[standard]!) + naturalSlack
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
function missingWords(observed: Observed): Map<number, number> {
  const { candidates, totals } = observed
  const missing = new Map<number, number>()
  candidates.lexicon.forms.forEach((word, form) => {
    if (word.length < 2 || !isStandard(candidates, form)) return
    const expected = expectedCount(observed, word)
    const there = totals.replaced[form]! + totals.survived[form]!
    if (expected - there >= leastMissing && there <= rareShare * expected) {
      missing.set(form, expected - there)
    }
  })
  return missing
}

/**
 * Least mean gain of a standard word in the places of the spun one, in nats, and least share of places that gain at
 * all: where the two words are related, and where not.
 */
const leastRelated = { gain: 0.3, share: 0.5 }
const leastForeign = { gain: 2.5, share: 0.8 }
/** A name of a place or a person is frequent in one document; what a tool writes is in many. */
const leastDocuments = 3
const mostProposals = 3
/** No single place says more than this, in nats. */
const mostGain = 6

/** The pairs that would explain a word seen too often. */
function explain(
  candidates: Candidates,
  word: string,
  seen: SeenWord,
  unexplained: number,
  missing: ReadonlyMap<number, number>,
): GrownPair[] {
  const places = seen.places.map((place) => ({ ...place, odd: true }))
  const related = candidatesFor(candidates, { word, form: seen.form, occurrences: places })
  const known = new Set<number>()
  if (seen.form !== undefined) {
    const { spunStarts, spunPairs, pairStandard } = candidates.lexicon
    known.add(seen.form)
    for (const pair of spunPairs.subarray(spunStarts[seen.form]!, spunStarts[seen.form + 1]!)) {
      known.add(pairStandard[pair]!)
    }
  }
  const forms = [...new Set([...related.keys(), ...missing.keys()])].filter((form) => !known.has(form))
  const tried = triedOf(candidates, forms)
  const { standards } = tried
  const room = () => new Float64Array(standards.length)
  const [totals, counts, gains, needed] = [room(), room(), room(), room()]
  const states = candidates.model.createStates(3)
  for (const place of places) {
    gainsAt(candidates, states, place, tried, needed, gains)
    gains.forEach((gain, at) => {
      totals[at]! += Math.min(gain, mostGain)
      counts[at]! += Number(gain > 0)
    })
  }
  return Array.from(standards, (standard, at) => {
    return { standard, gain: totals[at]! / places.length, share: counts[at]! / places.length }
  })
    .filter(({ standard, gain, share }) => {
      const least = related.has(standard) ? leastRelated : leastForeign
      return gain >= least.gain && share >= least.share
    })
    .sort((a, b) => b.gain - a.gain || a.standard - b.standard)
    .slice(0, mostProposals)
    .map(({ standard }) => ({
      spun: word,
      standard: candidates.lexicon.forms[standard]!,
      count: Math.min(unexplained, missing.get(standard) ?? 1) / 2,
    }))
}

/** Pairs that would explain the words seen too often by words seen too rarely. */
export function explainUnexplained(
  candidates: Candidates,
  totals: Totals,
  seen: SeenWords,
  frequencies: WordFrequencies,
): GrownPair[] {
  const observed = { candidates, totals, frequencies }
  const missing = missingWords(observed)
  return [...seen].flatMap(([word, one]) => {
    if (one.count < leastUnexplained || one.documents < leastDocuments) return []
    const unexplained = unexplainedCount(observed, word, one)
    return unexplained < leastUnexplained ? [] : explain(candidates, word, one, unexplained, missing)
  })
}
