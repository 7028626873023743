/**
 * Totals of a table and what they are the sum of: 合计 of the rows beside it or of the totals before it, a row of those
 * that stand under it, 合计 of the columns beside it. Which cells a total may count is seen from the labels, but for
 * rows that nothing but their sums puts under another one; whether the table means it so is borne out by the sums of
 * its other columns or rows.
 * Linear in the cells.
 */
import type { Fact } from '../model/fact.js'
import type { TableColumn, TableRow } from '../model/table.js'
import { isSummand } from './names.js'
import type { Completeness } from './sums.js'
import { complete } from './sums.js'
import { findGroups } from './table-groups.js'
import type { TableView } from './table-view.js'
import type { FactView } from './view.js'

export interface TableSum {
  readonly total: Fact
  readonly parts: readonly Fact[]
}

/** Sums of one total, over all columns or rows: they are claimed together. */
export type SumFamily = readonly TableSum[]

/** By what a sum is claimed: the word of its total, rows that stand under another one, or the figures alone. */
export type SumClaim = 'word' | 'outline' | 'figures'

export interface SumChoices {
  /** What one total may be the sum of, the likeliest first; the one that its columns bear out is meant. */
  readonly families: readonly SumFamily[]
  readonly claim: SumClaim
}

/** Small figures without a unit, some of them negative, may be growth. */
const mayBeGrowth = ({ text }: Fact) => /^[-+−－]?\d{1,3}(?:\.\d+)?$/.test(text)
const isNegative = ({ text }: Fact) => /^[-−－]/.test(text)

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
  if (unit === '' && all.every(mayBeGrowth) && all.some(isNegative)) return undefined
  return all.every((fact) => fact.unit === unit && isSummand(fact, view.claims))
    ? { total, parts: printed }
    : undefined
}

/** 减：库存股 is taken off. */
const subtracts = /^减/

/** A total with the rows that it may count: lists of which one is meant, the likeliest first. */
interface RowTotal {
  readonly total: TableRow
  readonly lists: readonly (readonly TableRow[])[]
}

/** Parts that stand under a row with figures of its own, by that row; 其中 may leave some out. */
function outlinedTotals(body: readonly TableRow[]): RowTotal[] {
  const parts = new Map<number, TableRow[]>()
  for (const row of body) {
    if (row.parent === null || row.role !== 'body' || row.isAmong) continue
    const list = parts.get(row.parent)
    if (list === undefined) parts.set(row.parent, [row])
    else list.push(row)
  }
  return body.flatMap((total) => {
    const own = parts.get(total.row)
    return own === undefined || total.role !== 'body' ? [] : [{ total, lists: [own] }]
  })
}

/** Totals that others count: 总计 stands over 合计, 合计 over 小计, and each word alone over one with a name. */
const ranks: Readonly<Record<string, number>> = { 小计: 1, 合计: 3, 总计: 5 }

function rankOf({ name }: TableRow): number {
  return (ranks[name.slice(-2)] ?? ranks.合计!) + (name.length > 2 ? 0 : 1)
}

/** Follows the rows down to those called 合计. */
class TotalFinder {
  /** Rows since the heading or the total before. */
  private before: TableRow[] = []
  /** Totals that no other one has counted yet. */
  private open: TableRow[] = []
  /** Rows that are parts of no other one, since the last total of all of them. */
  private plain: TableRow[] = []
  private readonly sections = new Set<number>()

  constructor(
    private readonly body: readonly TableRow[],
    /** Parts that their sums alone show. */
    private readonly grouped: ReadonlySet<TableRow>,
  ) {}

  private isPart(row: TableRow, scope: number | null): boolean {
    return row.role === 'body' && !row.isAmong && row.parent === scope
  }

  private isTop(row: TableRow): boolean {
    const isOutermost = row.parent === null || this.sections.has(row.parent)
    return row.role === 'body' && !row.isAmong && isOutermost && !this.grouped.has(row)
  }

  /** The rows behind a total, up to the next one. */
  private behind(at: number): TableRow[] {
    let end = at + 1
    while (end < this.body.length && this.body[end]!.role !== 'total') end++
    return this.body.slice(at + 1, end).filter((row) => this.isPart(row, this.body[at]!.parent))
  }

  /** What a total in front of all rows may count. */
  private listsOfFirst(at: number): TableRow[][] {
    const rows = this.body.slice(at + 1)
    const all = rows.filter((row) => this.isPart(row, this.body[at]!.parent))
    const top = all.filter((row) => !this.grouped.has(row))
    return [this.behind(at), top, all, rows.filter(({ role }) => role === 'total')]
  }

  /** The totals right before one that it may count: those of a lower rank, or the others where no row is left. */
  private takeCounted(total: TableRow, hasRows: boolean): TableRow[] {
    const rank = rankOf(total)
    let from = this.open.length
    while (from > 0 && rankOf(this.open[from - 1]!) < rank) from--
    if (from === this.open.length && !hasRows) from = 0
    return this.open.splice(from)
  }

  private listsFor(total: TableRow, at: number): TableRow[][] {
    const own = this.before.filter((row) => this.isPart(row, total.parent))
    const top = own.filter((row) => !this.grouped.has(row))
    const counted = this.takeCounted(total, own.length > 0)
    const isWhole = counted.length > 0 || (this.sections.size > 0 && total.parent === null)
    const plain = isWhole ? [this.plain] : []
    if (isWhole) this.plain = []
    return [top, own, [...counted, ...top], ...plain, this.behind(at)]
  }

  find(): RowTotal[] {
    for (const { role, row } of this.body) if (role === 'section') this.sections.add(row)
    return this.body.flatMap((row, at) => {
      if (row.role === 'section') this.before = []
      if (row.role !== 'total') {
        this.before.push(row)
        if (this.isTop(row)) this.plain.push(row)
        return []
      }
      const isFirst = this.before.length === 0 && this.open.length === 0
      const lists = isFirst ? this.listsOfFirst(at) : this.listsFor(row, at)
      this.open.push(row)
      this.before = []
      return [{ total: row, lists }]
    })
  }
}

function rowChoices(table: TableView, view: FactView): SumChoices[] {
  const { body, values, factAt } = table
  const groups = findGroups(table, view)
  const grouped = new Set(groups.flatMap(({ parts }) => parts))
  const isSaid = ({ name }: TableRow) => totalGroup(name, view) !== undefined
  const totals = [
    ...outlinedTotals(body).map((found) => ({ ...found, claim: 'outline' as const })),
    ...new TotalFinder(body, grouped).find().map((found) => ({
      ...found,
      // 全市 may count more than the places that are listed below it.
      claim: isSaid(found.total) ? ('word' as const) : ('figures' as const),
    })),
    ...groups.map(({ total, parts }) => ({ total, lists: [parts], claim: 'figures' as const })),
  ]
  const familyOf = (total: TableRow, parts: readonly TableRow[]) =>
    values.flatMap(({ column }) => {
      const own = parts.map(({ row }) => factAt(row, column))
      return sumOf(factAt(total.row, column), own, view) ?? []
    })
  return totals.map(({ total, lists, claim }) => ({
    families: lists
      .filter((parts) => parts.length >= 2 && !parts.some(({ name }) => subtracts.test(name)))
      .map((parts) => familyOf(total, parts)),
    claim,
  }))
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

/** Columns whose name says what is measured, with those right behind them that say which part: 总产值 农业总产值. */
function measureTotals(values: readonly TableColumn[]) {
  const found: { total: TableColumn; parts: TableColumn[] }[] = []
  for (let at = 0; at < values.length; at++) {
    const total = values[at]!
    const isPart = ({ name, period, unit }: TableColumn) =>
      name.length > total.name.length &&
      name.endsWith(total.name) &&
      period === total.period &&
      unit === total.unit
    let end = at + 1
    while (total.name !== '' && end < values.length && isPart(values[end]!)) end++
    if (end - at > 2) found.push({ total, parts: values.slice(at + 1, end) })
    at = end - 1
  }
  return found
}

/** A name without the word for the total; undefined where it is no total. */
function totalGroup(name: string, { claims }: FactView): string | undefined {
  const word = name.slice(-2)
  return claims.says('row-total', word) ? name.slice(0, -2) : undefined
}

interface ColumnTotal {
  readonly total: TableColumn
  readonly parts: readonly TableColumn[]
}

function columnFamilies(totals: readonly ColumnTotal[], { body, factAt }: TableView, view: FactView) {
  return totals.map(
    ({ total, parts }): SumFamily =>
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

/** All sums that a table may claim. */
export function findTableSums(table: TableView, view: FactView): SumChoices[] {
  const choicesOf = (totals: readonly ColumnTotal[], claim: SumClaim) =>
    columnFamilies(totals, table, view).map((family) => ({ families: [family], claim }))
  return [
    ...rowChoices(table, view),
    ...choicesOf(columnTotals(table.values, view), 'word'),
    ...choicesOf(measureTotals(table.values), 'figures'),
  ]
}

/** Of a lone sum only a misprint that is rare enough by itself is a finding. */
const alone: Completeness = 0.05
/** Where other totals of the table hold, any misprint. */
const amongOthers: Completeness = 0.5
/** So many of these have to hold, and so many for each that does not. */
const fewestOthers = 3
const othersFor = 2

export interface Holding {
  readonly holding: number
  readonly failing: number
}

/** How surely the sums of a family are meant, by how many of it hold, and of all that are claimed alike. */
export function completenessAmong({ holding, failing }: Holding, all: Holding): Completeness {
  if (holding >= 2 && holding > failing) return complete
  if (all.holding >= fewestOthers && all.holding >= othersFor * all.failing) return amongOthers
  return holding >= 1 || failing === 1 ? alone : 0
}
