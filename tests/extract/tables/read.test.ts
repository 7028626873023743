/** Facts from the cells of a table, named by its header cells, with their unit and period. */
import { expect, test } from 'vitest'
import { extractFacts } from '../../../src/extract/extract.js'
import type { Block } from '../../../src/model/document.js'
import { spanOf } from '../../../src/model/span.js'
import { toRecord } from '../../../src/writers/record.js'
import { extractText, resources, segmentedText } from '../../support/document.js'

type Cells = readonly (readonly (string | readonly [string, number])[])[]

/** Facts of tables, a cell as its text, or as text and the number of its columns; `lead` stands before them. */
function factsIn(tables: readonly Cells[], lead = '') {
  const blocks: Block[] = []
  let text = lead === '' ? '' : `${lead}\n`
  if (lead !== '') {
    blocks.push({
      kind: 'title',
      level: 0,
      label: null,
      ...spanOf<'source'>(0, lead.length),
      at: { page: null, line: null, cell: null },
    })
  }
  for (const [table, rows] of tables.entries()) {
    for (const [row, cells] of rows.entries()) {
      let column = 0
      for (const cell of cells) {
        const [content, columnSpan] = typeof cell === 'string' ? [cell, 1] : cell
        const at = { page: null, line: null, cell: { table, row, column, rowSpan: 1, columnSpan } }
        blocks.push({
          kind: 'table',
          level: 0,
          label: null,
          ...spanOf<'source'>(text.length, text.length + content.length),
          at,
        })
        text += `${content}\n`
        column += columnSpan
      }
    }
  }
  return toRecord({ ...extractFacts({ ...segmentedText(text), blocks }, resources), checks: [] }).facts
}

test('the first text of the row and the texts above name a number', () => {
  const facts = factsIn([
    [
      ['地区', '小学', '初中'],
      ['白河县', '40', '12'],
      ['青屏县', '31', '9'],
    ],
  ])
  expect(facts.map(({ text, indicator }) => [text, indicator])).toEqual([
    ['40', '白河县小学'],
    ['12', '白河县初中'],
    ['31', '青屏县小学'],
    ['9', '青屏县初中'],
  ])
  expect(
    facts.every(({ implicit, role, status }) => implicit && role === 'value' && status === 'actual'),
  ).toBe(true)
})

test('a header over several columns is that of each of them', () => {
  const facts = factsIn([
    [
      ['', ['学校', 2], '教师'],
      ['', '公办', '民办', '在岗'],
      ['合计', '40', '12', '310'],
    ],
  ])
  expect(facts.map(({ indicator }) => indicator)).toEqual(['合计学校公办', '合计学校民办', '合计教师在岗'])
})

test.each([
  [
    'in the corner',
    [
      ['单位：万元', '收入'],
      ['甲', '310'],
    ],
  ],
  [
    'in the header of the column',
    [
      ['项目', '收入（万元）'],
      ['甲', '310'],
    ],
  ],
  [
    'in the header of the row',
    [
      ['项目', '收入'],
      ['甲(万元)', '310'],
    ],
  ],
])('the unit may stand %s', (_where, cells) => {
  const [fact] = factsIn([cells])
  expect(fact).toMatchObject({
    value: '310',
    unit: '万元',
    measure: 'money',
    base: { value: '3100000', unit: 'CNY' },
  })
})

test('a unit that is printed with the number wins, and words in brackets are none', () => {
  const [printed] = factsIn([
    [
      ['项目', '收入（万元）'],
      ['甲', '310元'],
    ],
  ])
  expect(printed).toMatchObject({ unit: '元', base: { value: '310', unit: 'CNY' } })
  const [none] = factsIn([
    [
      ['项目', '收入（预计）'],
      ['甲', '310'],
    ],
  ])
  expect(none).toMatchObject({ unit: '', base: { value: '310', unit: '' } })
  const [range] = factsIn([
    [
      ['项目', '收入（万元）'],
      ['甲', '10~15'],
    ],
  ])
  expect(range).toMatchObject({ unit: '万元', low: '10', high: '15', base: { value: null, unit: 'CNY' } })
})

test('a header that names a year is the period, in words resolved against that of the title', () => {
  const facts = factsIn(
    [
      [
        ['指标', '2020年', '上年'],
        ['收入', '310', '290'],
      ],
    ],
    '白河县2021年统计公报',
  )
  expect(facts.map(({ indicator, period }) => [indicator, period?.start])).toEqual([
    ['收入', '2020-01-01'],
    ['收入', '2020-01-01'],
  ])
})

test('tables do not name each other’s numbers', () => {
  const facts = factsIn([
    [
      ['项目', '收入'],
      ['甲', '310'],
    ],
    [
      ['项目', '支出'],
      ['乙', '290'],
    ],
  ])
  expect(facts.map(({ indicator }) => indicator)).toEqual(['甲收入', '乙支出'])
})

test('numbers in the header cells of rows are no headers', () => {
  const facts = factsIn([
    [
      ['序号', '项目', '收入'],
      ['1', '甲', '310'],
    ],
  ])
  expect(facts.at(-1)?.indicator).toBe('甲收入')
})

test('of several headers that name a year the first is the period', () => {
  const facts = factsIn([
    [
      ['', ['2020年', 1]],
      ['指标', '2019年口径'],
      ['收入', '310'],
    ],
  ])
  expect(facts.at(-1)?.period?.text).toBe('2020年')
})

test('facts of a table know the headings above it, and are surer than names that were carried over', () => {
  const text = '一、收支 \n项目\n收入\n甲\n310'
  const cells = [
    ['项目', 0, 0],
    ['收入', 0, 1],
    ['甲', 1, 0],
    ['310', 1, 1],
  ] as const
  const block = { level: 0, label: null, at: { page: null, line: null, cell: null } }
  const blocks: Block[] = [
    { ...block, kind: 'heading', ...spanOf<'source'>(0, 5) },
    ...cells.map(([content, row, column]): Block => {
      const start = text.indexOf(content, 6)
      const cell = { table: 0, row, column, rowSpan: 1, columnSpan: 1 }
      return {
        ...block,
        kind: 'table',
        ...spanOf<'source'>(start, start + content.length),
        at: { ...block.at, cell },
      }
    }),
  ]
  const { facts } = extractFacts({ ...segmentedText(text), blocks }, resources)
  expect(facts).toMatchObject([{ text: '310', indicator: '甲收入', section: ['一、收支'] }])
  const [, carried] = extractText('开工项目9个，共7350平方米。').facts
  expect(facts[0]!.confidence).toBeGreaterThan(carried!.confidence)
})

test('a number stays in its cell, whatever the next one holds', () => {
  const facts = factsIn([
    [
      ['项目', '收入', '支出'],
      ['甲', '310', '万元'],
      ['乙', ' 12 ', ''],
    ],
  ])
  expect(facts.map(({ text, unit, indicator }) => [text, unit, indicator])).toEqual([
    ['310', '', '甲收入'],
    ['12', '', '乙收入'],
  ])
})

test('a whole of a share may stand in a table', () => {
  const facts = factsIn([
    [
      ['项目', '金额（万元）'],
      ['营业收入', '800'],
      ['研发投入占营业收入的5%', ''],
    ],
  ])
  expect(facts[0]).toMatchObject({ role: 'value', partOf: null, status: 'actual' })
})

test('a blank before the note of a unit is no part of a name', () => {
  const facts = factsIn([
    [
      ['项目', '收入'],
      ['甲 （万元）', '310'],
    ],
  ])
  expect(facts.map(({ indicator, unit }) => [indicator, unit])).toEqual([['甲收入', '万元']])
})

test('groups over heads that come again stand over each time, whatever spans are stated', () => {
  const facts = factsIn([
    [
      ['学段', ['2021年', 1], ['2022年', 3]],
      ['', '学校', '学生', '学校', '学生'],
      ['小学', '30', '9100', '31', '9050'],
      ['初中', '12', '4200', '12', '4310'],
    ],
  ])
  expect(facts.map(({ text, period }) => `${text} ${period?.text}`)).toEqual([
    '30 2021年',
    '9100 2021年',
    '31 2022年',
    '9050 2022年',
    '12 2021年',
    '4200 2021年',
    '12 2022年',
    '4310 2022年',
  ])
})

test('an amount of money in brackets is negative', () => {
  const facts = factsIn([
    [
      ['项目', '本期（元）'],
      ['营业利润', '1,204.50'],
      ['净利润', '(310.25)'],
    ],
  ])
  expect(facts.map(({ text, value, base }) => [text, value, base.value])).toEqual([
    ['1,204.50', '1204.5', '1204.5'],
    ['(310.25)', '-310.25', '-310.25'],
  ])
})

test('words behind figures say more of the row, and its unit may stand behind them', () => {
  const facts = factsIn([
    [
      ['姓名', '年龄', '部门', '工龄'],
      ['周平', '35', '化验室', '8'],
      ['吴敏', '42', '化验室', '17'],
    ],
    [
      ['项目', '结果', '单位'],
      ['白细胞', '11.8↑', '10^9/L'],
      ['血红蛋白', '98', 'g/L'],
    ],
  ])
  expect(facts.map(({ indicator, value, unit }) => [indicator, value, unit])).toEqual([
    ['周平年龄', '35', ''],
    ['周平工龄', '8', ''],
    ['吴敏年龄', '42', ''],
    ['吴敏工龄', '17', ''],
    ['白细胞结果', '11.8', '10^9/L'],
    ['血红蛋白结果', '98', 'g/L'],
  ])
})

test('words behind figures begin a second table where heads are said again', () => {
  const facts = factsIn([
    [
      ['收入项目', '预算数', '支出项目', '预算数'],
      ['税收收入', '1200', '教育支出', '800'],
      ['非税收入', '300', '卫生支出', '400'],
    ],
  ])
  expect(facts.map(({ indicator }) => indicator)).toEqual([
    '税收收入预算数',
    '教育支出预算数',
    '非税收入预算数',
    '卫生支出预算数',
  ])
})

test('a time of a day in the title is no period', () => {
  const rows = [
    ['车次', '票价', '里程'],
    ['甲', '25元', '90'],
    ['乙', '31元', '120'],
  ]
  expect(factsIn([rows], '首班7:30').map(({ period }) => period)).toEqual([null, null, null, null])
})
