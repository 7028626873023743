/** How much of a text was spun, and what that makes of the whole. */
import { describe, expect, test } from 'vitest'
import { spanOf } from '../../../src/model/span.js'
import { judgeSpin, spinOf } from '../../../src/repair/detect/verdict.js'

const same = (start: number, end: number) => spanOf<'source'>(start, end)
const passage = (start: number, end: number, spun: number) => ({ start, end, spun })

describe('spinOf', () => {
  test('the rate is the mean by length, to a thousandth', () => {
    const spin = spinOf([passage(0, 30, 1), passage(30, 40, 0.2004)], same, false, false)
    expect(spin.rate).toBe(0.8)
    expect(spin.windows.map(({ rate }) => rate)).toEqual([1, 0.2])
    expect(spin.assumed).toBe(false)
    expect(spinOf([], same, true, false)).toMatchObject({
      rate: 0,
      verdict: 'clean',
      assumed: true,
      windows: [],
    })
  })

  test('a text is partly spun where one passage is rather spun than not, however long the rest is', () => {
    const verdict = (spun: number) =>
      spinOf([passage(0, 10, spun), passage(10, 2000, 0)], same, false, false).verdict
    expect(verdict(0.5)).toBe('partly-spun')
    expect(verdict(0.49)).toBe('clean')
  })

  test('many passages that are a little doubtful make no text spun', () => {
    const doubtful = Array.from({ length: 20 }, (_, index) => passage(10 * index, 10 * index + 10, 0.4))
    expect(spinOf(doubtful, same, false, false)).toMatchObject({ rate: 0.4, verdict: 'clean' })
  })

  test('a text is spun where more than four fifths of it are', () => {
    const verdict = (rate: number) => spinOf([passage(0, 10, rate)], same, false, false).verdict
    expect(verdict(0.8)).toBe('partly-spun')
    expect(verdict(0.801)).toBe('spun')
  })

  test('a text of which nothing can be told is too short, whatever its passages say', () => {
    expect(spinOf([passage(0, 10, 1)], same, false, true).verdict).toBe('too-short')
    expect(spinOf([passage(0, 10, 0)], same, false, true)).toMatchObject({ rate: 0, verdict: 'too-short' })
  })

  test('windows are spans of the source', () => {
    const shifted = (start: number, end: number) => spanOf<'source'>(start + 2, end + 3)
    expect(spinOf([passage(0, 10, 1)], shifted, false, false).windows[0]).toMatchObject({ start: 2, end: 13 })
  })
})

describe('judgeSpin', () => {
  const spin = spinOf([passage(0, 100, 0.9), passage(100, 200, 0.4)], same, false, false)
  const damage = (start: number, end: number) => ({
    kind: 'beyond-repair' as const,
    ...same(start, end),
    detail: '',
  })

  test('a text is beyond repair where more than half of what was spun is', () => {
    expect(judgeSpin(spin, [damage(0, 51)]).verdict).toBe('beyond-repair')
    expect(judgeSpin(spin, [damage(0, 50)]).verdict).toBe('partly-spun')
  })

  test('what was spun are the passages that rather were than not', () => {
    const both = spinOf([passage(0, 100, 0.9), passage(100, 200, 0.5)], same, false, false)
    expect(judgeSpin(both, [damage(0, 100)]).verdict).toBe('partly-spun')
    expect(judgeSpin(both, [damage(0, 101)]).verdict).toBe('beyond-repair')
  })

  test('wherever in the text that stands', () => {
    const late = spinOf([passage(0, 100, 0.4), passage(100, 200, 0.9)], same, false, false)
    expect(judgeSpin(late, [damage(100, 151)]).verdict).toBe('beyond-repair')
    expect(judgeSpin(late, [damage(100, 150)]).verdict).toBe('partly-spun')
  })

  test('a text that was not spun is not', () => {
    const clean = spinOf([passage(0, 100, 0.4)], same, false, false)
    expect(judgeSpin(clean, [damage(0, 100)]).verdict).toBe('clean')
  })
})
