/** How much of a text was spun, and what that makes of the whole. */
import { describe, expect, test } from 'vitest'
import { spanOf } from '../../../src/model/span.js'
import { judgeSpin, spinOf } from '../../../src/repair/detect/verdict.js'

const same = (start: number, end: number) => spanOf<'source'>(start, end)
const passage = (start: number, end: number, spun: number) => ({ start, end, spun })

describe('spinOf', () => {
  test('the rate is the mean by length, to a thousandth', () => {
    const spin = spinOf([passage(0, 30, 1), passage(30, 40, 0.2004)], same, false)
    expect(spin.rate).toBe(0.8)
    expect(spin.windows.map(({ rate }) => rate)).toEqual([1, 0.2])
    expect(spin.assumed).toBe(false)
    expect(spinOf([], same, true)).toMatchObject({ rate: 0, verdict: 'clean', assumed: true, windows: [] })
  })

  test.each([
    [0.049, 'clean'],
    [0.05, 'partly-spun'],
    [0.8, 'partly-spun'],
    [0.801, 'spun'],
  ] as const)('a rate of %f is %s', (rate, verdict) => {
    expect(spinOf([passage(0, 10, rate)], same, false).verdict).toBe(verdict)
  })

  test('windows are spans of the source', () => {
    const shifted = (start: number, end: number) => spanOf<'source'>(start + 2, end + 3)
    expect(spinOf([passage(0, 10, 1)], shifted, false).windows[0]).toMatchObject({ start: 2, end: 13 })
  })
})

describe('judgeSpin', () => {
  const spin = spinOf([passage(0, 100, 0.9), passage(100, 200, 0.4)], same, false)
  const damage = (start: number, end: number) => ({
    kind: 'beyond-repair' as const,
    ...same(start, end),
    detail: '',
  })

  test('a text is beyond repair where more than half of what was spun is', () => {
    expect(judgeSpin(spin, [damage(0, 51)]).verdict).toBe('beyond-repair')
    expect(judgeSpin(spin, [damage(0, 50)]).verdict).toBe('partly-spun')
  })

  test('a text that was not spun is not', () => {
    const clean = spinOf([passage(0, 100, 0.4)], same, false)
    expect(judgeSpin(clean, [damage(0, 100)]).verdict).toBe('partly-spun')
  })
})
