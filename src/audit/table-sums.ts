/**
 * Totals of a table and what they are the sum of: 合计 of the rows beside it, the head of numbered rows, 合计 of the
 * columns beside it. Which cells a total counts is seen from the labels alone; whether the table means it so is borne
 * out by the sums of its other columns or rows.
 * Linear in the cells.
 */
import type { Fact } from '../model/fact.js'
import type { TableColumn, TableRow } from '../model/table.js'
import { isAverage } from './names.js'
import type { Completeness } from './sums.js'
import { complete } from './sums.js'
import type { TableView } from './table-view.js'
import type { FactView } from './view.js'

export interface TableSum {
  readonly total: Fact
  readonly parts: readonly Fact[]
}

/** Sums of one total, over all columns or rows: they are claimed together. */
export type SumFamily = readonly TableSum[]

const quotients: ReadonlySet<string> = new Set([
  'percent',
  'percentage-point',
  'rate',
  'ratio',
  'multiple',
  'index',
  'rank',
])

/** Whether a figure is an amount that a sum may have. */
function isAmount(fact: Fact, { claims }: FactView): boolean {
  return (
    fact.role !== 'change' && fact.ratio === null && !quotients.has(fact.measure) && !isAverage(fact, claims)
  )
}

/** The sum that a total and its parts make; undefined where a figure is missing or no amount. */
function sumOf(
  total: Fact | undefined,
  parts: readonly (Fact | undefined)[],
  view: FactView,
): TableSum | undefined {
  const printed = parts.filter((part) => part !== undefined)
  if (total === undefined || printed.length < 2) return undefined
  const all = [total, ...printed]
  const [{ unit }] = all as [Fact]
  return all.every((fact) => fact.unit === unit && isAmount(fact, view))
    ? { total, parts: printed }
    : undefined
}

/** 减：库存股 is taken off. */
const subtracts = /^减/

/** Rows that one total counts: those of its level beside it, back to the total before it. */
interface RowTotal {
  readonly total: TableRow
  readonly parts: readonly TableRow[]
}

/** Parts that stand under a numbered row, by that row; 其中 may leave some out. */
function numberedTotals(body: readonly TableRow[]): RowTotal[] {
  const parts = new Map<number, TableRow[]>()
  for (const row of body) {
    if (row.parent === null || row.role !== 'body' || row.isAmong) continue
    const list = parts.get(row.parent)
    if (list === undefined) parts.set(row.parent, [row])
    else list.push(row)
  }
  return body.flatMap((total) => {
    const own = parts.get(total.row)
    return own === undefined || total.role !== 'body' ? [] : [{ total, parts: own }]
  })
}

/** Rows called 合计 with those that they may count, in front of them or behind. */
function labelledTotals(body: readonly TableRow[]): RowTotal[] {
  const found: RowTotal[] = []
  const isPlain = (row: TableRow, scope: number | null) =>
    row.role === 'body' && !row.isAmong && row.parent === scope
  /** Plain rows and subtotals since the start, or since the total before. */
  let before: TableRow[] = []
  let subtotals: TableRow[] = []
  body.forEach((row, at) => {
    if (row.role === 'section') before = []
    if (row.role !== 'total') {
      before.push(row)
      return
    }
    const own = before.filter((part) => isPlain(part, row.parent))
    if (own.length >= 2) found.push({ total: row, parts: own })
    else if (own.length === 0 && subtotals.length >= 2) found.push({ total: row, parts: subtotals })
    if (before.length === 0 && subtotals.length === 0) {
      const next = body.findIndex((other, index) => index > at && other.role === 'total')
      const behind = body.slice(at + 1, next < 0 ? undefined : next)
      found.push({ total: row, parts: behind.filter((part) => isPlain(part, row.parent)) })
    }
    subtotals = own.length === 0 && subtotals.length >= 2 ? [row] : [...subtotals, row]
    before = []
  })
  return found
}

function rowFamilies({ body, values, factAt }: TableView, view: FactView): SumFamily[] {
  return [...numberedTotals(body), ...labelledTotals(body)]
    .filter(({ parts }) => parts.length >= 2 && !parts.some(({ name }) => subtracts.test(name)))
    .map(({ total, parts }) =>
      values.flatMap(({ column }) => {
        const sum = sumOf(
          factAt(total.row, column),
          parts.map(({ row }) => factAt(row, column)),
          view,
        )
        return sum === undefined ? [] : [sum]
      }),
    )
}

/** Columns called 合计, with the columns of the same head behind or before them. */
function columnTotals(values: readonly TableColumn[], view: FactView) {
  return values.flatMap((total, at) => {
    const group = totalGroup(total.name, view)
    if (group === undefined) return []
    const isPart = (column: TableColumn) =>
      column.name.startsWith(group) &&
      totalGroup(column.name, view) === undefined &&
      column.period === total.period &&
      column.unit === total.unit
    const runFrom = (step: 1 | -1) => {
      const run: TableColumn[] = []
      for (let next = at + step; values[next] !== undefined && isPart(values[next]!); next += step)
        run.push(values[next]!)
      return run
    }
    const behind = runFrom(1)
    const parts = behind.length >= 2 ? behind : runFrom(-1)
    return parts.length >= 2 ? [{ total, parts }] : []
  })
}

/** The name of a column without the word for the total; undefined where it is no total. */
function totalGroup(name: string, { claims }: FactView): string | undefined {
  const word = name.slice(-2)
  return claims.says('row-total', word) ? name.slice(0, -2) : undefined
}

function columnFamilies({ body, values, factAt }: TableView, view: FactView): SumFamily[] {
  return columnTotals(values, view).map(({ total, parts }) =>
    body.flatMap(({ row, role }) => {
      const sum =
        role === 'change'
          ? undefined
          : sumOf(
              factAt(row, total.column),
              parts.map(({ column }) => factAt(row, column)),
              view,
            )
      return sum === undefined ? [] : [sum]
    }),
  )
}

/** All sums that a table may claim, in families. */
export function findTableSums(table: TableView, view: FactView): SumFamily[] {
  return [...rowFamilies(table, view), ...columnFamilies(table, view)]
}

/** Of a lone sum only a misprint that is rare enough by itself is a finding. */
const alone: Completeness = 0.05

/** How surely the sums of a family are meant, by how many of the others hold. */
export function completenessAmong(holding: number, failing: number): Completeness {
  if (holding >= 2 && holding > failing) return complete
  return holding >= 1 || failing === 1 ? alone : 0
}
