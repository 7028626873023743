/**
 * From the decoder's probabilities to confidences that mean what they say: of the edits that say 0.9, nine in ten are
 * right. A logistic curve over the log-odds, over how much of the tool is of the open family, and over how often the
 * document makes the same swap elsewhere; one curve for pairs that a tool attests, one for those that a tool has the other way round, one for those
 * that we only know,
 * one for those that the document alone proposes. Fitted on documents spun with known tables; `npm run eval` prints
 * the gap that remains.
 */

import type { ListedPair } from '../../resources/lexicon.js'
import type { ToolPosterior } from '../tool/tool-posterior.js'
import type { DecodedEdit } from '../decode/merged-edits.js'
import type { ProposalSource } from '../propose/proposals.js'
import { isAttested, openFamily } from '../tool/tool-prior.js'

interface Curve {
  readonly bias: number
  readonly logOdds: number
  /** Per log of the open family's share against a quarter. */
  readonly open: number
  /** Per log of one more than the number of same swaps elsewhere. */
  readonly repeated: number
}

const curves: Readonly<Record<'attested' | 'reversed' | 'known' | ProposalSource, Curve>> = {
  attested: { bias: -0.287, logOdds: 0.838, open: -0.186, repeated: 0.358 },
  // Few documents show these; the curve rests on some hundred edits.
  reversed: { bias: -2.4, logOdds: 0.857, open: 0, repeated: 0 },
  known: { bias: 0.1, logOdds: 0.43, open: 1.234, repeated: 0.283 },
  thesaurus: { bias: -0.184, logOdds: 0.488, open: -0.397, repeated: 0.139 },
  shape: { bias: -1.754, logOdds: 0.599, open: 0.485, repeated: -0.171 },
}

function curveOf(entry: ListedPair): Curve {
  if (entry.evidence.length === 0) return curves[entry.table as ProposalSource]
  if (!isAttested(entry)) return curves.known
  return entry.evidence.every((one) => one === 'reversed') ? curves.reversed : curves.attested
}

/** Log-odds beyond these say no more: the decoder is surer than it can be. */
const leastOpen = 0.002
const leastLogOdds = -3
const mostLogOdds = 9

export function calibrate(belief: ToolPosterior, edit: DecodedEdit): number {
  const { lexicon, families, used } = belief
  const entry = lexicon.entries[edit.pair]!
  const curve = curveOf(entry)
  const bounded = Math.min(1 - 1e-9, Math.max(1e-9, edit.probability))
  const logOdds = Math.max(leastLogOdds, Math.min(mostLogOdds, Math.log(bounded / (1 - bounded))))
  const elsewhere = Math.max(0, used[edit.pair]! - edit.probability)
  const score =
    curve.bias +
    curve.logOdds * logOdds +
    curve.open * Math.log(Math.max(leastOpen, families[openFamily]!) / 0.25) +
    curve.repeated * Math.log1p(elsewhere)
  return 1 / (1 + Math.exp(-score))
}
