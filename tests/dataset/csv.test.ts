import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { format } from '../../src/dataset/formats/csv.js'
import { tables } from '../../src/dataset/tables.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import type { ColumnValue, Table } from '../../src/writers/tables/columns.js'
import { rowsOf } from '../../src/writers/tables/columns.js'
import { temporaryFolder } from '../support/folder.js'
import { awkwardRecord } from './awkward.js'
import { datasetDocuments, exampleRecord } from './documents.js'
import { query } from './duckdb.js'

/** Writes the records as CSV and gives the path of each table's file. */
async function written(records: readonly DocumentRecord[]): Promise<(name: string) => string> {
  const folder = temporaryFolder()
  const paths = format.outputs.map(({ name }) => join(folder, name))
  await format.write(paths, datasetDocuments(records), { language: 'zh', drop: [] })
  return (name) => join(folder, `${name}.csv`)
}

/** A cell as a reader of the CSV sees it. */
function expectedCell(cell: ColumnValue): string | null {
  if (cell === null || cell === '') return null
  const text = String(cell).replace(/\p{Surrogate}/gu, '\uFFFD')
  const isFigure = /^[-+][\d.,/]+[%‰]?$/.test(text)
  return typeof cell === 'string' && /^[=+\-@\t\r]/.test(text) && !isFigure ? `'${text}` : text
}

async function expectedRows(table: Table, records: readonly DocumentRecord[]) {
  const rows: (string | null)[][] = []
  for await (const document of datasetDocuments(records)) {
    for (const row of rowsOf(table, document, 'zh')) {
      rows.push(row.map(expectedCell))
    }
  }
  return rows
}

const records = [exampleRecord(), awkwardRecord()]

describe('CSV tables', () => {
  test.each(tables)('$name read back cell by cell', async (table) => {
    const path = (await written(records))(table.name)
    const rows = await query(
      `SELECT * FROM read_csv('${path}', all_varchar = true, header = true, delim = ',', quote = '"',
        escape = '"', new_line = '\\r\\n', auto_detect = false, columns = {${table.columns
          .map(({ name }) => `'${name}': 'VARCHAR'`)
          .join(', ')}})`,
    )
    expect(rows.map((row) => Object.keys(row))[0] ?? table.columns.map(({ name }) => name)).toEqual(
      table.columns.map(({ name }) => name),
    )
    expect(rows.map((row) => Object.values(row))).toEqual(await expectedRows(table, records))
  })

  test('open with a mark, end lines with CRLF, and keep figures as they are', async () => {
    const text = readFileSync((await written(records))('facts'), 'utf8')
    expect(text.startsWith('\uFEFFdocument,fact,')).toBe(true)
    expect(text.endsWith('\r\n')).toBe(true)
    expect(text).toContain(',-3.2,')
    expect(text).not.toMatch(/,=/)
  })

  test('the main table takes the first path', () => {
    expect(format.outputs[0]).toEqual({ name: 'facts.csv' })
    expect(format.outputs).toHaveLength(tables.length)
  })

  test('an input that fails ends the writing with its error', async () => {
    const folder = temporaryFolder()
    const paths = format.outputs.map(({ name }) => join(folder, name))
    async function* failing() {
      yield* datasetDocuments(records)
      throw new Error('unreadable')
    }
    await expect(format.write(paths, failing(), { language: 'en', drop: [] })).rejects.toThrow('unreadable')
  })
})
