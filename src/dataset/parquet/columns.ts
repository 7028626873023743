/**
 * The columns of a table as Parquet has them: figures as their exact text and beside it, in a column whose name ends in
 * `Decimal`, as DECIMAL(38, 12), null where that cannot hold the figure exactly, and in one that ends in `Number` as the
 * nearest double; days as DATE. Invariant: nothing is rounded but what ends in `Number`.
 */
import type { Column, ColumnValue, Table } from '../../writers/tables/columns.js'
import { isDecimal } from '../../writers/tables/columns.js'
import { numberOf } from '../sqlite/number.js'

/** Digits behind the point of a DECIMAL: enough for a hundred-millionth of a unit given in 亿. */
const scale = 12
/** Digits of a DECIMAL, the most that Parquet's readers take. */
const precision = 38
const decimalLimit = 10n ** BigInt(precision)
const decimalBytes = 16

/** A column in the schema of a file. */
interface SchemaElement {
  readonly name: string
  readonly repetition_type: 'OPTIONAL'
  readonly type: 'BYTE_ARRAY' | 'INT64' | 'INT32' | 'DOUBLE' | 'BOOLEAN' | 'FIXED_LEN_BYTE_ARRAY'
  readonly converted_type?: 'UTF8' | 'DATE' | 'DECIMAL'
  readonly type_length?: number
  readonly precision?: number
  readonly scale?: number
}
/** What the writer takes as a value. */
export type ParquetValue = string | number | bigint | boolean | null

/** A column of the file. */
export interface FileColumn {
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

/** What becomes of the column at `index` of a table. */
export function columnsOf({ name, type, about }: Column<unknown>, index: number): FileColumn[] {
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
export function descriptionOf({ name, about }: Table, columns: readonly FileColumn[]): string {
  const abouts = columns.map((column) => [column.element.name, column.about])
  return JSON.stringify({ table: name, about, columns: Object.fromEntries(abouts) })
}
