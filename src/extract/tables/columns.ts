/**
 * What the columns of a panel are: labels, units, figures, changes of other columns, shares, numbers that count
 * nothing. Their heads decide, and what stands below them where they say nothing.
 * Linear in the cells.
 */
import type { CellKind, Grid, GridCell } from './grid.js'
import type { PanelColumn } from './panel-column.js'
import type { Panel } from './panels.js'
import { tieColumn } from './tie-column.js'
import { joinPeriods, readHead, type WordReader, type Words } from './words.js'

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

/** 1, 2, 3 … down the rows, beside a column of words. */
function isSerial(grid: Grid, { body }: Panel, column: number): boolean {
  const numbers = body.flatMap((row) => {
    const text = grid.at(row, column)?.text ?? ''
    return text === '' ? [] : [/^\d{1,4}$/.test(text) ? Number(text) : Number.NaN]
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

/**
 * The heads of a column, from the top, each once. Where merged cells were written out, a group's name stands over its
 * first column alone, and holds for those behind it that have a head of their own below.
 */
function headsOf(grid: Grid, { head }: Panel, column: number, labelEnd: number): GridCell[] {
  const last = head.at(-1)
  const found = head.flatMap((row) => {
    let cell = grid.at(row, column)
    const isBelow = row !== last && (grid.at(last!, column)?.text ?? '') !== ''
    for (let left = column - 1; isBelow && (cell?.text ?? '') === '' && left >= labelEnd; left--) {
      cell = grid.at(row, left)
    }
    return cell === undefined || cell.text === '' ? [] : [cell]
  })
  return [...new Set(found)]
}

type Draft = Pick<PanelColumn, 'role' | 'heads'>

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
  if (isCalled('column-unit') && counts.figure <= words) return 'unit'
  if (isCalled('column-serial')) return 'serial'
  if (isCalled('column-code')) return 'code'
  if (isCalled('column-note')) return 'note'
  if (isCalled('column-label') && counts.figure === 0) return 'label'
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
  const drafts = grid.columns.map((_, column): Draft => {
    const heads = headsOf(grid, panel, column, labelEnd).map(({ text }) => readHead(text, reader))
    const counts = countKinds(grid, panel, column)
    const isCounted = column < labelEnd && isSerial(grid, panel, column)
    const role = isCounted ? 'serial' : roleOf(column, heads, counts, reader)
    return { heads, role: isYearLabel(role, column, labelEnd, counts) ? 'label' : role }
  })
  const plain = drafts.map((draft, at): Draft => {
    const isBeforeLabels = draft.role === 'value' && drafts[at + 1]?.role === 'label'
    const isFirst = !drafts.slice(0, at).some(({ role }) => role === 'label')
    return isBeforeLabels && isCodes(grid, panel, at, isFirst) ? { ...draft, role: 'code' } : draft
  })
  let labels: number[] = []
  let units: number | null = null
  let isBehindFigures = true
  const columns = plain.map(({ heads, role: found }, at): PanelColumn => {
    const change = heads.findLast((head) => head.change !== null)?.change ?? null
    const isShare = heads.some((head) => head.isShare)
    const role = found !== 'value' ? found : change !== null ? 'change' : isShare ? 'share' : 'value'
    if (role === 'label') {
      if (isBehindFigures) {
        labels = []
        units = null
      }
      labels = [...labels, at]
      isBehindFigures = false
    } else if (role === 'unit') units = at
    else if (role === 'value' || role === 'change' || role === 'share') isBehindFigures = true
    const names = namesOf(heads)
    // Figures under 项目 or 名称: the heads do not stand over their columns.
    const isAstray = found === 'value' && names.some((name) => isLabelWord(name, reader))
    return {
      role,
      heads,
      change,
      names: isAstray ? [] : names,
      name: isAstray ? '' : names.join(''),
      unit: heads.findLast(({ unit }) => unit !== null)?.unit ?? null,
      period: joinPeriods(
        [...heads].sort((one, two) => one.name.length - two.name.length).map(({ period }) => period),
      ),
      labels,
      units,
      of: null,
      base: null,
    }
  })
  columns.forEach((column, at) => {
    if (column.role === 'change' || column.role === 'share') tieColumn(columns, at, reader)
  })
  return withoutRemarks(grid, panel, columns)
}

const figureRoles: ReadonlySet<string> = new Set(['value', 'change', 'share'])

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
