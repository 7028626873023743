/**
 * A column of growth against the two columns that it compares. Growth of amounts is often stated at constant prices,
 * so a row is a finding only where most rows follow from what is printed, and a slip of the pen explains the one that
 * does not.
 */
import { isFraction, negate } from '../../model/exact.js'
import { append } from '../../model/lists.js'
import type { TableColumn } from '../../model/table.js'
import { isBorneOut } from '../borne-out.js'
import { type Computed, computeChange } from '../changes.js'
import type { CheckDraft, Rule } from '../contract.js'
import { shown } from '../expressions.js'
import type { Figure } from '../intervals.js'
import { meet } from '../intervals.js'
import { type Misprint, misprintsOf, misprintTo } from '../misprints.js'
import type { TableView } from '../table-view.js'
import type { FactView } from '../view.js'

/** Growth with so many decimals follows from no other figures by chance. */
const preciseDecimals = 2

interface RowChange {
  readonly change: Figure
  readonly current: Figure
  readonly prior: Figure
  readonly computed: Computed
  readonly holds: boolean
}

/** The change that a row prints, with its two values. */
function changeIn(table: TableView, row: number, column: TableColumn, view: FactView): RowChange | undefined {
  const change = table.factAt(row, column.column)
  const current = table.factAt(row, column.of!)
  const prior = table.factAt(row, column.base!)
  if (change?.change == null || current === undefined || prior === undefined) return undefined
  const { kind } = change.change
  const pair = view.figures([current, prior])
  const [own] = view.figures([change]) ?? []
  if (pair === undefined || own === undefined || own.kind !== 'rounded') return undefined
  if (pair.some(({ value }) => value === null || value.lte(0))) return undefined
  if (kind === 'percent' && change.unit !== '%') return undefined
  if (kind === 'delta' && change.unit !== current.unit) return undefined
  const [now, then] = pair as [Figure, Figure]
  const computed = computeChange(kind, now, then)
  if (computed === undefined) return undefined
  return { change: own, current: now, prior: then, computed, holds: meet(signed(own), computed.interval) }
}

/** Signed by its words where no sign is printed. */
function signed({ fact, low, high }: Figure) {
  const isNegated = fact.change?.direction === 'decrease' && low.gte(0)
  return isNegated ? { low: high.neg(), high: low.neg() } : { low, high }
}

/** A misprint changes digits, whatever sign stands before them. */
function withoutSign(figure: Figure): Figure {
  const { fact, value } = figure
  if (value === null || value.gte(0) || fact.value === null || isFraction(fact.value)) return figure
  return { ...figure, value: value.neg(), fact: { ...fact, value: negate(fact.value) } }
}

/** The misprint of the change that explains a row, else, where the column is precise, that of one of its values. */
function explain({ change, current, prior, computed }: RowChange, isPrecise: boolean): Misprint | undefined {
  const { fact } = change
  if (computed.value === null) return undefined
  const own = misprintTo(withoutSign(change), computed.value.abs().toDecimalPlaces(fact.printed.decimals))
  if (own !== undefined || !isPrecise) return own
  return [current, prior].flatMap((figure) =>
    misprintsOf(figure).filter(({ needed }) => {
      const shift = needed.minus(figure.value!)
      const moved = { ...figure, value: needed, low: figure.low.plus(shift), high: figure.high.plus(shift) }
      const [now, then] = figure === current ? [moved, prior] : [current, moved]
      const other = computeChange(fact.change!.kind, now, then)
      return other !== undefined && meet(signed(change), other.interval)
    }),
  )[0]
}

function draftOf(row: RowChange, isPrecise: boolean): CheckDraft {
  const { change, current, prior, computed, holds } = row
  const { fact } = change
  const misprint = holds ? undefined : explain(row, isPrecise)
  return {
    state: holds ? 'rounding' : misprint === undefined ? 'unconfirmed' : 'mismatch',
    severity: misprint === undefined ? 'info' : 'error',
    code: holds ? 'rounded' : (misprint?.code ?? 'base-not-stated'),
    expression: `${computed.expression} = ${fact.text}`,
    stated: fact.value,
    computed: computed.value && shown(computed.value, fact.printed.decimals + 2),
    difference: null,
    solution: null,
    facts: [fact.id, current.fact.id, prior.fact.id],
    ...(misprint !== undefined && {
      parameters: {
        fact: misprint.figure.fact.id,
        printed: misprint.figure.fact.text,
        value: misprint.value,
      },
    }),
  }
}

type ColumnChanges = readonly RowChange[]

function changesOf(table: TableView, view: FactView): ColumnChanges[] {
  return table.table.columns
    .filter(({ role, of, base }) => role === 'change' && of !== null && base !== null)
    .map((column) => table.body.flatMap(({ row }) => changeIn(table, row, column, view) ?? []))
}

/** `others` are the columns of growth of the same grid: they bear out one that has few rows. */
function checkColumn(rows: ColumnChanges, others: readonly ColumnChanges[]): CheckDraft[] {
  const isPrecise = rows.every(({ change }) => change.fact.printed.decimals >= preciseDecimals)
  const failing = rows.filter(({ holds }) => !holds).length
  const isMeant =
    isBorneOut(rows, isPrecise) ||
    (failing === 1 && others.length > 1 && isBorneOut(others.flat(), isPrecise))
  return rows.flatMap((row) => (row.holds || isMeant ? [draftOf(row, isPrecise)] : []))
}

function checkTables(view: FactView): CheckDraft[] {
  const byGrid = new Map<number, ColumnChanges[]>()
  for (const table of view.tables) {
    const { table: grid } = table.table
    const columns = byGrid.get(grid) ?? []
    byGrid.set(grid, columns)
    append(columns, changesOf(table, view))
  }
  return [...byGrid.values()].flatMap((columns) => columns.flatMap((rows) => checkColumn(rows, columns)))
}

export const rule: Rule = {
  id: 'table-change',
  examples: {
    clean: [
      '项目\t2021年\t2022年\t增长（%）\n甲\t200\t210\t5.0\n乙\t400\t380\t-5.0\n丙\t100\t130\t30.0\n丁\t50\t60\t20.0',
      '项目\t2021年\t2022年\t增长（%）\n甲\t200\t210\t3.1\n乙\t400\t380\t-6.2\n丙\t100\t130\t27.5\n丁\t50\t60\t17.7',
    ],
    faulty: [
      '项目\t2021年\t2022年\t增长（%）\n甲\t200\t210\t5.0\n乙\t400\t380\t-5.0\n丙\t100\t130\t30.0\n丁\t50\t60\t24.0',
      '项目\t2021年\t2022年\t增长（%）\n甲\t200\t210\t5.0\n乙\t400\t360\t-20.0\n丙\t100\t130\t30.0\n丁\t50\t60\t20.0',
    ],
  },
  find: checkTables,
}
