/** Names that stand printed in full, and names that may lack their owner. */
import { expect, test } from 'vitest'
import { isPrintedInFull } from '../../src/audit/printed-names.js'
import { type Details, viewOf } from './check.js'

/** Whether the name of the last figure of a marked text is printed in full. */
function isFull(marked: string, details: Details['f1'] = {}): boolean {
  const count = marked.split('[').length - 1
  const view = viewOf(marked, { [`f${count}`]: { head: '床位数', ...details } })
  return isPrintedInFull(view.facts.at(-1)!, view)
}

const year = {
  text: '2021年',
  start: '2021-01-01',
  end: '2021-12-31',
  grain: 'year',
  inferred: null,
} as const

test('with its place or subject in its clause', () => {
  expect(isFull('2021年，全县床位[640张|床位数]。', { subject: '全县' })).toBe(true)
  expect(isFull('卫生院[15所|卫生院数]，白河县床位[640张|床位数]。', { place: '白河县' })).toBe(true)
  expect(isFull('床位[640张|床位数]。', { subject: '全县' })).toBe(false)
  expect(isFull('全县稳步发展，床位[640张|床位数]。', { subject: '全县' })).toBe(false)
})

test('with a word beyond its head, where it opens its line', () => {
  expect(isFull('医院床位[640张|医院床位数]。')).toBe(true)
  expect(isFull('上一行。\n2021年，医院床位[640张|医院床位数]。', { period: year })).toBe(true)
  expect(isFull('截至2021年，医院床位[640张|医院床位数]。', { period: year })).toBe(true)
  expect(isFull('床位[640张|床位数]。')).toBe(false)
  expect(isFull('白河开发区规划完成，医院床位[640张|医院床位数]。')).toBe(false)
  expect(isFull('卫生院[15所|卫生院数]。医院床位[640张|医院床位数]。')).toBe(false)
})

test('not where a part was carried over, or where it only says 其中', () => {
  expect(isFull('全县医院床位[640张|医院床位数]。', { subject: '全县', implicit: true })).toBe(false)
  expect(isFull('全县其中床位[640张|其中床位数]。', { subject: '全县' })).toBe(false)
})
