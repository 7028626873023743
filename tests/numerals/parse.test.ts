/** `parseNumeral`: tables of ways to write a number, what is refused, and printing back. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatExact, parseExact } from '../../src/model/exact.js'
import { parseNumeral } from '../../src/numerals/parse.js'

function checkValues(cases: Readonly<Record<string, string>>) {
  it.each(Object.entries(cases))('%s is %s', (text, value) => {
    expect(parseNumeral(text)?.value).toBe(value)
  })
}

describe('Arabic digits', () => {
  checkValues({
    '17193': '17193',
    '２４６': '246',
    '2,816.05': '2816.05',
    '1,100万': '11000000',
    '3.50': '3.5',
    '.25': '0.25',
    '007': '7',
    '-3.2': '-3.2',
    '+8': '8',
    '负 1,200': '-1200',
    '2e3': '2000',
    '12k': '12000',
    '30w': '300000',
    '2^10': '1024',
    '2^-2': '0.25',
  })
})

describe('mixed with scale words', () => {
  checkValues({
    '3万4000': '34000',
    '3万4,321': '34321',
    '1亿2,345万': '123450000',
    '3.5亿': '350000000',
    '6万2千5百': '62500',
    '4千零50万': '40500000',
    '53亿4千万': '5340000000',
    '8百亿': '80000000000',
    '4万亿': '4000000000000',
  })
})

describe('Chinese characters', () => {
  checkValues({
    零: '0',
    十: '10',
    两千六: '2600',
    一百零五: '105',
    一百五: '150',
    廿三: '23',
    卅: '30',
    四十七: '47',
    三万五: '35000',
    两万零七十: '20070',
    六千万零八: '60000008',
    二〇二〇: '2020',
    一九八四点五: '1984.5',
    负十一: '-11',
    捌仟伍佰: '8500',
    兩億: '200000000',
    三点一四: '3.14',
    一兆二百亿: '1020000000000',
    千五: '1500',
    七百亿点零三: '70000000000.03',
  })
})

describe('fractions and shares', () => {
  checkValues({
    三分之一: '1/3',
    '1/3': '1/3',
    二又四分之三: '11/4',
    百分之五: '0.05',
    百分之十二点五: '0.125',
    千分之七: '0.007',
    十六分之5: '5/16',
    一半: '1/2',
  })
})

describe('amounts in 元角分 and dozens', () => {
  checkValues({ 叁佰元整: '300', 柒元伍角: '7.5', 两元零三分: '2.03', 三十打: '360' })
})

describe('refused', () => {
  it.each([
    '',
    '元整',
    '圆',
    '负',
    '点五',
    '三点',
    '三点点一',
    '一点一大',
    '二十二十一',
    '3..1',
    '5..2万',
    '万',
    '一样',
    '三四百',
    '十几',
    '数十',
    '12人',
    '20xx',
  ])('%s', (text) => {
    expect(parseNumeral(text)).toBeUndefined()
  })
})

describe('precision', () => {
  it.each([
    ['457.76', 2, -2],
    ['17193', 0, 0],
    ['3.5亿', 1, 7],
    ['3万4000', 0, 0],
    ['1.50', 2, -2],
  ] as const)('%s has %i decimals and ends at 10^%i', (text, decimals, exponent) => {
    expect(parseNumeral(text)).toMatchObject({ decimals, exponent })
  })
})

/** Writes a whole number below 10^12 in Chinese characters, as school teaches it. */
function writeChinese(value: number): string {
  if (value === 0) return '零'
  const digits = '零一二三四五六七八九'
  const section = (part: number) => {
    let text = ''
    let zero = false
    for (let power = 3; power >= 0; power--) {
      const digit = Math.floor(part / 10 ** power) % 10
      if (digit === 0) {
        zero = text !== ''
        continue
      }
      text += (zero ? '零' : '') + digits[digit] + ['', '十', '百', '千'][power]
      zero = false
    }
    return text
  }
  let text = ''
  for (const [power, scale] of [
    [8, '亿'],
    [4, '万'],
    [0, ''],
  ] as const) {
    const part = Math.floor(value / 10 ** power) % 10000
    if (part === 0) continue
    text += (text !== '' && part < 1000 ? '零' : '') + section(part) + scale
  }
  return text
}

describe('properties', () => {
  it('reads back what school writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (value) => {
        expect(parseNumeral(writeChinese(value))?.value).toBe(String(value))
      }),
    )
  })
  it('reads a value printed with separators, and the value again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), fc.integer({ min: 0, max: 999 }), (whole, part) => {
        const printed = `${whole.toLocaleString('en-US')}.${String(part).padStart(3, '0')}`
        const read = parseNumeral(printed)!
        expect(Number(read.value)).toBeCloseTo(whole + part / 1000, 2)
        expect(parseNumeral(read.value)?.value).toBe(read.value)
      }),
    )
  })
  it('gives a value in its one form or none, whatever it is given', () => {
    const characters = fc.constantFrom(...'0123456789.,-/^%×x零一二三两十百千万亿点分之又半几数余元角负第 ')
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 24 }), (text) => {
        const value = parseNumeral(text)?.value
        if (value !== undefined) expect(formatExact(parseExact(value))).toBe(value)
      }),
      { numRuns: 2000 },
    )
  })
})
