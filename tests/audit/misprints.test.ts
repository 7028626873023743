/** What else would explain a relation that does not hold. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { baseFigure } from '../../src/audit/intervals.js'
import { chanceOfMisprint, misprintsOf, misprintTo } from '../../src/audit/misprints.js'
import { decimal } from '../../src/model/decimal.js'
import { about, figure } from './check.js'

describe('to the number that is needed', () => {
  test.each([
    ['126人', '136', 'digit-differs', '136'],
    ['126人', '926', 'digit-differs', '926'],
    ['126人', '162', 'digits-transposed', '162'],
    ['126人', '216', 'digits-transposed', '216'],
    ['45.76万元', '45.67', 'digits-transposed', '45.67'],
    ['45.7万元', '45.2', 'digit-differs', '45.2'],
    ['45.70万元', '45.75', 'digit-differs', '45.75'],
    ['126人', '1260', 'off-by-scale', '1260'],
    ['1260000人', '126', 'off-by-scale', '126'],
    ['45.7万元', '457', 'off-by-scale', '457'],
  ])('%s for %s is %s', (text, needed, code, value) => {
    expect(misprintTo(figure(text), decimal(needed))).toMatchObject({ code, value })
  })

  test.each([
    ['126人', '137'],
    ['126人', '621'],
    ['126人', '136.5'],
    ['126人', '12600000'],
    ['126人', '226.5'],
    ['1234人', '1432'],
    ['1234人', '2143'],
    ['45.7万元', '45.75'],
    ['126人', '0'],
    ['126人', '-136'],
    ['126人', '126'],
    ['0人', '5'],
    ['三分之一', '0.5'],
    ['10~15人', '16'],
  ])('%s for %s is none', (text, needed) => {
    expect(misprintTo(figure(text), decimal(needed))).toBeUndefined()
  })

  test('in the unit of comparison, told as printed', () => {
    const inBase = baseFigure(about('1.26万人'))!
    expect(misprintTo(inBase, decimal('13600'))).toMatchObject({ code: 'digit-differs', value: '1.36' })
  })
})

describe('every other digit', () => {
  test('of each place, no zero in front', () => {
    const values = misprintsOf(figure('12人')).map(({ value }) => value)
    expect(values).toEqual([
      ...['22', '32', '42', '52', '62', '72', '82', '92'],
      ...['10', '11', '13', '14', '15', '16', '17', '18', '19'],
    ])
    expect(misprintsOf(figure('7人')).map(({ value }) => value)).toEqual([...'012345689'])
    expect(misprintsOf(figure('0.5万元'))).toHaveLength(18)
    expect(misprintsOf(baseFigure(about('1.2万人'))!)[0]?.needed.toString()).toBe('22000')
  })

  test('none without a value', () => {
    for (const text of ['0人', '三分之一', '10~15人', '20xx人']) expect(misprintsOf(figure(text))).toEqual([])
  })

  test('differs by one digit, and is found again', () => {
    const numbers = fc.tuple(fc.integer({ min: 1, max: 99_999 }), fc.constantFrom('', '.5', '.07'))
    fc.assert(
      fc.property(numbers, ([whole, fraction]) => {
        const printed = figure(`${whole}${fraction}万元`)
        for (const { value, needed, code } of misprintsOf(printed)) {
          const text = `${whole}${fraction}`
          expect([...value].filter((digit, index) => digit !== text[index])).toHaveLength(1)
          expect(value).toHaveLength(text.length)
          if (needed.gt(0)) expect(misprintTo(printed, needed)).toMatchObject({ value, code })
        }
      }),
      { numRuns: 25 },
    )
  })
})

test.each([
  ['9人', 1],
  ['27人', (9 * 2) / 27],
  ['100人', (9 * 3) / 100],
  ['1000人', (9 * 4) / 1000],
  ['45.76万元', (9 * 4) / 4576],
  ['0人', 1],
  ['10~15人', 1],
])('a difference from %s looks like one digit by chance %d', (text, chance) => {
  expect(chanceOfMisprint(figure(text))).toBeCloseTo(chance, 12)
})
