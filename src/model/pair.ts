/**
 * Pairs: a spun form and the standard word that it may stand for. A pair is listed in a table, or one document
 * proposes it for itself. What a pair is decides what is said of it: traits, evidence and calibration follow by its
 * origin. Imports nothing.
 */

/** How the spun form stands to the standard word. */
export const pairKinds = ['synonym', 'sibling', 'antonym', 'variant', 'doubled'] as const
export type PairKind = (typeof pairKinds)[number]

/**
 * Who attests a listed pair, beside the tools that hold it: a tool that has it the other way round, a real damaged
 * report, texts that a user learned from, or nobody: our knowledge alone.
 */
export const pairEvidences = ['reversed', 'report', 'learned', 'knowledge'] as const
export type PairEvidence = (typeof pairEvidences)[number]

/** A pair of a table. */
export interface ListedPair {
  readonly origin: 'listed'
  readonly standard: string
  readonly spun: string
  readonly kind: PairKind
  /** Ids of the tools that hold it, and further evidence (`PairEvidence`); never empty. */
  readonly evidence: readonly string[]
  /** Relative weight among the values of the standard word. */
  readonly weight: number
  readonly example: string
  /** Base name of the table that lists it. */
  readonly table: string
}

/** Why a document proposes a pair: the words share a character, or they are near each other in the lexicon. */
export const proposalSources = ['shape', 'thesaurus', 'context'] as const
export type ProposalSource = (typeof proposalSources)[number]

/** A pair that no table lists: one document proposes it for its own places. */
export interface ProposedPair {
  readonly origin: 'proposed'
  readonly standard: string
  readonly spun: string
  readonly source: ProposalSource
}

export type Pair = ListedPair | ProposedPair

/** Whether anybody attests a listed pair, beside our own knowledge. */
export function isAttested({ evidence }: Pick<ListedPair, 'evidence'>): boolean {
  return evidence.some((one) => one !== 'knowledge')
}

/** Whether tools are known to have the pair the other way round only. */
export function isReversedOnly({ evidence }: Pick<ListedPair, 'evidence'>): boolean {
  return evidence.every((one) => one === 'reversed')
}
