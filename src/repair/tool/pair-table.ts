/**
 * Pairs by number, as the decoder knows them: those of the lexicon first, then those that the document proposes.
 * Invariant: the numbers of listed pairs are those of the lexicon's entries.
 */
import type { Pair, ProposedPair } from '../../model/pair.js'
import type { Lexicon } from '../../resources/lexicon.js'

export interface PairTable {
  readonly lexicon: Lexicon
  readonly proposed: readonly ProposedPair[]
  /** Form number of each pair's standard word. */
  readonly standards: Int32Array
}

/** The pairs of a lexicon alone. */
export function listedPairs(lexicon: Lexicon): PairTable {
  return { lexicon, proposed: [], standards: lexicon.pairStandard }
}

/** The table with pairs that a document proposes behind the listed ones; `standards` are their form numbers. */
export function withProposed(
  { lexicon }: PairTable,
  proposed: readonly ProposedPair[],
  standards: readonly number[],
): PairTable {
  const all = new Int32Array(lexicon.pairStandard.length + proposed.length)
  all.set(lexicon.pairStandard)
  all.set(standards, lexicon.pairStandard.length)
  return { lexicon, proposed, standards: all }
}

export function pairOf({ lexicon, proposed }: PairTable, pair: number): Pair {
  const { length } = lexicon.pairStandard
  return pair < length ? lexicon.entryOf(pair) : proposed[pair - length]!
}

/** The standard word of a pair. */
export function standardWord({ lexicon, standards }: PairTable, pair: number): string {
  return lexicon.forms[standards[pair]!]!
}
