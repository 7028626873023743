/**
 * From the decoder's probabilities to confidences that mean what they say: of the edits that say 0.9, nine in ten are
 * right. A logistic curve over the features of an edit; there is one for pairs that somebody attests, one for those that
 * tools have the other way round only, one for those that nobody attests, and one for each reason why a document proposes
 * a pair. Fitted on documents spun with known tables; `npm run eval` prints the gap that remains.
 * What the curves miss, a forest adds: how the edit reads and what the tool does elsewhere, together.
 * Source of the method: Platt scaling with further features, corrected by gradient-boosted trees.
 */
import { flatOdds, flatOf } from '../../resources/flat-forest.js'
import type {
  Circumstance,
  ConfidenceCurve,
  PairClass,
  RepairParameters,
} from '../../resources/repair-parameters.js'
import { circumstances, confidenceFeatures, pairClasses } from '../../resources/repair-parameters.js'
import type { DecodedEdit } from '../decode/merged-edits.js'
import type { Restored } from '../restore.js'
import { pairOf } from '../tool/pair-table.js'
import { circumstancesIn } from './circumstances.js'
import { classOf, featuresIn, likeliestEdits, registerFits } from './features.js'

/** Probability that an edit is right, in (0, 1). */
export type Calibrate = (edit: DecodedEdit) => number

/** What the confidence of an edit is worked out from. */
export interface Weighed {
  readonly pairClass: PairClass
  readonly features: Readonly<ConfidenceCurve>
  readonly circumstances: Readonly<Record<Circumstance, number>>
}

/** The log-odds that a curve gives. */
export function curveOdds(curve: ConfidenceCurve, features: Readonly<ConfidenceCurve>): number {
  return confidenceFeatures.reduce((sum, feature) => sum + curve[feature] * features[feature], 0)
}

const sampleSize = confidenceFeatures.length + circumstances.length + pairClasses.length

/** The features that the forest is asked about, in its order; `sample` is written and given back. */
export function sampleOf(
  { pairClass, features, circumstances: around }: Weighed,
  sample = new Float64Array(sampleSize),
): Float64Array {
  let at = 0
  for (const name of confidenceFeatures) sample[at++] = features[name]
  for (const name of circumstances) sample[at++] = around[name]
  for (const name of pairClasses) sample[at++] = name === pairClass ? 1 : 0
  return sample
}

/** Gives what the confidences of the edits of a decoded text are worked out from; `chosen` are its likeliest ones. */
export function weighedIn(
  text: string,
  restored: Restored,
  fitAt: (offset: number) => number = registerFits(text, restored),
  chosen: readonly DecodedEdit[] = likeliestEdits(restored.decoded.edits),
): (edit: DecodedEdit) => Weighed {
  const { table } = restored.decoded.tool
  const featuresOf = featuresIn(text, restored, chosen, fitAt)
  const circumstancesOf = circumstancesIn(text, restored, chosen, fitAt)
  return (edit) => ({
    pairClass: classOf(pairOf(table, edit.pair)),
    features: featuresOf(edit),
    circumstances: circumstancesOf(edit),
  })
}

/** The calibration of edits, by what is weighed of each. */
export function calibrationBy(
  weigh: (edit: DecodedEdit) => Weighed,
  { curves, forest }: Pick<RepairParameters, 'curves' | 'forest'>,
): Calibrate {
  const flat = flatOf(forest)
  const sample = new Float64Array(sampleSize)
  return (edit) => {
    const weighed = weigh(edit)
    const odds =
      curveOdds(curves[weighed.pairClass], weighed.features) + flatOdds(flat, sampleOf(weighed, sample))
    return 1 / (1 + Math.exp(-odds))
  }
}

/** The calibration of a decoded text. */
export function calibrationFor(text: string, restored: Restored): Calibrate {
  return calibrationBy(weighedIn(text, restored), restored.decoded.tool.parameters)
}
