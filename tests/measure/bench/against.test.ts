import { expect, test } from 'vitest'
import { rowsAgainst, shortestOf } from '../../../measure/bench/against.js'
import { kindsOf, spread } from '../../../measure/bench/texts.js'
import type { Turn } from '../../../measure/bench/turn.js'

function turnOf(milliseconds: number): Turn {
  const kinds = [
    { kind: 'spun', characters: 1000, repair: milliseconds, whole: 2 * milliseconds, queries: 3000 },
  ]
  return {
    start: 500 - milliseconds,
    command: 7,
    short: 1,
    restored: milliseconds,
    peak: 2 ** 20 * milliseconds,
    kinds,
  }
}

test('of several turns the least of each figure counts', () => {
  expect(shortestOf([turnOf(20), turnOf(10)])).toEqual({ ...turnOf(10), start: 480 })
})

test('a revision that took twice as long was half as fast', () => {
  expect(rowsAgainst(turnOf(10), turnOf(20))).toEqual([
    ['spun', '50.0', '2.00', '2.00', '3.0'],
    ['start', '490 ms', '0.98', '', ''],
    ['run of a small file', '7 ms', '1.00', '', ''],
    ['a dozen characters', '1.00 ms', '1.00', '', ''],
    ['the same, restored', '10.00 ms', '2.00', '', ''],
    ['memory', '10 MiB', '2.00', '', ''],
  ])
})

test('texts are taken from all over a kind', () => {
  expect(spread(['甲', '乙', '丙', '丁'], 2)).toEqual(['甲', '丙'])
  expect(spread(['甲', '乙'], 9)).toEqual(['甲', '乙'])
  expect(kindsOf(undefined).map(({ kind }) => kind)).toEqual(['spun', 'clean'])
})
