/** Ties columns of changes, shares and ranks to the columns of figures that they are about. */
import { most } from '../../model/lists.js'
import { type PanelColumn, tiedRoles } from './panel-column.js'
import type { WordReader } from './words.js'

/** Words of a share or a change that name the column that they are about. */
function isNamedIn(words: string, column: PanelColumn): boolean {
  const { period, name } = column
  if (words === '') return false
  return [period, name].some(
    (text) => text !== null && text !== '' && (text.includes(words) || words.includes(text)),
  )
}

function yearOf(column: PanelColumn): number {
  const years = [...(column.period ?? '').matchAll(/(?:19|20)\d\d/g)].map(([year]) => Number(year))
  return years.length === 0 ? 0 : most(years)
}

/**
 * The figures in front of a column that is tied to others, back to the one of its kind before it or to the labels, in
 * the order of the columns. A share between them parts 金额 from 上年.
 */
function figuresBefore(columns: readonly PanelColumn[], at: number): number[] {
  const found: number[] = []
  for (let column = at - 1; column >= 0; column--) {
    const { role } = columns[column]!
    if (tiedRoles.has(role)) {
      if (found.length > 0 && (role === 'change' || role === columns[at]!.role)) break
      continue
    }
    if (role !== 'value') break
    found.unshift(column)
  }
  return found
}

/** 金额, 余额, and what a budget planned, what was done of it. */
const plainAmount = /^(?:[余金数]额|(?:预算|执行|决算|实际|计划|完成)(?:数|额)?)$/

function isAmount(name: string, reader: WordReader): boolean {
  return reader.is('column-amount', name) || reader.is('column-plain', name) || plainAmount.test(name)
}

/** Which column a change, a share or a rank is about, and where the earlier values stand: by their words, then by their years. */
export function tieColumn(columns: readonly PanelColumn[], at: number, reader: WordReader): void {
  const column = columns[at]!
  const found = figuresBefore(columns, at)
  if (found.length === 0) return
  const { current: currentWords = '', base: baseWords = '' } = column.change ?? {}
  const isLast = (index: number) => reader.says('last-year', columns[index]!.period ?? '')
  const isEarly = (index: number) => isLast(index) || /初$/.test(columns[index]!.period ?? '')
  // 同比增长 over 收入 and 支出: the heads below say whose growth it is.
  const own = column.heads
    .filter(({ change, isShare }) => change === null && !isShare)
    .map(({ name }) => name)
  const named = found.filter((index) =>
    [currentWords, ...own].some((words) => isNamedIn(words, columns[index]!)),
  )
  const current = named.length > 0 ? named : found.filter((index) => !isEarly(index))
  const latest = most(current.map((index) => yearOf(columns[index]!)))
  const about = current.findLast((index) => yearOf(columns[index]!) === latest)
  if (about === undefined) return
  column.of = about
  if (column.role !== 'change') return
  /** 金额 says no more of what is measured than a head of years alone. */
  const measuredBy = ({ name }: PanelColumn) => (isAmount(name, reader) ? '' : name)
  const others = found.filter(
    (index) => index !== about && measuredBy(columns[index]!) === measuredBy(columns[about]!),
  )
  const isYearBefore = (index: number) => latest > 0 && yearOf(columns[index]!) === latest - 1
  const bases = others.filter(
    (index) =>
      isNamedIn(baseWords, columns[index]!) || (baseWords === '' && (isEarly(index) || isYearBefore(index))),
  )
  const early = bases.length === 0 ? others.filter((index) => isEarly(index) || isYearBefore(index)) : bases
  column.base = early.length === 1 ? early[0]! : null
}
