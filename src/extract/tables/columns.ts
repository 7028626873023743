/**
 * What the columns of a panel are: labels, units, figures, changes of other columns, shares, numbers that count
 * nothing. Their heads decide, and what stands below them where they say nothing.
 * Linear in the cells.
 */

import { withoutAttributes } from './attribute-columns.js'
import { headReader } from './column-heads.js'
import { plainNames, withPlaces } from './column-names.js'
import type { CellKind, Grid, GridCell } from './grid.js'
import { figureRoles, type PanelColumn, tiedRoles } from './panel-column.js'
import type { Panel } from './panels.js'
import { tieColumn } from './tie-column.js'
import { joinPeriods, readHead, tidy, type WordReader, type Words } from './words.js'

type Counts = Record<CellKind, number>

function countKinds(grid: Grid, { body }: Panel, column: number): Counts {
  const counts: Counts = {
    empty: 0,
    figure: 0,
    year: 0,
    period: 0,
    missing: 0,
    unit: 0,
    text: 0,
    prose: 0,
  }
  const seen = new Set<GridCell>()
  for (const row of body) {
    const cell = grid.at(row, column)
    // Cells that go over several columns speak of the row.
    if (cell !== undefined && (seen.has(cell) || cell.cell.columnSpan > 1)) continue
    if (cell !== undefined) seen.add(cell)
    counts[cell?.kind ?? 'empty']++
  }
  return counts
}

/** 1, 2, 3 … down the rows, beside a column of words; 合计 may stand among them. */
function isSerial(grid: Grid, { body }: Panel, column: number, reader: WordReader): boolean {
  const numbers = body.flatMap((row) => {
    const text = grid.at(row, column)?.text ?? ''
    const isBlank = text === '' || reader.is('row-total', tidy(text))
    return isBlank ? [] : [/^\d{1,4}$/.test(text) ? Number(text) : Number.NaN]
  })
  return numbers.length > 1 && numbers[0] === 1 && numbers.every((number, at) => number === at + 1)
}

/** How many codes make a column of them, and the digits of the shortest. */
const fewestCodes = 3
const shortestCode = /^\d{3,}$/

/** Of the steps from code to code so many go up. */
const leastRising = 0.8

/** Codes in front of the names of rows: whole numbers, that rise where other names stand to their left. */
function isCodes(grid: Grid, { body }: Panel, column: number, isFirst: boolean): boolean {
  const codes = body.flatMap((row) => {
    const cell = grid.at(row, column)
    return cell?.kind === 'figure' || cell?.kind === 'year' ? [cell.text] : []
  })
  if (codes.length < fewestCodes || !codes.every((text) => shortestCode.test(text))) return false
  const rising = codes.filter((text, at) => at > 0 && text > codes[at - 1]!).length
  return isFirst || rising >= (codes.length - 1) * leastRising
}

/** 201 06 01 in front of names: how many columns of short whole numbers with leading noughts there are before the names. */
function codeParts(grid: Grid, { body }: Panel): number {
  const rows = body.filter((row) => grid.inRow(row).filter(({ text }) => text !== '').length > 1)
  const textsOf = (column: number) => rows.map((row) => grid.at(row, column)?.text ?? '')
  const isPart = (column: number) => textsOf(column).every((text) => /^\d{0,3}$/.test(text))
  const count = grid.columns.findIndex((_, column) => !isPart(column))
  const hasNought = (column: number) => textsOf(column).some((text) => /^0\d/.test(text))
  const isCodes = count > 1 && textsOf(0).filter((text) => shortestCode.test(text)).length >= fewestCodes
  return isCodes && grid.columns.slice(1, count).every((_, at) => hasNought(at + 1)) ? count : 0
}

type Draft = Pick<PanelColumn, 'role' | 'heads'>

/** Whether a column has a unit, or the heads of one that no names follow: 乡镇 人口 乡镇 人口. */
function isHeadedAsFigures(drafts: readonly Draft[], at: number): boolean {
  const { heads } = drafts[at]!
  const said = heads.map(({ name }) => name).join('')
  return (
    heads.some(({ unit }) => unit !== null) ||
    (said !== '' &&
      drafts.some(
        (other, index) =>
          other.role === 'value' &&
          drafts[index + 1]?.role !== 'label' &&
          other.heads.map(({ name }) => name).join('') === said,
      ))
  )
}

const labelKinds = ({ text, prose, period }: Counts) => text + prose + period

function roleOf(
  at: number,
  heads: readonly Words[],
  counts: Counts,
  reader: WordReader,
): PanelColumn['role'] {
  const names = heads.map(({ name }) => name)
  const isCalled = (kind: Parameters<WordReader['is']>[0]) => names.some((name) => reader.is(kind, name))
  const figures = counts.figure + counts.missing + counts.year
  const words = labelKinds(counts) + counts.unit
  // 单位 is an office as well: what stands below tells.
  const isOffices = names.includes('单位') && counts.unit * 2 < labelKinds(counts)
  if (isCalled('column-unit') && counts.figure <= words && !isOffices) return 'unit'
  if (isCalled('column-serial')) return 'serial'
  if (names.some((name) => reader.ends('column-code', name))) return 'code'
  if (isCalled('column-note')) return 'note'
  if ((isCalled('column-label') || isCalled('column-place')) && counts.figure === 0) return 'label'
  // 床位 and 人 are names as well as units, so the first column has none.
  if (at > 0 && figures === 0 && counts.unit > labelKinds(counts)) return 'unit'
  if (words > figures) return 'label'
  return 'value'
}

/** Where the figures of a panel begin. */
function firstFigures(grid: Grid, panel: Panel): number {
  let first = grid.columns.length
  for (const row of panel.body) {
    for (let column = 1; column < first; column++) {
      const kind = grid.at(row, column)?.kind
      if (kind === 'figure' || kind === 'missing') first = column
    }
  }
  return Math.min(first, grid.columns.length)
}

function isLabelWord(name: string, reader: WordReader): boolean {
  return reader.is('column-label', name) || name.endsWith('名称')
}

/** The names of heads one below the other, without those that end the one above. */
function namesOf(heads: readonly Words[]): string[] {
  const names: string[] = []
  for (const { name } of heads) if (name !== '' && !names.at(-1)?.endsWith(name)) names.push(name)
  return names
}

/**
 * The columns of a group of labels that tell the rows apart: words beside names that do so alone are remarks. A column
 * of periods always counts.
 */
function namingColumns(
  grid: Grid,
  { body }: Panel,
  labels: readonly number[],
  isPeriods: (column: number) => boolean,
): number[] {
  const rows = body.filter((row) => labels.some((column) => (grid.at(row, column)?.text ?? '') !== ''))
  const keys = rows.map(() => '')
  let isTold = false
  return labels.filter((column) => {
    if (isTold) return isPeriods(column)
    rows.forEach((row, at) => {
      keys[at] += ` ${grid.at(row, column)?.text ?? ''}`
    })
    const isMerged = rows.some((row) => (grid.at(row, column)?.cell.rowSpan ?? 1) > 1)
    const isBlank = rows.some((row) => (grid.at(row, column)?.text ?? '') === '')
    isTold = !isMerged && !isBlank && new Set(keys).size === keys.length
    return true
  })
}

export function columnsOf(grid: Grid, panel: Panel, reader: WordReader): PanelColumn[] {
  const labelEnd = firstFigures(grid, panel)
  const headsOf = headReader(grid, panel, labelEnd)
  const drafts = grid.columns.map((_, column): Draft => {
    const heads = headsOf(column).map(({ text }) => readHead(text, reader))
    const counts = countKinds(grid, panel, column)
    const isCounted = column < labelEnd && isSerial(grid, panel, column, reader)
    const role = isCounted ? 'serial' : roleOf(column, heads, counts, reader)
    return { heads, role: isYearLabel(role, column, labelEnd, counts) ? 'label' : role }
  })
  const parts = codeParts(grid, panel)
  const firstLabel = drafts.findIndex(({ role }) => role === 'label')
  const coded = drafts.map((draft, at): Draft => {
    if (at < parts) return { ...draft, role: 'code' }
    const isBeforeLabels = draft.role === 'value' && drafts[at + 1]?.role === 'label'
    const isFirst = firstLabel < 0 || firstLabel >= at
    const isCode = isBeforeLabels && !isHeadedAsFigures(drafts, at) && isCodes(grid, panel, at, isFirst)
    return isCode ? { ...draft, role: 'code' } : draft
  })
  const plain: Draft[] = []
  for (const [at, draft] of coded.entries()) {
    const isBehindCodes = plain.at(-1)?.role === 'code' && draft.role === 'value'
    const isCode = isBehindCodes && goesOnWithCodes(grid, panel, coded, at)
    plain.push(isCode ? { ...draft, role: 'code' } : draft)
  }
  let labels: number[] = []
  let units: number | null = null
  let isBehindFigures = true
  const told = withoutAttributes(plain)
  const columns = told.map(({ heads, role: found }, at): PanelColumn => {
    const change = heads.findLast((head) => head.change !== null)?.change ?? null
    const isShare = heads.some((head) => head.isShare)
    const role = found === 'value' ? figureRoleOf(heads, change !== null, isShare, reader) : found
    if (role === 'label') {
      if (isBehindFigures) {
        labels = []
        units = null
      }
      labels = [...labels, at]
      isBehindFigures = false
    } else if (role === 'unit') units = at
    else if (figureRoles.has(role)) isBehindFigures = true
    const names = namesOf(heads)
    // Figures under 项目 or 名称: the heads do not stand over their columns.
    const isAstray = found === 'value' && names.some((name) => isLabelWord(name, reader))
    return {
      role,
      heads,
      change,
      place: null,
      names: isAstray ? [] : names,
      name: isAstray ? '' : names.join(''),
      unit: heads.findLast(({ unit }) => unit !== null)?.unit ?? null,
      period: joinPeriods(
        [...heads].sort((one, two) => one.name.length - two.name.length).map(({ period }) => period),
      ),
      labels,
      units: units ?? unitsBehind(told, at, reader),
      of: null,
      base: null,
    }
  })
  const named = plainNames(columns, reader)
  named.forEach((column, at) => {
    if (tiedRoles.has(column.role)) tieColumn(named, at, reader)
  })
  return withPlaces(grid, panel, withoutRemarks(grid, panel, named), reader)
}

/** The column behind figures whose head calls it units, where no other words come between: 项目 结果 参考范围 单位. */
function unitsBehind(drafts: readonly Draft[], at: number, reader: WordReader): number | null {
  const next = drafts.findIndex(({ role }, index) => index > at && (role === 'unit' || role === 'label'))
  const isCalled = drafts[next]?.heads.some(({ name }) => reader.is('column-unit', name))
  return isCalled && drafts[next]!.role === 'unit' ? next : null
}

/** What the heads of a column of figures say that they are. */
function figureRoleOf(
  heads: readonly Words[],
  isChange: boolean,
  isShare: boolean,
  reader: WordReader,
): PanelColumn['role'] {
  if (isChange) return 'change'
  if (isShare) return 'share'
  return reader.ends('column-rank', heads.at(-1)?.name ?? '') ? 'rank' : 'value'
}

/** The further parts of codes, 类 款 项: short whole numbers between a code and the labels. */
function goesOnWithCodes(grid: Grid, { body }: Panel, drafts: readonly Draft[], at: number): boolean {
  const next = drafts.slice(at).find(({ role }) => role !== 'value')
  return next?.role === 'label' && body.every((row) => /^\d{0,3}$/.test(grid.at(row, at)?.text ?? ''))
}

/** Labels that no figure needs are remarks. */
function withoutRemarks(grid: Grid, panel: Panel, columns: readonly PanelColumn[]): PanelColumn[] {
  const isPeriods = (at: number) => {
    const counts = countKinds(grid, panel, at)
    return counts.period + counts.year > counts.text + counts.prose
  }
  const groups = new Map<string, number[]>()
  for (const { role, labels } of columns) {
    const key = labels.join()
    if (figureRoles.has(role) && !groups.has(key))
      groups.set(key, namingColumns(grid, panel, labels, isPeriods))
  }
  const used = new Set([...groups.values()].flat())
  return columns.map((column, at) => ({
    ...column,
    role: column.role === 'label' && !used.has(at) ? 'note' : column.role,
    labels: groups.get(column.labels.join()) ?? column.labels,
  }))
}

/** Years down the rows in front of the figures. */
function isYearLabel(role: PanelColumn['role'], column: number, labelEnd: number, counts: Counts): boolean {
  return role === 'value' && column < labelEnd && counts.figure === 0 && counts.year + counts.period > 0
}
