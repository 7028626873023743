/**
 * What the names of figures are chosen by, read from `corpus/naming`: counts of the words that reports write before numbers,
 * the trees that weigh candidates, and what their choices were worth. Its README says how each is made.
 */
import type { Forest } from './forest.js'
import { readJson } from './json.js'
import { corpusPath, readTsv } from './tsv.js'

/** How words of two to eight characters stand before numbers in clean texts. */
export interface Attested {
  readonly count: number
  /** How often they are all that the clause has before the number. */
  readonly bare: number
  /** Behind how many different characters. */
  readonly neighbours: number
}

export interface Naming {
  readonly tails: ReadonlyMap<string, Attested>
  /** How often two characters stand in a row in these words. */
  readonly pairs: ReadonlyMap<string, number>
  /** Log-odds of a candidate against the others of its figure. */
  readonly forest: Forest
  /** Shares of right names among choices up to these likelihoods, both rising. */
  readonly confidences: readonly (readonly [likely: number, right: number])[]
}

const tailsPath = corpusPath('naming', 'tails.tsv')
const choicePath = corpusPath('naming', 'choice.json')
/** Longer words say too little about pairs that are not in them. */
const longestPaired = 6

/** Every file that `openNaming` reads. */
export function namingFiles(): string[] {
  return [tailsPath, choicePath]
}

/** The counts alone, which the trees are grown with. */
export function loadTails(): Pick<Naming, 'tails' | 'pairs'> {
  const tails = new Map<string, Attested>()
  const pairs = new Map<string, number>()
  for (const { cells } of readTsv(tailsPath, ['words', 'count', 'bare', 'neighbours'])) {
    const [words = '', count, bare, neighbours] = cells
    const attested = { count: Number(count), bare: Number(bare), neighbours: Number(neighbours) }
    tails.set(words, attested)
    for (let at = 0; words.length <= longestPaired && at + 2 <= words.length; at++) {
      const pair = words.slice(at, at + 2)
      pairs.set(pair, Math.max(pairs.get(pair) ?? 0, attested.count))
    }
  }
  return { tails, pairs }
}

function loadNaming(): Naming {
  return { ...loadTails(), ...readJson<Pick<Naming, 'forest' | 'confidences'>>(choicePath) }
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
