/**
 * The classifier of spun text: tells by the words alone, without the language model, how likely a passage was spun.
 * Every form of the lexicon weighs by how much commoner it is in spun text than in standard prose; a standard word
 * that a tool would have replaced speaks against. Clean text is told at the speed of matching and never reaches the
 * decoder.
 * Source of the method: naive Bayes on word counts, bounded so that no single word decides.
 */
import type { Trie } from '../../model/trie.js'
import { trieStep } from '../../model/trie.js'
import type { Lexicon } from '../../resources/lexicon.js'
import type { RepairParameters } from '../tool/parameters.js'
import type { ToolPrior } from '../tool/tool-prior.js'
import { mixed } from '../tool/tool-prior.js'

export interface SpunClassifier {
  /** Of the lexicon's forms. */
  readonly trie: Trie
  /** Log-odds of spun against clean text, by form. */
  readonly weights: Float32Array
}

/** Most that one word may say, in nats. */
const mostPerWord = 2.5

/** The classifier of a lexicon; `frequency` is the log-probability of each form in standard prose. */
export function spunClassifier(
  lexicon: Lexicon,
  prior: ToolPrior,
  frequency: Float32Array,
  parameters: RepairParameters,
): SpunClassifier {
  const spinRate = parameters.spinRate * parameters.classifierCoverage
  const clean = Float64Array.from(frequency, (log) => Math.exp(log))
  const spun = Float64Array.from(
    clean,
    (share, form) => share * (1 - spinRate * mixed(prior.keys, form, prior.shares)),
  )
  for (let pair = 0; pair < lexicon.entries.length; pair++) {
    const share = clean[lexicon.pairStandard[pair]!]! * spinRate * mixed(prior.pairs, pair, prior.shares)
    spun[lexicon.pairSpun[pair]!]! += share
  }
  const weights = Float32Array.from(clean, (share, form) => {
    // A form that the model has never seen weighs little: its frequency is a guess.
    const odds = Math.log((spun[form]! + 1e-8) / (share + 1e-8))
    return Math.max(-mostPerWord, Math.min(mostPerWord, odds))
  })
  return { trie: lexicon.trie, weights }
}

/** Log-odds that `[start, end)` of a text was spun, by its longest matches from left to right. */
export function spunOdds(
  { trie, weights }: SpunClassifier,
  text: string,
  start: number,
  end: number,
): number {
  let odds = 0
  let at = start
  while (at < end) {
    let node = trie.roots[text.charCodeAt(at)]!
    let next = at + 1
    let longest = -1
    let longestEnd = next
    while (node !== 0) {
      const pattern = trie.patterns[node]!
      if (pattern >= 0) {
        longest = pattern
        longestEnd = next
      }
      if (next >= end) break
      node = trieStep(trie, node, text.charCodeAt(next))
      next++
    }
    if (longest >= 0) odds += weights[longest]!
    at = longestEnd
  }
  return odds
}
