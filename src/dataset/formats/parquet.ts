/**
 * Tables as Parquet, one file a table, with types: figures as their exact text and beside it, in a column whose name
 * ends in `Decimal`, as DECIMAL(38, 12), null where that cannot hold the figure exactly, and in one that ends in `Number`
 * as the nearest double; days as DATE; repeated texts as dictionaries; statistics for each row group. Beside them lies a
 * script of views for DuckDB.
 * Invariant: nothing is rounded; no more than a row group of each table is held.
 */
import { open, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ParquetWriter } from 'hyparquet-writer'
import type { Column, ColumnValue, Table } from '../../writers/tables/columns.js'
import { isDecimal } from '../../writers/tables/columns.js'
import type { DatasetFormat } from '../contract.js'
import { duckdbScript } from '../sqlite/duckdb.js'
import { numberOf } from '../sqlite/number.js'
import type { RowFile } from '../table-files.js'
import { writeTables } from '../table-files.js'
import { factsFirst } from '../tables.js'

const groupRows = 20_000
const groupCharacters = 16 * 1024 ** 2

/** Digits behind the point of a DECIMAL: enough for a hundred-millionth of a unit given in 亿. */
const scale = 12
/** Digits of a DECIMAL, the most that Parquet's readers take. */
const precision = 38
const decimalLimit = 10n ** BigInt(precision)
const decimalBytes = 16

type Schema = ConstructorParameters<typeof ParquetWriter>[0]['schema']
type SchemaElement = Schema[number]
/** What the writer takes as a value. */
type ParquetValue = string | number | bigint | boolean | null

/** A column of the file. */
interface FileColumn {
  readonly element: SchemaElement
  readonly about: string
  /** Which cell of a row it is made of. */
  readonly index: number
  toValue(cell: ColumnValue): ParquetValue
}

/** The digits of a decimal at our scale; null where it has more, or is a fraction. */
function toUnscaled(cell: ColumnValue): bigint | null {
  if (typeof cell !== 'string' || !isDecimal(cell)) return null
  const [whole = '', fraction = ''] = cell.split('.')
  if (fraction.length > scale) return null
  const digits = BigInt(whole + fraction.padEnd(scale, '0'))
  return digits < decimalLimit && digits > -decimalLimit ? digits : null
}

const millisecondsOfDay = 86_400_000

/** Days since 1970; null where the calendar has no such day. */
function toDay(cell: ColumnValue): number | null {
  if (typeof cell !== 'string') return null
  const time = Date.parse(`${cell}T00:00:00Z`)
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== cell) return null
  return time / millisecondsOfDay
}

const asIs = (cell: ColumnValue): ParquetValue => cell
const toInteger = (cell: ColumnValue): ParquetValue => (typeof cell === 'number' ? BigInt(cell) : null)

function columnsOf({ name, type, about }: Column<unknown>, index: number): FileColumn[] {
  const optional = { name, repetition_type: 'OPTIONAL' } as const
  const text = {
    element: { ...optional, type: 'BYTE_ARRAY', converted_type: 'UTF8' },
    toValue: asIs,
  } as const
  const typed = {
    text,
    decimal: text,
    integer: { element: { ...optional, type: 'INT64' }, toValue: toInteger },
    offset: { element: { ...optional, type: 'INT32' }, toValue: asIs },
    date: { element: { ...optional, type: 'INT32', converted_type: 'DATE' }, toValue: toDay },
    share: { element: { ...optional, type: 'DOUBLE' }, toValue: asIs },
    boolean: { element: { ...optional, type: 'BOOLEAN' }, toValue: asIs },
  } as const
  const column = { ...typed[type], about, index }
  if (type !== 'decimal') return [column]
  const decimal: FileColumn = {
    element: {
      name: `${name}Decimal`,
      repetition_type: 'OPTIONAL',
      type: 'FIXED_LEN_BYTE_ARRAY',
      type_length: decimalBytes,
      converted_type: 'DECIMAL',
      precision,
      scale,
    },
    about: `${name} as DECIMAL(${precision}, ${scale}); null where that cannot hold it exactly`,
    index,
    toValue: toUnscaled,
  }
  const double: FileColumn = {
    element: { name: `${name}Number`, repetition_type: 'OPTIONAL', type: 'DOUBLE' },
    about: `${name} as a number, perhaps rounded`,
    index,
    toValue: numberOf,
  }
  return [column, decimal, double]
}

/** What the columns hold, for those who open the file without our documents. */
function descriptionOf({ name, about }: Table, columns: readonly FileColumn[]): string {
  const abouts = columns.map((column) => [column.element.name, column.about])
  return JSON.stringify({ table: name, about, columns: Object.fromEntries(abouts) })
}

async function openTable(table: Table, path: string): Promise<RowFile> {
  const { ByteWriter, ParquetWriter: Writer } = await import('hyparquet-writer')
  const columns = table.columns.flatMap(columnsOf)
  const bytes = new ByteWriter()
  const writer = new Writer({
    writer: bytes,
    schema: [{ name: table.name, num_children: columns.length }, ...columns.map(({ element }) => element)],
    kvMetadata: [{ key: 'huanyuan', value: descriptionOf(table, columns) }],
    createdBy: 'huanyuan',
  })
  const file = await open(path, 'wx')
  let group: ParquetValue[][] = columns.map(() => [])
  let characters = 0
  const drain = async () => {
    await file.writeFile(bytes.getBytes())
    bytes.index = 0
  }
  const flush = async () => {
    const columnData = columns.map(({ element: { name } }, index) => ({ name, data: group[index]! }))
    await writer.write({ columnData, rowGroupSize: groupRows })
    group = columns.map(() => [])
    characters = 0
    await drain()
  }
  return {
    add(row) {
      for (const [place, { index, toValue }] of columns.entries()) {
        const value = toValue(row[index]!)
        group[place]!.push(value)
        if (typeof value === 'string') characters += value.length
      }
      return group[0]!.length >= groupRows || characters >= groupCharacters
    },
    flush,
    async end() {
      await flush()
      await writer.finish()
      await drain()
    },
    close: () => file.close(),
  }
}

export const format: DatasetFormat = {
  id: 'parquet',
  extensions: ['.parquet'],
  outputs: [...factsFirst.map(({ name }) => ({ name: `${name}.parquet` })), { name: 'views.sql' }],
  async write(paths, documents, { language }) {
    const openNext = (table: Table, index: number) => openTable(table, paths[index]!)
    await writeTables(factsFirst, openNext, documents, language)
    const names = paths.map((path) => basename(path))
    await writeFile(paths.at(-1)!, duckdbScript(names, names.at(-1)!), { flag: 'wx' })
  },
}
