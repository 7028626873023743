/**
 * Names of columns beside each other: words that tell no column from the others of its group say nothing, and places
 * side by side are where the figures are from.
 */
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
