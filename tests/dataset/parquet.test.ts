import { join } from 'node:path'
import { Decimal } from 'decimal.js'
import { describe, expect, test } from 'vitest'
import { format } from '../../src/dataset/formats/parquet.js'
import { numberOf } from '../../src/dataset/sqlite/number.js'
import { tables } from '../../src/dataset/tables.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import type { ColumnType, ColumnValue } from '../../src/writers/tables/columns.js'
import { isDecimal, rowsOf } from '../../src/writers/tables/columns.js'
import { temporaryFolder } from '../support/folder.js'
import { awkwardFigures, awkwardRecord, recordOfFacts } from './awkward.js'
import { datasetDocuments, exampleRecord } from './documents.js'
import { query } from './duckdb.js'

/** Writes the records as Parquet and gives the path of each table's file. */
async function written(records: readonly DocumentRecord[]): Promise<(name: string) => string> {
  const folder = temporaryFolder()
  const paths = format.outputs.map(({ name }) => join(folder, name))
  await format.write(paths, datasetDocuments(records), { language: 'en', drop: [] })
  return (name) => join(folder, `${name}.parquet`)
}

const types: Readonly<Record<ColumnType, string>> = {
  text: 'VARCHAR',
  integer: 'BIGINT',
  offset: 'INTEGER',
  decimal: 'VARCHAR',
  date: 'DATE',
  share: 'DOUBLE',
  boolean: 'BOOLEAN',
}

/** What a 38-digit decimal with twelve behind the point can hold exactly, as DuckDB prints it. */
function expectedDecimal(cell: ColumnValue): string | null {
  if (typeof cell !== 'string' || !isDecimal(cell)) return null
  const exact = new Decimal(cell)
  if (exact.decimalPlaces() > 12 || exact.abs().gte('1e26')) return null
  return exact.toFixed(12)
}

function expectedCells(cell: ColumnValue, type: ColumnType): unknown[] {
  if (type === 'decimal') return [cell, expectedDecimal(cell), numberOf(cell)]
  if (typeof cell === 'string') return [cell.replace(/\p{Surrogate}/gu, '\uFFFD')]
  // DuckDB's reader gives 64-bit integers as text.
  return [type === 'integer' && cell !== null ? String(cell) : cell]
}

const dated = recordOfFacts([
  { period: { text: '2016年', start: '2016-01-01', end: '2016-12-31', grain: 'year', inferred: null } },
  {
    period: { text: '1949年2月', start: '1949-02-01', end: '1949-02-28', grain: 'month', inferred: 'report' },
  },
  { period: { text: '20xx年', start: null, end: null, grain: 'year', inferred: null } },
  { period: null },
])
const records = [exampleRecord(), awkwardRecord(), dated]

describe('Parquet tables', () => {
  test.each(tables)('$name have types and read back value by value', async (table) => {
    const path = (await written(records))(table.name)
    const description = await query(`DESCRIBE SELECT * FROM '${path}'`)
    expect(description.map(({ column_name: name, column_type: type }) => [name, type])).toEqual(
      table.columns.flatMap(({ name, type }) => [
        [name, types[type]],
        ...(type === 'decimal'
          ? [
              [`${name}Decimal`, 'DECIMAL(38,12)'],
              [`${name}Number`, 'DOUBLE'],
            ]
          : []),
      ]),
    )
    const expected: unknown[][] = []
    for await (const document of datasetDocuments(records)) {
      for (const row of rowsOf(table, document, 'en')) {
        expected.push(row.flatMap((cell, index) => expectedCells(cell, table.columns[index]!.type)))
      }
    }
    const rows = await query(`SELECT * FROM '${path}'`)
    expect(rows.map((row) => Object.values(row))).toEqual(expected)
  })

  test('figures that a decimal cannot hold stay as text, and their decimal is null', async () => {
    const path = (await written([awkwardRecord()]))('facts')
    const rows = await query(
      `SELECT value, valueDecimal IS NOT NULL AS fits, valueDecimal::VARCHAR AS exact FROM '${path}'
        WHERE value <> '2016'`,
    )
    expect(rows.map(({ value }) => value)).toEqual(awkwardFigures)
    expect(rows.filter(({ fits }) => fits).map(({ exact }) => new Decimal(String(exact)).toFixed())).toEqual([
      '-3.2',
      '0',
      '123456789012345',
      '1234567890123456',
      '0.000000000001',
      '99999999999999999999999999',
      '-99999999999999999999999999.999999999999',
    ])
  })

  test('days are days, before 1970 too', async () => {
    const path = (await written([dated]))('facts')
    const rows = await query(
      `SELECT year(periodStart)::VARCHAR AS year, datediff('day', periodStart, periodEnd)::VARCHAR AS days
        FROM '${path}'`,
    )
    expect(rows).toEqual([
      { year: '2016', days: '365' },
      { year: '1949', days: '27' },
      { year: null, days: null },
      { year: null, days: null },
    ])
  })

  test('many rows lie in several groups, sum exactly and can be skipped by their statistics', async () => {
    const figures = Array.from(
      { length: 900 },
      (_, index) => `${index - 300}.${String(index).padStart(3, '0')}1`,
    )
    const sentence = { start: 0, end: 4000 }
    // A group ends by its characters too, which long sentences fill faster than rows do.
    const record = recordOfFacts(
      figures.map((value) => ({ value, sentence })),
      '数'.repeat(4000),
    )
    const many = Array.from({ length: 12 }, (_, index) => ({
      ...record,
      origin: { ...record.origin, path: `${index}.txt` },
    }))
    const path = (await written(many))('facts')
    const [sum] = await query(
      `SELECT count(*)::VARCHAR AS rows, sum(valueDecimal)::VARCHAR AS total, max(valueDecimal)::VARCHAR AS high
        FROM '${path}'`,
    )
    const total = figures.reduce((part, figure) => part.plus(figure), new Decimal(0)).times(many.length)
    expect(sum).toEqual({
      rows: '10800',
      total: total.toFixed(12),
      high: new Decimal('599.8991').toFixed(12),
    })
    const groups = await query(
      `SELECT row_group_num_rows::DOUBLE AS rows, stats_min_value AS low, stats_max_value AS high
        FROM parquet_metadata('${path}') WHERE path_in_schema = 'valueDecimal' ORDER BY row_group_id`,
    )
    expect(groups).toHaveLength(3)
    expect(groups.reduce((sum, { rows }) => sum + Number(rows), 0)).toBe(10_800)
    expect(groups[0]).toMatchObject({ low: '-300.000100000000', high: '599.899100000000' })
    const [chunk] = await query(
      `SELECT encodings FROM parquet_metadata('${path}') WHERE path_in_schema = 'measure' LIMIT 1`,
    )
    expect(Object.values(chunk!).join()).toContain('RLE_DICTIONARY')
  })

  test('the file says what its columns hold', async () => {
    const path = (await written(records))('facts')
    const rows = await query(`SELECT decode(value) FROM parquet_kv_metadata('${path}')`)
    const { table, columns } = JSON.parse(rows.flatMap((row) => Object.values(row)).join())
    expect(table).toBe('facts')
    expect(columns.valueDecimal).toContain('null where that cannot hold it exactly')
    expect(Object.keys(columns)).toContain('periodStart')
  })
})
