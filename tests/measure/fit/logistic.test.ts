/** Logistic regression: known weights are found again, and the ridge holds what the samples do not say. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Sample } from '../../../measure/fit/logistic.js'
import { fitLogistic } from '../../../measure/fit/logistic.js'

const sigmoid = (score: number) => 1 / (1 + Math.exp(-score))
const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, one, at) => sum + one * b[at]!, 0)

/** Samples of each row of features that are right as often as the weights say. */
function samplesOf(rows: readonly (readonly number[])[], weights: readonly number[], size: number): Sample[] {
  return rows.flatMap((features) => {
    const right = sigmoid(dot(weights, features))
    return [
      { features, right: true, weight: size * right },
      { features, right: false, weight: size * (1 - right) },
    ]
  })
}

const values = [-2, -0.5, 1, 3]
const rows = values.flatMap((first) => values.map((second) => [1, first, second]))

describe('fitLogistic', () => {
  test('finds the weights that the samples were made with', () => {
    const known = [-0.7, 1.3, -0.4]
    const found = fitLogistic(samplesOf(rows, known, 1e7), 3)
    known.forEach((weight, at) => {
      expect(found[at]).toBeCloseTo(weight, 4)
    })
  })

  test('whatever they are', () => {
    const weight = fc.double({ min: -1.5, max: 1.5, noNaN: true })
    fc.assert(
      fc.property(fc.tuple(weight, weight, weight), (known) => {
        const found = fitLogistic(samplesOf(rows, known, 1e7), 3)
        known.forEach((each, at) => {
          expect(found[at]).toBeCloseTo(each, 3)
        })
      }),
      { numRuns: 30 },
    )
  })

  test('a sample of weight n counts as n samples', () => {
    const one = (right: boolean, weight: number): Sample => ({ features: [1, right ? 2 : -1], right, weight })
    const mixed = [one(true, 1), { ...one(true, 1), right: false }, one(false, 1)]
    const tripled = [...mixed, ...mixed, ...mixed]
    const weighted = mixed.map((sample) => ({ ...sample, weight: 3 }))
    const found = fitLogistic(weighted, 2)
    fitLogistic(tripled, 2).forEach((weight, at) => {
      expect(found[at]).toBeCloseTo(weight, 9)
    })
  })

  test('the ridge costs half the square of each weight: at the best, what it costs and what the samples gain are even', () => {
    const samples = samplesOf(rows, [0.5, -1, 2], 3).filter((_, at) => at % 3 > 0)
    const found = fitLogistic(samples, 3)
    found.forEach((weight, at) => {
      const gain = samples.reduce(
        (sum, { features, right, weight: counts }) =>
          sum + counts * (Number(right) - sigmoid(dot(found, features))) * features[at]!,
        0,
      )
      expect(gain).toBeCloseTo(weight, 6)
    })
  })

  test('a feature that never varies gets no weight, and samples that a line parts get weights that are finite', () => {
    const parted = [-2, -1, 1, 2].map(
      (value): Sample => ({
        features: [0, value],
        right: value > 0,
        weight: 1,
      }),
    )
    const [none, slope] = fitLogistic(parted, 2)
    expect(none).toBe(0)
    expect(slope).toBeGreaterThan(0.5)
    expect(slope).toBeLessThan(5)
  })

  test('without samples all weights are nothing', () => {
    expect(fitLogistic([], 2)).toEqual([0, 0])
  })
})
