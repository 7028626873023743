/**
 * Facts from the figures of one panel: each is named by its row and its column, with unit and period from either;
 * changes and shares are tied to the figures of the column that they are about, parts to the rows they are parts of.
 * Linear in the cells.
 */

import { toDecimal } from '../../model/decimal.js'
import { isFraction, isZero, negate } from '../../model/exact.js'
import type { Change, Period, Quantity } from '../../model/fact.js'
import type { IndicatorTable } from '../../resources/indicators.js'
import type { UnitTable } from '../../resources/units.js'
import type { Surroundings } from '../mentions/discourse.js'
import type { Mention, MentionChange } from '../mentions/mention.js'
import { term } from '../names/heads.js'
import { resolvePeriod } from '../phrases/period.js'
import { readPhrase } from '../phrases/phrase.js'
import { canChange, kindOf as changeKindOf, priorOf } from '../relations/change.js'
import type { Grid, GridCell } from './grid.js'
import { type RowNamer, tableName } from './names.js'
import { figureRoles, type PanelColumn, tiedRoles } from './panel-column.js'
import type { PanelRow } from './panel-row.js'
import { rateUnitOf, rowUnitFor, unitFor, withUnit } from './units.js'
import { joinPeriods, type WordReader } from './words.js'

/** What is said around a panel, and the tables to read it with. */
export interface PanelContext {
  readonly around: Surroundings
  /** Units said above the table or in its corner. */
  readonly stated: readonly string[]
  /** A single year in the title. */
  readonly titlePeriod: Period | null
  readonly units: UnitTable
  readonly table: IndicatorTable
  readonly reader: WordReader
}

/** One group of label columns with its rows. */
export interface RowGroup {
  readonly rows: readonly PanelRow[]
  readonly namer: RowNamer
}

const certain = 0.8
/** Neither row nor column says what is measured. */
const unnamed = 0.3

type Signed = Pick<MentionChange, 'direction'>

/** The direction of a change: by its sign, or by the word in front of it. */
function directionOf({ text }: GridCell, { value }: Quantity, reader: WordReader): Signed | undefined {
  if (value === null || isFraction(value)) return undefined
  const word = /^[\u4e00-\u9fff]+/.exec(text)?.[0] ?? ''
  if (reader.is('decrease', word)) return { direction: 'decrease' }
  if (isZero(value)) return { direction: 'level' }
  return { direction: toDecimal(value).lt(0) ? 'decrease' : 'increase' }
}

/** What the words of a change say that it is measured against: 上年同期, 同比. */
function againstOf(
  { base }: NonNullable<PanelColumn['change']>,
  heads: string,
  { cues }: WordReader,
): Change['against'] {
  if (base !== '') return base
  for (const word of ['同比', '环比'])
    if (heads.includes(word)) return cues.year.start.get(word)?.standard ?? word
  return null
}

function periodOf(row: PanelRow, column: PanelColumn, { around, titlePeriod }: PanelContext): Period | null {
  const printed = joinPeriods([column.period, row.period])
  if (printed === null) return titlePeriod
  return resolvePeriod(printed.replace(/累计$/, ''), around.report.year)
}

/** (128,905.15): how statements of accounts print a loss. */
const loss = /^\([\d,]+\.\d{2}\)$/

/** An amount of money with the brackets around it, which say that it is negative. */
function withBrackets({ text, start, end }: GridCell, quantity: Quantity): Quantity {
  const { value, base, measure, printed } = quantity
  if (measure !== 'money' || value === null || !loss.test(text)) return quantity
  const negative = base.value === null ? null : negate(base.value)
  return {
    ...quantity,
    start,
    end,
    value: negate(value),
    base: { ...base, value: negative },
    printed: { ...printed, value: negate(printed.value) },
  }
}

/** A figure before it is tied to others. */
export function figureOf(
  cell: GridCell,
  quantity: Quantity,
  row: PanelRow,
  column: PanelColumn,
  named: { readonly words: string; readonly unit: string | null },
  context: PanelContext,
): Mention {
  const { around, units, table } = context
  const left = { start: cell.start, end: cell.start }
  const printed = withUnit(quantity, named.unit, units)
  const own = column.role === 'rank' ? { ...printed, measure: 'rank' as const } : withBrackets(cell, printed)
  return {
    quantity: own,
    phrase: readPhrase(around.reading, left, around.spans, false),
    name: tableName(named.words, own, table),
    words: named.words,
    implicit: true,
    role: row.role === 'total' ? 'total' : 'value',
    parent: null,
    change: null,
    ratio: null,
    embedded: false,
    isStart: false,
    place: column.place ?? row.place,
    planned: around.isPlan || context.reader.says('planned', named.words),
    estimated: false,
    subject: null,
    period: periodOf(row, column, context),
    frame: null,
    left,
    isBound: false,
    depth: 0,
    sentence: { start: cell.start, end: cell.end },
    section: around.section,
    confidence: named.words === '' ? unnamed : certain,
    evidence: null,
  }
}

/** The unit of a cell: that of its row, of its column, of the table; of changes and shares that of the column first. */
function unitOf(
  row: PanelRow,
  column: PanelColumn,
  rowUnit: string | null,
  words: string,
  context: PanelContext,
) {
  const { reader, stated, units, table } = context
  if (tiedRoles.has(column.role) || row.role === 'change') {
    const own = row.role === 'change' ? row.unit : column.unit
    return own ?? (column.role === 'rank' ? null : rateUnitOf(stated))
  }
  // 完成率(%) of 新建公厕 is not counted in the 座 of its row.
  const isRate = column.unit !== null && /[%‰]/.test(column.unit)
  const own = row.unit ?? (isRate ? column.unit : (rowUnit ?? column.unit))
  if (own !== null || reader.says('column-change', words)) return own
  if (stated.length === 0) return unitAbove(row)
  return unitFor([column.name, row.name], stated, units, table)
}

/** The unit in the label of a row that another one is a part of: 城镇 under 总人口（万人）. */
function unitAbove({ role, parent }: PanelRow): string | null {
  if (role !== 'body' || parent === null || parent.role === 'section') return null
  return parent.unit ?? unitAbove(parent)
}

/** 增减额: a change in the unit of what changed. */
function isDelta({ role, name, unit }: PanelColumn): boolean {
  return role === 'change' && unit === null && name.endsWith('额')
}

/** Makes a figure the change of another one; the name is that of what changed. */
function makeChange(
  mention: Mention,
  of: Mention | null,
  cell: GridCell,
  against: string | null,
  reader: WordReader,
) {
  const signed = directionOf(cell, mention.quantity, reader)
  if (signed === undefined) return
  const change: MentionChange = { of, ...signed, kind: changeKindOf(mention.quantity), against, prior: null }
  mention.role = 'change'
  mention.change = change
  if (of !== null) {
    mention.name = of.name
    mention.period = of.period
  }
  const { quantity } = mention
  // Of a change without a unit nobody knows whether it is one of per cent; a sign that is printed is part of the value.
  if (of === null || !canChange(change.kind, quantity, of.quantity)) return
  const isPositive =
    quantity.value !== null && !isFraction(quantity.value) && toDecimal(quantity.value).gte(0)
  if (isPositive) change.prior = priorOf(change, quantity)
}

function makeShare(mention: Mention, of: Mention | null, whole: Mention | null, table: IndicatorTable) {
  const stem = of?.name.indicator ?? mention.words
  const share = term(table, 'percent').thing
  const indicator = stem.endsWith(share) ? stem : stem + share
  mention.name = { ...mention.name, indicator, head: share, id: null, qualifier: stem, stem: indicator }
  if (of !== null) mention.period = of.period
  mention.ratio = { part: of, whole: whole === of ? null : whole }
}

const hundred = /^100(?:\.0+)?%?$/

const isWhole = (cell: GridCell | undefined) => cell !== undefined && hundred.test(cell.text)

/** Rows that a column of shares gives 100 for, and where it gives it for none, those called 合计; each column once. */
function memoizedWholes(grid: Grid): (column: number, rows: readonly PanelRow[]) => readonly PanelRow[] {
  const known = new Map<number, readonly PanelRow[]>()
  return (column, rows) => {
    const before = known.get(column)
    if (before !== undefined) return before
    const whole = rows.filter(({ row }) => isWhole(grid.at(row, column)))
    const found = whole.length > 0 ? whole : rows.filter(({ role, parent }) => role === 'total' && !parent)
    known.set(column, found)
    return found
  }
}

/** The row whose figure a share is a part of: the nearest one above it in the outline with 100, else the only whole. */
function wholeOf(
  row: PanelRow,
  shareOf: (row: PanelRow) => GridCell | undefined,
  wholes: readonly PanelRow[],
): PanelRow | null {
  for (let above = row.parent; above !== null; above = above.parent) if (isWhole(shareOf(above))) return above
  if (wholes.length === 1) return wholes[0]!
  return wholes.length === 0 ? row.parent : null
}

/** The name of a figure: a change and a share have that of what they are about, a rank has it in front of its own. */
function wordsOf(
  row: PanelRow,
  column: PanelColumn,
  columns: readonly PanelColumn[],
  namer: RowNamer,
): string {
  const of = column.of === null || !tiedRoles.has(column.role) ? undefined : columns[column.of]!
  const rank = column.role === 'rank' ? (column.names.at(-1) ?? '') : ''
  const about = of ?? (rank === '' ? column : { ...column, names: column.names.slice(0, -1) })
  const { place } = about
  const name = namer.nameOf(
    row,
    about.names.filter((head) => head !== place),
  )
  return (place ?? '') + name + rank
}

/** The figures of a panel, by row and column. */
export type PanelFigures = ReadonlyMap<number, ReadonlyMap<number, Mention>>

/** Reads the figures of a panel. Rows and columns are positions in the grid. */
export function readFigures(
  grid: Grid,
  columns: readonly PanelColumn[],
  groupOf: (column: PanelColumn) => RowGroup,
  context: PanelContext,
): PanelFigures {
  const { reader, table, units } = context
  const figures = new Map<number, Map<number, Mention>>()
  const wholesAt = memoizedWholes(grid)
  const seen = new Set<GridCell>()
  const read = (column: PanelColumn, at: number, row: PanelRow, namer: RowNamer) => {
    const cell = grid.at(row.row, at)
    const isFigure = cell?.kind === 'figure' || cell?.kind === 'year'
    if (cell === undefined || !isFigure || seen.has(cell) || row.role === 'lead') return
    seen.add(cell)
    const unitCell = column.units === null ? undefined : grid.at(row.row, column.units)
    const rowUnit = unitCell?.kind === 'unit' ? rowUnitFor(unitCell.text, column.name, units, table) : null
    const words = wordsOf(row, column, columns, namer)
    const counted = column.of !== null && isDelta(column) ? columns[column.of]! : column
    const unit = unitOf(row, counted, rowUnit, words, context)
    const mention = figureOf(cell, cell.quantities[0]!, row, column, { words, unit }, context)
    const ofRow = figures.get(row.row) ?? new Map<number, Mention>()
    figures.set(row.row, ofRow)
    ofRow.set(at, mention)
    const parent = row.parent === null ? undefined : figures.get(row.parent.row)?.get(at)
    if (column.role === 'change') {
      const of = ofRow.get(column.of ?? -1) ?? null
      const heads = grid.cells.length === 0 ? '' : column.name
      makeChange(mention, of, cell, againstOf(column.change!, heads, reader), reader)
    } else if (row.role === 'change') {
      const text = grid.at(row.row, column.labels[0] ?? 0)?.text ?? ''
      makeChange(mention, parent ?? null, cell, againstOf(row.change!, text, reader), reader)
    } else if (column.role === 'share') {
      const of = ofRow.get(column.of ?? -1) ?? null
      const whole = wholeOf(row, (other) => grid.at(other.row, at), wholesAt(at, groupOf(column).rows))
      makeShare(mention, of, figures.get(whole?.row ?? -1)?.get(column.of ?? -1) ?? null, table)
    } else if (parent !== undefined && parent.role !== 'change' && row.parent!.role !== 'section') {
      mention.parent = parent
      if (mention.role !== 'total') mention.role = 'part'
      if (parent.role === 'value') parent.role = 'total'
    }
  }
  // Changes and shares are read behind the figures that they are about.
  for (const isLate of [false, true]) {
    columns.forEach((column, at) => {
      if (tiedRoles.has(column.role) !== isLate || !figureRoles.has(column.role)) return
      const { rows, namer } = groupOf(column)
      for (const row of rows) read(column, at, row, namer)
    })
  }
  return figures
}
