/**
 * Reads the tables of a document: cells → grid → panels → columns and rows → facts. Cells with sentences are left to the
 * reader of prose.
 * Invariant: a number of a cell is a figure, is none for a reason, or is in neither list because prose reads it.
 */

import type { Cell } from '../../model/cell.js'
import type { Ignored, Period, Quantity } from '../../model/fact.js'
import type { RowRole, TableColumn, TableRow } from '../../model/table.js'
import type { PrintedLabel } from '../../quantities/pieces.js'
import type { UnitTable } from '../../resources/units.js'
import type { Paragraph } from '../clauses/paragraph.js'
import type { Surroundings } from '../mentions/discourse.js'
import type { Mention } from '../mentions/mention.js'
import { resolvePeriod } from '../phrases/period.js'
import type { Range, Reading } from '../reading.js'
import { takeFrom } from '../reading.js'
import { withClasses } from './classes.js'
import { withMeasures } from './column-names.js'
import { columnsOf } from './columns.js'
import { type PanelFigures, type RowGroup, readFigures } from './figures.js'
import { type Grid, type GridCell, gridOf } from './grid.js'
import { indentOf } from './indents.js'
import { kindOf } from './kinds.js'
import { rowNamer } from './names.js'
import { figureRoles, isLabelled, type PanelColumn } from './panel-column.js'
import { type Panel, panelsOf } from './panels.js'
import { rowsOf } from './rows.js'
import { partSideBySide } from './side-by-side.js'
import { withoutTranslations } from './translations.js'
import { unitsIn } from './units.js'
import { datesIn, type WordReader, wordReader } from './words.js'

/** A table as it was understood; offsets index the reading. */
export interface ReadTable extends Range {
  readonly table: number
  readonly unit: string | null
  readonly rows: readonly TableRow[]
  readonly columns: readonly TableColumn[]
  readonly cells: readonly (Range & { readonly cell: Cell })[]
}

export interface TableFacts {
  readonly tables: readonly ReadTable[]
  readonly mentions: ReadonlyMap<Quantity, Mention>
  /** Where a figure stands. */
  readonly cells: ReadonlyMap<Mention, Cell>
  readonly ignored: ReadonlyMap<Quantity, Ignored['reason']>
}

export interface TableInput {
  readonly reading: Reading
  /** The text before its width was folded. */
  readonly printed: string
  readonly paragraphs: readonly Paragraph[]
  readonly quantities: readonly Quantity[]
  readonly ignored: readonly PrintedLabel[]
  readonly units: UnitTable
  around(paragraph: Paragraph): Surroundings
}

/** How many lines above a table may say its unit and its year, and how long such a line is. */
const linesAbove = 3
const longestLine = 60
/** A longer label is a sentence. */
const longestLabel = 40

interface Stated {
  readonly cells: readonly GridCell[]
  readonly first: Paragraph
  /** Lines above it, the nearest first. */
  readonly above: readonly string[]
  /** Another table stands beside it. */
  readonly isBeside: boolean
}

/** How far back the beginning of a cell is looked for that goes on in another line. */
const mostInRow = 40

/** A cell and where it goes on. Its place is that of its beginning. */
function joinCells(cell: GridCell, rest: Omit<GridCell, 'kind'>): Omit<GridCell, 'kind'> {
  return {
    ...cell,
    text: cell.text + rest.text,
    quantities: [...cell.quantities, ...rest.quantities],
    ignored: [...cell.ignored, ...rest.ignored],
  }
}

/** The cells of each grid, with what stands above it. */
function gridsOf(input: TableInput, reader: WordReader): Stated[] {
  const { reading, paragraphs, quantities, ignored } = input
  const takeQuantities = takeFrom(quantities)
  const takeIgnored = takeFrom(ignored)
  const grids = new Map<number, Omit<Stated, 'isBeside' | 'cells'> & { readonly cells: GridCell[] }>()
  let above: string[] = []
  for (const paragraph of paragraphs) {
    const { kind, cell, start, end } = paragraph
    const text = reading.text.slice(start, end).trim()
    if (kind !== 'table' || cell === null) {
      if (text.length > longestLine) above = []
      else above = [text, ...above].slice(0, linesAbove)
      continue
    }
    let grid = grids.get(cell.table)
    if (grid === undefined) {
      grid = { cells: [], first: paragraph, above }
      grids.set(cell.table, grid)
    }
    above = []
    const from = start + reading.text.slice(start, end).indexOf(text)
    const numbers = { quantities: takeQuantities(paragraph), ignored: takeIgnored(paragraph) }
    const indent = indentOf(input.printed, from)
    const printed = { cell, text, indent, start: from, end: from + text.length, ...numbers }
    const isSame = (other: GridCell) => other.cell.row === cell.row && other.cell.column === cell.column
    const before = grid.cells.slice(-mostInRow).findLastIndex(isSame)
    const index = before < 0 ? -1 : Math.max(0, grid.cells.length - mostInRow) + before
    const whole = index < 0 ? printed : joinCells(grid.cells[index]!, printed)
    grid.cells[index < 0 ? grid.cells.length : index] = { ...whole, kind: kindOf(whole, reader) }
  }
  return [...grids.values()].flatMap(parted)
}

/** The tables of a grid; what stands over all of them stands above each. */
function parted({ cells, first, above }: Omit<Stated, 'isBeside'>): Stated[] {
  const blocks = partSideBySide(withoutTranslations(cells))
  const titles = blocks.length < 2 ? [] : blocks[0]!.filter((cell) => reachesOver(cell, blocks[1]!))
  const over = [...titles.map(({ text }) => text).reverse(), ...above]
  return blocks.map((block, at) => ({
    cells: withClasses(block),
    first,
    above: at === 0 ? above : over,
    isBeside: blocks.length > 1,
  }))
}

/** A title reaches over the table on its right, or stands above its first row. */
function reachesOver({ cell }: GridCell, [next]: readonly GridCell[]): boolean {
  return cell.row < next!.cell.row || cell.column + cell.columnSpan > next!.cell.column
}

/** The one period that titles name; null where they name none, or several. */
function titlePeriodOf(titles: readonly string[], year: number | null): Period | null {
  const dates = new Set(titles.flatMap((title) => datesIn(title)))
  const [only] = dates
  return dates.size === 1 ? { ...resolvePeriod(only!, year), inferred: 'heading' } : null
}

/** The texts of rows, each once. */
function textsOf(grid: Grid, rows: readonly number[]): string[] {
  return rows.flatMap((row) => grid.inRow(row).map(({ text }) => text))
}

interface ReadPanel {
  readonly panel: Panel
  readonly columns: readonly PanelColumn[]
  readonly groups: ReadonlyMap<string, RowGroup>
  readonly figures: PanelFigures
  readonly unit: string | null
}

/** The head of the labels of a column, where others stand beside them under a head of their own: 收入 and 支出. */
function totalHeading(
  columns: readonly PanelColumn[],
  column: PanelColumn,
  isBeside: boolean,
  reader: WordReader,
): string {
  const headOf = ({ labels }: PanelColumn) => columns[labels[0] ?? -1]?.name ?? ''
  const heads = new Set(columns.filter(({ role }) => role === 'value').map(headOf))
  const own = headOf(column)
  return (heads.size > 1 || isBeside) && !reader.is('column-label', own) ? own : ''
}

const groupKey = ({ labels }: PanelColumn) => labels.join()

function readPanel(
  grid: Grid,
  panel: Panel,
  stated: Stated,
  input: TableInput,
  reader: WordReader,
): ReadPanel {
  const { reading, units } = input
  const { table } = reading
  const printed = columnsOf(grid, panel, reader)
  const placeOf = new Map(grid.columns.map((column, at) => [column, at]))
  const around = input.around(stated.first)
  const lead = [...textsOf(grid, panel.lead), ...textsOf(grid, panel.above)]
  const corners = panel.head.flatMap((row) =>
    grid.inRow(row).filter(({ cell }) => isLabelled(printed[placeOf.get(cell.column)!]?.role)),
  )
  const lines = [...lead, ...corners.map(({ text }) => text), ...stated.above]
  const corner = printed.find(({ role, unit }) => isLabelled(role) && unit !== null)?.unit
  const said = lines.map((line) => unitsIn(line, reader)).find((list) => list.length > 0)
  const found = said ?? (corner == null ? [] : [corner])
  const columns = withMeasures(printed, found.length === 1 ? found[0]! : null, table)
  const isTitle = (line: string) => !/[。；;]/.test(line)
  const titlePeriod = titlePeriodOf([...lead, ...stated.above].filter(isTitle), around.report.year)
  const groups = new Map<string, RowGroup>()
  const figureColumns = (key: string) =>
    columns.flatMap((column, at) => (figureRoles.has(column.role) && groupKey(column) === key ? [at] : []))
  const groupOf = (column: PanelColumn) => {
    const key = groupKey(column)
    let group = groups.get(key)
    if (group === undefined) {
      const places = column.labels.findIndex((at) => columns[at]!.role === 'place')
      const rows = rowsOf(grid, panel, column.labels, figureColumns(key), places, reader)
      group = {
        rows,
        namer: rowNamer(rows, totalHeading(columns, column, stated.isBeside, reader), table, reader),
      }
      groups.set(key, group)
    }
    return group
  }
  const context = { around, stated: found, titlePeriod, units, table, reader }
  const figures = readFigures(grid, columns, groupOf, context)
  return { panel, columns, groups, figures, unit: found.length === 1 ? found[0]! : null }
}

/** 表1 学校情况, 3-1 人口, 单位:万人(10 000 persons): what stands in front of a number that is no figure. */
const beforeNumber = /^(?:[续附]?[表图])?[\s\d一二三四五六七八九十—–-]{0,40}$|单位:/

/** Why a number of a cell that is no figure is none; undefined where it stands in prose. */
function reasonFor(
  cell: GridCell,
  number: Range,
  role: PanelColumn['role'],
  place: RowRole | 'numbering',
): Ignored['reason'] | undefined {
  if (place === 'numbering') return 'list-label'
  if (place === 'head') return cell.kind === 'year' ? 'date' : 'name'
  if (place === 'lead')
    return beforeNumber.test(cell.text.slice(0, number.start - cell.start)) ? 'list-label' : undefined
  if (role === 'serial') return 'list-label'
  if (role === 'code') return 'code'
  if (isLabelled(role) && cell.kind === 'year') return 'date'
  if (isLabelled(role) || role === 'unit') return cell.text.length > longestLabel ? undefined : 'name'
  return undefined
}

/** What a panel says of its rows, by their position. The first group of labels names them. */
function rolesOf({ panel, groups }: ReadPanel): Map<number, Omit<TableRow, 'row'>> {
  const plain = { name: '', unit: null, period: null, parent: null, isAmong: false }
  const roles = new Map<number, Omit<TableRow, 'row'>>()
  for (const row of panel.lead) roles.set(row, { role: 'lead', ...plain })
  for (const row of [...panel.head, ...panel.numbering]) roles.set(row, { role: 'head', ...plain })
  for (const row of panel.body) roles.set(row, { role: 'body', ...plain })
  const [first] = groups.values()
  for (const { row, role, name, unit, period, parent, isAmong } of first?.rows ?? []) {
    roles.set(row, { role, name, unit, period, parent: parent?.row ?? null, isAmong })
  }
  return roles
}

/** Cells by the row in which they begin: a grid may have as many panels as rows. */
function cellsByRow({ cells }: Grid): ReadonlyMap<number, readonly GridCell[]> {
  const rows = new Map<number, GridCell[]>()
  for (const cell of cells) {
    const same = rows.get(cell.cell.row)
    if (same === undefined) rows.set(cell.cell.row, [cell])
    else same.push(cell)
  }
  return rows
}

/** The table that a panel is, for the record. */
function describe(
  grid: Grid,
  byRow: ReturnType<typeof cellsByRow>,
  read: ReadPanel,
  table: number,
): ReadTable {
  const { panel, columns } = read
  const roles = rolesOf(read)
  const rows = [...panel.lead, ...panel.head, ...panel.numbering, ...panel.body].sort((one, two) => one - two)
  const cells = rows
    .flatMap((row) => byRow.get(grid.rows[row]!)!)
    .filter(({ text }) => text !== '')
    .sort((one, two) => one.start - two.start)
  return {
    table,
    start: cells.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY),
    end: cells.reduce((most, { end }) => Math.max(most, end), 0),
    unit: read.unit,
    rows: rows.map((row) => {
      const { parent, ...says } = roles.get(row)!
      return { row: grid.rows[row]!, ...says, parent: parent === null ? null : grid.rows[parent]! }
    }),
    columns: columns.map(({ role, name, unit, period, of, base }, at) => ({
      column: grid.columns[at]!,
      role,
      name,
      unit,
      period,
      of: of === null ? null : grid.columns[of]!,
      base: base === null ? null : grid.columns[base]!,
    })),
    cells: cells.map(({ start, end, cell }) => ({ start, end, cell })),
  }
}

export function readTables(input: TableInput): TableFacts {
  const reader = wordReader(input.reading.table.cues, input.units)
  const tables: ReadTable[] = []
  const mentions = new Map<Quantity, Mention>()
  const places = new Map<Mention, Cell>()
  const ignored = new Map<Quantity, Ignored['reason']>()
  for (const stated of gridsOf(input, reader)) {
    const grid = gridOf(stated.cells)
    const byRow = cellsByRow(grid)
    const positions = new Map(grid.columns.map((column, at) => [column, at]))
    for (const panel of panelsOf(grid, reader)) {
      const read = readPanel(grid, panel, stated, input, reader)
      const roles = rolesOf(read)
      const numbering = new Set(panel.numbering)
      for (const [row, { role }] of roles) {
        for (const cell of grid.inRow(row)) {
          const column = read.columns[positions.get(cell.cell.column)!]!
          const figure = read.figures.get(row)?.get(positions.get(cell.cell.column)!)
          if (figure !== undefined) {
            mentions.set(cell.quantities[0]!, figure)
            places.set(figure, cell.cell)
            continue
          }
          const place = numbering.has(row) ? 'numbering' : role
          for (const quantity of cell.quantities) {
            const reason = reasonFor(cell, quantity, column.role, place)
            if (reason !== undefined) ignored.set(quantity, reason)
          }
        }
      }
      tables.push(describe(grid, byRow, read, stated.first.cell!.table))
    }
  }
  return { tables, mentions, cells: places, ignored }
}
