/** Every question that ships, asked with its example of a dataset of the own reports and a letter that contradicts one. */
import { readFileSync, rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { format } from '../../src/dataset/formats/sqlite.js'
import type { ReadDatabase } from '../../src/dataset/sqlite/connection.js'
import { loadQuestions, parseQuestion } from '../../src/dataset/sqlite/questions.js'
import { assertReads, openDataset } from '../../src/dataset/sqlite/read.js'
import { processDocument } from '../../src/pipeline/process.js'
import { loadResources } from '../../src/pipeline/resources.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { workReports } from '../support/work-reports.js'
import { datasetDocuments } from './documents.js'

const path = (report: string) => `corpus/reports/${report}/damaged.txt`
const letter = '关于商贸流通情况的说明\n2021年，全市农村消费品零售额87.5亿元，增长9.1%。'

let folder: string
let database: ReadDatabase
let documents = 0

async function recordsOfReports(): Promise<DocumentRecord[]> {
  const resources = await loadResources()
  const paths = workReports.map(path)
  const inputs = [
    ...paths.map((path) => ({ path, bytes: readFileSync(path) })),
    { path: 'letter.txt', bytes: Buffer.from(letter) },
  ]
  const records: DocumentRecord[] = []
  for (const { path, bytes } of inputs) {
    for await (const record of processDocument(bytes, { resources, path })) records.push(record)
  }
  return records
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huanyuan-test-'))
  const file = join(folder, 'reports.sqlite')
  const records = await recordsOfReports()
  documents = records.length
  await format.write([file], datasetDocuments(records), { language: 'en', drop: [] })
  database = await openDataset(file, file)
})

afterAll(() => {
  database.close()
  rmSync(folder, { recursive: true, force: true })
})

const questions = loadQuestions()

/** The answer to a question with these values, some columns of each row. */
function answer(name: string, values: readonly string[], columns: readonly string[]): unknown[][] {
  const { parameters, sql } = questions.find((question) => question.name === name)!
  const bound = parameters.map((parameter, index) => [
    `:${parameter.name}`,
    values[index] ?? parameter.fallback!,
  ])
  const { columns: all, rows } = database.ask(sql, Object.fromEntries(bound) as Record<string, string>)
  const places = columns.map((column) => all.indexOf(column))
  expect(places).not.toContain(-1)
  return [...rows].map((row) => places.map((place) => row[place]))
}

interface Expected {
  readonly columns: readonly string[]
  /** Rows at the beginning of the answer. */
  readonly rows: readonly (readonly unknown[])[]
  /** How many there are in all, where that does not hang on every single fact. */
  readonly count?: number
}

const expected: Readonly<Record<string, Expected>> = {
  changes: {
    columns: ['indicator', 'percent', 'text', 'current'],
    rows: [
      ['进口营业收入', 100, '一番多', '2.46亿美元'],
      ['企业“十四五”末营业收入', 100, '近一倍', '打破30亿元'],
      ['旅游总收入', 28.4, '28.4%', '52.6亿元'],
      ['旅游总收入', 20, '20%以上', '65亿元'],
      ['政府性基金收入', -18.6, '18.6%', '23.4亿元'],
    ],
    count: 5,
  },
  contradictions: {
    columns: ['severity', 'indicator', 'of', 'text', 'path'],
    rows: [
      ['warning', '农村消费品零售额', '全市', '85.7亿元', path('city-communique')],
      ['warning', '农村消费品零售额', '全市', '87.5亿元', 'letter.txt'],
    ],
    count: 2,
  },
  corrections: {
    columns: ['actual', 'replacement', 'times', 'documents'],
    rows: [['教诲', '教育', 20, 3]],
    count: 1,
  },
  'facts-of': {
    columns: ['indicator', 'text', 'baseValue', 'baseUnit', 'line', 'fact'],
    rows: [
      ['第一产业增加值', '86.4亿元', '8640000000', 'CNY', 3, 'f1'],
      ['第一产业增加值', '3.9%', '3.9', '%', 3, 'f2'],
    ],
  },
  findings: {
    columns: ['severity', 'rule', 'expression', 'path'],
    rows: [
      ['error', 'rate', '14.3 / 32.5 = 48.0%', path('company-annual')],
      ['error', 'sum-of-parts', '19 + 15 = 32', path('employment-security')],
    ],
    count: 7,
  },
  indicators: {
    columns: ['indicator', 'indicatorId', 'figures', 'documents'],
    rows: [
      ['高速公路通车里程', 'transport.expressway-length', 3, 1],
      ['新改建农村公路里程', null, 2, 1],
    ],
    count: 5,
  },
  latest: {
    columns: ['indicator', 'of', 'period', 'text'],
    rows: [['主要农作物耕种收综合机械化率', '全市', '2020年', '82%以上']],
  },
  masked: {
    columns: ['indicator', 'text', 'recovered', 'path'],
    rows: [
      ['生产人员数', '20xx人', '2018', path('company-annual')],
      ['高中在校生数', '20xx人', '2036', path('education-bureau-halfyear')],
    ],
  },
  quality: {
    columns: ['path', 'coverage', 'repeats'],
    rows: [[path('city-communique'), 0.817, null]],
    count: 3,
  },
  series: {
    columns: ['indicator', 'of', 'text', 'baseValue', 'status', 'line'],
    rows: [
      // Printed otherwise, the same indicator.
      ['公路总里程', '全市', '12,480公里', '12480000', 'actual', 10],
      ['公路通车里程', '全市', '1.36万公里', '13600000', 'actual', 16],
      ['高速公路通车里程', '全市', '208公里', '208000', 'actual', 16],
      ['高速公路通车里程', '全市', '600公里', '600000', 'planned', 19],
      ['高速公路通车里程', '全市', '412公里', '412000', 'actual', 16],
      ['高速公路里程', '全市', '328公里', '328000', 'actual', 16],
    ],
    count: 6,
  },
  'spin-rate': {
    columns: ['verdict', 'spinRate', 'path'],
    rows: [['spun', 1, path('city-communique')]],
    count: 3,
  },
  totals: {
    columns: ['indicator', 'expression', 'computed', 'difference', 'line'],
    rows: [
      ['年整合涉农资金', '2160 + 385 + 172 = 2160', '2717', '-557', 5],
      ['“春风行动”等招聘活动场次', '19 + 15 = 32', '34', '-2', 6],
      ['政府债务余额', '52.18 + 43.17 = 97.35', '95.35', '2', 15],
      ['一般公共预算支出', '28.43 + 22.16 + 15.72 + 17.94 + 44.60 = 126.85', '128.85', '-2', 11],
    ],
    count: 4,
  },
  where: {
    columns: ['line', 'kind', 'passage', 'path'],
    rows: [
      [
        16,
        'paragraph',
        '年末公路通车里程1.36万公里，其中高速公路328公里。全年货物运输总量9,870万…',
        path('city-communique'),
      ],
      [
        9,
        'paragraph',
        '…108.4%，同比增长17.3%。其中，高速公路完成投资52.4亿元，国省干线完成投资1…',
        path('transport-year'),
      ],
    ],
    count: 6,
  },
}

test('every question has its rows here', () => {
  expect(Object.keys(expected).sort()).toEqual(questions.map(({ name }) => name))
})

describe.each(questions)('$name', ({ name, about, parameters, example }) => {
  test('says what it answers in both languages', () => {
    for (const words of [about, ...parameters.map((parameter) => parameter.about)]) {
      expect(words.en).toMatch(/^[a-z].*[^.]$/)
      expect(words.zh).toMatch(/\p{Script=Han}/u)
    }
    expect(example.length).toBeGreaterThanOrEqual(
      parameters.filter(({ fallback }) => fallback === undefined).length,
    )
  })

  test('gives the rows of its example', () => {
    const { columns, rows, count } = expected[name]!
    const given = answer(name, example, columns)
    expect(given.slice(0, rows.length)).toEqual(rows)
    if (count !== undefined) expect(given).toHaveLength(count)
  })
})

describe('values', () => {
  test.each([
    ['of three characters are searched', '高速公路', 6],
    ['of two are found too', '机场', 1],
    ['of one as well', '滩', 0],
    ['are no patterns', '公_', 0],
    ['may hold what SQL and the search use as marks', `"' OR`, 0],
  ])('words %s', (_, word, count) => {
    expect(answer('where', [word], ['passage'])).toHaveLength(count)
  })

  test('a document goes by key, path or title', () => {
    const [[key]] = [...database.ask(`SELECT document FROM documents WHERE path = 'letter.txt'`).rows] as [
      [string],
    ]
    for (const value of [key, 'letter', '商贸流通']) {
      expect(answer('facts-of', [value], ['text'])).toEqual([['87.5亿元'], ['9.1%']])
    }
  })

  test('an indicator goes by its id too, a place narrows', () => {
    const roads = ['12,480公里', '1.36万公里'].map((text) => [text])
    expect(answer('series', ['transport.road-length'], ['text'])).toEqual(roads)
    expect(answer('series', ['transport.road-length', '火星'], ['text'])).toEqual([])
  })

  test('a limit of another kind is told as SQLite tells it', () => {
    expect(() => answer('spin-rate', ['many'], ['path'])).toThrow('bad-sql')
  })
})

test('every document has its texts, and every fact stands in one of its blocks', () => {
  const count = (sql: string) => [...database.ask(sql).rows][0]![0]
  expect(count('SELECT count(*) FROM texts')).toBe(documents)
  expect(
    count(`SELECT count(*) FROM facts WHERE NOT EXISTS (
      SELECT * FROM blocks
      WHERE blocks.document = facts.document AND blocks.start <= facts.start AND facts."end" <= blocks."end"
    )`),
  ).toBe(0)
  expect([...database.ask('PRAGMA foreign_key_check').rows]).toEqual([])
})

describe('reading statements', () => {
  test.each([
    'SELECT 1',
    ' -- why\nselect 1;',
    "WITH a AS (SELECT ';' AS b) SELECT * FROM a ; \n",
    'VALUES (1)',
    'EXPLAIN QUERY PLAN SELECT 1',
    '/* ; */ PRAGMA user_version',
    'SELECT "a;b", [c;d], `e;f` FROM g -- ; h',
  ])('%s', (sql) => {
    expect(() => assertReads(sql, 'a')).not.toThrow()
  })

  test.each([
    ['DELETE FROM facts', 'only-reads'],
    ["VACUUM INTO 'copy'", 'only-reads'],
    ["/* SELECT */ ATTACH 'a' AS b", 'only-reads'],
    ['selects 1', 'only-reads'],
    ['SELECT 1; SELECT 2', 'several-statements'],
    ["SELECT 'a'; VACUUM INTO 'copy'", 'several-statements'],
  ])('%s is refused: %s', (sql, code) => {
    expect(() => assertReads(sql, 'a')).toThrow(code)
  })
})

describe('files of questions', () => {
  test('are read with their parameters; other comments are for readers', () => {
    const text =
      '-- en: a\n-- zh: 甲\n-- :one\n--   en: b\n--   zh: 乙\n-- :two = "x y"\n-- note\n-- example: 1 2\nSELECT :one'
    expect(parseQuestion(text, 'folder/own.sql')).toEqual({
      name: 'own',
      about: { en: 'a', zh: '甲' },
      parameters: [
        { name: 'one', about: { en: 'b', zh: '乙' }, fallback: undefined },
        { name: 'two', about: { en: '', zh: '' }, fallback: 'x y' },
      ],
      example: ['1', '2'],
      sql: text,
    })
  })

  test('cannot ask for a value behind one that may be left out', () => {
    expect(() => parseQuestion('-- :one = ""\n-- :two\nSELECT 1', 'own.sql')).toThrow('bad-table')
  })
})
