/**
 * Decides which pairs a tool's table holds, from the counts over all documents. A table maps a word to one value, so
 * the value that was used most is taken. Uses of the other values, and occurrences of the unchanged word, count against
 * it.
 */
import type { PairKind } from '../model/pair.js'
import { taughtTable } from '../repair/tool/taught-pairs.js'
import type { Lexicon } from '../resources/lexicon.js'
import { isComposite } from './composites.js'
import type { Totals } from './counts.js'
import type { Sightings } from './sightings.js'
import { pairKey } from './sightings.js'

export interface LearnedPair {
  readonly standard: string
  readonly spun: string
  readonly kind: PairKind
  /** Expected number of times that the documents hold it. */
  readonly count: number
  /** Probability that the table holds it, roughly. */
  readonly confidence: number
  readonly example: string
  /** Whether the lexicon named it. */
  readonly listed: boolean
}

/** Fewer expected uses than this prove nothing. */
const leastCount = 2
const leastConfidence = 0.5

/** The pairs of the tool; `grown` is the lexicon of the last round, which numbers the totals, `given` the first one. */
export function judgePairs(
  given: Lexicon,
  grown: Lexicon,
  totals: Totals,
  sightings: Sightings,
): LearnedPair[] {
  const forms = new Map(grown.forms.map((form, index) => [form, index]))
  const listed = new Map(given.entries.map((entry) => [pairKey(entry.standard, entry.spun), entry] as const))
  const learned: LearnedPair[] = []
  for (const [key, { standard, spun, mass, squares, example }] of sightings) {
    if (mass < leastCount) continue
    const form = forms.get(standard)!
    const replaced = Math.max(mass, totals.replaced[form]!)
    const survived = totals.survived[form]!
    // Mean probability of the places, each weighed by itself: how sure the decoder is where it sees the pair at all.
    const mean = squares / mass
    const confidence = (mean * mass) / (replaced + 0.5 * survived + 0.2)
    if (confidence < leastConfidence) continue
    const entry = listed.get(key)
    learned.push({
      standard,
      spun,
      kind: entry?.kind ?? 'sibling',
      count: mass,
      confidence: Math.min(1, confidence),
      example,
      listed: entry !== undefined && entry.table !== taughtTable,
    })
  }
  return withoutComposites(learned).sort((a, b) =>
    a.standard < b.standard ? -1 : a.standard > b.standard ? 1 : b.confidence - a.confidence,
  )
}

/** Leaves out pairs that others of the table make up. */
function withoutComposites(learned: readonly LearnedPair[]): LearnedPair[] {
  const keys = new Set(learned.map(({ standard, spun }) => pairKey(standard, spun)))
  return learned.filter(
    (pair) => !isComposite(pair, ({ standard, spun }) => keys.has(pairKey(standard, spun))),
  )
}
