/** Printed numbers as intervals, and decimals of values. */
import { expect, test } from 'vitest'
import { decimal, printedInterval, toDecimal, toValue } from '../../src/model/decimal.js'
import { formatExact, parseExact } from '../../src/model/exact.js'

test.each([
  ['457.76', 2, -2, '457.755', '457.765'],
  ['17193', 0, 0, '17192.5', '17193.5'],
  ['350000000', 0, 7, '345000000', '355000000'],
  ['-3.2', 1, -1, '-3.25', '-3.15'],
  ['1/4', 0, 0, '0.25', '0.25'],
])('%s stands for half a unit of its last digit either way, a fraction for itself', (...row) => {
  const [value, decimals, exponent, low, high] = row
  const interval = printedInterval({ value: parseExact(value), decimals, exponent })
  expect([interval.low, interval.high].map((end) => end.toFixed())).toEqual([low, high])
})

test.each(['0', '0.1', '-3.2', '100000000000000000000000', '0.000001'])('%s is itself again', (text) => {
  expect(toDecimal(parseExact(text)).toFixed()).toBe(text)
  expect(toValue(decimal(text))).toEqual(parseExact(text))
})

test('a fraction is divided out to forty digits', () => {
  expect(toDecimal(parseExact('-2/3')).toFixed()).toBe(`-0.${'6'.repeat(39)}7`)
})

test('a value has no end that is open', () => {
  expect(() => formatExact(toValue(decimal(Infinity)))).toThrow(SyntaxError)
})
