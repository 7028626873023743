import { expect, test } from 'vitest'
import { PairSet } from '../../../src/repair/disguise/pair-set.js'
import { seededRandom } from '../../support/random.js'

test('holds the pairs that were added, however many, and in their order', () => {
  const random = seededRandom(7)
  const set = new PairSet()
  const pairs = new Map<string, readonly [number, number]>()
  for (let turn = 0; turn < 20_000; turn++) {
    const pair = [0x4e00 + Math.floor(random() * 300), 0x4e00 + Math.floor(random() * 300)] as const
    pairs.set(pair.join(), pair)
    set.add(...pair)
  }
  const wrong: string[] = []
  for (let first = 0x4e00; first < 0x4e00 + 300; first++) {
    for (let second = 0x4e00; second < 0x4e00 + 300; second++) {
      const key = [first, second].join()
      if (set.has(first, second) !== pairs.has(key)) wrong.push(key)
    }
  }
  expect(wrong).toEqual([])
  expect(set.has(0xffff, 0xffff)).toBe(false)
})
