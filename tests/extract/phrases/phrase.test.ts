/** The words before a number, taken apart. */
import { describe, expect, test } from 'vitest'
import { dateAt, readPhrase } from '../../../src/extract/phrases/phrase.js'
import type { Range } from '../../../src/extract/reading.js'
import { noSpans, rangeOf, reading } from '../check.js'

const plain = {
  among: false,
  rest: false,
  left: false,
  dimension: false,
  sum: false,
  respective: false,
  subject: null,
  periods: [],
  planned: false,
  estimated: false,
  change: null,
  reaches: false,
  from: false,
  shareOf: null,
  fractionOf: null,
}

/** The phrase with its ranges as words. */
function phraseIn(text: string, isQuotient = false, spans = noSpans, range: Range = rangeOf(text)) {
  const phrase = readPhrase(reading(text), range, spans, isQuotient)
  const words = ({ start, end }: Range) => text.slice(start, end)
  return {
    ...phrase,
    subject: phrase.subject && words(phrase.subject),
    periods: phrase.periods.map(words),
    fractionOf: phrase.fractionOf && words(phrase.fractionOf),
  }
}

describe('at the start', () => {
  test.each([
    ['教师', { name: '教师' }],
    ['其中高级教师', { among: true, name: '高级教师' }],
    [' 其中 高级教师', { among: true, name: '高级教师' }],
    ['其余教师', { rest: true, name: '其余教师' }],
    ['剩余贫困户', { left: true, name: '剩余贫困户' }],
    ['分产业看', { dimension: true, name: '' }],
    ['全县新建水池', { subject: '全县', name: '新建水池' }],
    ['全年全县新建水池', { subject: '全县', periods: ['全年'], name: '新建水池' }],
    ['力争新建水池', { planned: true, name: '新建水池' }],
    ['预计新建水池', { estimated: true, name: '新建水池' }],
    ['共有教师', { name: '教师' }],
    ['分别新建水池', { respective: true, name: '新建水池' }],
    ['并召开会议', { name: '会议' }],
    ['召开业务会议', { name: '业务会议' }],
    ['召开动员会', { name: '动员会' }],
    ['截至新建水池', { name: '截至新建水池' }],
    ['投入资金', { name: '投入资金' }],
    ['投入专项资金', { name: '专项资金' }],
    ['全国文明城市', { name: '全国文明城市' }],
    ['有效灌溉', { name: '有效灌溉' }],
    ['对照组', { name: '对照组' }],
    ['对教师', { name: '教师' }],
    ['以旧换新活动', { name: '以旧换新活动' }],
    ['都市农业', { name: '都市农业' }],
    ['并购项目', { name: '并购项目' }],
    ['对于教师', { name: '教师' }],
    ['去年末教师', { periods: ['去年末'], name: '教师' }],
  ])('%s', (text, fields) => {
    expect(phraseIn(text)).toEqual({ ...plain, ...fields })
  })
})

test.each([' ', '\n', '\r', '\t'])('blanks around words are skipped: %j', (blank) => {
  const text = `${blank}其中${blank}${blank}教师${blank}达${blank}`
  expect(phraseIn(text)).toEqual({ ...plain, among: true, name: '教师' })
})

describe('at the end', () => {
  test.each([
    ['教师达到', { name: '教师' }],
    ['教师分别为', { respective: true, name: '教师' }],
    ['教师合计', { sum: true, name: '教师' }],
    ['教师合计为', { sum: true, name: '教师' }],
    ['教师预计达', { name: '教师' }],
    ['教师估计', { estimated: true, name: '教师' }],
    ['教师力争', { planned: true, name: '教师' }],
    ['收入平均', { name: '收入平均' }],
    ['教师以', { name: '教师' }],
    ['单据具有', { name: '单据' }],
    ['成都', { name: '成都' }],
    ['制定规则', { name: '制定规则' }],
    ['会议纪要', { name: '会议纪要' }],
    ['教师 ', { name: '教师' }],
  ])('%s', (text, fields) => {
    expect(phraseIn(text)).toEqual({ ...plain, ...fields })
  })
})

describe('a change', () => {
  test.each([
    ['产量比去年增加', false, { name: '产量', change: { direction: 'increase', against: '去年' } }],
    ['收入增长', true, { name: '收入', change: { direction: 'increase', against: null } }],
    ['收入提高到', false, { name: '收入', reaches: true }],
    [
      '收入分别增长',
      true,
      { name: '收入', respective: true, change: { direction: 'increase', against: null } },
    ],
    ['比去年多', false, { name: '', change: { direction: 'increase', against: '去年' } }],
    ['教师多', false, { name: '教师多' }],
    ['收入降', true, { name: '收入', change: { direction: 'decrease', against: null } }],
    ['增速高于全省', true, { name: '增速', change: { direction: 'increase', against: '全省' } }],
    ['增速高于全省', false, { name: '增速高于全省' }],
    ['收入同比下降', true, { name: '收入', change: { direction: 'decrease', against: '同比' } }],
    ['收入达到由', false, { name: '收入', from: true }],
    ['收入由', false, { name: '收入', from: true }],
    ['收入由去年的', false, { name: '收入', from: true, periods: ['去年'] }],
  ] as const)('%s (%s)', (text, isQuotient, fields) => {
    expect(phraseIn(text, isQuotient)).toEqual({ ...plain, ...fields })
  })
})

describe('shares and fractions', () => {
  test.each([
    ['女教师占教师总数的', true, { name: '女教师', shareOf: '教师' }],
    ['占', true, { name: '', shareOf: '' }],
    ['占全县人口的比重为', true, { name: '', shareOf: '全县人口' }],
    ['女教师占教师总数的', false, { name: '女教师占教师总数的' }],
    ['完成年度计划的', true, { name: '', fractionOf: '年度计划' }],
    ['收入是上年的', true, { name: '收入', fractionOf: '上年' }],
    ['收入是上年的', false, { name: '收入是上年的' }],
    ['的', true, { name: '' }],
  ] as const)('%s (%s)', (text, isQuotient, fields) => {
    expect(phraseIn(text, isQuotient)).toMatchObject(fields)
  })

  test('a change of the share is one', () => {
    expect(phraseIn('占比重比上年提高', true)).toMatchObject({
      shareOf: null,
      change: { direction: 'increase', against: '上年' },
    })
  })

  test('the verb stands within twenty characters of 的', () => {
    expect(phraseIn(`收入是${'甲'.repeat(18)}的`, true).fractionOf).toBe('甲'.repeat(18))
    expect(phraseIn(`收入是${'甲'.repeat(19)}的`, true).fractionOf).toBeNull()
  })
})

describe('dates and labels that were understood before', () => {
  const at = (start: number, end: number) => (from: number, limit: number) =>
    from === start && end <= limit ? { start, end } : undefined

  test('are taken off, a date with what belongs to it', () => {
    const spans = { ...noSpans, date: at(0, 5) }
    expect(phraseIn('2020年底教师', false, spans)).toEqual({ ...plain, periods: ['2020年底'], name: '教师' })
    expect(phraseIn('截至2020年底教师', false, { ...noSpans, date: at(2, 7) })).toEqual({
      ...plain,
      periods: ['截至2020年底'],
      name: '教师',
    })
    expect(phraseIn('一是教师', false, { ...noSpans, label: at(0, 2) })).toEqual({ ...plain, name: '教师' })
  })

  test('a date with its tail stays inside of the range', () => {
    const spans = { ...noSpans, date: at(0, 5) }
    expect(dateAt(reading('2020年底教师'), { start: 0, end: 6 }, spans)).toEqual({ start: 0, end: 6 })
    expect(dateAt(reading('2020年底教师'), { start: 0, end: 5 }, spans)).toEqual({ start: 0, end: 5 })
    expect(dateAt(reading('2020年底教师'), { start: 1, end: 6 }, spans)).toBeUndefined()
  })

  test('a word that lost its name is the subject', () => {
    const spans = { ...noSpans, isOrphan: (offset: number) => offset === 0 }
    expect(phraseIn('全教师', false, spans)).toMatchObject({ subject: '全', name: '教师' })
    expect(phraseIn('全县教师', false, spans)).toMatchObject({ subject: '全县', name: '教师' })
  })
})

test('never leaves the range', () => {
  const text = '全县比去年教师增长达到'
  expect(phraseIn(text, true, noSpans, { start: 5, end: 7 })).toEqual({ ...plain, name: '教师' })
  expect(phraseIn(text, true, noSpans, { start: 2, end: 2 })).toEqual({ ...plain, name: '' })
})
