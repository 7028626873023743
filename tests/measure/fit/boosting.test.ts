/** Boosted trees on questions whose answers are known. */
import { describe, expect, test } from 'vitest'
import type { BoostingOptions } from '../../../measure/fit/boosting.js'
import { growForest } from '../../../measure/fit/boosting.js'
import { oddsOf } from '../../../src/resources/forest.js'
import { seededRandom } from '../../support/random.js'

const options: BoostingOptions = {
  trees: 40,
  leaves: 4,
  rate: 0.3,
  leastSamples: 5,
  ridge: 1,
  sampled: 1,
  seen: 1,
}

/** Points of a square; right where exactly one of both numbers is above a half, which no single feature tells. */
function checkered(count: number, seed: number) {
  const random = seededRandom(seed)
  return Array.from({ length: count }, () => {
    const features = [random(), random(), random()]
    return { features, right: features[0]! > 0.5 !== features[1]! > 0.5, weight: 1, odds: 0 }
  })
}

describe('growForest', () => {
  test('learns what only two features together tell', () => {
    const forest = growForest(checkered(600, 1), options)
    const unseen = checkered(400, 2)
    const right = unseen.filter((one) => oddsOf(forest, one.features) > 0 === one.right)
    expect(right.length).toBeGreaterThan(380)
  })

  test('gives the same trees for the same samples', () => {
    const drawn = { ...options, sampled: 0.7, seen: 0.7 }
    expect(growForest(checkered(200, 3), drawn)).toEqual(growForest(checkered(200, 3), drawn))
  })

  test('asks for nothing where the odds that are known say it all', () => {
    const known = checkered(300, 4).map((one) => ({ ...one, odds: one.right ? 40 : -40 }))
    const forest = growForest(known, options)
    expect(Math.max(...known.map(({ features }) => Math.abs(oddsOf(forest, features))))).toBeLessThan(0.01)
  })

  test('a sample counts by its weight', () => {
    const both = [
      ...Array.from({ length: 20 }, () => ({ features: [1], right: true, weight: 3, odds: 0 })),
      ...Array.from({ length: 20 }, () => ({ features: [1], right: false, weight: 1, odds: 0 })),
    ]
    expect(oddsOf(growForest(both, { ...options, ridge: 0 }), [1])).toBeCloseTo(Math.log(3), 2)
  })

  test('no leaf is smaller than the least', () => {
    const samples = checkered(40, 5)
    const { trees } = growForest(samples, { ...options, trees: 1, leastSamples: 25 })
    expect(trees[0]!.features).toEqual([-1])
  })
})
