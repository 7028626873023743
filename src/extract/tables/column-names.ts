/**
 * Names of columns beside each other: words that tell no column from the others of its group say nothing, and places
 * side by side are where the figures are from.
 */
import type { IndicatorTable } from '../../resources/indicators.js'
import { findHead, findKnown } from '../names/heads.js'
import type { Grid } from './grid.js'
import { figureRoles, type PanelColumn } from './panel-column.js'
import type { Panel } from './panels.js'
import { tidy, type WordReader } from './words.js'

/** Ends of a head that says what is measured, so that 总量 below it adds nothing. */
const measured = /[额量数值率]$/

/** Columns without the words that only say that amounts follow, where all of their group say so. */
export function plainNames(columns: readonly PanelColumn[], reader: WordReader): PanelColumn[] {
  const groups = new Map<string, Set<string>>()
  const groupOf = ({ names }: PanelColumn) => names.slice(0, -1).join('\n')
  for (const column of columns) {
    if (column.role !== 'value') continue
    const key = groupOf(column)
    groups.set(key, (groups.get(key) ?? new Set()).add(column.names.at(-1) ?? ''))
  }
  return columns.map((column) => {
    const last = column.names.at(-1)
    if (column.role !== 'value' || last === undefined || !reader.is('column-amount', last)) return column
    const above = column.names.at(-2)
    if (groups.get(groupOf(column))!.size > 1 || (above !== undefined && !measured.test(above))) return column
    const names = column.names.slice(0, -1)
    return { ...column, names, name: names.join('') }
  })
}

/** 全市, 东岭区. */
const place = /^(?:全[国省市县区镇乡州旗]|[\u4e00-\u9fff]{1,7}[省市县区镇乡州旗盟])$/
/** Of the labels of a column of places at least so many are one. */
const leastPlaces = 0.6

/** Whether most labels of a column are places. */
function holdsPlaces(grid: Grid, { body }: Panel, column: number, reader: WordReader): boolean {
  const labels = body.flatMap((row) => {
    const text = tidy(grid.at(row, column)?.text ?? '')
    return text === '' || reader.is('row-total', text) ? [] : [text]
  })
  const places = labels.filter((text) => place.test(text))
  return places.length >= 2 && places.length >= leastPlaces * labels.length
}

/** Columns with places found: as labels down the rows, or as heads of two figure columns or more. */
export function withPlaces(
  grid: Grid,
  panel: Panel,
  columns: readonly PanelColumn[],
  reader: WordReader,
): PanelColumn[] {
  const heads = columns.map(({ role, names }) =>
    figureRoles.has(role) ? names.find((name) => place.test(name)) : undefined,
  )
  const isAcross = new Set(heads.filter((name) => name !== undefined)).size >= 2
  return columns.map((column, at) => {
    const isPlaces =
      column.role === 'label' &&
      (column.heads.some(({ name }) => reader.is('column-place', name)) ||
        holdsPlaces(grid, panel, at, reader))
    if (isPlaces) return { ...column, role: 'place' }
    return isAcross && heads[at] !== undefined ? { ...column, place: heads[at] } : column
  })
}

/** A measure, and behind it at least so many columns that only say which part of it they are. */
const fewestParts = 2

/** Whether a head says how much there is of something, not of which part. */
function saysAmount(name: string, table: IndicatorTable): boolean {
  return findHead(name, table)?.kind === 'amount'
}

/** Whether a head is a class and no more: 第一产业, 农业. */
function isClass(name: string, table: IndicatorTable): boolean {
  const { length } = name
  return length > 0 && !measured.test(name) && !findHead(name, table) && !findKnown(name, 'any', table)
}

/**
 * Columns that stand behind the one that says what is measured, with that behind their names: 地区生产总值 第一产业
 * 第二产业. Only where all of them have one unit; `stated` is that of the table.
 */
export function withMeasures(
  columns: readonly PanelColumn[],
  stated: string | null,
  table: IndicatorTable,
): PanelColumn[] {
  const named = [...columns]
  const groupOf = ({ labels, period, unit }: PanelColumn) => `${labels.join()} ${period} ${unit ?? stated}`
  for (let at = 0; at < columns.length; at++) {
    const whole = columns[at]!
    if (whole.role !== 'value' || whole.names.length !== 1 || !saysAmount(whole.name, table)) continue
    if ((whole.unit ?? stated) === null) continue
    const isPart = (column: PanelColumn | undefined) =>
      column?.role === 'value' &&
      column.names.length === 1 &&
      groupOf(column) === groupOf(whole) &&
      isClass(column.name, table)
    let end = at + 1
    while (isPart(columns[end])) end++
    if (end - at - 1 < fewestParts) continue
    for (let part = at + 1; part < end; part++) {
      const name = columns[part]!.name + whole.name
      named[part] = { ...columns[part]!, name, names: [name] }
    }
    at = end - 1
  }
  return named
}
