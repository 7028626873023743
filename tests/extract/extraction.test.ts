/** Extraction on damaged and structured documents: spans of the source, coverage, deleted names, tables, linear time. */
import { describe, expect, test } from 'vitest'
import { extractFacts } from '../../src/extract/extract.js'
import type { Block, SegmentedDocument } from '../../src/model/document.js'
import { spanOf } from '../../src/model/span.js'
import { scanNumbers } from '../../src/quantities/scan.js'
import { extractText, resources, segmentedText } from '../support/document.js'

const sentence = '全县共有学校61所，其中：小学40所，初级中学21所，比上年减少3所；在校生9,050人，增长2.5%。'

describe('spans and coverage', () => {
  test('facts are spans of the source, whatever was repaired before them', () => {
    const text = '全县共有各级黉舍61所,此中:小学40所。'
    const edits = [
      { start: 6, end: 8, replacement: '学校建筑' },
      { start: 12, end: 14, replacement: '其中' },
    ]
    const { facts } = extractText(text, edits)
    expect(facts.map(({ start, end }) => text.slice(start, end))).toEqual(['61所', '40所'])
    for (const fact of facts) expect(text.slice(fact.start, fact.end)).toBe(fact.text)
    expect(facts[1]?.partOf).toBe(facts[0]?.id)
  })

  test('each number is in exactly one list', () => {
    const text = `一、2020年情况\n${sentence}五年来修路300公里。电话：0871-6543210。`
    const { facts, ignored, reading } = extractText(text)
    const { quantities, ignored: none } = scanNumbers(reading, resources.units)
    expect(facts.length + ignored.length).toBe(quantities.length + none.length)
    const spans = [...facts, ...ignored].sort((one, two) => one.start - two.start)
    for (let index = 1; index < spans.length; index++) {
      expect(spans[index]!.start).toBeGreaterThanOrEqual(spans[index - 1]!.end)
    }
  })

  test('numbers of notices are page furniture', () => {
    const document = segmentedText('本页共8页。\n全县共有学校61所。')
    const blocks = document.blocks.map(
      (block, index): Block =>
        index === 0 ? { ...block, kind: 'boilerplate' } : { ...block, kind: 'paragraph' },
    )
    const { facts, ignored } = extractFacts({ ...document, blocks }, resources)
    expect(facts.map(({ text }) => text)).toEqual(['61所'])
    expect(ignored).toMatchObject([{ text: '8页', reason: 'page-furniture' }])
  })
})

test('a subject whose name was deleted is said to be damaged', () => {
  const text = '20xx年,全共有学校108所。'
  const { facts } = extractText(text, [], [{ ...spanOf<'source'>(7, 7), kind: 'deletion', detail: '全共有' }])
  expect(facts).toMatchObject([{ indicator: '学校数', subject: '全', subjectDamaged: true }])
})

test('a place whose name is masked is the subject, and no part of a name', () => {
  const text = '__县共有学校96所，其中：小学20所。'
  const masks = [{ ...spanOf<'source'>(0, 2), kind: 'mask', detail: '__' } as const]
  expect(extractText(text, [], masks).facts).toMatchObject([
    { indicator: '学校数', subject: '__县', subjectDamaged: true, text: '96所' },
    { indicator: '小学数', subject: '__县', subjectDamaged: true, text: '20所' },
  ])
})

test('a masked body is no place', () => {
  const text = '××县委有党员96名。'
  const masks = [{ ...spanOf<'source'>(0, 2), kind: 'mask', detail: '××' } as const]
  expect(extractText(text, [], masks).facts).toMatchObject([{ subject: null, text: '96名' }])
})

describe('masked figures', () => {
  test('have no value, whatever digits are left of them', () => {
    const { facts } = extractText('全镇完成投资xx.51亿元，农民人均纯收入xx458元，增长xx1.76%。')
    expect(facts.map(({ text, bound, value, low, high }) => [text, bound, value, low, high])).toEqual(
      ['xx.51亿元', 'xx458元', 'xx1.76%'].map((text) => [text, 'masked', null, null, null]),
    )
  })

  test('without a digit are figures where the repair says that something is hidden, else blanks', () => {
    const text = '全县高考上线__人，比20__年增加12人。'
    const masks = [{ ...spanOf<'source'>(6, 8), kind: 'mask', detail: '__' } as const]
    const { facts } = extractText(text, [], masks)
    expect(facts.map(({ text: printed, indicator }) => [printed, indicator])).toEqual([
      ['__人', '高考上线人数'],
      ['12人', '高考上线人数'],
    ])
    expect(extractText(text).facts.map((fact) => fact.text)).toEqual(['12人'])
  })

  test('a year that is hidden is a period without dates', () => {
    const { facts, ignored } = extractText('截至xxxx年底，全镇有学校12所。')
    expect(facts).toMatchObject([{ text: '12所', period: { text: 'xxxx年底', start: null, end: null } }])
    expect(ignored).toMatchObject([{ text: 'xxxx年', reason: 'date' }])
  })
})

test('cells of a table are named by their headers', () => {
  const cells = [
    ['指标(万元)', '2020年', '2021年'],
    ['税收收入', '310', '335'],
  ]
  const text = cells.flat().join('\n')
  let start = 0
  const blocks = cells.flatMap((row, rowIndex) =>
    row.map((cell, column): Block => {
      const block: Block = {
        kind: 'table',
        level: 0,
        label: null,
        ...spanOf<'source'>(start, start + cell.length),
        at: { page: null, line: null, cell: { table: 0, row: rowIndex, column, rowSpan: 1, columnSpan: 1 } },
      }
      start += cell.length + 1
      return block
    }),
  )
  const document: SegmentedDocument = { ...segmentedText(text), blocks }
  const { facts } = extractFacts(document, resources)
  const inCells = facts.map(({ text: printed, indicator, unit, period }) => [
    printed,
    indicator,
    unit,
    period?.text,
  ])
  expect(inCells).toEqual([
    ['310', '税收收入', '万元', '2020年'],
    ['335', '税收收入', '万元', '2021年'],
  ])
})

test('a line three times as long costs three times as much', () => {
  const time = (count: number) => {
    const document = segmentedText(sentence.replace('。', '，').repeat(count))
    extractFacts(document, resources)
    const before = process.cpuUsage()
    extractFacts(document, resources)
    return process.cpuUsage(before).user
  }
  const short = time(300)
  expect(time(900) / short).toBeLessThan(6)
})

test('a date that a label has for itself holds for no other figure', () => {
  const { facts } = extractText('单价每平方米9800元；建成年代：2011年；容积率2.1。')
  expect(facts.map(({ text, period }) => [text, period?.text ?? null])).toEqual([
    ['9800元', null],
    ['2.1', null],
  ])
})

test('a picture ends a clause', () => {
  const { facts } = extractText('豆浆卖出20杯💰油条卖出30根✅')
  expect(facts.map(({ indicator }) => indicator?.includes('💰'))).toEqual([false, false])
})
