/** Words for spans of time resolved against the year of the report, never against today. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPeriod, resolvePeriod, yearIn } from '../../../src/extract/phrases/period.js'
import { rangeOf, reading } from '../check.js'

test.each([
  ['2021年', 2021],
  ['1998年底', 1998],
  ['截至2020年6月', 2020],
  ['2020-2021学年', 2020],
  ['二〇二一年', 2021],
  ['一九九八年', 1998],
  ['二零二一年', 2021],
  ['20xx年', null],
  ['20××年6月', null],
  ['20**年', null],
  ['3021年', undefined],
  ['12021年', undefined],
  ['去年', undefined],
  ['6月', undefined],
  ['06年', 2006],
  ['98年', 1998],
  ['24H1', 2024],
  ['民国24年', 1935],
  ['民国二十四年', 1935],
  ['201*年', null],
] as const)('the year in %s is %s', (text, year) => {
  expect(yearIn(text)).toBe(year)
})

/** Text, year of the report, first day, last day, grain. */
test.each([
  ['2021年', null, '2021-01-01', '2021-12-31', 'year'],
  ['全年', 2021, '2021-01-01', '2021-12-31', 'year'],
  ['去年', 2021, '2020-01-01', '2020-12-31', 'year'],
  ['上年', 2021, '2020-01-01', '2020-12-31', 'year'],
  ['前一年', 2021, '2020-01-01', '2020-12-31', 'year'],
  ['明年', 2021, '2022-01-01', '2022-12-31', 'year'],
  ['下一年', 2021, '2022-01-01', '2022-12-31', 'year'],
  ['2019年上半年', 2021, '2019-01-01', '2019-06-30', 'half-year'],
  ['半年来', 2021, '2021-01-01', '2021-06-30', 'half-year'],
  ['下半年', 2021, '2021-07-01', '2021-12-31', 'half-year'],
  ['一季度', 2021, '2021-01-01', '2021-03-31', 'quarter'],
  ['第二季度', 2021, '2021-04-01', '2021-06-30', 'quarter'],
  ['3季度', 2021, '2021-07-01', '2021-09-30', 'quarter'],
  ['四季度', 2021, '2021-10-01', '2021-12-31', 'quarter'],
  ['前一季度', 2021, '2021-01-01', '2021-03-31', 'range'],
  ['前三季度', 2021, '2021-01-01', '2021-09-30', 'range'],
  ['前二个季度', 2021, '2021-01-01', '2021-06-30', 'range'],
  ['1-6月', 2021, '2021-01-01', '2021-06-30', 'range'],
  ['2020年3月至11月', null, '2020-03-01', '2020-11-30', 'range'],
  ['1—2月', 2020, '2020-01-01', '2020-02-29', 'range'],
  ['4月', 2021, '2021-04-01', '2021-04-30', 'month'],
  ['2021年2月', null, '2021-02-01', '2021-02-28', 'month'],
  ['2020年2月', null, '2020-02-01', '2020-02-29', 'month'],
  ['2015年2月', null, '2015-02-01', '2015-02-28', 'month'],
  ['2000年2月', null, '2000-02-01', '2000-02-29', 'month'],
  ['1900年2月', null, '1900-02-01', '1900-02-28', 'month'],
  ['2021年12月', null, '2021-12-01', '2021-12-31', 'month'],
  ['截至2021年6月', null, null, '2021-06-30', 'month'],
  ['到6月', 2021, null, '2021-06-30', 'month'],
  ['6月以来', 2021, null, '2021-06-30', 'month'],
  ['2021年末', null, null, '2021-12-31', 'year'],
  ['去年底', 2021, null, '2020-12-31', 'year'],
  ['2021年初', null, '2021-01-01', '2021-01-01', 'year'],
  ['“十三五”期间', null, '2016-01-01', '2020-12-31', 'plan'],
  ['十四五', 2019, '2021-01-01', '2025-12-31', 'plan'],
  ['十二五', null, '2011-01-01', '2015-12-31', 'plan'],
  ['十五五', null, '2026-01-01', '2030-12-31', 'plan'],
  ['十一五', null, '2006-01-01', '2010-12-31', 'plan'],
  ['全年', null, null, null, 'year'],
  ['上半年', null, null, null, 'half-year'],
  ['24H1', null, '2024-01-01', '2024-06-30', 'half-year'],
  ['2024Q3末', null, '2024-07-01', '2024-09-30', 'quarter'],
  ['前7个月', 2022, '2022-01-01', '2022-07-31', 'range'],
  ['2017年至2019年', null, '2017-01-01', '2019-12-31', 'range'],
  ['2018年3月至2019年6月', null, '2018-03-01', '2019-06-30', 'range'],
  ['10月1日-4日', 2021, '2021-10-01', '2021-10-04', 'range'],
  ['2020年1月1日零时至12月31日24时', null, '2020-01-01', '2020-12-31', 'range'],
  ['2021年10月18日', null, '2021-10-18', '2021-10-18', 'day'],
  ['13月', 2021, null, null, 'month'],
  ['0月', 2021, null, null, 'month'],
] as const)('%s in a report on %s', (text, year, start, end, grain) => {
  expect(resolvePeriod(text, year)).toEqual({ text, start, end, grain, inferred: null })
})

test('a masked year has no dates', () => {
  const masked = fc.tuple(
    fc.constantFrom('20xx年', '19××年', '20XX年', '20**年'),
    fc.constantFrom('', '6月', '上半年', '1-6月', '二季度', '末', '初', '底'),
  )
  fc.assert(
    fc.property(masked, fc.option(fc.integer({ min: 1990, max: 2030 })), ([year, part], report) => {
      expect(resolvePeriod(year + part, report)).toMatchObject({ start: null, end: null })
    }),
  )
})

test('a period does not end before it begins', () => {
  const parts = fc.constantFrom('', '上半年', '下半年', '一季度', '前三季度', '2月', '3-9月', '初', '末')
  fc.assert(
    fc.property(fc.integer({ min: 1949, max: 2099 }), parts, (year, part) => {
      const { start, end } = resolvePeriod(`${year}年${part}`, null)
      expect(end).not.toBeNull()
      if (start !== null) expect(start <= end!).toBe(true)
    }),
  )
})

describe('as the reading says it', () => {
  const own = resolvePeriod('2021年上半年', null)
  const report = { year: 2021, period: own, isTitled: true, looksBack: false }

  test('in standard wording', () => {
    const text = '往年以来'
    expect(
      readPeriod(reading(text), rangeOf(text), { year: 2021, period: null, isTitled: true, looksBack: false })
        .text,
    ).toBe('今年以来')
    expect(readPeriod(reading('客岁末'), rangeOf('客岁末'), report).text).toBe('客岁末')
  })

  test('without the blanks around it', () => {
    expect(readPeriod(reading(' 5月 '), rangeOf(' 5月 '), report).text).toBe('5月')
  })

  test('called as the report calls it, where the words name no part of a year', () => {
    const year = { ...report, period: resolvePeriod('2021年', null) }
    expect(readPeriod(reading('全年'), rangeOf('全年'), year).text).toBe('2021年')
    expect(readPeriod(reading('上半年'), rangeOf('上半年'), report).text).toBe('上半年')
  })

  test('the same year again is the one named before', () => {
    expect(readPeriod(reading('当年'), rangeOf('当年'), report, 1956)).toEqual(resolvePeriod('1956年', null))
    expect(readPeriod(reading('是年底'), rangeOf('是年底'), report, 1990).text).toBe('1990年底')
    expect(readPeriod(reading('年末'), rangeOf('年末'), report, 1990).text).toBe('1990年末')
    expect(readPeriod(reading('年末'), rangeOf('年末'), report, 2021).text).toBe('年末')
  })

  test('last year is the own one of a report that looks back', () => {
    const back = { ...report, period: resolvePeriod('2019年', null), year: 2019, looksBack: true }
    expect(readPeriod(reading('去年'), rangeOf('去年'), back).text).toBe('2019年')
    expect(readPeriod(reading('去年12月底'), rangeOf('去年12月底'), back)).toMatchObject({
      text: '去年12月底',
      end: '2019-12-31',
    })
  })

  test('what the report is about, and the last day of it', () => {
    const said = (text: string) => readPeriod(reading(text), rangeOf(text), report)
    expect(said('报告期内')).toMatchObject({ text: '报告期内', start: '2021-01-01', end: '2021-06-30' })
    expect(said('本报告期末')).toMatchObject({ text: '本报告期末', start: null, end: '2021-06-30' })
    expect(said('期初')).toMatchObject({ text: '期初' })
  })

  test('not where the days are unknown', () => {
    const unknown = { ...report, year: null, period: { ...own, start: null, end: null } }
    expect(readPeriod(reading('上半年'), rangeOf('上半年'), unknown).text).toBe('上半年')
  })
})
