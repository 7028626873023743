/** What two numbers have to do with each other by their measures. */
import { expect, test } from 'vitest'
import { isAddable, isFigure, isQuotient, type Mention } from '../../../src/extract/mentions/mention.js'
import { indicators } from '../../support/tables.js'
import { quantityOf } from '../check.js'

test.each([
  ['5%', true],
  ['5‰', true],
  ['三分之一', true],
  ['2个百分点', true],
  ['1.5倍', true],
  ['1:3', true],
  ['八折', true],
  ['3元/吨', false],
  ['5人', false],
  ['5', false],
  ['20xx人', false],
])('%s says how one figure stands to another: %s', (text, is) => {
  expect(isQuotient(quantityOf(text))).toBe(is)
})

const mention = (text: string, rest: Partial<Mention> = {}) =>
  ({ quantity: quantityOf(text), role: 'value', embedded: false, ...rest }) as Mention

test.each([
  ['5人', '3名', true],
  ['5人', '3人次', false],
  ['5万元', '3元', true],
  ['5万元', '3美元', false],
  ['5吨', '3公斤', true],
  ['5所', '3个', false],
  ['5公里', '3公斤', false],
  ['5所', '3所', true],
])('%s and %s may be added: %s', (one, two, is) => {
  expect(isAddable(mention(one), mention(two), indicators)).toBe(is)
  expect(isAddable(mention(two), mention(one), indicators)).toBe(is)
})

test('a change and an embedded figure are no figures of their own', () => {
  expect(isFigure(mention('5人'))).toBe(true)
  expect(isFigure(mention('5人', { role: 'part' }))).toBe(true)
  expect(isFigure(mention('5人', { role: 'change' }))).toBe(false)
  expect(isFigure(mention('5人', { embedded: true }))).toBe(false)
})
