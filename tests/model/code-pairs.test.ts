import { expect, test } from 'vitest'
import { codePair, codePairsOf, freezePairs, pairCount, thawPairs } from '../../src/model/code-pairs.js'
import { seededRandom } from '../support/random.js'

test('pairs have the numbers that they were given, however many, and in their order', () => {
  const random = seededRandom(7)
  const counted = new Map<number, number>()
  for (let turn = 1; turn <= 20_000; turn++) {
    counted.set(codePair(0x4e00 + Math.floor(random() * 300), 0x4e00 + Math.floor(random() * 300)), turn)
  }
  const pairs = codePairsOf(counted)
  const wrong: string[] = []
  for (let first = 0x4e00; first < 0x4e00 + 300; first++) {
    for (let second = 0x4e00; second < 0x4e00 + 300; second++) {
      const count = counted.get(codePair(first, second)) ?? 0
      if (pairCount(pairs, first, second) !== count) wrong.push([first, second].join())
    }
  }
  expect(wrong).toEqual([])
  expect(pairCount(pairs, 0xffff, 0xffff)).toBe(0)
})

test('a pair of zeros has no number', () => {
  expect(pairCount(codePairsOf(new Map([[codePair(0, 0), 3]])), 0, 0)).toBe(0)
})

test('pairs that are frozen and thawed are the same', () => {
  const pairs = codePairsOf(
    new Map(Array.from({ length: 500 }, (_, at) => [codePair(at, 7 * at + 1), at + 1])),
  )
  expect(thawPairs(freezePairs(pairs))).toEqual(pairs)
})
