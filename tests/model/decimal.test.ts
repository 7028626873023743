/** Printed numbers as intervals, and canonical strings. */
import { expect, test } from 'vitest'
import {
  decimalsOf,
  digitsOf,
  fractionString,
  isFraction,
  isNegative,
  printedInterval,
  ratioOf,
  toDecimal,
  toValue,
} from '../../src/model/decimal.js'

test.each([
  ['457.76', 2, -2, '457.755', '457.765'],
  ['17193', 0, 0, '17192.5', '17193.5'],
  ['350000000', 0, 7, '345000000', '355000000'],
  ['-3.2', 1, -1, '-3.25', '-3.15'],
])('%s stands for half a unit of its last digit either way', (value, decimals, exponent, low, high) => {
  const interval = printedInterval({ value, decimals, exponent })
  expect([toValue(interval.low), toValue(interval.high)]).toEqual([low, high])
})

test('a fraction is exact', () => {
  const { low, high } = printedInterval({ value: '1/4', decimals: 0, exponent: 0 })
  expect([toValue(low), toValue(high)]).toEqual(['0.25', '0.25'])
})

test.each(['0.1', '-3.2', '100000000000000000000000', '0.000001'])('%s keeps its form', (value) => {
  expect(toValue(toDecimal(value))).toBe(value)
})

test('sums of decimals are exact', () => {
  expect(toValue(toDecimal('0.1').plus(toDecimal('0.2')))).toBe('0.3')
})

test.each([
  ['17193', false, false, 0, { digits: '17193', exponent: 0, negative: false }],
  ['-3.25', false, true, 2, { digits: '325', exponent: -2, negative: true }],
  ['0.05', false, false, 2, { digits: '005', exponent: -2, negative: false }],
])('%s is taken apart', (value, fraction, negative, decimals, digits) => {
  expect([isFraction(value), isNegative(value), decimalsOf(value)]).toEqual([fraction, negative, decimals])
  expect(digitsOf(value)).toEqual(digits)
})

test('a fraction keeps the terms that it was printed in, its sign above', () => {
  expect(fractionString(25n, 100n)).toBe('25/100')
  expect(fractionString(1n, -3n)).toBe('-1/3')
  expect(ratioOf('-1/3')).toEqual({ numerator: -1n, denominator: 3n })
  expect([isFraction('-1/3'), isNegative('-1/3'), decimalsOf('1/3')]).toEqual([true, true, 0])
})
