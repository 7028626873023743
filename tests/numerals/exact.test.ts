/** Exact arithmetic on value strings, and masked digits. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalString, ratioOf } from '../../src/model/decimal.js'
import { readMask } from '../../src/numerals/arabic.js'
import { foldCodes } from '../../src/numerals/characters.js'
import { addValues, lastDigitExponent, scaleValue, shiftValue } from '../../src/numerals/exact.js'

describe('values', () => {
  it('shifts, scales and adds without floats', () => {
    expect(shiftValue('457.76', 4)).toBe('4577600')
    expect(shiftValue('5', -3)).toBe('0.005')
    expect(scaleValue('3', ratioOf('2000/3'))).toBe('2000')
    expect(scaleValue('1', ratioOf('2000/3'))).toBe('2000/3')
    expect(addValues('0.1', '0.2')).toBe('0.3')
    expect(addValues('-2.5', '1')).toBe('-1.5')
    expect(decimalString('00120', -3)).toBe('0.12')
  })
  it('knows the last digit that is not zero', () => {
    expect([lastDigitExponent('1520'), lastDigitExponent('5000'), lastDigitExponent('3.25')]).toEqual([
      1, 3, -2,
    ])
  })
  it('shifts there and back', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: -6, max: 6 }), (value, power) => {
        expect(shiftValue(shiftValue(String(value), power), -power)).toBe(String(value))
      }),
    )
  })
})

describe('masked digits', () => {
  it.each([
    ['20xx', '2000', '2099'],
    ['3XX', '300', '399'],
    ['1×', '10', '19'],
    ['20＊＊', '2000', '2099'],
  ])('%s lies in [%s, %s]', (text, low, high) => {
    const codes = foldCodes(text)
    expect(readMask(codes, 0, codes.length)).toMatchObject({ low, high, end: text.length })
  })
  it.each(['2×3', '5xl', '20'])('%s is not masked', (text) => {
    const codes = foldCodes(text)
    expect(readMask(codes, 0, codes.length)).toBeUndefined()
  })
})
