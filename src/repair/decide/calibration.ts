/**
 * From the decoder's probabilities to confidences that mean what they say: of the edits that say 0.9, nine in ten are
 * right. A logistic curve over the log-odds, over how much of the tool is of the open family, and over how often the
 * document makes the same swap elsewhere. There is one curve for pairs that somebody attests, one for those that tools
 * have the other way round only, one for those that nobody attests, and one for each reason why a document proposes a
 * pair. Fitted on documents spun with known tables; `npm run eval` prints the gap that remains.
 * Source of the method: Platt scaling with further features.
 */
import type { Pair, ProposalSource } from '../../model/pair.js'
import { isAttested, isReversedOnly } from '../../model/pair.js'
import type { DecodedEdit } from '../decode/merged-edits.js'
import { pairOf } from '../tool/pair-table.js'
import type { ToolPosterior } from '../tool/tool-posterior.js'

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

function curveOf(pair: Pair): Curve {
  switch (pair.origin) {
    case 'proposed':
      return curves[pair.source]
    case 'listed':
      if (!isAttested(pair)) return curves.known
      return isReversedOnly(pair) ? curves.reversed : curves.attested
  }
}

/** Log-odds beyond these say no more: the decoder is surer than it can be. */
const leastOpen = 0.002
const leastLogOdds = -3
const mostLogOdds = 9

/** Probability that an edit is right, in (0, 1). */
export function calibrate(tool: ToolPosterior, edit: DecodedEdit): number {
  const { table, prior, families, used } = tool
  const curve = curveOf(pairOf(table, edit.pair))
  const bounded = Math.min(1 - 1e-9, Math.max(1e-9, edit.probability))
  const logOdds = Math.max(leastLogOdds, Math.min(mostLogOdds, Math.log(bounded / (1 - bounded))))
  const elsewhere = Math.max(0, used[edit.pair]! - edit.probability)
  const score =
    curve.bias +
    curve.logOdds * logOdds +
    curve.open * Math.log(Math.max(leastOpen, families[prior.open]!) / 0.25) +
    curve.repeated * Math.log1p(elsewhere)
  return 1 / (1 + Math.exp(-score))
}
