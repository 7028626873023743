/** Masked digits. */
import { expect, test } from 'vitest'
import { formatOrNull } from '../../src/model/exact.js'
import { foldCodes } from '../../src/numerals/characters.js'
import { readMask } from '../../src/numerals/mask.js'

function read(text: string, at = 0) {
  const codes = foldCodes(text)
  return readMask(codes, at, codes.length)
}

test.each([
  ['20xx', '2000', '2099'],
  ['3XX', '300', '399'],
  ['1×', '10', '19'],
  ['20＊＊', '2000', '2099'],
  ['20__', '2000', '2099'],
  ['3,xxx', '3000', '3999'],
  ['0x', '0', '9'],
])('%s lies in [%s, %s]', (text, low, high) => {
  const mask = read(text)!
  expect([formatOrNull(mask.low), formatOrNull(mask.high), mask.end]).toEqual([low, high, text.length])
})

test.each(['xx.51', '**.5', 'xx458', '__.9', '3.xx', '3.5x', '12xx.5', '1x.5', '1xx5'])(
  '%s is masked, and has no ends',
  (text) => {
    expect(read(text)).toMatchObject({ end: text.length, low: null, high: null })
  },
)

test.each([
  '__2019',
  '2×3',
  '5xl',
  '20',
  'xx',
  '2x3',
  '2**3',
  '136****8888',
  'x.51',
  '20_',
  '_5',
  '20x×',
  'C(3,x)',
])('%s is not masked', (text) => {
  expect(read(text)).toBeUndefined()
})
