/**
 * Fits what confidences are worked out by: the curves, and the forest that corrects them. Every likeliest edit of spun
 * documents is a sample, right where it makes its region what the gold says. Sets count alike, whatever their size.
 */

import { offsetMap } from '../../src/model/edit.js'
import { spanOf } from '../../src/model/span.js'
import type { Resources } from '../../src/pipeline/resources.js'
import { runStages } from '../../src/pipeline/stages.js'
import type { Weighed } from '../../src/repair/decide/calibration.js'
import { curveOdds, sampleOf, weighedIn } from '../../src/repair/decide/calibration.js'
import { likeliestEdits } from '../../src/repair/decide/features.js'
import { protectOffsets } from '../../src/repair/decide/protected.js'
import { restore } from '../../src/repair/restore.js'
import { standardWord } from '../../src/repair/tool/pair-table.js'
import type { ConfidenceCurve, RepairParameters } from '../../src/resources/repair-parameters.js'
import { confidenceFeatures, pairClasses } from '../../src/resources/repair-parameters.js'
import { sourceOf } from '../eval/repair.js'
import type { PredictedEdit } from '../eval/score-repair.js'
import { findRegions } from '../eval/score-repair.js'
import type { EvaluationText } from '../eval/sets.js'
import type { BoostingOptions } from './boosting.js'
import { growForest, yesOrNo } from './boosting.js'
import { fitLogistic } from './logistic.js'

/** Texts to fit on, by set. */
export type FittingSets = ReadonlyMap<string, readonly EvaluationText[]>

interface LabelledEdit {
  readonly weighed: Weighed
  readonly right: boolean
}

/** The likeliest edits of a text, each with its features and whether it is right. */
function labelEdits(text: EvaluationText, resources: Resources): LabelledEdit[] {
  const { candidates } = resources
  const document = runStages(sourceOf(text.text), { resources, until: 'layout' })
  const normalised = document.normalised.text
  const protectedAt = protectOffsets(document, candidates.lexicon)
  const restored = restore(candidates, normalised, { assume: 'auto', protectedAt })
  const { tool, edits } = restored.decoded
  const weigh = weighedIn(normalised, restored)
  const map = offsetMap(document.normalised)
  const labelled = new Map<PredictedEdit, Weighed>()
  for (const edit of likeliestEdits(edits)) {
    const { start, end } = map.back(spanOf<'normalised'>(edit.start, edit.end))
    const replacement = standardWord(tool.table, edit.pair)
    labelled.set({ start, end, replacement, confidence: edit.probability }, weigh(edit))
  }
  const gold = text.gold.filter(({ kind }) => kind === 'swap')
  return findRegions(text.text, [...labelled.keys()], gold).flatMap(({ predicted, right }) =>
    predicted.map((edit) => ({ weighed: labelled.get(edit)!, right })),
  )
}

/** Samples that a set counts for, whatever its size; none of them counts more than so often. */
const samplesOfSet = 8000
const mostWeight = 5
/** A class with fewer samples keeps the curve that it has. */
const leastSamples = 200

/** Rounded so that the file can be read: four significant digits. */
const rounded = (value: number) => Number(value.toPrecision(4))

/** The trees, and how they are grown. */
const forest: BoostingOptions = {
  trees: 400,
  leaves: 15,
  rate: 0.06,
  leastSamples: 60,
  ridge: 5,
  sampled: 0.8,
  seen: 0.6,
}

interface WeightedEdit extends LabelledEdit {
  readonly weight: number
}

function curveOf(own: readonly WeightedEdit[]): ConfidenceCurve {
  const samples = own.map(({ weighed: { features }, right, weight }) => ({
    features: confidenceFeatures.map((name) => features[name]),
    right,
    weight,
  }))
  const weights = fitLogistic(samples, confidenceFeatures.length)
  return Object.fromEntries(
    confidenceFeatures.map((name, at) => [name, rounded(weights[at]!)]),
  ) as unknown as ConfidenceCurve
}

/** The curves and the forest that fit best. */
export function fitConfidences(
  sets: FittingSets,
  resourcesOf: (set: string) => Resources,
): Pick<RepairParameters, 'curves' | 'forest'> {
  const edits: WeightedEdit[] = []
  for (const [name, texts] of sets) {
    const own = texts.flatMap((text) => labelEdits(text, resourcesOf(name)))
    const weight = Math.min(mostWeight, samplesOfSet / Math.max(1, own.length))
    for (const edit of own) edits.push({ ...edit, weight })
  }
  const [first] = sets.keys()
  const given = resourcesOf(first!).candidates.parameters.curves
  const curves = Object.fromEntries(
    pairClasses.map((name) => {
      const own = edits.filter(({ weighed }) => weighed.pairClass === name)
      return [name, own.length < leastSamples ? given[name] : curveOf(own)]
    }),
  ) as RepairParameters['curves']
  const samples = edits.map(({ weighed, right, weight }) => ({
    features: [...sampleOf(weighed)],
    right,
    weight,
  }))
  const odds = Float64Array.from(edits, ({ weighed }) =>
    curveOdds(curves[weighed.pairClass], weighed.features),
  )
  return { curves, forest: growForest(samples, odds, yesOrNo(samples), forest) }
}
