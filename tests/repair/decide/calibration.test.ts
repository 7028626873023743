/** Confidences: the value of a curve by hand, and the curve that each class of pairs has. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calibrationFor, confidenceOf } from '../../../src/repair/decide/calibration.js'
import { withProposals } from '../../../src/repair/decode/candidates.js'
import type { ConfidenceCurve, PairClass } from '../../../src/resources/repair-parameters.js'
import { confidenceFeatures, pairClasses } from '../../../src/resources/repair-parameters.js'
import { editOf, restoredOf } from '../restored.js'
import { bigramModel, listed, plainParameters, smallCandidates } from '../small.js'

const zero = Object.fromEntries(confidenceFeatures.map((feature) => [feature, 0])) as ConfidenceCurve
const sigmoid = (score: number) => 1 / (1 + Math.exp(-score))

describe('confidenceOf', () => {
  test('is the logistic of the weighed features', () => {
    const curve = { ...zero, bias: -1, logOdds: 0.5, open: 2, character: -3 }
    const features = { ...zero, bias: 1, logOdds: 4, open: 0.25, places: 7 }
    expect(confidenceOf(curve, features)).toBeCloseTo(sigmoid(-1 + 2 + 0.5), 12)
    expect(confidenceOf(curve, { ...features, character: 1 })).toBeCloseTo(sigmoid(-1.5), 12)
    expect(confidenceOf(zero, features)).toBe(0.5)
  })

  test.each(confidenceFeatures)('%s counts by its weight', (feature) => {
    const features = { ...zero, [feature]: 2 }
    expect(confidenceOf({ ...zero, [feature]: 0.75 }, features)).toBeCloseTo(sigmoid(1.5), 12)
  })

  test('lies between 0 and 1', () => {
    const values = fc.record(
      Object.fromEntries(
        confidenceFeatures.map((feature) => [feature, fc.double({ min: -9, max: 9, noNaN: true })]),
      ),
    ) as fc.Arbitrary<ConfidenceCurve>
    fc.assert(
      fc.property(values, values, (curve, features) => {
        const confidence = confidenceOf(curve, features)
        expect(confidence >= 0 && confidence <= 1).toBe(true)
      }),
    )
  })
})

describe('calibrationFor', () => {
  const text = '黉舍'
  /** Biases of the curves of `plainParameters`, which take the decoder's log-odds as they are. */
  const biases: Readonly<Record<PairClass, number>> = {
    attested: 0,
    reversed: -1,
    known: -0.5,
    thesaurus: -1.5,
    shape: -2,
  }
  const prepared = smallCandidates(
    [
      listed('学校', '黉舍', { evidence: ['report'] }),
      listed('学校', '书院', { evidence: ['reversed'] }),
      listed('学校', '学堂'),
    ],
    bigramModel({ 学校: -1 }),
  )
  const proposed = (source: 'shape' | 'thesaurus') => ({
    pair: { origin: 'proposed' as const, standard: '学校', spun: '校舍', source },
    standard: 0,
    starts: [],
  })
  const candidates = withProposals(prepared, [proposed('thesaurus'), proposed('shape')])

  test.each([...pairClasses.entries()])('pair %i has the curve of %s pairs', (pair, one) => {
    const restored = restoredOf(candidates, text, { edits: [[0, 2, pair, 0.9]] })
    const [edit] = restored.decoded.edits
    expect(calibrationFor(text, restored)(edit!)).toBeCloseTo(sigmoid(biases[one] + Math.log(9)), 12)
  })

  test('an edit has the features that the text gives it', () => {
    const weighed = { ...zero, logOdds: 1, places: -2, elsewhere: 0.5 }
    const known = smallCandidates(
      [listed('学校', '黉舍', { evidence: ['report'] })],
      bigramModel({ 学校: -1 }),
      {
        ...plainParameters,
        curves: { ...plainParameters.curves, attested: weighed },
      },
    )
    const twice = '黉舍黉舍'
    const restored = restoredOf(known, twice, {
      edits: [
        [0, 2, 0, 0.9],
        [2, 4, 0, 0.5],
      ],
    })
    const edit = restored.decoded.edits[0]!
    expect(calibrationFor(twice, restored)(edit)).toBeCloseTo(sigmoid(Math.log(9) - 2 * Math.log(2)), 12)
    const alone = restoredOf(known, twice, { edits: [[0, 2, 0, 0.9]] })
    expect(calibrationFor(twice, alone)(editOf([0, 2, 0, 0.9]))).toBeCloseTo(sigmoid(Math.log(9)), 12)
  })
})
