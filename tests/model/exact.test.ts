/** Exact numbers: one form each, their text, and what is reckoned with them. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addValues,
  decimalsOf,
  digitCount,
  type Exact,
  exactDecimal,
  exactFraction,
  exactInteger,
  formatExact,
  formatOrNull,
  isFraction,
  isLess,
  isNegative,
  isZero,
  lastDigitExponent,
  negate,
  parseExact,
  ratioOf,
  scaleValue,
  scientific,
  shiftValue,
  smallInteger,
  valueOfRatio,
} from '../../src/model/exact.js'

const written = (values: readonly Exact[]) => values.map((value) => formatExact(value))

describe('text', () => {
  test.each(['0', '7', '-3.2', '17193', '0.05', '457.76', '100000', '1/3', '-25/100', '9'.repeat(50)])(
    '%s is read and written alike',
    (text) => expect(formatExact(parseExact(text))).toBe(text),
  )

  test.each([
    ['007', '7'],
    ['12.50', '12.5'],
    ['-0', '0'],
    ['0.000', '0'],
    ['1000.0', '1000'],
  ])('%s has one form, %s', (text, form) => {
    expect(formatExact(parseExact(text))).toBe(form)
    expect(parseExact(text)).toEqual(parseExact(form))
  })

  test.each(['', '1.', '.5', '1e5', '1/2/3', '1.5/3', '+3', ' 3', 'NaN', '１'])('%j is none', (text) => {
    expect(() => parseExact(text)).toThrow(SyntaxError)
  })

  test('has as many decimals as are asked for, or as there are', () => {
    const rows = [formatExact(parseExact('3.5'), 2), formatExact(parseExact('12'), 1)]
    expect([...rows, formatExact(parseExact('3.525'), 1), formatExact(parseExact('1/3'), 2)]).toEqual([
      '3.50',
      '12.0',
      '3.525',
      '1/3',
    ])
    expect([formatOrNull(null), formatOrNull(exactInteger(3))]).toEqual([null, '3'])
  })

  test('of any integers and decimals comes back', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.integer({ min: -30, max: 30 }), (digits, exponent) => {
        const value = shiftValue(exactInteger(digits), exponent)
        expect(parseExact(formatExact(value))).toEqual(value)
      }),
    )
  })
})

describe('parts', () => {
  test.each([
    ['17193', false, false, 0, 5, 0],
    ['-3.25', false, true, 2, 3, -2],
    ['0.05', false, false, 2, 2, -2],
    ['5000', false, false, 0, 4, 3],
    ['1520', false, false, 0, 4, 1],
    ['0', false, false, 0, 0, 0],
    ['-10/35', true, true, 0, 4, 0],
  ])('of %s', (text, fraction, negative, decimals, digits, last) => {
    const value = parseExact(text)
    expect([isFraction(value), isNegative(value), isZero(value)]).toEqual([fraction, negative, text === '0'])
    expect([decimalsOf(value), digitCount(value), lastDigitExponent(value)]).toEqual([decimals, digits, last])
  })

  test('a fraction of none is zero', () => {
    expect(isZero(exactFraction(0n, 5n))).toBe(true)
  })

  test('as programs read it', () => {
    expect([scientific(parseExact('-3.25')), scientific(parseExact('1/3'))]).toEqual(['-325e-2', undefined])
    expect(
      [parseExact('-1200'), parseExact('0'), parseExact(`1${'0'.repeat(14)}`)].map(smallInteger),
    ).toEqual([-1200, 0, 1e14])
    for (const text of ['1.5', '4/2', `1${'0'.repeat(15)}`]) expect(smallInteger(parseExact(text))).toBeNaN()
  })

  test('a fraction keeps the terms that it was printed in, its sign above', () => {
    expect(written([exactFraction(25n, 100n), exactFraction(1n, -3n)])).toEqual(['25/100', '-1/3'])
    expect(ratioOf(parseExact('-1/3'))).toEqual({ numerator: -1n, denominator: 3n })
    expect(ratioOf(parseExact('-2.5'))).toEqual({ numerator: -25n, denominator: 10n })
  })
})

describe('arithmetic', () => {
  test('shifts, scales and adds without floats', () => {
    expect(written([shiftValue(parseExact('457.76'), 4), shiftValue(exactInteger(5), -3)])).toEqual([
      '4577600',
      '0.005',
    ])
    const factor = ratioOf(parseExact('2000/3'))
    expect(written([scaleValue(exactInteger(3), factor), scaleValue(exactInteger(1), factor)])).toEqual([
      '2000',
      '2000/3',
    ])
    expect(formatExact(shiftValue(parseExact('1/3'), 4))).toBe('10000/3')
    expect(written([addValues(parseExact('0.1'), parseExact('0.2')), exactDecimal('00120', -3)])).toEqual([
      '0.3',
      '0.12',
    ])
    expect(formatExact(addValues(parseExact('-2.5'), exactInteger(1)))).toBe('-1.5')
  })

  test('a fraction is a decimal where one is exact, else reduced', () => {
    const ratios = [
      [1n, 8n],
      [50n, 100n],
      [-6n, 4n],
      [6n, -9n],
    ] as const
    const values = ratios.map(([numerator, denominator]) => valueOfRatio({ numerator, denominator }))
    expect(written(values)).toEqual(['0.125', '0.5', '-1.5', '-2/3'])
  })

  test('the other sign, of zero none', () => {
    expect(written(['3.2', '-1/3', '0'].map((text) => negate(parseExact(text))))).toEqual([
      '-3.2',
      '1/3',
      '0',
    ])
  })

  const value = fc.tuple(fc.integer(), fc.integer({ min: -6, max: 6 })).map(([digits, exponent]) => {
    return shiftValue(exactInteger(digits), exponent)
  })

  test('sums may be taken back, and shifts', () => {
    fc.assert(
      fc.property(value, value, fc.integer({ min: -6, max: 6 }), (one, two, power) => {
        expect(addValues(addValues(one, two), negate(two))).toEqual(one)
        expect(shiftValue(shiftValue(one, power), -power)).toEqual(one)
      }),
    )
  })

  test('of two values one is below, unless they are one', () => {
    fc.assert(
      fc.property(value, value, (one, two) => {
        const isEqual = formatExact(one) === formatExact(two)
        expect([isLess(one, two), isLess(two, one)].filter(Boolean)).toHaveLength(isEqual ? 0 : 1)
        expect(isLess(one, two)).toBe(isNegative(addValues(one, negate(two))))
      }),
    )
  })
})
