/**
 * What the names of figures are chosen by, read from `corpus/naming`: counts of the words that reports write before numbers,
 * the trees that weigh candidates, and what their choices were worth. Its README says how each is made.
 */
import { freezePairs, thawPairs } from '../model/code-pairs.js'
import { freezeTrie, thawTrie } from '../model/trie.js'
import { compiled } from './compiled.js'
import { flatOdds, flatOf } from './flat-forest.js'
import type { Forest } from './forest.js'
import { readJson } from './json.js'
import { type Tails, tailsOf } from './tails.js'
import { corpusPath, readTsv } from './tsv.js'

export interface Naming {
  readonly tails: Tails
  /** Log-odds of a candidate against the others of its figure. */
  readonly forest: Forest
  /** Shares of right names among choices up to these likelihoods. */
  readonly confidences: Confidences
  /** How far a chosen name is to be trusted. */
  readonly trust: Trust
}

/** Shares of right names by what was thought of them, both rising. */
export type Confidences = readonly (readonly [thought: number, right: number])[]

export interface Trust {
  /** Log-odds that a chosen name is right, by what is known of the choice. */
  readonly forest: Forest
  readonly confidences: Confidences
}

const tailsPath = () => corpusPath('naming', 'tails.tsv')
const choicePath = () => corpusPath('naming', 'choice.json')

/** Every file that `openNaming` reads. */
export function namingFiles(): string[] {
  return [tailsPath(), choicePath()]
}

/** The counts alone, which the trees are grown with. */
export function loadTails(): Tails {
  const { trie, pairs, openings, ...rest } = compiled('tails', [tailsPath()], () => {
    const tails = tailsOf(
      readTsv(tailsPath(), ['words', 'count', 'bare', 'neighbours']).map(({ cells }) => {
        const [words = '', count, bare, neighbours] = cells
        return { words, count: Number(count), bare: Number(bare), neighbours: Number(neighbours) }
      }),
    )
    return {
      ...tails,
      trie: freezeTrie(tails.trie),
      pairs: freezePairs(tails.pairs),
      openings: freezePairs(tails.openings),
    }
  })
  return { ...rest, trie: thawTrie(trie), pairs: thawPairs(pairs), openings: thawPairs(openings) }
}

function loadNaming(): Naming {
  return { tails: loadTails(), ...readJson<Omit<Naming, 'tails'>>(choicePath()) }
}

/** Loads them when they are first asked for. Throws ProcessingError `unreadable-table` or `bad-table` then. */
export function openNaming(): () => Naming {
  let naming: Naming | undefined
  return () => {
    naming ??= loadNaming()
    return naming
  }
}

/** How far a choice is to be trusted by its evidence, before it is compared with what such choices came to. */
export function trustOf(forest: Forest, evidence: Float32Array): number {
  return 1 / (1 + Math.exp(-flatOdds(flatOf(forest), new Float64Array(evidence))))
}

/** How often a choice that is so likely is right. */
export function confidenceOf({ confidences }: Naming, likely: number): number {
  return confidenceAt(confidences, likely)
}

/** How often what was thought so likely is right, between the points that were measured. */
export function confidenceAt(confidences: Confidences, likely: number): number {
  const above = confidences.findIndex(([at]) => at >= likely)
  if (above < 0) return confidences.at(-1)![1]
  if (above === 0) return confidences[0]![1]
  const [from, low] = confidences[above - 1]!
  const [to, high] = confidences[above]!
  return Math.round((low + ((likely - from) / (to - from)) * (high - low)) * 1e3) / 1e3
}
