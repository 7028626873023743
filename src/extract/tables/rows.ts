/**
 * What the rows of a panel say for a group of label columns: name, unit, period, and the row that each is a part of.
 * Numbering, indents, 其中 and rows that are headings tell which.
 * Linear in the cells.
 */
import type { RowRole } from '../../model/table.js'
import type { Grid, GridCell } from './grid.js'
import { indentsOf } from './indents.js'
import { Outline } from './outline.js'
import type { PanelRow } from './panel-row.js'
import type { Panel } from './panels.js'
import { joinPeriods, type Label, readLabel, tidy, type WordReader } from './words.js'

const figureFirst = /^[-+]?\d[\d,]*\.\d/

/** Joins the labels of one row; a label over several rows is that of each, one that a blank stands for as well. */
function labelsOf(
  grid: Grid,
  columns: readonly number[],
  row: number,
  above: readonly Label[],
  reader: WordReader,
) {
  const cells = columns.map((column) => grid.at(row, column))
  const seen = new Set<GridCell>()
  const labels: Label[] = []
  cells.forEach((cell, at) => {
    // Merged labels that were written out: a blank in front of a label of its own.
    const isBlank = cell === undefined || cell.text === ''
    const goesOn = isBlank && cells.slice(at + 1).some((other) => other !== undefined && other.text !== '')
    if (goesOn && above[at] !== undefined) labels[at] = above[at]
    if (isBlank || seen.has(cell) || cell.kind === 'figure' || cell.kind === 'missing') return
    seen.add(cell)
    // A figure that ran into the next label names nothing.
    if (figureFirst.test(cell.text)) return
    // 个 beside a name is its unit.
    if (cell.kind === 'unit' && labels.some((label) => label !== undefined)) return
    labels[at] = readLabel(cell.text, reader)
  })
  return labels
}

function hasFigures(grid: Grid, row: number, columns: readonly number[]): boolean {
  return columns.some((column) => {
    const kind = grid.at(row, column)?.kind
    return kind === 'figure' || kind === 'missing' || kind === 'year' || kind === 'prose'
  })
}

/** 注：…, 资料来源：… below the figures. */
const remark = /^(?:注|说明|备注|(?:资料|数据)来源)\d?[:\s]/
/** A longer text that stands alone in its row is no heading of the rows below it. */
const longestSection = 24

/** The place that all others of a table lie in. */
const allPlaces = /^全[国省市县区州旗盟镇乡]$/

/** What a row is by its labels and figures; a heading stands alone in its row. */
function roleOf(
  own: readonly Label[],
  name: string,
  isEmpty: boolean,
  isLone: boolean,
  reader: WordReader,
): RowRole {
  if (isEmpty && isLone)
    return remark.test(name) || name.length > longestSection || name === '' ? 'lead' : 'section'
  // 增长 by itself may be a row of its own; with a unit or a base it speaks of the row above.
  const isChange = ({ change, unit }: Label) =>
    change?.current === '' && (unit !== null || change.base !== '')
  if (own.length > 0 && own.every(isChange)) return 'change'
  return reader.ends('row-total', name) || allPlaces.test(name) ? 'total' : 'body'
}

/** 合计 where other rows have their code, or their number. */
function strayTotal(grid: Grid, row: number, reader: WordReader): Label[] {
  const first = grid.inRow(row).find(({ text }) => text !== '')
  if (first?.kind !== 'text' || !reader.is('row-total', tidy(first.text))) return []
  return [readLabel(first.text, reader)]
}

/** A total is of several places. */
function placeOf(label: Label | undefined, reader: WordReader): string | null {
  return label === undefined || label.name === '' || reader.is('row-total', label.name) ? null : label.name
}

/** How far the rows are indented: by the first of the label columns that says so. */
function rowIndents(grid: Grid, body: readonly number[], labels: readonly number[]): number[] {
  const found = labels.map((column) => indentsOf(body.map((row) => grid.at(row, column))))
  return found.find((indents) => indents.some((indent) => indent > 0)) ?? body.map(() => 0)
}

/**
 * The rows of a panel in order, as the label columns name them; `figures` are the columns with figures, `places` is the
 * one of the label columns that says where, as an index; -1 where none does.
 */
export function rowsOf(
  grid: Grid,
  { body }: Panel,
  labels: readonly number[],
  figures: readonly number[],
  places: number,
  reader: WordReader,
): PanelRow[] {
  const outline = new Outline()
  const indents = rowIndents(grid, body, labels)
  let above: Label[] = []
  return body.map((row, at) => {
    const found = labelsOf(grid, labels, row, above, reader)
    above = found
    const printed = found.filter((label) => label !== undefined)
    const own = printed.length === 0 ? strayTotal(grid, row, reader) : printed
    const name = own.map((label) => label.name).join('')
    const level = own.reduce((most, label) => Math.max(most, label.level), 0)
    const isLone = grid.inRow(row).filter(({ text }) => text !== '').length === 1
    const role = roleOf(own, name, !hasFigures(grid, row, figures), isLone, reader)
    const indent = indents[at]! + (own[0] === undefined ? 0 : own[0].opening)
    const isListed = role === 'body' && outline.goesOn(name, level, indent)
    const isAmong = isListed || own.some((label) => label.isAmong)
    const made: PanelRow = {
      row,
      role,
      name: role === 'change' ? '' : name,
      unit: own.findLast((label) => label.unit !== null)?.unit ?? null,
      // The year of several rows, and the part of it that each is.
      period: joinPeriods(own.map((label) => label.period).reverse()),
      counted: grid.inRow(row).find(({ kind }) => kind === 'unit')?.text ?? null,
      level,
      isAmong,
      place: placeOf(found[places], reader),
      parent: outline.parentOf({ role, level, isAmong, indent, isListed }),
      change: role === 'change' ? own.at(-1)!.change : null,
    }
    outline.add(made, indent)
    return made
  })
}
