/** The two-state model of passages, against values worked out by hand and against the sum over all state sequences. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addLogs, smoothPassages, spunLikelihood } from '../../../src/repair/detect/hmm.js'

const within = () => false
const opening = () => true

function smooth(odds: number[], opens: (passage: number) => boolean, share = 0.5, before = share): number[] {
  return [...smoothPassages(odds, opens, { share, before })]
}

interface Row {
  readonly odds: number
  readonly opens: boolean
}

const rows = fc.array(fc.record({ odds: fc.double({ min: -6, max: 6, noNaN: true }), opens: fc.boolean() }), {
  minLength: 1,
  maxLength: 7,
})

/** Visits each sequence of states with its weight; `first` is the probability that the first passage is spun. */
function visitSequences(
  row: readonly Row[],
  share: number,
  first: number,
  visit: (isSpun: (at: number) => boolean, weight: number) => void,
): void {
  for (let states = 0; states < 2 ** row.length; states++) {
    const isSpun = (at: number) => ((states >> at) & 1) === 1
    let weight = 1
    row.forEach(({ odds, opens }, at) => {
      const spun = at === 0 ? first : turn(opens, isSpun(at - 1), share)
      weight *= isSpun(at) ? spun * Math.exp(odds) : 1 - spun
    })
    visit(isSpun, weight)
  }
}

/** Probability to be spun behind a passage that was, or was not. */
function turn(opens: boolean, wasSpun: boolean, share: number): number {
  const change = opens ? 0.3 : 0.02
  return wasSpun ? 1 - change * (1 - share) : change * share
}

describe('addLogs', () => {
  const nothing = Number.NEGATIVE_INFINITY

  test('is the logarithm of the sum, however small or large', () => {
    expect(addLogs(Math.log(2), Math.log(5))).toBeCloseTo(Math.log(7), 12)
    expect(addLogs(Math.log(5), Math.log(2))).toBeCloseTo(Math.log(7), 12)
    expect(addLogs(-2000, -2000)).toBeCloseTo(-2000 + Math.log(2), 12)
    expect(addLogs(2000, 0)).toBe(2000)
  })

  test('nothing adds nothing', () => {
    expect([addLogs(3, nothing), addLogs(nothing, 3), addLogs(nothing, nothing)]).toEqual([3, 3, nothing])
  })
})

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

  const shares = fc.double({ min: 0.05, max: 0.95, noNaN: true })

  test('is the marginal over all sequences of states', () => {
    fc.assert(
      fc.property(rows, shares, shares, (row, share, before) => {
        const found = smooth(
          row.map(({ odds }) => odds),
          (at) => row[at]!.opens,
          share,
          before,
        )
        const sums = row.map(() => 0)
        let all = 0
        const { opens } = row[0]!
        const first = before * turn(opens, true, share) + (1 - before) * turn(opens, false, share)
        visitSequences(row, share, first, (isSpun, weight) => {
          all += weight
          for (let at = 0; at < row.length; at++) if (isSpun(at)) sums[at]! += weight
        })
        for (const [at, value] of found.entries()) expect(value).toBeCloseTo(sums[at]! / all, 9)
      }),
    )
  })
})

describe('spunLikelihood', () => {
  const shares = [0.05, 0.15, 0.3, 0.5, 0.7, 0.9]

  test('is that of the share that fits best', () => {
    expect(spunLikelihood([Math.log(3)], opening)).toBeCloseTo(Math.log(0.9 * 3 + 0.1), 12)
    // A spun paragraph before a clean one: half of them, of which .85 stay what the one before was.
    const spunFirst = 0.5 * Math.exp(3) * (0.85 * Math.exp(-4) + 0.15)
    const cleanFirst = 0.5 * (0.15 * Math.exp(-4) + 0.85)
    expect(spunLikelihood([3, -4], opening)).toBeCloseTo(Math.log(spunFirst + cleanFirst), 12)
  })

  test('passages of one paragraph go together, those of several may differ', () => {
    // .9 · e^2 · (1 - c · .1) · e^2 + …, where c is .02 within a paragraph and .3 at its start.
    const of = (change: number) =>
      Math.log(
        0.9 * Math.exp(2) * ((1 - change * 0.1) * Math.exp(2) + change * 0.1) +
          0.1 * (change * 0.9 * Math.exp(2) + 1 - change * 0.9),
      )
    expect(spunLikelihood([2, 2], within)).toBeCloseTo(of(0.02), 12)
    expect(spunLikelihood([2, 2], opening)).toBeCloseTo(of(0.3), 12)
  })

  test('is nothing where no share of spun passages fits better than none', () => {
    expect(spunLikelihood([-5], opening)).toBe(0)
    expect(spunLikelihood([-5, -1, -3], within)).toBe(0)
    expect(spunLikelihood([], within)).toBe(0)
  })

  /** The logarithm of the sum over all sequences of states, for each share. */
  const logSums = (row: readonly Row[]) =>
    shares.map((share) => {
      let all = 0
      visitSequences(row, share, share, (_, weight) => {
        all += weight
      })
      return Math.log(all)
    })

  test('one spun paragraph among sixty is found, under the smallest share', () => {
    // All but the last are surely clean, so that the first ones start clean and stay so.
    const odds = [...Array.from({ length: 59 }, () => -99), 12]
    const at = (share: number) =>
      Math.log((1 - share) * (1 - 0.3 * share) ** 58 * (0.3 * share * Math.exp(12) + 1 - 0.3 * share))
    expect(at(0.05)).toBeGreaterThan(Math.max(...shares.slice(1).map(at)))
    expect(spunLikelihood(odds, opening)).toBeCloseTo(at(0.05), 9)
  })

  test('is the sum over all sequences of states, at the best of the shares', () => {
    fc.assert(
      fc.property(rows, (row) => {
        const found = spunLikelihood(
          row.map(({ odds }) => odds),
          (at) => row[at]!.opens,
        )
        expect(found).toBeCloseTo(Math.max(0, ...logSums(row)), 9)
      }),
    )
  })
})
