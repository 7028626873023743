import { expect, test } from 'vitest'
import { flatOdds, flatten } from '../../src/resources/flat-forest.js'
import { oddsOf } from '../../src/resources/forest.js'
import { loadRepairParameters } from '../../src/resources/repair-parameters.js'
import { seededRandom } from '../support/random.js'

test('a flat forest gives to the last bit what its trees give', () => {
  const { forest } = loadRepairParameters()
  const flat = flatten(forest)
  const features = Math.max(...forest.trees.flatMap((tree) => [...tree.features])) + 1
  const random = seededRandom(3)
  for (let turn = 0; turn < 200; turn++) {
    const sample = Float64Array.from({ length: features }, () => random() * 20 - 10)
    expect(flatOdds(flat, sample)).toBe(oddsOf(forest, sample))
  }
})

test('a sample on a border goes below it', () => {
  const forest = {
    trees: [{ features: [1, -1, -1], borders: [2, 0, 0], below: [1, 0, 0], values: [0, -1, 5] }],
  }
  const oddsAt = (value: number) => flatOdds(flatten(forest), Float64Array.of(0, value))
  expect([oddsAt(1), oddsAt(2), oddsAt(2.5)]).toEqual([-1, -1, 5])
})
