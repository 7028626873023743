/**
 * A column of growth against the two columns that it compares. Growth of amounts is often stated at constant prices,
 * so a row is a finding only where most rows follow from what is printed, and a slip of the pen explains the one that
 * does not.
 */
import { isFraction, negate } from '../../model/exact.js'
import type { Fact } from '../../model/fact.js'
import type { TableColumn } from '../../model/table.js'
import { isBorneOut } from '../borne-out.js'
import { type Computed, computeChange } from '../changes.js'
import type { CheckDraft, Rule } from '../contract.js'
import { shown } from '../expressions.js'
import type { Figure } from '../intervals.js'
import { meet } from '../intervals.js'
import { misprintTo } from '../misprints.js'
import type { TableView } from '../table-view.js'
import type { FactView } from '../view.js'

interface RowChange {
  readonly change: Figure
  readonly current: Fact
  readonly prior: Fact
  readonly computed: Computed
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
  const computed = computeChange(kind, pair[0]!, pair[1]!)
  return computed === undefined ? undefined : { change: own, current, prior, computed }
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

function draftOf({ change, current, prior, computed }: RowChange, holds: boolean): CheckDraft {
  const { fact } = change
  const misprint =
    holds || computed.value === null
      ? undefined
      : misprintTo(withoutSign(change), computed.value.abs().toDecimalPlaces(fact.printed.decimals))
  return {
    state: holds ? 'rounding' : misprint === undefined ? 'unconfirmed' : 'mismatch',
    severity: misprint === undefined ? 'info' : 'error',
    code: holds ? 'rounded' : (misprint?.code ?? 'base-not-stated'),
    expression: `${computed.expression} = ${fact.text}`,
    stated: fact.value,
    computed: computed.value && shown(computed.value, fact.printed.decimals + 2),
    difference: null,
    solution: null,
    facts: [fact.id, current.id, prior.id],
    ...(misprint !== undefined && {
      parameters: { fact: fact.id, printed: fact.text, value: misprint.value },
    }),
  }
}

function checkColumn(table: TableView, column: TableColumn, view: FactView): CheckDraft[] {
  const changes = table.body.flatMap(({ row }) => changeIn(table, row, column, view) ?? [])
  const judged = changes.map((change) => ({
    change,
    holds: meet(signed(change.change), change.computed.interval),
  }))
  const isMeant = isBorneOut(judged)
  return judged.flatMap(({ change, holds }) => (holds || isMeant ? [draftOf(change, holds)] : []))
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
  find: (view) =>
    view.tables.flatMap((table) =>
      table.table.columns
        .filter(({ role, of, base }) => role === 'change' && of !== null && base !== null)
        .flatMap((column) => checkColumn(table, column, view)),
    ),
}
