/**
 * Fits the confidence curves: every likeliest edit of spun documents is a sample, right where it makes its region what
 * the gold says. Sets count alike, whatever their size.
 */

import { offsetMap } from '../../src/model/edit.js'
import { spanOf } from '../../src/model/span.js'
import type { Resources } from '../../src/pipeline/resources.js'
import { runStages } from '../../src/pipeline/stages.js'
import { classOf, featuresIn, likeliestEdits, registerFits } from '../../src/repair/decide/features.js'
import { protectOffsets } from '../../src/repair/decide/protected.js'
import { restore } from '../../src/repair/restore.js'
import { pairOf, standardWord } from '../../src/repair/tool/pair-table.js'
import type { ConfidenceCurve, PairClass, RepairParameters } from '../../src/resources/repair-parameters.js'
import { confidenceFeatures, pairClasses } from '../../src/resources/repair-parameters.js'
import { sourceOf } from '../eval/repair.js'
import type { PredictedEdit } from '../eval/score-repair.js'
import { findRegions } from '../eval/score-repair.js'
import type { EvaluationText } from '../eval/sets.js'
import type { Sample } from './logistic.js'
import { fitLogistic } from './logistic.js'

/** Texts to fit on, by set. */
export type FittingSets = ReadonlyMap<string, readonly EvaluationText[]>

interface LabelledEdit {
  readonly pairClass: PairClass
  readonly features: ConfidenceCurve
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
  const featuresOf = featuresIn(normalised, restored, registerFits(normalised, restored))
  const map = offsetMap(document.normalised)
  const labelled = new Map<PredictedEdit, Omit<LabelledEdit, 'right'>>()
  for (const edit of likeliestEdits(edits)) {
    const { start, end } = map.back(spanOf<'normalised'>(edit.start, edit.end))
    const replacement = standardWord(tool.table, edit.pair)
    labelled.set(
      { start, end, replacement, confidence: edit.probability },
      { pairClass: classOf(pairOf(tool.table, edit.pair)), features: featuresOf(edit) },
    )
  }
  const gold = text.gold.filter(({ kind }) => kind === 'swap')
  return findRegions(text.text, [...labelled.keys()], gold).flatMap(({ predicted, right }) =>
    predicted.map((edit) => ({ ...labelled.get(edit)!, right })),
  )
}

/** Samples that a set counts for, whatever its size; none of them counts more than so often. */
const samplesOfSet = 8000
const mostWeight = 5
/** A class with fewer samples keeps the curve that it has. */
const leastSamples = 200

/** Rounded so that the file can be read: four significant digits. */
const rounded = (value: number) => Number(value.toPrecision(4))

/** The curves that fit best. */
export function fitCurves(sets: FittingSets, resources: Resources): RepairParameters['curves'] {
  const samples = new Map<PairClass, Sample[]>(pairClasses.map((name) => [name, []]))
  for (const texts of sets.values()) {
    const edits = texts.flatMap((text) => labelEdits(text, resources))
    const weight = Math.min(mostWeight, samplesOfSet / Math.max(1, edits.length))
    for (const { pairClass, features, right } of edits) {
      samples
        .get(pairClass)!
        .push({ features: confidenceFeatures.map((name) => features[name]), right, weight })
    }
  }
  const curveOf = (pairClass: PairClass): ConfidenceCurve => {
    const own = samples.get(pairClass)!
    if (own.length < leastSamples) return resources.candidates.parameters.curves[pairClass]
    const weights = fitLogistic(own, confidenceFeatures.length)
    return Object.fromEntries(
      confidenceFeatures.map((name, at) => [name, rounded(weights[at]!)]),
    ) as unknown as ConfidenceCurve
  }
  return Object.fromEntries(pairClasses.map((name) => [name, curveOf(name)])) as RepairParameters['curves']
}
