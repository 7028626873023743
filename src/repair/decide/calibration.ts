/**
 * From the decoder's probabilities to confidences that mean what they say: of the edits that say 0.9, nine in ten are
 * right. A logistic curve over the features of an edit; there is one for pairs that somebody attests, one for those that
 * tools have the other way round only, one for those that nobody attests, and one for each reason why a document proposes
 * a pair. Fitted on documents spun with known tables; `npm run eval` prints the gap that remains.
 * Source of the method: Platt scaling with further features.
 */
import type { ConfidenceCurve } from '../../resources/repair-parameters.js'
import { confidenceFeatures } from '../../resources/repair-parameters.js'
import type { DecodedEdit } from '../decode/merged-edits.js'
import type { Restored } from '../restore.js'
import { pairOf } from '../tool/pair-table.js'
import { classOf, featuresIn, registerFits } from './features.js'

/** Probability that an edit is right, in (0, 1). */
export type Calibrate = (edit: DecodedEdit) => number

/** The value of a curve. */
export function confidenceOf(curve: ConfidenceCurve, features: Readonly<ConfidenceCurve>): number {
  const score = confidenceFeatures.reduce((sum, feature) => sum + curve[feature] * features[feature], 0)
  return 1 / (1 + Math.exp(-score))
}

/** The calibration of a decoded text. */
export function calibrationFor(
  text: string,
  restored: Restored,
  fitAt: (offset: number) => number = registerFits(text, restored),
): Calibrate {
  const { table, parameters } = restored.decoded.tool
  const featuresOf = featuresIn(text, restored, fitAt)
  return (edit) => confidenceOf(parameters.curves[classOf(pairOf(table, edit.pair))], featuresOf(edit))
}
