/** Formulas with the printed figures, units where they differ. */
import { expect, test } from 'vitest'
import {
  printedNumber,
  printedTerms,
  ratioExpression,
  shown,
  sumExpression,
} from '../../src/audit/expressions.js'
import { decimal } from '../../src/model/decimal.js'
import { formatExact } from '../../src/model/exact.js'
import { about } from './check.js'

test.each([
  ['12人', '12'],
  ['1520余人次', '1520余'],
  ['20xx人', '20xx'],
  ['1/3', '1/3'],
  ['45.7万元', '45.7'],
])('the number of %s is %s', (text, number) => {
  expect(printedNumber(about(text))).toBe(number)
})

test('a text that is all unit stays', () => {
  expect(printedNumber(about('12人', { text: '人' }))).toBe('人')
})

test('units are shown where they differ', () => {
  expect(printedTerms([about('12人'), about('7人')])).toEqual(['12', '7'])
  expect(printedTerms([about('1.2万人'), about('7人')])).toEqual(['1.2万人', '7人'])
  expect(sumExpression(about('12人'), [about('7人'), about('5人')])).toBe('7 + 5 = 12')
  expect(ratioExpression(about('50%'), about('6人'), about('12人'))).toBe('6 / 12 = 50%')
  expect(ratioExpression(about('5万元'), about('60万元'), about('12人'))).toBe('60万元 / 12人 = 5万元')
})

test('values are shown to as many decimals as asked', () => {
  expect(formatExact(shown(decimal('99.74815'), 4))).toBe('99.7482')
  expect(formatExact(shown(decimal('50.00004'), 3))).toBe('50')
})
