import { describe, expect, test } from 'vitest'
import { documentTable, tables } from '../../src/dataset/tables.js'
import type { Language } from '../../src/writers/language.js'
import { checkTable } from '../../src/writers/tables/checks.js'
import type { ColumnType, ColumnValue, Table } from '../../src/writers/tables/columns.js'
import { isDecimal, rowsOf } from '../../src/writers/tables/columns.js'
import { factTable } from '../../src/writers/tables/facts.js'
import { messageTable } from '../../src/writers/tables/messages.js'
import { awkwardRecord } from './awkward.js'
import { datasetDocuments, exampleDocuments } from './documents.js'

/** The rows of the first document of the example, by column. */
async function rowsByColumn<Item>(
  table: Table<Item>,
  language: Language = 'en',
): Promise<Record<string, ColumnValue>[]> {
  const first = await exampleDocuments().next()
  const names = table.columns.map(({ name }) => name)
  return rowsOf(table, first.value!, language).map((row) =>
    Object.fromEntries(names.map((name, index) => [name, row[index]!])),
  )
}

const fits: Readonly<Record<ColumnType, (cell: ColumnValue) => boolean>> = {
  text: (cell) => typeof cell === 'string',
  integer: (cell) => Number.isSafeInteger(cell),
  offset: (cell) => Number.isSafeInteger(cell) && Number(cell) >= 0,
  decimal: (cell) => typeof cell === 'string' && (isDecimal(cell) || /^-?\d+\/\d+$/.test(cell)),
  date: (cell) => typeof cell === 'string' && /^\d{4}-\d\d-\d\d$/.test(cell),
  share: (cell) => typeof cell === 'number' && cell >= 0 && cell <= 1,
  boolean: (cell) => typeof cell === 'boolean',
}

describe.each(tables.map((table) => [table.name, table] as const))('%s', (_, table) => {
  test('names each column once, the key of the document first', () => {
    const names = table.columns.map(({ name }) => name)
    expect(names[0]).toBe('document')
    expect(new Set(names).size).toBe(names.length)
    for (const { name, about } of table.columns) {
      expect(name).toMatch(/^[a-z][A-Za-z]*$/)
      expect(about).not.toBe('')
    }
  })

  test('gives every cell the type of its column', async () => {
    const records = [awkwardRecord()]
    for (const documents of [exampleDocuments(), datasetDocuments(records)]) {
      for await (const document of documents) {
        for (const row of rowsOf(table, document, 'en')) {
          for (const [index, { name, type }] of table.columns.entries()) {
            const cell = row[index]!
            expect(cell === null || fits[type](cell), `${name}: ${cell}`).toBe(true)
          }
        }
      }
    }
  })
})

test('a document tells its title, counts and signs', async () => {
  const [row] = await rowsByColumn(documentTable)
  expect(row).toMatchObject({
    path: 'example.txt',
    title: '一、教导情形',
    verdict: 'spun',
    corrections: 1,
    suggestions: 1,
    numbers: 2,
    facts: 1,
    checks: 1,
    findings: 1,
    messages: 1,
    duplicateOf: null,
  })
})

test('a fact tells its figure, its period, its sentence and where it stands', async () => {
  const [row] = await rowsByColumn(factTable)
  expect(row).toMatchObject({
    fact: 'f1',
    indicator: '学校数',
    value: '2016',
    baseValue: '2016',
    period: '20xx年',
    periodStart: null,
    periodGrain: 'year',
    recovered: '2016',
    recoveredBy: 'c1',
    prior: '2000',
    section: '一、教育情况',
    sentence: '20xx年,全县共有黉舍2016所。',
    page: null,
    line: 2,
  })
})

test.each([
  ['en', /do not add up/],
  ['zh', /分项之和与合计不等/],
] as const)(
  'a check is said in words (%s) and stands where its first figure stands',
  async (language, words) => {
    const [row] = await rowsByColumn(checkTable, language)
    const [fact] = await rowsByColumn(factTable)
    expect(row).toMatchObject({ check: 'c1', isFinding: true, difference: '1', line: 2, start: fact!.start })
    expect(row!.explanation).toMatch(words)
  },
)

test('a message is said in words', async () => {
  const [row] = await rowsByColumn(messageTable)
  expect(row).toMatchObject({ code: 'no-text', level: 'warning', start: 0, end: 2 })
  expect(String(row!.explanation).length).toBeGreaterThan('no-text'.length)
})
