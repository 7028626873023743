/** Masked digits. */
import { expect, test } from 'vitest'
import { formatExact } from '../../src/model/exact.js'
import { readMask } from '../../src/numerals/arabic.js'
import { foldCodes } from '../../src/numerals/characters.js'

test.each([
  ['20xx', '2000', '2099'],
  ['3XX', '300', '399'],
  ['1×', '10', '19'],
  ['20＊＊', '2000', '2099'],
  ['0x', '0', '9'],
])('%s lies in [%s, %s]', (text, low, high) => {
  const codes = foldCodes(text)
  const mask = readMask(codes, 0, codes.length)!
  expect([formatExact(mask.low), formatExact(mask.high), mask.end]).toEqual([low, high, text.length])
})

test.each(['2×3', '5xl', '20'])('%s is not masked', (text) => {
  const codes = foldCodes(text)
  expect(readMask(codes, 0, codes.length)).toBeUndefined()
})
