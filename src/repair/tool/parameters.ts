/**
 * The parameters of the repair: what was measured on documents with known substitutions. Which of them earns what is
 * in docs/evaluation.md. Pure data.
 */
import type { PairKind, ProposalSource } from '../../model/pair.js'

export interface RepairParameters {
  /** Share of the families before anything is known: of the known tools together, of other attested pairs, open. */
  readonly shares: { readonly tools: number; readonly attested: number; readonly open: number }
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
  readonly kindFactors: Readonly<Record<PairKind, number>>
  /** Share of the single characters, and of the words, that a tool holds of those in its family's lists. */
  readonly characters: number
  readonly words: number
  /** Occurrences that these priors are worth. */
  readonly coveragePrior: number
  /** Share of the words that the classifier of spun text expects a tool to hold: less than most do, so that short lists are seen. */
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
  shares: { tools: 0.9, attested: 0.07, open: 0.03 },
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
