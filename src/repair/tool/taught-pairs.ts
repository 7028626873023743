/**
 * What people decided on in a collection, as knowledge of its tool: pairs that they accepted are pairs of a learned table,
 * and each acceptance counts as a use that another document of the source shows.
 */
import type { ListedPair } from '../../model/pair.js'
import type { Taught, TaughtPair } from '../../model/taught.js'
import type { Lexicon } from '../../resources/lexicon.js'
import { buildLexicon, checkPair } from '../../resources/lexicon.js'
import type { WarmStart } from './warm-start.js'

/**
 * Share of the learned family where people taught the tool, and nobody handed in a table of it: they decided on some of
 * its pairs, and the others are to be found as those of any tool. Of .02, .1 and .5 the best on sets of known and of
 * unknown lists (`npm run eval:review`).
 */
export const taughtShare = 0.1

/** The table that pairs are said to be of which no table lists. */
export const taughtTable = 'decided'

/** Pairs by both of their sides, as `pairKey` writes them. */
export const pairKey = ({ standard, spun }: { readonly standard: string; readonly spun: string }) =>
  `${standard}\t${spun}`

/** A pair that no table lists, as one of a learned table. */
export function learnedPair(
  { standard, spun }: { readonly standard: string; readonly spun: string },
  weight: number,
  table: string,
): ListedPair {
  const evidence = ['learned']
  return { origin: 'listed', standard, spun, kind: 'sibling', evidence, weight, example: '', table }
}

const weightOf = ({ accepted, rejected }: TaughtPair) => accepted.length / (accepted.length + rejected.length)

/** The lexicon with the pairs that people accepted; what tables say of the kind of a pair stays. */
export function withTaught(lexicon: Lexicon, taught: readonly TaughtPair[]): Lexicon {
  const accepted = taught.filter(
    ({ accepted, standard, spun }) => accepted.length > 0 && checkPair(standard, spun) === undefined,
  )
  if (accepted.length === 0) return lexicon
  const keys = new Set(accepted.map(pairKey))
  const listed = new Map(
    lexicon.entries.filter((entry) => keys.has(pairKey(entry))).map((entry) => [pairKey(entry), entry]),
  )
  const entries = accepted.map((pair): ListedPair => {
    const { evidence, weight, ...sides } = learnedPair(pair, weightOf(pair), taughtTable)
    return { ...sides, ...listed.get(pairKey(pair)), evidence, weight }
  })
  return buildLexicon([...lexicon.entries, ...entries], lexicon)
}

/** What people taught, in the numbers of a lexicon. */
export interface TaughtTool {
  /** By `pairKey`. */
  readonly pairs: ReadonlyMap<string, TaughtPair>
  /** Each acceptance as a use that another document shows; pairs that the lexicon does not hold have none. */
  readonly warmStart: WarmStart
  /** Ids of the documents in which a word was swapped, as people said. */
  readonly spun: ReadonlySet<string>
  /** Forms that people took back more often than they let them stand. */
  readonly forms: ReadonlySet<number>
}

/** Lays out what people taught for a lexicon that holds the pairs that they accepted (`withTaught`). */
export function taughtTool(lexicon: Lexicon, { pairs, spun }: Taught): TaughtTool {
  const byKey = new Map(pairs.map((pair) => [pairKey(pair), pair]))
  const used = new Float32Array(lexicon.entries.length)
  const replaced = new Float32Array(lexicon.forms.length)
  const forms = new Set<number>()
  lexicon.entries.forEach((entry, pair) => {
    const taught = byKey.get(pairKey(entry))
    if (taught === undefined || taught.accepted.length === 0) return
    if (taught.accepted.length > taught.rejected.length) forms.add(lexicon.pairSpun[pair]!)
    used[pair] = taught.accepted.length
    replaced[lexicon.pairStandard[pair]!]! += used[pair]!
  })
  const survived = new Float32Array(lexicon.forms.length)
  return { pairs: byKey, warmStart: { used, replaced, survived, characters: 0 }, spun, forms }
}
