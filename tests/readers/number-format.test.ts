/** Figures of workbooks: no digit that is read differs from what was saved, but by a rounding that is said. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseNumeral } from '../../src/numerals/parse.js'
import { showNumber } from '../../src/readers/number-format.js'
import { readDocuments } from '../../src/readers/read.js'
import { xlsxOf } from './samples/office.js'

const shown = (saved: string, format: string | number) => showNumber(saved, format, false)

describe('as saved', () => {
  it.each([
    ['234567890123', 'General', '234567890123'],
    ['2.34567890123E+15', 0, '2345678901230000'],
    ['23456789012345678901', 0, '23456789012345678901'],
    ['2.5E-6', 0, '0.0000025'],
    ['-0.1234567890123', 0, '-0.1234567890123'],
    ['87.599999999999994', 0, '87.6'],
    ['0.30000000000000004', 0, '0.3'],
    ['2345678901234.5678', 0, '2345678901234.5678'],
    ['234567890123', '0.00E+00', '234567890123'],
    ['234567890123', 11, '234567890123'],
    ['0.35', '# ?/?', '0.35'],
    ['0.5', 12, '0.5'],
    ['7', '@', '7'],
    ['7', '', '7'],
    ['7', '[$-804]General', '7'],
    ['-234567890123', 'General"元"', '-234567890123元'],
    ['23456789012345678', '#,##0', '23456789012345678'],
    ['20000', '[>=10000]0.0,"千";0', '20000'],
    ['13500002222', '000-0000-0000', '13500002222'],
    ['1e999999', 0, '1e999999'],
    ['1e400', '0.00', '1e400'],
  ])('%s in %s is %s', (saved, format, text) => {
    expect(shown(saved, format)).toEqual({ text, isRounded: false })
  })
})

describe('as shown', () => {
  it.each([
    ['1234.5', '#,##0.00', '1,234.50', false],
    ['1234.5678', '#,##0.00', '1,234.57', true],
    ['0.04', '0.0', '0.0', true],
    ['0.256', '0.0%', '25.6%', false],
    ['0.256', '0%', '26%', true],
    ['2345678', '#,##0,', '2,346', true],
    ['2345000', '#,##0,', '2,345', false],
    ['87.599999999999994', '0.0', '87.6', false],
    ['12', '0"万元"', '12万元', false],
    ['0', '#,##0;-#,##0;"-"', '-', false],
    ['45292', 'yyyy"年"m"月"', '2024年1月', false],
    ['130000', '0!.0,"万元"', '13.0万元', false],
    ['-123456', '0!.0,"万元"', '-12.3万元', true],
    ['12345678', '0"."0000"万"', '1234.5678万', false],
    ['-1234', '#,##0_);(#,##0)', '-1,234', false],
    ['-5', '0;[Red]0', '-5', false],
    ['-5', '0;"负"0', '负5', false],
  ])('%s in %s is %s', (saved, format, text, isRounded) => {
    expect(shown(saved, format)).toEqual({ text, isRounded })
  })
})

it('General keeps every figure, whatever its size', () => {
  const figure = fc.tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.integer({ min: 0, max: 12 }))
  fc.assert(
    fc.property(figure, ([whole, decimals]) => {
      // As many digits as Excel works with, in the notation in which it saves them.
      const saved = Number(Number(`${whole}e-${decimals}`).toPrecision(15))
      const { text, isRounded } = shown(String(saved), 0)
      expect(text).not.toMatch(/e/i)
      expect(Number(parseNumeral(text)!.value)).toBe(saved)
      expect(isRounded).toBe(false)
    }),
  )
})

it('says that figures are read as they are shown', async () => {
  const rows = [
    ['项目', '数值'],
    ['床位', '1234.5678'],
    ['诊室', '17'],
  ]
  const read = async (format: string) => {
    for await (const document of readDocuments(xlsxOf(rows, { format }))) return document
    throw new Error('no document')
  }
  const rounded = await read('0.0')
  expect(rounded.text).toContain('1234.6')
  expect(rounded.messages).toEqual([
    { stage: 'read', level: 'warning', code: 'rounded-figures', parameters: { count: 1 } },
  ])
  const exact = await read('General')
  expect(exact.text).toContain('1234.5678')
  expect(exact.messages).toEqual([])
})
