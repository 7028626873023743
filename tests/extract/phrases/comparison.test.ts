/** Verbs that say how something differs, what it is compared with, where a change starts. */
import { describe, expect, test } from 'vitest'
import {
  readAbove,
  readComparison,
  readFrom,
  readVerb,
  standardBase,
} from '../../../src/extract/phrases/comparison.js'
import { noSpans, rangeOf, reading } from '../check.js'

describe('the verb at the end of a phrase', () => {
  /** Text, direction, the verb's offset, reaches, isSingle, isWeak. */
  test.each([
    ['比去年增加', 'increase', 3, false, false, false],
    ['比去年增加了', 'increase', 3, false, false, false],
    ['较上年下降 ', 'decrease', 3, false, false, false],
    ['水平提高到', 'increase', 2, true, false, false],
    ['水平降低到了', 'decrease', 2, true, false, false],
    ['收入增长约', 'increase', 2, false, false, false],
    ['与去年持平', 'level', 3, false, false, false],
    ['比去年多', 'increase', 3, false, true, false],
    ['最高达', 'increase', 1, false, true, true],
    ['最高到', 'increase', 1, true, true, false],
    ['增长分别', 'increase', 0, false, false, false],
  ] as const)('%s', (text, direction, start, reaches, isSingle, isWeak) => {
    expect(readVerb(reading(text), rangeOf(text))).toEqual({
      direction,
      start,
      reaches,
      isSingle,
      isWeak,
      isAmount: false,
    })
  })

  test.each(['在校学生', '', '增加教师', '了', '达到'])('%s has none', (text) => {
    expect(readVerb(reading(text), rangeOf(text))).toBeUndefined()
  })

  test('is behind at most two particles', () => {
    expect(readVerb(reading('增长了约'), rangeOf('增长了约'))).toBeDefined()
    expect(readVerb(reading('增长了约达'), rangeOf('增长了约达'))).toBeUndefined()
  })

  test('is not looked for before the range', () => {
    expect(readVerb(reading('净增加'), { start: 1, end: 3 })?.start).toBe(1)
    expect(readVerb(reading('提高教学'), { start: 2, end: 4 })).toBeUndefined()
  })
})

describe('what is compared with', () => {
  test.each([
    ['产量比去年', 2, '去年'],
    ['收入较上年同期', 2, '上年同期'],
    ['收入同比', 2, '同比'],
    ['收入环比', 2, '环比'],
    ['收入按年', 2, '同比'],
    ['产量比客岁', 2, '去年'],
    ['产量比2019年', 2, '2019年'],
    ['分别比去年', 2, '去年'],
    ['比去年分别', 0, '去年'],
    ['比全省平均水平、', 0, '全省平均水平'],
  ])('%s', (text, start, against) => {
    expect(readComparison(reading(text), rangeOf(text))).toEqual({ start, against })
  })

  test('no base, no comparison; nor one longer than sixteen', () => {
    expect(readComparison(reading('收入比'), rangeOf('收入比'))).toBeUndefined()
    expect(readComparison(reading('产量比'), rangeOf('产量比'))).toBeUndefined()
    expect(readComparison(reading('收入'), rangeOf('收入'))).toBeUndefined()
    expect(readComparison(reading(`比${'甲'.repeat(16)}`), { start: 0, end: 17 })?.against).toHaveLength(16)
    expect(readComparison(reading(`比${'甲'.repeat(17)}`), { start: 0, end: 18 })).toBeUndefined()
  })

  test.each([
    ['的去年的', '去年'],
    ['客岁同期', '去年同期'],
    ['客岁的', '去年'],
    ['全省平均水平', '全省平均水平'],
    ['', ''],
  ])('%s in standard wording is %s', (text, standard) => {
    expect(standardBase(reading(text), rangeOf(text))).toBe(standard)
  })
})

describe('a base behind the verb', () => {
  test.each([
    ['增速高于城镇居民', 2, 'increase', '城镇居民'],
    ['增速低于全省', 2, 'decrease', '全省'],
    ['快于 去年 ', 0, 'increase', '去年'],
    ['快于去年', 0, 'increase', '去年'],
  ] as const)('%s', (text, start, direction, against) => {
    expect(readAbove(reading(text), rangeOf(text))).toEqual({ start, change: { direction, against } })
  })

  test('there must be one, no longer than sixteen', () => {
    expect(readAbove(reading('增速高于'), rangeOf('增速高于'))).toBeUndefined()
    expect(readAbove(reading('增速'), rangeOf('增速'))).toBeUndefined()
    expect(readAbove(reading(`高于${'甲'.repeat(16)}`), { start: 0, end: 18 })).toBeDefined()
    expect(readAbove(reading(`高于${'甲'.repeat(17)}`), { start: 0, end: 19 })).toBeUndefined()
  })
})

describe('where a change starts', () => {
  test('由 behind the name, with a date or a word for whom', () => {
    const from = (text: string) => readFrom(reading(text), rangeOf(text), noSpans)
    expect(from('漏损率由')).toEqual({ start: 3, period: undefined })
    expect(from('漏损率由去年')).toEqual({ start: 3, period: { start: 4, end: 6 } })
    expect(from('漏损率由去年的')).toEqual({ start: 3, period: { start: 4, end: 6 } })
    expect(from('标准由每人每年')).toEqual({ start: 2, period: { start: 3, end: 7 } })
    expect(from('漏损率由县政府')).toBeUndefined()
    expect(from('漏损率')).toBeUndefined()
    expect(from('漏损率由于')).toBeUndefined()
  })

  test('dates that the scan found', () => {
    const text = '由2018年底'
    const spans = { ...noSpans, date: (start: number) => (start === 1 ? { start: 1, end: 7 } : undefined) }
    expect(readFrom(reading(text), rangeOf(text), spans)).toEqual({
      start: 0,
      period: { start: 1, end: 7 },
    })
  })

  test('no longer than twenty', () => {
    const text = (count: number) => `由${'去年'.repeat(count)}`
    expect(readFrom(reading(text(10)), { start: 0, end: 21 }, noSpans)).toBeDefined()
    expect(readFrom(reading(text(11)), { start: 0, end: 23 }, noSpans)).toBeUndefined()
  })

  test.each(['由年人均', '由每度', '从原来的', '由去年普查时的'])('%s before the level', (text) => {
    expect(readFrom(reading(text), rangeOf(text), noSpans)).toBeDefined()
  })
})
