/** SQLite datasets: what is in the file, its links, its search and views, and what happens when something goes wrong. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sqlite from 'node-sqlite3-wasm'
import { describe, expect, test } from 'vitest'
import type { DatasetDocument } from '../../src/dataset/contract.js'
import { format } from '../../src/dataset/formats/sqlite.js'
import { numberOf } from '../../src/dataset/sqlite/number.js'
import { views } from '../../src/dataset/sqlite/views.js'
import { tables } from '../../src/dataset/tables.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { rowsOf } from '../../src/writers/tables/columns.js'
import { temporaryFolder } from '../support/folder.js'
import { datasetDocuments, exampleDocuments, exampleRecord } from './documents.js'

type Row = Record<string, unknown>
type Fact = DocumentRecord['facts'][number]

const options = { language: 'en', drop: [] } as const

async function write(documents: AsyncIterable<DatasetDocument>): Promise<string> {
  const path = join(temporaryFolder(), 'out.sqlite')
  await format.write([path], documents, options)
  return path
}

/** Rows of a query, read with the library itself and none of our code. */
function rowsIn(path: string, sql: string): Row[] {
  const database = new sqlite.Database(path, { readOnly: true })
  try {
    return database.all(sql) as Row[]
  } finally {
    database.close()
  }
}

/** A record whose facts are the example's one, changed. */
function recordOf(path: string, ...facts: Partial<Fact>[]): DocumentRecord {
  const record = exampleRecord()
  const [fact] = record.facts
  const plain = { change: null, ratio: null, recovered: null, bound: 'exact' as const }
  return {
    ...record,
    origin: { ...record.origin, path },
    checks: [],
    facts: facts.map((changes, index) => ({ ...fact!, ...plain, id: `f${index + 1}`, ...changes })),
  }
}

describe('the file', () => {
  test('is a SQLite database that says whose it is, and nothing lies beside it', async () => {
    const path = await write(exampleDocuments())
    const bytes = readFileSync(path)
    expect(bytes.toString('latin1', 0, 16)).toBe('SQLite format 3\u0000')
    expect(bytes.readUInt32BE(60)).toBe(3)
    expect(bytes.toString('latin1', 68, 72)).toBe('huan')
    expect(readdirSync(join(path, '..'))).toEqual(['out.sqlite'])
  })

  test('may be read by whoever may read the files of its folder', async () => {
    const path = await write(exampleDocuments())
    writeFileSync(`${path}.other`, '')
    expect(statSync(path).mode).toBe(statSync(`${path}.other`).mode)
  })

  test('is sound, and every reference leads to a row', async () => {
    const path = await write(exampleDocuments())
    expect(rowsIn(path, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
    expect(rowsIn(path, 'PRAGMA foreign_key_check')).toEqual([])
    const targets = rowsIn(path, `SELECT DISTINCT "table" FROM pragma_foreign_key_list('facts')`)
    expect(targets.map((row) => row.table).sort()).toEqual(['documents', 'facts'])
  })

  test('has the same bytes for the same documents', async () => {
    const [first, second] = [await write(exampleDocuments()), await write(exampleDocuments())]
    expect(readFileSync(first).equals(readFileSync(second))).toBe(true)
  })

  test('is made of no documents too', async () => {
    const path = await write(datasetDocuments([]))
    expect(rowsIn(path, 'SELECT count(*) AS count FROM documents')).toEqual([{ count: 0 }])
  })

  test('is never one that exists', async () => {
    const path = await write(exampleDocuments())
    await expect(format.write([path], exampleDocuments(), options)).rejects.toMatchObject({
      code: 'output-exists',
    })
  })

  test('is made in spite of the lock of a run that was killed', async () => {
    const path = join(temporaryFolder(), 'out.sqlite')
    mkdirSync(`${path}.lock`)
    await format.write([path], exampleDocuments(), options)
    expect(readdirSync(join(path, '..'))).toEqual(['out.sqlite'])
  })

  test('takes its lock along when the documents fail', async () => {
    async function* failing() {
      yield* exampleDocuments()
      throw new Error('no more documents')
    }
    const path = join(temporaryFolder(), 'out.sqlite')
    await expect(format.write([path], failing(), options)).rejects.toThrow('no more documents')
    expect(existsSync(`${path}.lock`)).toBe(false)
  })
})

describe.each(tables.map((table) => [table.name, table] as const))('table %s', (name, table) => {
  test('has the rows of the other formats, and decimals as numbers too', async () => {
    const expected: Row[] = []
    for await (const document of exampleDocuments()) {
      for (const row of rowsOf(table, document, 'en')) {
        const entries = table.columns.flatMap(({ name: column, type }, index): [string, unknown][] => {
          const cell = row[index]!
          const value = typeof cell === 'boolean' ? Number(cell) : cell
          return type === 'decimal'
            ? [
                [column, value],
                [`${column}Number`, numberOf(cell)],
              ]
            : [[column, value]]
        })
        expected.push(Object.fromEntries(entries))
      }
    }
    expect(expected.length).toBeGreaterThan(0)
    const rows = rowsIn(await write(exampleDocuments()), `SELECT * FROM "${name}" ORDER BY rowid`)
    expect(rows.map(({ ordinal, ...row }) => row)).toEqual(expected)
  })
})

test.each([
  ['18.64', 18.64],
  ['-2', -2],
  ['1160000000/3', 1160000000 / 3],
  [null, null],
  ['', null],
])('%j as a number is %j', (text, number) => {
  expect(numberOf(text)).toBe(number)
})

test('values that no table may hold are refused', async () => {
  const path = await write(exampleDocuments())
  const database = new sqlite.Database(path)
  const change = (sql: string) => () => database.exec(sql)
  expect(change('UPDATE checks SET isFinding = 2')).toThrow('CHECK constraint')
  expect(change('UPDATE documents SET spinRate = 1.5')).toThrow('CHECK constraint')
  expect(change(`INSERT INTO texts (document) VALUES ('nobody')`)).toThrow('FOREIGN KEY')
  database.close()
})

test('links lead from checks to facts in their order; ids that name none are left out', async () => {
  const record = exampleRecord()
  const checks = record.checks.map((check) => ({ ...check, facts: ['f9', 'f1'] }))
  const path = await write(datasetDocuments([{ ...record, checks }]))
  expect(rowsIn(path, 'SELECT "check", ordinal, fact FROM check_facts')).toEqual([
    { check: 'c1', ordinal: 1, fact: 'f1' },
  ])
})

test('repeats stand in a table of their own', async () => {
  async function* repeating() {
    for await (const document of exampleDocuments()) {
      yield {
        ...document,
        repeats: [{ start: 0, end: 6, kind: 'repeated-line' as const, of: document.key }],
      }
    }
  }
  const rows = rowsIn(await write(repeating()), 'SELECT ordinal, start, "end", kind FROM repeats')
  expect(rows).toEqual(Array(2).fill({ ordinal: 1, start: 0, end: 6, kind: 'repeated-line' }))
})

describe('texts', () => {
  test('are there as read and as restored; blocks hold the restored text', async () => {
    const path = await write(exampleDocuments())
    const [texts] = rowsIn(path, 'SELECT source, repaired FROM texts')
    expect(texts!.source).toContain('全县共有黉舍2016所')
    expect(texts!.repaired).toContain('全县共有学校2016所')
    expect(rowsIn(path, 'SELECT kind, page, line, text FROM blocks LIMIT 2')).toEqual([
      { kind: 'heading', page: 1, line: 1, text: '一、教导情形' },
      { kind: 'table', page: null, line: 2, text: '20xx年,全县共有学校2016所。' },
    ])
  })

  test('keep their length where SQLite cannot hold a character', async () => {
    const record = exampleRecord()
    const source = { text: `${record.source.text}\u0000甲\ud800乙😀` }
    const path = await write(datasetDocuments([{ ...record, source }]))
    const [texts] = rowsIn(path, 'SELECT source FROM texts')
    expect(texts!.source).toBe(`${record.source.text}\ufffd甲\ufffd乙😀`)
  })

  test('are searched by any three characters', async () => {
    const path = await write(exampleDocuments())
    const found = (word: string) =>
      rowsIn(path, `SELECT rowid FROM block_search WHERE block_search MATCH '"${word}"'`).map(
        (row) => row.rowid,
      )
    expect(found('共有学校')).toEqual([2, 4])
    expect(found('有黉舍')).toEqual([])
    expect(found('教导情')).toEqual([1, 3])
  })
})

describe('views', () => {
  test.each(views)('$name can be read', async ({ name }) => {
    const path = await write(exampleDocuments())
    expect(() => rowsIn(path, `SELECT * FROM "${name}"`)).not.toThrow()
  })

  const year = {
    text: '2021年',
    start: '2021-01-01',
    end: '2021-12-31',
    grain: 'year',
    inferred: null,
  } as const
  const stated = (value: string, unit: string, baseValue: string): Partial<Fact> => ({
    indicator: '公路通车里程',
    indicatorId: 'transport.road-length',
    place: '平川县',
    measure: 'length',
    text: value + unit,
    value,
    unit,
    base: { value: baseValue, unit: '米' },
    period: year,
    role: 'value',
  })

  test.each([
    ['figures that differ', stated('1380', '公里', '1380000'), ['1360公里', '1380公里']],
    ['the same figure', stated('1360', '公里', '1360000'), []],
    ['a figure that rounds to it', stated('0.14', '万公里', '1400000'), []],
    ['a coarse figure that does not', stated('0.15', '万公里', '1500000'), ['1360公里', '0.15万公里']],
    ['another place', { ...stated('1380', '公里', '1380000'), place: '安和县' }, []],
    ['another year', { ...stated('1380', '公里', '1380000'), period: { ...year, start: '2020-01-01' } }, []],
    ['a change', { ...stated('1380', '公里', '1380000'), role: 'change' as const }, []],
    ['a bound', { ...stated('1380', '公里', '1380000'), bound: 'more-than' as const }, []],
  ])('contradictions: %s', async (_, other, expected) => {
    const records = [recordOf('a.txt', stated('1360', '公里', '1360000')), recordOf('b.txt', other)]
    const path = await write(datasetDocuments(records))
    const rows = rowsIn(path, 'SELECT text, severity FROM contradictions ORDER BY baseValueNumber')
    expect(rows).toEqual(expected.map((text) => ({ text, severity: 'error' })))
  })

  test('contradictions of one document with itself are its own', async () => {
    const both = recordOf('a.txt', stated('1360', '公里', '1360000'), stated('1380', '公里', '1380000'))
    const again = { ...both, origin: { ...both.origin, path: 'b.txt' } }
    for (const records of [[both], [both, again]]) {
      expect(rowsIn(await write(datasetDocuments(records)), 'SELECT * FROM contradictions')).toEqual([])
    }
  })

  const whole = stated('2.5', '万公里', '25000000')
  const change = (
    value: string,
    unit: string,
    base: Fact['base'],
    kind: NonNullable<Fact['change']>['kind'],
    direction: NonNullable<Fact['change']>['direction'] = 'increase',
    more: Partial<Fact> = {},
  ): Partial<Fact> => ({
    ...stated(value, unit, base.value!),
    base,
    role: 'change',
    change: { of: 'f1', direction, kind, against: '上年', prior: null },
    ...more,
  })
  const metres = (value: string) => ({ value, unit: '米' })
  test.each([
    ['a percentage', change('8.2', '%', { value: '8.2', unit: '%' }, 'percent'), 8.2],
    ['a percentage that fell', change('8.2', '%', { value: '8.2', unit: '%' }, 'percent', 'decrease'), -8.2],
    ['an amount in another unit', change('5000', '公里', metres('5000000'), 'delta'), 25],
    ['an amount that fell', change('5000', '公里', metres('5000000'), 'delta', 'decrease'), -16.67],
    ['a multiple', change('2.3', '倍', { value: '2.3', unit: '倍' }, 'multiple'), 230],
    ['two doublings', change('2', '番', { value: '2', unit: '番' }, 'multiple'), 300],
    ['points', change('2.1', '个百分点', { value: '2.1', unit: '个百分点' }, 'points'), null],
    [
      'from one figure to another',
      {
        ...whole,
        change: {
          of: null,
          direction: 'increase' as const,
          kind: 'from-to' as const,
          against: null,
          prior: '2',
        },
      },
      25,
    ],
  ])('changes: %s', async (_, fact, percent) => {
    const path = await write(datasetDocuments([recordOf('a.txt', whole, fact)]))
    expect(rowsIn(path, 'SELECT percent FROM changes')).toEqual([{ percent }])
  })

  test('latest values: one for each place, the youngest', async () => {
    const older = { ...stated('1200', '公里', '1200000'), period: { ...year, end: '2019-12-31' } }
    const records = [recordOf('a.txt', stated('1360', '公里', '1360000')), recordOf('b.txt', older)]
    const path = await write(datasetDocuments(records))
    expect(rowsIn(path, 'SELECT place, text FROM latest_values')).toEqual([
      { place: '平川县', text: '1360公里' },
    ])
  })

  test('the whole county of two documents may be two counties', async () => {
    const ofCounty = (text: string) => ({
      ...stated('1', '公里', '1000'),
      text,
      place: null,
      subject: '全县',
    })
    const records = [recordOf('a.txt', ofCounty('1公里')), recordOf('b.txt', ofCounty('2公里'))]
    const path = await write(datasetDocuments(records))
    expect(rowsIn(path, 'SELECT text FROM latest_values ORDER BY text')).toHaveLength(2)
  })
})
