/** Numbers of a text that is read in its plain spelling, where the printed signs stand. */
import { describe, expect, test } from 'vitest'
import { placeNumbers } from '../../src/quantities/pieces.js'
import { checkNumbers } from './check.js'

describe('a sign that two numbers share is one that is not read', () => {
  checkNumbers([
    ['½/3', 'unread: ½/3'],
    ['5人，½/3', '5人: 5 人', 'unread: ½/3'],
    ['约½/3吨，另有5人', 'unread: 约½/3吨', '5人: 5 人'],
    ['½/3人和5¼/2人', 'unread: ½/3人', '5: 5  (other)', 'unread: ¼/2人'],
  ])
})

describe('numbers beside what is turned around are read', () => {
  checkNumbers([
    ['共\u202e71所\u202c和5人', 'unread: 71所', '5人: 5 人'],
    ['先5人，共\u202e71所\u202c', '5人: 5 人', 'unread: 71所'],
    ['5人\u202e01\u202c6人', '5人: 5 人', 'unread: 01\u202c6人'],
  ])
})

test('numbers of which each shares a sign with the next are one', () => {
  const label = (at: number) => ({ start: at, end: at + 1, text: '', reason: 'name' as const })
  const plain = { text: 'abc', starts: Uint32Array.of(0, 1, 2), ends: Uint32Array.of(2, 3, 4) }
  const found = placeNumbers(
    { quantities: [], ignored: [label(0), label(1), label(2)] },
    '½⅓¼⅕',
    { start: 0, end: 4 },
    plain,
  )
  expect(found).toEqual({ quantities: [], ignored: [{ start: 0, end: 4, text: '½⅓¼⅕', reason: 'unread' }] })
})
