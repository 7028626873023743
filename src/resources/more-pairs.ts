/** A lexicon with more pairs of its own words: what it has stays where it is, and is shared. */
import type { ListedPair } from '../model/pair.js'
import type { Lexicon } from './lexicon.js'
import { bySides } from './pair-sides.js'

/** A pair, with the form numbers of its words. */
export interface AddedPair {
  readonly entry: ListedPair
  readonly standard: number
  readonly spun: number
}

function joined(own: Int32Array, more: readonly number[]): Int32Array {
  const all = new Int32Array(own.length + more.length)
  all.set(own)
  all.set(more, own.length)
  return all
}

/** The lexicon with these pairs behind its own; none of them may be one that it has. */
export function withMorePairs(lexicon: Lexicon, added: readonly AddedPair[]): Lexicon {
  const { tools, characters, forms, trie, protectedWords, surnames } = lexicon
  const pairSpun = joined(
    lexicon.pairSpun,
    added.map(({ spun }) => spun),
  )
  const pairStandard = joined(
    lexicon.pairStandard,
    added.map(({ standard }) => standard),
  )
  const own = lexicon.pairSpun.length
  let entries: readonly ListedPair[] | undefined
  return {
    tools,
    characters,
    forms,
    trie,
    protectedWords,
    surnames,
    pairSpun,
    pairStandard,
    ...bySides(forms.length, pairSpun, pairStandard),
    get entries() {
      entries ??= [...lexicon.entries, ...added.map(({ entry }) => entry)]
      return entries
    },
    entryOf: (pair) => (pair < own ? lexicon.entryOf(pair) : added[pair - own]!.entry),
    evidenceOf: (pair) => (pair < own ? lexicon.evidenceOf(pair) : added[pair - own]!.entry.evidence),
    attests: (kind) => lexicon.attests(kind) || added.some(({ entry }) => entry.evidence.includes(kind)),
  }
}
