/** Boosted trees on questions whose answers are known. */
import { describe, expect, test } from 'vitest'
import type { Answer, BoostingOptions } from '../../../measure/fit/boosting.js'
import { growForest, oneOfEach, yesOrNo } from '../../../measure/fit/boosting.js'
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
    return { features, right: features[0]! > 0.5 !== features[1]! > 0.5, weight: 1 }
  })
}

function growAnswers(samples: readonly Answer[], own = options, odds = new Float64Array(samples.length)) {
  return growForest(samples, odds, yesOrNo(samples), own)
}

describe('growForest', () => {
  test('learns what only two features together tell', () => {
    const forest = growAnswers(checkered(600, 1))
    const unseen = checkered(400, 2)
    const right = unseen.filter((one) => oddsOf(forest, one.features) > 0 === one.right)
    expect(right.length).toBeGreaterThan(380)
  })

  test('gives the same trees for the same samples', () => {
    const drawn = { ...options, sampled: 0.7, seen: 0.7 }
    expect(growAnswers(checkered(200, 3), drawn)).toEqual(growAnswers(checkered(200, 3), drawn))
  })

  test('asks for nothing where the odds that are known say it all', () => {
    const known = checkered(300, 4)
    const odds = Float64Array.from(known, ({ right }) => (right ? 40 : -40))
    const forest = growAnswers(known, options, odds)
    expect(Math.max(...known.map(({ features }) => Math.abs(oddsOf(forest, features))))).toBeLessThan(0.01)
  })

  test('a sample counts by its weight', () => {
    const both = [
      ...Array.from({ length: 20 }, () => ({ features: [1], right: true, weight: 3 })),
      ...Array.from({ length: 20 }, () => ({ features: [1], right: false, weight: 1 })),
    ]
    expect(oddsOf(growAnswers(both, { ...options, ridge: 0 }), [1])).toBeCloseTo(Math.log(3), 2)
  })

  test('no leaf is smaller than the least', () => {
    const samples = checkered(40, 5)
    const { trees } = growAnswers(samples, { ...options, trees: 1, leastSamples: 25 })
    expect(trees[0]!.features).toEqual([-1])
  })
})

describe('a choice among several', () => {
  /** Groups of three points, of which the one with the highest first number is right, however high that is. */
  function highest(count: number, seed: number) {
    const random = seededRandom(seed)
    return Array.from({ length: count }, () => {
      const level = random() * 10
      const group = Array.from({ length: 3 }, () => ({ features: [level + random(), random()] }))
      const most = Math.max(...group.map(({ features }) => features[0]!))
      return group.map((point) => ({ ...point, right: point.features[0] === most }))
    })
  }

  test('is learnt by comparison within the group', () => {
    const seen = highest(300, 6)
    const samples = seen.flat()
    const right = samples.map((point) => point.right)
    const groups = seen.map(({ length }) => length)
    const forest = growForest(samples, new Float64Array(samples.length), oneOfEach(right, groups), options)
    const found = highest(200, 7).filter((group) => {
      const odds = group.map(({ features }) => oddsOf(forest, features))
      return group[odds.indexOf(Math.max(...odds))]!.right
    })
    expect(found.length).toBeGreaterThan(85)
  })

  test('several may be right: what they share is no loss', () => {
    const gradient = new Float64Array(3)
    const loss = oneOfEach([true, true, false], [3])
    loss(Float64Array.of(40, 40, 0), gradient, new Float64Array(3))
    expect(Math.max(...gradient.map(Math.abs))).toBeLessThan(1e-9)
  })
})
