/** Parquet tables that are divided by what documents are, read by DuckDB as one that knows folders of this kind. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { destinationOf } from '../../src/dataset/destination.js'
import { format } from '../../src/dataset/formats/parquet.js'
import type { PartitionKey } from '../../src/dataset/partition-keys.js'
import { views } from '../../src/dataset/sqlite/views.js'
import { tables } from '../../src/dataset/tables.js'
import { processDocument } from '../../src/pipeline/process.js'
import { loadResources } from '../../src/pipeline/resources.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { temporaryFolder } from '../support/folder.js'
import { awkwardRecord } from './awkward.js'
import { datasetDocuments, exampleRecord } from './documents.js'
import { query } from './duckdb.js'

const texts = {
  'a.txt': '云岭县2018年教育工作总结\n\n2018年全县有学校126所，其中小学80所、中学46所。在校学生3.2万人。\n',
  'b.txt': '云岭县2019年教育工作总结\n\n2019年全县有学校127所，其中小学80所、中学47所。在校学生3.4万人。\n',
  'c.txt': '白石镇2019年农业情况\n\n2019年全镇有耕地1.20万亩，粮食总产量8,600吨。\n',
  'd.txt': '水电站有职工31人。\n',
}

const records: DocumentRecord[] = []
const sources = ['县报', 'A/B=c*d? 50%', '县报']

beforeAll(async () => {
  const resources = await loadResources()
  for (const [path, text] of Object.entries(texts))
    for await (const record of processDocument(Buffer.from(text), { resources, path })) {
      const source = sources[records.length]
      records.push({ ...record, origin: { ...record.origin, ...(source !== undefined && { source }) } })
    }
}, 60_000)

/** Writes them divided, or not at all, and gives the folder and the script of views that finds them. */
async function written(of: readonly DocumentRecord[], partition?: readonly PartitionKey[]) {
  const folder = temporaryFolder()
  const outputs = partition === undefined ? format.outputs : format.divided!
  const paths = outputs.map(({ name }) => join(folder, name))
  await format.write(paths, datasetDocuments(of), {
    language: 'zh',
    drop: [],
    ...(partition && { partition }),
  })
  const script = readFileSync(join(folder, 'views.sql'), 'utf8')
  return { folder, script: script.replaceAll("read_parquet('", `read_parquet('${folder}/`) }
}

const sorted = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort()

describe('tables by year, source and region', () => {
  test('have a folder for each value that there is', async () => {
    const { folder } = await written(records, ['year', 'region'])
    expect(readdirSync(join(folder, 'facts')).sort()).toEqual([
      'year=2018',
      'year=2019',
      'year=__HIVE_DEFAULT_PARTITION__',
    ])
    expect(readdirSync(join(folder, 'facts', 'year=2019')).sort()).toEqual(['region=云岭县', 'region=白石镇'])
    expect(readdirSync(join(folder, 'facts', 'year=2019', 'region=云岭县'))).toEqual(['part-0.parquet'])
  })

  test.each(tables.map(({ name }) => name))('%s hold the same rows as one file', async (name) => {
    const keys: PartitionKey[] = ['year', 'source', 'region']
    const divided = await written(records, keys)
    const whole = await written(records)
    const columns = tables.find((table) => table.name === name)!.columns.map((column) => `"${column.name}"`)
    const sql = `SELECT ${columns.join(', ')} FROM ${name}`
    expect(sorted(await query(divided.script, sql))).toEqual(sorted(await query(whole.script, sql)))
  })

  test.each(views)('$name asks the same of both', async ({ name }) => {
    const divided = await written(records, ['year', 'source', 'region'])
    const whole = await written(records)
    const sql = `SELECT * FROM ${name}`
    expect(sorted(await query(divided.script, sql))).toEqual(sorted(await query(whole.script, sql)))
  })

  test('have years that are numbers, names as they are, and null where nothing is known', async () => {
    const { script } = await written(records, ['year', 'source'])
    const rows = await query(
      script,
      `SELECT DISTINCT year + 1 AS next, source, count(*)::INTEGER AS facts FROM facts GROUP BY ALL ORDER BY ALL`,
    )
    expect(rows).toEqual([
      { next: '2019', source: '县报', facts: 4 },
      { next: '2020', source: 'A/B=c*d? 50%', facts: 4 },
      { next: '2020', source: '县报', facts: 2 },
      { next: null, source: null, facts: 1 },
    ])
  })

  test('say their columns where there are no documents, and take awkward ones', async () => {
    const empty = await written([], ['year'])
    expect(await query(empty.script, 'SELECT count(*)::INTEGER AS rows FROM facts')).toEqual([{ rows: 0 }])
    const awkward = await written([exampleRecord(), awkwardRecord()], ['region'])
    const [row] = await query(awkward.script, 'SELECT count(*)::INTEGER AS documents FROM documents')
    expect(row).toEqual({ documents: 2 })
  })

  test('a folder has several parts where its rows are many', async () => {
    const record = exampleRecord()
    const long = '数'.repeat(60_000)
    const fact = { ...record.facts[0]!, sentence: { start: 0, end: 60_000 } }
    const many = Array.from({ length: 12 }, () => ({
      ...record,
      source: { text: long },
      repaired: { text: long },
      corrections: [],
      facts: Array.from({ length: 20 }, (_, index) => ({ ...fact, id: `f${index}` })),
    }))
    const { folder, script } = await written(many, ['year'])
    const [place] = readdirSync(join(folder, 'facts'))
    expect(readdirSync(join(folder, 'facts', place!)).sort()).toEqual(['part-0.parquet', 'part-1.parquet'])
    expect(await query(script, 'SELECT count(*)::INTEGER AS rows FROM facts')).toEqual([{ rows: 240 }])
  })
})

test('what is divided is written into a folder, by a format that can', () => {
  const cwd = temporaryFolder()
  const of = (out: string, formats: readonly string[]) => () =>
    destinationOf(out, formats, cwd, { isDivided: true })
  expect(of('set', ['parquet'])().outputs).toContainEqual({
    format: 'parquet',
    name: 'facts',
    isFolder: true,
  })
  expect(of('facts.parquet', [])).toThrow(expect.objectContaining({ code: 'divided-file' }))
  expect(of('set', [])).toThrow(expect.objectContaining({ code: 'divided-format' }))
})
