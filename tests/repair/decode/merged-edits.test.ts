/** Edits that write the same text are one: the wider takes the probability of the narrower. */
import { expect, test } from 'vitest'
import type { DecodedEdit } from '../../../src/repair/decode/merged-edits.js'
import { mergeEdits } from '../../../src/repair/decode/merged-edits.js'

const words = ['增加', '加', '增多', '学']
const edit = (start: number, end: number, pair: number, probability: number): DecodedEdit => ({
  start,
  end,
  pair,
  probability,
})
const merge = (text: string, edits: DecodedEdit[]) =>
  mergeEdits(text, edits, ({ pair }) => words[pair]!).map(
    ({ start, end, pair, probability }) => [start, end, pair, Math.round(probability * 1000) / 1000] as const,
  )

test('增添 → 增加 takes the probability of 添 → 加 inside of it', () => {
  expect(merge('增添', [edit(1, 2, 1, 0.25), edit(0, 2, 0, 0.5)])).toEqual([[0, 2, 0, 0.75]])
})

test('the sum is no more than certain', () => {
  expect(merge('增添', [edit(0, 2, 0, 0.8), edit(1, 2, 1, 0.4)])).toEqual([[0, 2, 0, 1]])
})

test('an edit that writes something else stays', () => {
  expect(merge('增添', [edit(0, 2, 2, 0.5), edit(1, 2, 1, 0.25)])).toEqual([
    [0, 2, 2, 0.5],
    [1, 2, 1, 0.25],
  ])
})

test('edits of one place stay apart, and so do those that only touch', () => {
  expect(merge('增添', [edit(0, 2, 0, 0.5), edit(0, 2, 2, 0.25)])).toEqual([
    [0, 2, 0, 0.5],
    [0, 2, 2, 0.25],
  ])
  expect(merge('增添添', [edit(0, 2, 0, 0.5), edit(2, 3, 1, 0.25)])).toEqual([
    [0, 2, 0, 0.5],
    [2, 3, 1, 0.25],
  ])
})

test('a narrow edit that leaves the wide one is not inside of it', () => {
  expect(merge('增添添', [edit(0, 2, 0, 0.5), edit(1, 3, 1, 0.25)])).toEqual([
    [0, 2, 0, 0.5],
    [1, 3, 1, 0.25],
  ])
})

test('one of each place is given to each wide edit once', () => {
  const found = merge('增添', [edit(0, 2, 0, 0.5), edit(0, 1, 3, 0.1), edit(1, 2, 1, 0.25)])
  expect(found).toEqual([
    [0, 2, 0, 0.75],
    [0, 1, 3, 0.1],
  ])
})
