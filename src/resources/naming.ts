/**
 * What the names of figures are chosen by, read from `corpus/naming`: counts of the words that reports write before numbers,
 * the trees that weigh candidates, and what their choices were worth. Its README says how each is made.
 */
import { freezeTrie, thawTrie } from '../model/trie.js'
import { compiled } from './compiled.js'
import type { Forest } from './forest.js'
import { readJson } from './json.js'
import { type Tails, tailsOf } from './tails.js'
import { corpusPath, readTsv } from './tsv.js'

export interface Naming {
  readonly tails: Tails
  /** Log-odds of a candidate against the others of its figure. */
  readonly forest: Forest
  /** Shares of right names among choices up to these likelihoods, both rising. */
  readonly confidences: readonly (readonly [likely: number, right: number])[]
}

const tailsPath = () => corpusPath('naming', 'tails.tsv')
const choicePath = () => corpusPath('naming', 'choice.json')

/** Every file that `openNaming` reads. */
export function namingFiles(): string[] {
  return [tailsPath(), choicePath()]
}

/** The counts alone, which the trees are grown with. */
export function loadTails(): Tails {
  const { trie, ...rest } = compiled('tails', [tailsPath()], () => {
    const tails = tailsOf(
      readTsv(tailsPath(), ['words', 'count', 'bare', 'neighbours']).map(({ cells }) => {
        const [words = '', count, bare, neighbours] = cells
        return { words, count: Number(count), bare: Number(bare), neighbours: Number(neighbours) }
      }),
    )
    return { ...tails, trie: freezeTrie(tails.trie) }
  })
  return { ...rest, trie: thawTrie(trie) }
}

function loadNaming(): Naming {
  return { tails: loadTails(), ...readJson<Pick<Naming, 'forest' | 'confidences'>>(choicePath()) }
}

/** Loads them when they are first asked for. Throws ProcessingError `unreadable-table` or `bad-table` then. */
export function openNaming(): () => Naming {
  let naming: Naming | undefined
  return () => {
    naming ??= loadNaming()
    return naming
  }
}

/** How often a choice that is so likely is right, between the points that were measured. */
export function confidenceOf({ confidences }: Naming, likely: number): number {
  const above = confidences.findIndex(([at]) => at >= likely)
  if (above < 0) return confidences.at(-1)![1]
  if (above === 0) return confidences[0]![1]
  const [from, low] = confidences[above - 1]!
  const [to, high] = confidences[above]!
  return Math.round((low + ((likely - from) / (to - from)) * (high - low)) * 1e3) / 1e3
}
