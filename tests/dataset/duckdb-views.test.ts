/** The views for DuckDB say of Parquet files what those of a SQLite dataset say of the same documents. */
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sqlite from 'node-sqlite3-wasm'
import { beforeAll, describe, expect, test } from 'vitest'
import { format as parquet } from '../../src/dataset/formats/parquet.js'
import { format as database } from '../../src/dataset/formats/sqlite.js'
import { views } from '../../src/dataset/sqlite/views.js'
import { processDocument } from '../../src/pipeline/process.js'
import { loadResources } from '../../src/pipeline/resources.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { temporaryFolder } from '../support/folder.js'
import { datasetDocuments } from './documents.js'
import { query } from './duckdb.js'

const texts = {
  'a.txt':
    '2018年全县有学校126所，其中小学80所、中学50所。在校学生3.2万人，比上年增长5.1%。地区生产总值20xx亿元。\n' +
    '财政收入由2017年的3.1亿元增加到2018年的6.2亿元，翻了一番。\n' +
    '三次产业增加值分别为12.1亿元、30.2亿元和41.3亿元，合计85.6亿元。\n',
  'b.txt': '2018年全县有学校127所，其中小学77所、中学50所。在校学生3.4万人，比上年下降2.0%。\n',
  'c.txt':
    '客岁以来，黉舍扶植获得新希望，门生们搬进新楼，此中一半住校，一样平常开支由县里承担。门生3.2万人。\n',
}

const options = { language: 'zh', drop: [] } as const
const records: DocumentRecord[] = []

beforeAll(async () => {
  const resources = await loadResources()
  for (const [path, text] of Object.entries(texts))
    for await (const record of processDocument(Buffer.from(text), { resources, path })) records.push(record)
}, 60_000)

/** Values as both give them: DuckDB gives whole numbers of 64 bits as text, and SQLite has no truths. */
function plain(rows: readonly Readonly<Record<string, unknown>>[]): string[] {
  const plainValue = (value: unknown) => {
    if (value === null || value === undefined) return null
    if (typeof value === 'boolean') return Number(value)
    const number = Number(value)
    return String(value).trim() === '' || Number.isNaN(number)
      ? String(value)
      : Math.round(number * 100) / 100
  }
  return rows.map((row) => JSON.stringify(Object.values(row).map(plainValue))).sort()
}

describe('the script beside the Parquet files', () => {
  test.each(views)('$name', async ({ name }) => {
    const folder = join(temporaryFolder(), "it's a set")
    mkdirSync(folder)
    const paths = parquet.outputs.map((output) => join(folder, `x.${output.name}`))
    await parquet.write(paths, datasetDocuments(records), options)
    await database.write([join(folder, 'set.sqlite')], datasetDocuments(records), options)
    const script = readFileSync(join(folder, 'x.views.sql'), 'utf8')
    const here = script.replaceAll("read_parquet('", `read_parquet('${folder.replaceAll("'", "''")}/`)
    const asked = await query(here, `SELECT * FROM ${name}`)
    const opened = new sqlite.Database(join(folder, 'set.sqlite'), { readOnly: true })
    const expected = opened.all(`SELECT * FROM ${name}`) as Record<string, unknown>[]
    opened.close()
    expect(plain(asked)).toEqual(plain(expected))
    expect(asked.length).toBeGreaterThan(0)
  })
})
