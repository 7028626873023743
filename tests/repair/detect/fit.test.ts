/** How well a model knows a text: the mean over the symbols of all pieces that are long enough. */
import { describe, expect, test } from 'vitest'
import { meanFit } from '../../../src/repair/detect/fit.js'
import { bigramModel } from '../small.js'

/** -1 for the first 甲, -2 for each one behind it. */
const model = bigramModel({ '^甲': -1, 甲甲: -2 }, -9)

describe('meanFit', () => {
  test('is the mean log-probability of a symbol', () => {
    expect(meanFit(model, ['甲'.repeat(20)])).toBeCloseTo((-1 - 19 * 2) / 20, 12)
  })

  test('is the mean over all symbols, so that long pieces count more', () => {
    expect(meanFit(model, ['甲'.repeat(20), '甲'.repeat(30)])).toBeCloseTo((-39 - 59) / 50, 12)
  })

  test('pieces of fewer than twenty symbols say nothing', () => {
    expect(meanFit(model, ['甲'.repeat(19)])).toBe(Number.NEGATIVE_INFINITY)
    expect(meanFit(model, ['乙'.repeat(19), '甲'.repeat(20)])).toBeCloseTo(-1.95, 12)
    expect(meanFit(model, [])).toBe(Number.NEGATIVE_INFINITY)
  })

  test('a number is one symbol, and spaces are none', () => {
    expect(meanFit(model, [`${'甲'.repeat(18)}2024`])).toBe(Number.NEGATIVE_INFINITY)
    expect(meanFit(model, ['甲'.repeat(19) + ' '.repeat(9)])).toBe(Number.NEGATIVE_INFINITY)
  })
})
