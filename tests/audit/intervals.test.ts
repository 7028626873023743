/** What a printed figure can stand for, and arithmetic on intervals. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addIntervals,
  allowTruncation,
  baseFigure,
  divideIntervals,
  figureOf,
  meet,
  scaleInterval,
  subtractIntervals,
} from '../../src/audit/intervals.js'
import { decimal, type Interval } from '../../src/model/decimal.js'
import { about, figure } from './check.js'

const interval = (low: string, high: string): Interval => ({ low: decimal(low), high: decimal(high) })
const ends = ({ low, high }: Interval) => [low.toString(), high.toString()]

/** Printed, kind, low, high, step. */
describe('a figure stands for all that rounds to what is printed', () => {
  test.each([
    ['1.2万人', 'rounded', '1.15', '1.25', '0.1'],
    ['457.76万元', 'rounded', '457.755', '457.765', '0.01'],
    ['300元', 'rounded', '299.5', '300.5', '1'],
    ['99.7%', 'rounded', '99.65', '99.75', '0.1'],
    ['12吨', 'rounded', '11.5', '12.5', '1'],
    [
      '三分之一',
      'exact',
      '0.3333333333333333333333333333333333333333',
      '0.3333333333333333333333333333333333333333',
      '1',
    ],
  ])('%s', (text, kind, low, high, step) => {
    const of = figure(text)
    expect([of.kind, ...ends(of), of.step.toString()]).toEqual([kind, low, high, step])
  })
})

describe('counts of single things are exact', () => {
  test.each([
    ['300人', 'exact'],
    ['90天', 'exact'],
    ['60岁', 'exact'],
    ['3年', 'exact'],
    ['3.5年', 'rounded'],
    ['3万人', 'rounded'],
    ['300元', 'rounded'],
  ])('%s is %s', (text, kind) => {
    expect(figure(text).kind).toBe(kind)
  })
})

describe('words leave one unit of the last digit that is not zero open', () => {
  test.each([
    ['近300人', '200', '300'],
    ['约300人', '200', '400'],
    ['约310人', '300', '320'],
    ['约3.5万元', '3.4', '3.6'],
    ['300人左右', '200', '400'],
    ['300余人', '300', '400'],
    ['超过300人', '300', 'Infinity'],
    ['300人以上', '300', 'Infinity'],
    ['不足300人', '-Infinity', '300'],
    ['300人以下', '-Infinity', '300'],
    ['10~15人', '10', '15'],
    ['20xx人', '2000', '2099'],
  ])('%s', (text, low, high) => {
    const of = figure(text)
    expect(ends(of)).toEqual([low, high])
    expect(of.kind).toBe(text.includes('x') ? 'masked' : 'loose')
  })

  test('ranges and masks have no value', () => {
    expect(figure('10~15人').value).toBeNull()
    expect(figure('20xx人').value).toBeNull()
    expect(figure('近300人').value?.toString()).toBe('300')
  })

  test('the ends that the record gives hold', () => {
    const approximately = about('约300人', { low: '280', high: '350' })
    expect(ends(figureOf(approximately)!)).toEqual(['280', '350'])
    expect(ends(figureOf(about('约300人', { low: '280' }))!)).toEqual(['280', '400'])
  })
})

test('a solved mask is exact', () => {
  const solved = figureOf(about('20xx人', { recovered: { value: '2019', by: 'c1' } }))!
  expect([solved.kind, ...ends(solved), solved.value?.toString()]).toEqual(['exact', '2019', '2019', '2019'])
})

test('without value or ends there is no figure', () => {
  expect(figureOf(about('10~15人', { low: null }))).toBeUndefined()
  expect(figureOf(about('10~15人', { high: null }))).toBeUndefined()
  expect(figureOf(about('300人', { value: null }))).toBeUndefined()
})

describe('in its base unit', () => {
  test.each([
    ['1.2万人', '11500', '12500', '1000'],
    ['3.5亿元', '345000000', '355000000', '10000000'],
    ['300人', '300', '300', '1'],
    ['近3万元', '20000', '30000', '10000'],
  ])('%s', (text, low, high, step) => {
    const of = baseFigure(about(text))!
    expect([...ends(of), of.step.toString()]).toEqual([low, high, step])
  })

  test('is unknown where the record does not say how many one is', () => {
    expect(baseFigure(about('0万元'))).toBeUndefined()
    expect(baseFigure(about('20xx万人'))).toBeUndefined()
    expect(baseFigure(about('3万元', { base: { value: null, unit: 'CNY' } }))).toBeUndefined()
  })
})

describe('arithmetic', () => {
  test('sums and differences', () => {
    expect(ends(addIntervals([interval('1', '2'), interval('10', '20')]))).toEqual(['11', '22'])
    expect(ends(addIntervals([]))).toEqual(['0', '0'])
    expect(ends(subtractIntervals(interval('10', '20'), interval('1', '2')))).toEqual(['8', '19'])
    expect(ends(scaleInterval(interval('1', '2'), decimal('100')))).toEqual(['100', '200'])
  })

  test('quotients', () => {
    expect(ends(divideIntervals(interval('10', '20'), interval('2', '5'))!)).toEqual(['2', '10'])
    expect(ends(divideIntervals(interval('0', '20'), interval('2', '5'))!)).toEqual(['0', '10'])
    expect(divideIntervals(interval('10', '20'), interval('0', '5'))).toBeUndefined()
    expect(divideIntervals(interval('-1', '20'), interval('2', '5'))).toBeUndefined()
    expect(ends(divideIntervals(interval('10', '20'), interval('2', 'Infinity'))!)).toEqual(['0', '10'])
  })

  test('intervals meet where they share an end', () => {
    expect(meet(interval('1', '2'), interval('2', '3'))).toBe(true)
    expect(meet(interval('2', '3'), interval('1', '2'))).toBe(true)
    expect(meet(interval('1', '2'), interval('2.1', '3'))).toBe(false)
    expect(meet(interval('2.1', '3'), interval('1', '2'))).toBe(false)
  })

  test('cutting off leaves one unit of the last digit open', () => {
    expect(ends(allowTruncation(figure('66.6%')))).toEqual(['66.55', '66.7'])
  })

  test('hold what any two of the values give, and the low end is no higher than the high one', () => {
    const value = fc.integer({ min: 1, max: 999 })
    const pair = fc.tuple(value, fc.nat(9)).map(([low, width]) => interval(String(low), String(low + width)))
    fc.assert(
      fc.property(pair, pair, fc.nat(100), fc.nat(100), (a, b, one, two) => {
        const inside = ({ low, high }: Interval, share: number) =>
          low.plus(high.minus(low).times(share).div(100))
        const [x, y] = [inside(a, one), inside(b, two)]
        const holds = (of: Interval, result: typeof x) => {
          expect(of.low.lte(of.high)).toBe(true)
          expect(of.low.lte(result.plus('1e-30')) && of.high.gte(result.minus('1e-30'))).toBe(true)
        }
        holds(addIntervals([a, b]), x.plus(y))
        holds(subtractIntervals(a, b), x.minus(y))
        holds(divideIntervals(a, b)!, x.div(y))
      }),
    )
  })
})
