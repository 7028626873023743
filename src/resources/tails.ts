/**
 * Words that reports write before numbers, and how often, looked for by how a name ends.
 * Invariant: built once, never changed; a look-up takes no more steps than the longest of the words has characters.
 */
import { type CodePairs, codePair, codePairsOf } from '../model/code-pairs.js'
import { buildTrie, type Trie, trieStep } from '../model/trie.js'

export const longestTail = 8
/**
 * An end of names is a noun of its own if it stands behind at least so many different characters, and alone at least so
 * often: 路客运量 stands behind 公, 铁 and 水, but never alone.
 */
const leastNeighbours = 3
const leastAlone = 0.012
/** Longer words say too little about pairs that are not in them. */
const longestPaired = 6

/** How words of two to eight characters stand before numbers in clean texts. */
export interface Attested {
  readonly words: string
  readonly count: number
  /** How often they are all that the clause has before the number. */
  readonly bare: number
  /** Behind how many different characters. */
  readonly neighbours: number
}

export interface Tails {
  /** The words, written backwards. */
  readonly trie: Trie
  /** Of each: how often it stands there, and behind how many characters, in logarithms; how often it is all of the clause. */
  readonly usual: Float32Array
  /** Of each: whether it is a noun of its own. */
  readonly nouns: Uint8Array
  /** How often two characters stand in a row in these words, and how often they open a clause that is no more than them. */
  readonly pairs: CodePairs
  readonly openings: CodePairs
}

/** How many numbers `usual` has of each. */
export const usualNumbers = 3

const pairAt = (words: string, at: number) => codePair(words.charCodeAt(at), words.charCodeAt(at + 1))

function countOpenings(attested: readonly Attested[]): CodePairs {
  const counts = new Map<number, number>()
  for (const { words, bare } of attested) {
    const pair = pairAt(words, 0)
    counts.set(pair, (counts.get(pair) ?? 0) + bare)
  }
  return codePairsOf(counts)
}

function countPairs(attested: readonly Attested[]): CodePairs {
  const counts = new Map<number, number>()
  for (const { words, count } of attested) {
    for (let at = 0; words.length <= longestPaired && at + 2 <= words.length; at++) {
      const pair = pairAt(words, at)
      counts.set(pair, Math.max(counts.get(pair) ?? 0, count))
    }
  }
  return codePairsOf(counts)
}

const backwards = (words: string) => words.split('').reverse().join('')

export function tailsOf(attested: readonly Attested[]): Tails {
  const usual = attested.flatMap(({ count, bare, neighbours }) => [
    Math.log1p(count),
    bare / (count + 10),
    Math.log1p(neighbours),
  ])
  return {
    trie: buildTrie(attested.map(({ words }) => backwards(words))),
    usual: Float32Array.from(usual),
    nouns: Uint8Array.from(attested, ({ neighbours, bare, count }) =>
      neighbours >= leastNeighbours && bare >= count * leastAlone ? 1 : 0,
    ),
    pairs: countPairs(attested),
    openings: countOpenings(attested),
  }
}

/** Notes at each length which of the words some words end in; -1 is none. `found` has a place for the longest. */
export function findEnds({ trie }: Tails, words: string, found: Int32Array): void {
  found.fill(-1)
  let at = words.length - 1
  if (at < 0) return
  let node = trie.roots[words.charCodeAt(at)]!
  for (let length = 1; node !== 0; length++) {
    found[length] = trie.patterns[node]!
    if (--at < 0) return
    node = trieStep(trie, node, words.charCodeAt(at))
  }
}
