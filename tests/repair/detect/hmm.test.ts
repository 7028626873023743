/** The two-state model of passages, against values worked out by hand and against the sum over all state sequences. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { smoothPassages } from '../../../src/repair/detect/hmm.js'

const within = () => false
const opening = () => true

function smooth(odds: number[], opens: (passage: number) => boolean, share = 0.5, before = share): number[] {
  return [...smoothPassages(odds, opens, { share, before })]
}

describe('smoothPassages', () => {
  test('one passage follows its own odds where nothing is known before', () => {
    expect(smooth([Math.log(3)], opening)[0]).toBeCloseTo(0.75, 12)
    expect(smooth([0], opening)[0]).toBeCloseTo(0.5, 12)
  })

  test('a passage within a paragraph takes over 0.98 + 0.02 · share of what the one before is', () => {
    // 0.9 · 0.99 + 0.1 · 0.01
    expect(smooth([Math.log(9), 0], (at) => at === 0)[1]).toBeCloseTo(0.892, 12)
  })

  test('a passage that opens a paragraph takes over 0.7 + 0.3 · share', () => {
    // 0.9 · 0.85 + 0.1 · 0.15
    expect(smooth([Math.log(9), 0], opening)[1]).toBeCloseTo(0.78, 12)
  })

  test('what comes later speaks for what stands before as much', () => {
    expect(smooth([0, Math.log(9)], within, 0.5, 0.5)[0]).toBeCloseTo(0.892, 12)
    expect(smooth([0, Math.log(9)], opening)[0]).toBeCloseTo(0.78, 12)
  })

  test('the passage before the first one counts as one', () => {
    // 1 · 0.99 + 0 · 0.01
    expect(smooth([0], within, 0.5, 1)[0]).toBeCloseTo(0.99, 12)
  })

  test('a share of all or nothing leaves room for the odds', () => {
    expect(smooth([5], opening, 0, 0)[0]).toBeGreaterThan(0)
    expect(smooth([-5], opening, 1, 1)[0]).toBeLessThan(1)
  })

  test('no passages give no probabilities', () => {
    expect(smooth([], within)).toEqual([])
  })

  const passages = fc.array(
    fc.record({ odds: fc.double({ min: -6, max: 6, noNaN: true }), opens: fc.boolean() }),
    {
      minLength: 1,
      maxLength: 7,
    },
  )
  const shares = fc.double({ min: 0.05, max: 0.95, noNaN: true })

  test('is the marginal over all sequences of states', () => {
    fc.assert(
      fc.property(passages, shares, shares, (row, share, before) => {
        const found = smooth(
          row.map(({ odds }) => odds),
          (at) => row[at]!.opens,
          share,
          before,
        )
        const sums = row.map(() => 0)
        let all = 0
        for (let states = 0; states < 2 ** row.length; states++) {
          const isSpun = (at: number) => ((states >> at) & 1) === 1
          let probability = 1
          row.forEach(({ odds, opens }, at) => {
            const change = opens ? 0.3 : 0.02
            const stay = (wasSpun: boolean) => (wasSpun ? 1 - change * (1 - share) : change * share)
            const spun = at === 0 ? before * stay(true) + (1 - before) * stay(false) : stay(isSpun(at - 1))
            probability *= isSpun(at) ? spun * Math.exp(odds) : 1 - spun
          })
          all += probability
          for (let at = 0; at < row.length; at++) if (isSpun(at)) sums[at]! += probability
        }
        for (const [at, value] of found.entries()) expect(value).toBeCloseTo(sums[at]! / all, 9)
      }),
    )
  })
})
