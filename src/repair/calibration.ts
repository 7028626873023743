/**
 * From the decoder's probabilities to confidences that mean what they say: of the edits that say 0.9, nine in ten are
 * right. Platt scaling (a logistic curve over the log-odds), fitted on documents spun with hidden pairs.
 */

/** Slope and offset of the curve; `npm run eval` prints the gap that remains. */
const curve = { slope: 1, offset: 0.6 }

export function calibrate(probability: number): number {
  const bounded = Math.min(1 - 1e-6, Math.max(1e-6, probability))
  const logOdds = Math.log(bounded / (1 - bounded))
  return 1 / (1 + Math.exp(-(curve.slope * logOdds + curve.offset)))
}
