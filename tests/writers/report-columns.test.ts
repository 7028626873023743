/** What tables say of a document as a whole, and of the place and the precision of a figure. */
import { beforeAll, describe, expect, test } from 'vitest'
import { processDocument } from '../../src/pipeline/process.js'
import type { Resources } from '../../src/pipeline/resources.js'
import { loadResources } from '../../src/pipeline/resources.js'
import { printedDecimals } from '../../src/writers/printed.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { placeOfFact, placeOfReport, yearOfReport } from '../../src/writers/tables/report.js'
import { restoredText } from '../../src/writers/tables/restored.js'

let resources: Resources

beforeAll(async () => {
  resources = await loadResources()
}, 60_000)

async function recordOf(title: string, text: string): Promise<DocumentRecord> {
  const bytes = Buffer.from(`${title}\n\n${text}\n`)
  for await (const record of processDocument(bytes, { resources, path: 'a.txt' })) return record
  throw new Error('no record')
}

describe('the place that a report is about', () => {
  test.each([
    ['青石县2018年国民经济和社会发展统计公报', '全县有学校126所，在校学生3.2万人。', '青石县'],
    ['关于白河市2018年预算执行情况的报告', '2018年全市完成财政收入62.5亿元。', '白河市'],
    ['江南省白河市2018年统计公报', '2018年全市有学校126所。', '江南省白河市'],
    ['江南省白河市2018年统计公报', '2018年全省有学校1260所。', '江南省'],
    ['2018年青屏州交通运输情况', '2018年全州公路里程6,120公里。', '青屏州'],
    ['青石县人民医院2018年工作总结', '2018年全院有职工620人。', null],
    ['惠民超市2018年工作总结', '2018年全市有门店26家。', null],
    ['城市社区2018年工作总结', '2018年全区有居民2600户。', null],
    ['某县2018年工作总结', '2018年全县有学校126所。', null],
    ['2018年工作总结', '2018年全县有学校126所。', null],
  ])('%s, %s', async (title, text, place) => {
    const record = await recordOf(title, text)
    expect(record.facts.length).toBeGreaterThan(0)
    expect(placeOfReport(record)).toBe(place)
    expect(placeOfFact(record.facts[0]!, record)).toBe(place)
  })

  test('a place that the sentence names is the one of its figure', async () => {
    const record = await recordOf('青石县2018年工作总结', '2018年全县有学校126所。白云镇有学校12所。')
    expect(record.facts.map((fact) => placeOfFact(fact, record))).toEqual(['青石县', '白云镇'])
  })
})

describe('the year that a report is about', () => {
  test.each([
    ['青石县2018年工作总结', '全县有学校126所。', 2018],
    ['青石县2018年工作总结和2019年工作安排', '2018年全县有学校126所。', null],
    ['——2019年1月6日在青石县第三届人民代表大会上', '2018年全县有学校126所。', null],
    ['教育工作情况', '全县有学校126所。', null],
  ])('%s, %s', async (title, text, year) => {
    expect(yearOfReport(await recordOf(title, text))).toBe(year)
  })
})

test.each([
  ['44.60亿元', '44.6', '亿元', 2],
  ['近4000人次', '4000', '人次', 0],
  ['+11.80%', '11.8', '%', 2],
  ['８．５万亩', '8.5', '万亩', 1],
  ['8,600吨', '8600', '吨', 0],
  ['三千五百人', '3500', '人', 0],
  ['三点五倍', '3.5', '倍', 1],
  ['-3.20度', '-3.2', '度', 2],
  ['二亩五分', '2.5', '亩', null],
  ['三分之一', '1/3', '', null],
  ['3至5家', null, '家', null],
])('%s has so many decimals', (text, value, unit, decimals) => {
  expect(printedDecimals({ text, value, unit })).toBe(decimals)
})

test('a sentence in restored wording is the sentence of the restored text', async () => {
  const text =
    '客岁以来，黉舍扶植获得新希望，门生们搬进新楼，此中一半住校，一样平常开支由县里承担。全县共有黉舍126所。'
  const record = await recordOf('教育工作情况', text)
  expect(record.corrections.some(({ status }) => status === 'applied')).toBe(true)
  const { start, end } = record.facts.at(-1)!.sentence
  expect(record.source.text.slice(start, end)).toContain('黉舍')
  expect(restoredText(record, { start, end })).toContain('学校126所')
  expect(record.repaired.text).toContain(restoredText(record, { start, end }))
})
