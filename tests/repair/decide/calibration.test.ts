/** Confidences: the value of a curve by hand, and the curve that each class of pairs has. */
import { describe, expect, test } from 'vitest'
import type { ProposalSource } from '../../../src/model/pair.js'
import { calibrationFor, curveOdds } from '../../../src/repair/decide/calibration.js'
import { withProposals } from '../../../src/repair/decode/candidates.js'
import type { ConfidenceCurve, PairClass } from '../../../src/resources/repair-parameters.js'
import { circumstances, confidenceFeatures, pairClasses } from '../../../src/resources/repair-parameters.js'
import { editOf, restoredOf } from '../restored.js'
import { bigramModel, listed, plainParameters, smallCandidates } from '../small.js'

const zero = Object.fromEntries(confidenceFeatures.map((feature) => [feature, 0])) as ConfidenceCurve
const sigmoid = (score: number) => 1 / (1 + Math.exp(-score))

describe('curveOdds', () => {
  test('is the sum of the weighed features', () => {
    const curve = { ...zero, bias: -1, logOdds: 0.5, open: 2, character: -3 }
    const features = { ...zero, bias: 1, logOdds: 4, open: 0.25, places: 7 }
    expect(curveOdds(curve, features)).toBeCloseTo(-1 + 2 + 0.5, 12)
    expect(curveOdds(curve, { ...features, character: 1 })).toBeCloseTo(-1.5, 12)
    expect(curveOdds(zero, features)).toBe(0)
  })

  test.each(confidenceFeatures)('%s counts by its weight', (feature) => {
    const features = { ...zero, [feature]: 2 }
    expect(curveOdds({ ...zero, [feature]: 0.75 }, features)).toBeCloseTo(1.5, 12)
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
    context: -2.5,
  }
  const prepared = smallCandidates(
    [
      listed('学校', '黉舍', { evidence: ['report'] }),
      listed('学校', '书院', { evidence: ['reversed'] }),
      listed('学校', '学堂'),
    ],
    bigramModel({ 学校: -1 }),
  )
  const proposed = (source: ProposalSource) => ({
    pair: { origin: 'proposed' as const, standard: '学校', spun: '校舍', source },
    standard: 0,
    prior: 0.01,
    starts: [],
  })
  const candidates = withProposals(prepared, [proposed('thesaurus'), proposed('shape'), proposed('context')])

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

  test('the forest adds to what the curve says, by what stands around the edit', () => {
    const feature = confidenceFeatures.length + circumstances.indexOf('spunLength')
    const tree = { features: [feature, -1, -1], borders: [2, 0, 0], below: [1, 0, 0], values: [0, 1.5, -4] }
    const weighed = smallCandidates(
      [listed('学校', '黉舍', { evidence: ['report'] }), listed('学校', '黉舍里', { evidence: ['report'] })],
      bigramModel({ 学校: -1 }),
      { ...plainParameters, forest: { trees: [tree, tree] } },
    )
    const confidence = (end: number, pair: number) =>
      calibrationFor(
        '黉舍里',
        restoredOf(weighed, '黉舍里', { edits: [[0, end, pair, 0.9]] }),
      )(editOf([0, end, pair, 0.9]))
    expect(confidence(2, 0)).toBeCloseTo(sigmoid(Math.log(9) + 3), 12)
    expect(confidence(3, 1)).toBeCloseTo(sigmoid(Math.log(9) - 8), 12)
  })
})
