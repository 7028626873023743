/** From a recognised page to its record: words are mended, figures never, and doubtful figures are said. */
import { expect, test } from 'vitest'
import { anchorAt } from '../../src/decisions/anchor.js'
import type { Decision } from '../../src/decisions/decision.js'
import { decideRecord } from '../../src/pipeline/decided.js'
import { processDocument } from '../../src/pipeline/process.js'
import { loadResources } from '../../src/pipeline/resources.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { checkRecord } from '../support/invariants.js'
import type { Box } from '../support/scans.js'
import { pageOf, png, recogniserOf } from '../support/scans.js'

const resources = await loadResources()

async function recordOf(...boxes: readonly Box[]): Promise<DocumentRecord> {
  const options = { resources, path: 'scan.png', scans: { recogniser: recogniserOf([pageOf(boxes)]) } }
  for await (const record of processDocument(png, options)) return record
  throw new Error('no record')
}

const line = (text: string, top: number, others: Partial<Box> = {}): Box => ({
  text,
  left: 200,
  top,
  ...others,
})
const rival = (text: string, confidence: number) => [{ text, confidence }]
const doubtsOf = ({ checks }: DocumentRecord) =>
  checks
    .filter(({ rule }) => rule === 'recognition')
    .map(({ code, severity, expression }) => [code, severity, expression])

test('what was misread is mended, and can be undone', async () => {
  const record = await recordOf(
    line('全县义务教育阶段在校学生共有8241人，控缀保学工作', 200, {
      doubts: [{ at: 21, confidence: 0.55, rivals: rival('辍', 0.4) }],
    }),
    line('成效明显，教师队伍建不断加强°', 250, {
      doubts: [{ at: 14, confidence: 0.5, rivals: rival('。', 0.45) }],
      gaps: [{ text: '设', confidence: 0.48, after: 10 }],
    }),
  )
  checkRecord(record)
  expect(
    record.corrections.map(({ kind, actual, replacement }) => [kind, actual, replacement]),
  ).toContainEqual(['recognition', '缀', '辍'])
  expect(record.repaired.text).toContain('控辍保学工作')
  expect(record.source.text).toContain('控缀保学工作')
  expect(record.repaired.text).toContain('教师队伍建设不断加强。')
  expect(record.spin.verdict).not.toBe('spun')
})

test('no digit, no sign of a number and no numeral is chosen by the language model', async () => {
  const text = '全县共有学生8241人，投入58.701万元，新建校舍三所，覆盖率达到97%。'
  const doubts = [...text].flatMap((character, at) =>
    /[0-9.%三万]/.test(character)
      ? [
          {
            at,
            confidence: 0.51,
            rivals: rival({ '.': '，', '%': '‰', 三: '二', 万: '亿' }[character] ?? '7', 0.49),
          },
        ]
      : [],
  )
  const record = await recordOf(line(text, 200, { doubts }))
  expect(record.repaired.text.trim()).toBe(text)
})

test('a digit that is not sure is said: with a warning, or a note', async () => {
  const record = await recordOf(
    line('全县共有小学47所，初中19所，高中6所。', 200, {
      doubts: [
        { at: 6, confidence: 0.7, rivals: rival('1', 0.2) },
        { at: 13, confidence: 0.95, rivals: rival('0', 0.04) },
      ],
    }),
  )
  expect(doubtsOf(record)).toEqual([
    ['doubtful-digit-rival', 'warning', '47所'],
    ['doubtful-digit-rival', 'info', '19所'],
  ])
  expect(record.recognition!.facts).toMatchObject({ f1: 0.7, f2: 0.95, f3: 1 })
})

test('a letter among digits, and per cent where per mille is meant, are said', async () => {
  const record = await recordOf(
    line('全县在校学生4l26人，教师308人。', 200),
    line('年末全县人口自然增长率为4.8%，人口出生率为9.7‰，结婚率为6.1%0。', 250),
  )
  expect(
    doubtsOf(record)
      .map(([code]) => code)
      .sort(),
  ).toEqual(['letter-in-figure', 'percent-for-per-mille', 'percent-for-per-mille'])
})

test('a digit that was nearly read is said, beside a figure alone', async () => {
  const gap = (after: number, text: string) => ({ gaps: [{ text, confidence: 0.2, after }] })
  const record = await recordOf(
    line('全县共有小学47所，', 200, gap(6, '1')),
    line('初中共有班级19个，', 250, gap(8, '3')),
    line('另有高中班级36个，', 300, gap(3, '1')),
    line('另有职高班级28个。', 350, gap(6, '一')),
  )
  expect(doubtsOf(record)).toEqual([
    ['missed-digit', 'warning', '47所'],
    ['missed-digit', 'warning', '19个'],
  ])
})

test('a cell that ends with a comma, and a rate without its sign, are said', async () => {
  const rows = [
    ['项目', '预算数'],
    ['教育', '58,'],
    ['卫生', '21,460'],
    ['农业', '34,919'],
  ]
  const record = await recordOf(
    line('全县高中毛入学率由91.5提高到93.2%，容积率另定。', 100),
    ...rows.flatMap((cells, row) =>
      cells.map((text, column) => ({ text, left: 200 + column * 300, top: 200 + row * 50 })),
    ),
  )
  expect(doubtsOf(record)).toEqual([
    ['rate-without-sign', 'info', '91.5'],
    ['cut-figure', 'warning', '58,'],
  ])
})

test('a point in a column of commas is said, one in a column of its like is not', async () => {
  const rows = [
    ['项目', '预算数', '增幅'],
    ['教育', '58.701', '3.125'],
    ['卫生', '21,460', '1.250'],
    ['农业', '34,919', '2.875'],
    ['交通', '17,300', '4.500'],
  ]
  const record = await recordOf(
    ...rows.flatMap((cells, row) =>
      cells.map((text, column) => ({ text, left: 200 + column * 300, top: 200 + row * 50 })),
    ),
  )
  expect(doubtsOf(record)).toEqual([['point-for-comma', 'warning', '58.701']])
})

test('a point in a text that groups its thousands is said, decimals of a large unit are not', async () => {
  const record = await recordOf(
    line('全年销售整机21.640台，其中挖掘机8,920台，装载机6,350台。', 200),
    line('全年投入资金231.456亿元，公路里程为1.25公里。', 250),
  )
  expect(doubtsOf(record)).toEqual([['point-for-comma-in-text', 'warning', '21.640台']])
})

test('a separator that is not sure is said, unless the figures of its column are printed so', async () => {
  const comma = (text: string) => ({
    doubts: [{ at: text.indexOf(','), confidence: 0.6, rivals: rival('.', 0.3) }],
  })
  const rows = [
    ['项目', '预算数'],
    ['教育', '58,701'],
    ['卫生', '21,460'],
    ['农业', '34,919'],
  ]
  const record = await recordOf(
    line('全年销售整机21,640台。', 100, comma('全年销售整机21,640台。')),
    ...rows.flatMap((cells, row) =>
      cells.map((text, column) => ({
        text,
        left: 200 + column * 300,
        top: 200 + row * 50,
        ...(text === '58,701' && comma(text)),
      })),
    ),
  )
  expect(doubtsOf(record)).toEqual([['doubtful-digit-rival', 'warning', '21,640台']])
})

test('a separator that nothing else could be is no doubt, unless it may be no separator', async () => {
  const unsure = (text: string, sign: string, others: string) => ({
    doubts: [{ at: text.lastIndexOf(sign), confidence: 0.6, rivals: rival(others, 0.3) }],
  })
  const lines = [
    ['存款余额12,486,371.52元，', ',', '.'],
    ['新增贷款58.44亿元，', '.', '，'],
    ['财政拨款21,640元，', ',', '.'],
    ['缴纳税款36.52万元。', '.', '-'],
  ] as const
  const record = await recordOf(
    ...lines.map(([text, sign, others], at) => line(text, 200 + 50 * at, unsure(text, sign, others))),
  )
  expect(doubtsOf(record).map(([, , figure]) => figure)).toEqual(['21,640元', '36.52万元'])
})

test('digits over the end of a line are joined, and said; a point there leaves no doubt', async () => {
  const full = '全年完成固定资产投资一百二十亿元，与上年相比，'
  const joined = await recordOf(
    line(`${full}增长44`, 200),
    line('8%，高于全省平均水平；社会消费品零售总额六十亿元，同比', 250),
    line('增长3.5%。', 300),
  )
  expect(doubtsOf(joined)).toEqual([['joined-figure', 'warning', '448%']])
  const pointed = await recordOf(
    line(`${full}增长44`, 200),
    line('.8%，高于全省平均水平；社会消费品零售总额六十亿元，同比', 250),
    line('增长3.5%。', 300),
  )
  expect(doubtsOf(pointed)).toEqual([])
})

test('no figure of a page that is read badly is past doubt', async () => {
  const text = '全镇耕地面积3.6万亩，粮食总产量1.9万吨，比上年增长2.3%。'
  const words = [...text].flatMap((character, at) =>
    /[全镇面食比长]/.test(character) ? [{ at, confidence: 0.7 }] : [],
  )
  expect(doubtsOf(await recordOf(line(text, 200, { doubts: words })))).toEqual(
    ['3.6万亩', '1.9万吨', '2.3%'].map((figure) => ['figure-of-doubtful-page', 'info', figure]),
  )
})

test('a clean page is a clean text', async () => {
  const record = await recordOf(line('全镇耕地面积3.6万亩，粮食总产量1.9万吨，比上年增长2.3%。', 200))
  checkRecord(record)
  expect([record.corrections, doubtsOf(record)]).toEqual([[], []])
})

test('a record of a scan comes out as it was, and a person may type a figure that was misread', async () => {
  const text = '全县义务教育阶段在校学生共有8241人，控缀保学工作'
  const doubts = [
    { at: 15, confidence: 0.5, rivals: rival('3', 0.4) },
    { at: 21, confidence: 0.55, rivals: rival('辍', 0.4) },
  ]
  const record = await recordOf(line(text, 200, { doubts }))
  expect(record.recognition?.doubts).not.toEqual([])
  expect(decideRecord(record, [], resources).record).toEqual(record)
  const start = record.source.text.indexOf('8241')
  const decision: Decision = {
    number: 1,
    at: '2024-05-01T08:30:00.000Z',
    by: 'li',
    document: record.id,
    kind: 'own',
    anchor: anchorAt(record.source.text, start, start + 4),
    replacement: '8341',
    scope: 'place',
  }
  const { record: made, unfit } = decideRecord(record, [{ by: 'li', decisions: [decision] }], resources)
  expect(unfit).toEqual([])
  expect(made.source.text).toBe(record.source.text)
  expect(made.facts[0]).toMatchObject({ value: '8341', unit: '人' })
})
