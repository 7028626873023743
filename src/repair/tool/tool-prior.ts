/**
 * What is known of tools before a document is read. Tools come in families that copy each other's lists, so a pair's
 * probability is a mixture over families: those of the two public tools, one that holds whatever any source attests,
 * one that holds whatever a thesaurus may offer, and, where a user hands in a learned table, the tool it was learned from. How much each family has of a document's tool is learned from the document.
 */
import type { Lexicon, ListedPair } from '../../resources/lexicon.js'
import type { ProposalSource } from '../propose/proposals.js'

/** What was measured on documents with known substitutions; see docs/evaluation.md. */
export interface RepairParameters {
  /** Share of each family before anything is known: tool 1, tool 2, other attested, open, learned. */
  readonly families: readonly [number, number, number, number, number]
  /** Share of the learned family where a learned table is at hand; the others give way. */
  readonly learnedShare: number
  /** Swaps that the prior of the families is worth. */
  readonly familyPrior: number
  /** Probability that a tool of a public family holds a word that its list has. */
  readonly holdsListed: number
  /** Probability that a tool of the open family holds a word of the lexicon. */
  readonly holdsOpen: number
  /** Factor on a pair that is attested the other way round only: most pairs that tools reverse stand in both ways. */
  readonly reversedFactor: number
  /** Factors on the values of a word in the open family, by kind. */
  readonly kindFactors: Readonly<Record<ListedPair['kind'], number>>
  /** Share of the single characters, and of the words, that a tool holds of those in its family's lists. */
  readonly characters: number
  readonly words: number
  /** Occurrences that these priors are worth. */
  readonly coveragePrior: number
  /** Share of the words that the gate expects a tool to hold: less than most do, so that short lists pass it. */
  readonly classifierCoverage: number
  /** Factor for a pair of single characters: they stand inside too many words. */
  readonly characterFactor: number
  /** Take every passage as spun, whatever the words say: for measuring what the spin rate earns. */
  readonly assumeSpun: boolean
  /** Share of the replaceable words that a tool replaces in a passage that it was applied to. */
  readonly spinRate: number
  /** Most that keeping a surviving key may cost, in nats. */
  readonly survivalCap: number
  /** Pseudo-counts of the prior against what the document shows: of holding a key, of choosing a value. */
  readonly keyPrior: number
  readonly valuePrior: number
  /** Pseudo-count of a word's expected uses, and exponent of the document's preference for its own words. */
  readonly topicPrior: number
  readonly topicScale: number
  /** Weighings after the first one, each with what the last one showed of the document. */
  readonly rounds: number
  /** Probability that a tool of the open family made a swap that the document alone proposes, by why it is proposed. */
  readonly proposal: Readonly<Record<ProposalSource, number>>
  /** Exponent of the language model's probabilities. */
  readonly contextScale: number
}

export const repairParameters: RepairParameters = {
  families: [0.45, 0.45, 0.07, 0.03, 0],
  learnedShare: 0.5,
  familyPrior: 6,
  holdsListed: 0.96,
  holdsOpen: 0.3,
  reversedFactor: 0.35,
  kindFactors: { synonym: 1, sibling: 0.35, antonym: 0.04, variant: 0.4, doubled: 0.05 },
  characters: 0.5,
  words: 0.85,
  classifierCoverage: 0.4,
  coveragePrior: 4,
  characterFactor: 0.03,
  assumeSpun: false,
  spinRate: 0.95,
  survivalCap: 4,
  keyPrior: 4,
  valuePrior: 0.5,
  topicPrior: 2,
  topicScale: 0.35,
  rounds: 2,
  proposal: { shape: 0.005, thesaurus: 0.02 },
  contextScale: 0.5,
}

/** Whether a tool, the real report or a learned table attests the pair, beside our own knowledge. */
export function isAttested(entry: ListedPair): boolean {
  return entry.evidence.some((one) => one !== 'knowledge')
}

export const familyCount = 5
export const openFamily = 3
export const learnedFamily = 4

/**
 * The parameters for a lexicon: whoever hands in a learned table has texts of the tool that it was learned from.
 * Without one, the learned family has no share.
 */
export function parametersFor(lexicon: Lexicon, parameters: RepairParameters): RepairParameters {
  if (parameters.families[learnedFamily] > 0) return parameters
  if (!lexicon.entries.some(({ evidence }) => evidence.includes('learned'))) return parameters
  const [first, second, attested, open] = parameters.families
  const rest = 1 - parameters.learnedShare
  return {
    ...parameters,
    families: [first * rest, second * rest, attested * rest, open * rest, parameters.learnedShare],
  }
}

/** Joint probabilities by family: `pairs[5 p + f]` that f's tool has pair p, `keys[5 k + f]` that it holds form k. */
export interface ToolPrior {
  readonly pairs: Float32Array
  readonly keys: Float32Array
}

/** Whether the pair is one of the family's, and how heavy among the values of its word. */
function familyWeight(entry: ListedPair, family: number, parameters: RepairParameters): number {
  if (family === 0) return entry.evidence.includes('tool-1') ? 1 : 0
  if (family === 1) return entry.evidence.includes('tool-2') ? 1 : 0
  if (family === learnedFamily) return entry.evidence.includes('learned') ? entry.weight : 0
  if (family === 2) {
    if (!isAttested(entry)) return 0
    return entry.evidence.every((one) => one === 'reversed') ? parameters.reversedFactor : 1
  }
  const size = entry.standard.length === 1 || entry.spun.length === 1 ? parameters.characterFactor : 1
  return entry.weight * parameters.kindFactors[entry.kind] * size
}

/** The beliefs before a document is read. */
export function toolPrior(lexicon: Lexicon, parameters: RepairParameters): ToolPrior {
  const pairs = new Float32Array(lexicon.entries.length * familyCount)
  const keys = new Float32Array(lexicon.forms.length * familyCount)
  for (let form = 0; form < lexicon.forms.length; form++) {
    const own = lexicon.standardPairs.subarray(
      lexicon.standardStarts[form]!,
      lexicon.standardStarts[form + 1]!,
    )
    for (let family = 0; family < familyCount; family++) {
      let total = 0
      let best = 0
      for (const pair of own) {
        const weight = familyWeight(lexicon.entries[pair]!, family, parameters)
        total += weight
        best = Math.max(best, weight)
      }
      if (total === 0) continue
      const holds = family === openFamily ? parameters.holdsOpen : parameters.holdsListed * best
      keys[form * familyCount + family] = holds
      for (const pair of own) {
        const weight = familyWeight(lexicon.entries[pair]!, family, parameters)
        pairs[pair * familyCount + family] = (holds * weight) / total
      }
    }
  }
  return { pairs, keys }
}

/** A mixture's value for one pair or key. */
export function mixed(values: Float32Array, index: number, families: ArrayLike<number>): number {
  const at = index * familyCount
  return (
    values[at]! * families[0]! +
    values[at + 1]! * families[1]! +
    values[at + 2]! * families[2]! +
    values[at + 3]! * families[3]! +
    values[at + 4]! * families[4]!
  )
}
