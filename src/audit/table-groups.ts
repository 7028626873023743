/**
 * Rows of a table that are the sum of the rows right below them, though no label, number or indent says so. Only where
 * several columns add up exactly, with figures so long that it is no chance.
 * Linear in the cells.
 */
import { decimal, type ExactDecimal, toDecimal } from '../model/decimal.js'
import { isFraction } from '../model/exact.js'
import type { Fact } from '../model/fact.js'
import type { TableRow } from '../model/table.js'
import { isSummand } from './names.js'
import type { TableView } from './table-view.js'
import type { FactView } from './view.js'

interface RowGroup {
  readonly total: TableRow
  readonly parts: readonly TableRow[]
}

/** So many columns have to add up, and their totals have so many digits together: more where another column does not. */
const fewestColumns = 2
const fewestDigits = 5
const fewestDigitsDespite = 8
/** More rows are no group that a reader sees without a mark. */
const mostParts = 30

const zero = decimal(0)

/** The amounts of a row, by the columns of values; undefined where a cell holds none. */
function amountsOf({ row }: TableRow, { values, factAt }: TableView, view: FactView) {
  return values.map(({ column }) => {
    const fact: Fact | undefined = factAt(row, column)
    if (fact === undefined || fact.value === null || isFraction(fact.value)) return undefined
    return isSummand(fact, view.claims) ? toDecimal(fact.value) : undefined
  })
}

type Amounts = readonly (ExactDecimal | undefined)[]

const digitsOf = (value: ExactDecimal) =>
  value
    .toFixed()
    .replace(/\D/g, '')
    .replace(/(?<!0)0{1,60}$/, '').length

/** How many rows behind one add up to it; 0 where none do. */
function countParts(rows: readonly Amounts[], at: number): number {
  const total = rows[at]!
  let sums: ExactDecimal[] = total.map(() => zero)
  for (let next = at + 1; next < rows.length && next - at <= mostParts; next++) {
    sums = sums.map((sum, column) => sum.plus(rows[next]![column] ?? zero))
    const compared = total.flatMap((value, column) =>
      value === undefined || value.lte(0) ? [] : [{ value, sum: sums[column]! }],
    )
    const held = compared.filter(({ value, sum }) => value.eq(sum))
    const digits = held.reduce((count, { value }) => count + digitsOf(value), 0)
    const isBorneOut = held.length >= fewestColumns && held.length > 2 * (compared.length - held.length)
    const needed = held.length === compared.length ? fewestDigits : fewestDigitsDespite
    if (next - at >= 2 && isBorneOut && digits >= needed) return next - at
    if (compared.every(({ value, sum }) => sum.gt(value))) return 0
  }
  return 0
}

/** Stretches of rows of one level, which no total and no other level parts. */
function stretchesOf(body: readonly TableRow[]): TableRow[][] {
  const stretches: TableRow[][] = [[]]
  for (const row of body) {
    const before = stretches.at(-1)!.at(-1)
    const isPlain = row.role === 'body' && !row.isAmong
    if (!isPlain || (before !== undefined && before.parent !== row.parent)) stretches.push([])
    if (isPlain) stretches.at(-1)!.push(row)
  }
  return stretches
}

/** The groups of a table. */
export function findGroups(table: TableView, view: FactView): RowGroup[] {
  if (table.values.length < fewestColumns) return []
  return stretchesOf(table.body).flatMap((rows) => {
    const amounts = rows.map((row) => amountsOf(row, table, view))
    const groups: RowGroup[] = []
    for (let at = 0; at < rows.length; ) {
      const count = countParts(amounts, at)
      if (count > 0) groups.push({ total: rows[at]!, parts: rows.slice(at + 1, at + 1 + count) })
      at += count + 1
    }
    return groups
  })
}
