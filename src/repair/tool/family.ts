/**
 * Families of tools. Tools copy each other's lists, so the prior of a pair is a mixture over families: one for each
 * known tool, one that holds whatever any source attests, one that holds whatever a thesaurus may offer (the open
 * family), and, where a user hands in a learned table, the tool that it was learned from.
 * Invariant: the shares sum to 1; exactly one family is open.
 */
import type { ListedPair } from '../../model/pair.js'
import { isAttested, isReversedOnly } from '../../model/pair.js'
import type { Lexicon } from '../../resources/lexicon.js'
import type { RepairParameters } from '../../resources/repair-parameters.js'

export interface Family {
  /** That of its tool, or `attested`, `open`, `learned`. */
  readonly id: string
  /** Share of the documents whose tool is of this family, before anything of the document is known. */
  readonly share: number
  readonly isOpen: boolean
  /** How heavy a pair is among the values of its word; 0 where the pair is none of the family's. */
  weigh(pair: ListedPair): number
  /** Probability that a tool of the family holds a word whose heaviest value weighs so much. */
  holds(heaviest: number): number
}

/** The families of a lexicon, in the order in which arrays of shares have them. */
export function familiesOf(lexicon: Lexicon, parameters: RepairParameters): Family[] {
  const { shares, learnedShare } = parameters
  const hasLearned = lexicon.attests('learned')
  // Whoever hands in a learned table has texts of the tool that it was learned from; the others give way.
  const rest = hasLearned ? 1 - learnedShare : 1
  const listed = { isOpen: false, holds: (heaviest: number) => parameters.holdsListed * heaviest }
  const allTools = lexicon.tools.reduce((sum, { share }) => sum + share, 0)
  const tools = lexicon.tools.map(
    ({ id, share }): Family => ({
      ...listed,
      id,
      share: (share / allTools) * shares.tools * rest,
      weigh: ({ evidence }) => (evidence.includes(id) ? 1 : 0),
    }),
  )
  const attested: Family = {
    ...listed,
    id: 'attested',
    // Without known tools their share is that of whatever is attested.
    share: (tools.length > 0 ? shares.attested : shares.attested + shares.tools) * rest,
    weigh(pair) {
      if (!isAttested(pair)) return 0
      return isReversedOnly(pair) ? parameters.reversedFactor : 1
    },
  }
  const open: Family = {
    id: 'open',
    share: shares.open * rest,
    isOpen: true,
    weigh({ standard, spun, weight, kind }) {
      const size = standard.length === 1 || spun.length === 1 ? parameters.characterFactor : 1
      return weight * parameters.kindFactors[kind] * size
    },
    holds: () => parameters.holdsOpen,
  }
  const learned: Family = {
    ...listed,
    id: 'learned',
    share: learnedShare,
    weigh: ({ evidence, weight }) => (evidence.includes('learned') ? weight : 0),
  }
  return [...tools, attested, open, ...(hasLearned ? [learned] : [])]
}
