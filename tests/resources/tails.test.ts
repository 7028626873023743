/** The ends of names that reports write before numbers, and the pairs of characters in them. */
import { expect, test } from 'vitest'
import { pairCount } from '../../src/model/code-pairs.js'
import { findEnds, longestTail, tailsOf } from '../../src/resources/tails.js'

const attested = (words: string, count: number, neighbours = 5) => ({ words, count, bare: 1, neighbours })
const tails = tailsOf([attested('产量', 40), attested('粮食产量', 9), attested('粮食总产量吨', 3, 2)])

function endsOf(words: string): Record<number, number> {
  const found = new Int32Array(longestTail + 1)
  findEnds(tails, words, found)
  return Object.fromEntries([...found].flatMap((end, length) => (end < 0 ? [] : [[length, end]])))
}

test('all ends of some words are found at once', () => {
  expect(endsOf('全县粮食产量')).toEqual({ 2: 0, 4: 1 })
  expect(endsOf('产量')).toEqual({ 2: 0 })
  expect(endsOf('量')).toEqual({})
  expect(endsOf('')).toEqual({})
  expect(endsOf('产量高')).toEqual({})
})

test('what is said of words is said of how often they stand there', () => {
  expect(tails.usual[3]).toBeCloseTo(Math.log1p(9))
  expect([...tails.nouns]).toEqual([1, 1, 0])
})

test('a pair counts as often as the most frequent words that hold it', () => {
  const countOf = ([first, second]: string) =>
    pairCount(tails.pairs, first!.charCodeAt(0), second!.charCodeAt(0))
  expect(countOf('产量')).toBe(40)
  expect(countOf('粮食')).toBe(9)
  expect(countOf('量产')).toBe(0)
})
