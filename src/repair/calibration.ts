/**
 * From the decoder's probabilities to confidences that mean what they say: of the edits that say 0.9, nine in ten are
 * right. A logistic curve over the log-odds, over how much of the tool is of the open family, and over how often the
 * document makes the same swap elsewhere; one curve for pairs that a tool attests, one for those that we only know,
 * one for those that the document alone proposes. Fitted on documents spun with known tables; `npm run eval` prints
 * the gap that remains.
 */
import type { Belief } from './belief.js'
import type { DecodedEdit } from './decode.js'
import { isAttested, openFamily } from './weights.js'

interface Curve {
  readonly bias: number
  readonly logOdds: number
  /** Per log of the open family's share against a quarter. */
  readonly open: number
  /** Per log of one more than the number of same swaps elsewhere. */
  readonly repeated: number
}

const curves: Readonly<Record<'attested' | 'known' | 'proposed', Curve>> = {
  attested: { bias: -0.492, logOdds: 0.698, open: -0.231, repeated: 0.394 },
  known: { bias: -0.136, logOdds: 0.327, open: 1.104, repeated: 0.202 },
  proposed: { bias: -2.216, logOdds: 0.474, open: 0.8, repeated: 0.607 },
}

/** Log-odds beyond these say no more: the decoder is surer than it can be. */
const leastOpen = 0.002
const leastLogOdds = -3
const mostLogOdds = 9

export function calibrate(belief: Belief, edit: DecodedEdit): number {
  const { lexicon, families, used } = belief
  const entry = lexicon.entries[edit.pair]!
  const curve = curves[entry.evidence.length === 0 ? 'proposed' : isAttested(entry) ? 'attested' : 'known']
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
