/** Look-up by halves: the same as counting one by one. */
import { expect, test } from 'vitest'
import { countFirst } from '../../src/model/sorted.js'

const sorted = [1, 3, 3, 7, 12]

test.each([0, 1, 2, 3, 4, 7, 11, 12, 13])('counts the numbers below %i', (value) => {
  const counted = sorted.filter((number) => number < value).length
  expect(countFirst(sorted.length, (index) => sorted[index]! < value)).toBe(counted)
})

test('asks nothing of no items', () => {
  const fail = () => {
    throw new Error('there is none')
  }
  expect(countFirst(0, fail)).toBe(0)
})
