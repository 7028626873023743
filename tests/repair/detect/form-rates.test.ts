/** Rates of forms in clean prose, by hand: two registers of 700,000 and 300,000 characters. */
import { describe, expect, test } from 'vitest'
import { formRates, leastRate } from '../../../src/repair/detect/form-rates.js'

const registers = [
  { name: 'reports', official: true, characters: 700_000 },
  { name: 'novels', official: false, characters: 300_000 },
]

function ratesOf(
  word: string,
  row: readonly number[] | undefined,
  guess: (form: number) => number = () => 0,
) {
  const counts = new Map(row === undefined ? [] : [[word, row]])
  const { highest, mean } = formRates(['填充', word], { registers, counts }, guess)
  return { highest: highest[1]!, mean: mean[1]! }
}

describe('formRates', () => {
  test('each register counts with 300,000 characters of all of them together', () => {
    // Together (100 + .3) of a million; then (100 + 30.09) of a million, and (0 + 30.09) of 600,000.
    const { highest, mean } = ratesOf('学校', [100, 0])
    expect(highest).toBeCloseTo(130.09e-6, 12)
    expect(mean).toBeCloseTo((130.09e-6 + 50.15e-6) / 2, 12)
  })

  test('the highest rate is that of whatever register holds the form most', () => {
    // Together 100.3 of a million; then (0 + 30.09) of a million, and (100 + 30.09) of 600,000.
    const { highest, mean } = ratesOf('学校', [0, 100])
    expect(highest).toBeCloseTo(130.09 / 600_000, 12)
    expect(mean).toBeCloseTo((30.09e-6 + 130.09 / 600_000) / 2, 12)
  })

  test('a form that stands nowhere counts a third of a time, and no highest rate is below the least', () => {
    // .3 of a million in all: .09 of a million, and .09 of 600,000.
    const { highest, mean } = ratesOf('黉舍', [0, 0])
    expect(leastRate).toBe(2e-7)
    expect(highest).toBe(leastRate)
    expect(mean).toBeCloseTo((0.9e-7 + 1.5e-7) / 2, 15)
  })

  test('a form that was never counted has the rate that is guessed', () => {
    const guess = (form: number) => (form === 1 ? 5e-4 : 1)
    expect(ratesOf('学校', undefined, guess)).toEqual({ highest: 5e-4, mean: 5e-4 })
    expect(ratesOf('学校', undefined, () => 1e-9)).toEqual({ highest: leastRate, mean: 1e-9 })
  })

  test('a guess is not asked for where there are counts', () => {
    expect(ratesOf('学校', [0, 0], (form) => (form === 1 ? 1 : 0)).highest).toBe(leastRate)
  })

  test('forms of one character have none', () => {
    expect(ratesOf('学', [100, 100], () => 1)).toEqual({ highest: 0, mean: 0 })
    expect(ratesOf('学', undefined, () => 1)).toEqual({ highest: 0, mean: 0 })
  })
})
