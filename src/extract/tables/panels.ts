/**
 * Cuts a grid into panels: a head with the rows below it. A second head below the first figures begins a new one. Rows
 * above a head that hold a title, a unit or the name of an office are its lead.
 * Linear in the cells.
 */
import type { CellKind, Grid, GridCell } from './grid.js'
import { tidy, type WordReader } from './words.js'

/** Rows as positions in the grid, in order. */
export interface Panel {
  readonly lead: readonly number[]
  /** The lead of the panels before it, which holds for it too where its own says nothing. */
  readonly above: readonly number[]
  readonly head: readonly number[]
  /** Rows that number the columns: 栏次 1 2 3. */
  readonly numbering: readonly number[]
  readonly body: readonly number[]
}

/** 编制单位：…, 单位：万元, 2020年12月31日, what stands beside a table's title. */
const leadNote =
  /^(?:(?:编制|填报|填表|报送|制表|预算|编报|计量|货币|金额|执行)?(?:单位|部门|机关)|币种|日期|时间|表号|公开\d*表|附表\d*|注|说明|资料来源|数据来源|制表人|填表人|负责人)(?:[:\s]|$|\d)/

/** 表1, 附表2-3: the number of a table, wherever it stands in a row without figures. */
const tableNumber = /^[附续]?表\s?\d{1,3}(?:[-—–.]\d{1,3})?(?!\d)/

interface RowView {
  readonly cells: readonly GridCell[]
  readonly kinds: readonly CellKind[]
  /** A single cell, however many columns it covers. */
  readonly isLone: boolean
  readonly hasFigures: boolean
  /** Years stand where figures would. */
  readonly hasYears: boolean
}

/** A year alone over the columns of figures is a head. */
function behindCorner({ kind, cell }: GridCell): boolean {
  return (kind === 'period' || kind === 'year') && cell.column > 0
}

function viewOf(grid: Grid, row: number): RowView {
  const cells = grid.inRow(row).filter(({ text }) => text !== '')
  const kinds = cells.map(({ kind }) => kind)
  const behind = kinds.slice(1)
  const isFigure = (kind: CellKind) => kind === 'figure' || kind === 'missing'
  return {
    cells,
    kinds,
    isLone: cells.length === 1 && !behindCorner(cells[0]!),
    hasFigures: behind.some(isFigure) || (kinds[0] !== undefined && isFigure(kinds[0])),
    hasYears: behind.includes('year'),
  }
}

/** So many numbers one after the other are none of figures, whatever stands before them: 题号 1 2 3 4 5. */
const longRun = 5

/** Columns numbered one by one under their heads: 甲 1 2 3, (1) (2) (3). */
function numbersColumns({ cells }: RowView): boolean {
  const numbers = cells.map(({ text }) => /^\(?(\d{1,2})\)?(?:=.*)?$/.exec(text.trim())?.[1])
  const from = numbers.findIndex((number) => number !== undefined)
  const run = numbers.slice(from)
  if (from < 0 || from > 2 || run.length < 2) return false
  const isLabel = (text: string) => /^(?:[甲乙丙]|栏次|列次|序号|行次)?$/.test(tidy(text))
  return (
    (run.length >= longRun || cells.slice(0, from).every(({ text }) => isLabel(text))) &&
    run.every((number, at) => number !== undefined && Number(number) === Number(run[0]) + at)
  )
}

/** Whether a row without figures is a head: several texts of which the first names no row of its own. */
function isSecondHead(
  view: RowView,
  first: RowView | undefined,
  before: RowView,
  reader: WordReader,
): boolean {
  if (view.hasFigures || view.isLone || view.cells.length < 2) return false
  const [opening] = view.cells
  const label = tidy(opening!.text)
  // Above the labels of the rows a head has a blank corner.
  if (!before.isLone && opening!.cell.column > before.cells[0]!.cell.column) return true
  if (reader.is('column-label', label)) return true
  return label === tidy(first?.cells[0]?.text ?? '') && view.cells.length === first!.cells.length
}

/** 床位 2010 2013 under a head: figures that look like years, in a row with a name of its own. */
function isRowOfYears({ cells, kinds, hasYears }: RowView, { head }: Draft, reader: WordReader): boolean {
  if (!hasYears || head.length === 0 || kinds[0] !== 'text') return false
  return cells[0]!.cell.row === cells[1]!.cell.row && !reader.is('column-label', tidy(cells[0]!.text))
}

interface Draft {
  lead: number[]
  above: number[]
  head: number[]
  numbering: number[]
  body: number[]
}

const newDraft = (): Draft => ({ lead: [], above: [], head: [], numbering: [], body: [] })

/** Single cells at the end of a body, where a new head follows, are the title of what follows. */
function takeTitle(draft: Draft, views: readonly RowView[]): number[] {
  const title: number[] = []
  while (draft.body.length > 0 && views[draft.body.at(-1)!]!.isLone) title.unshift(draft.body.pop()!)
  return title
}

export function panelsOf(grid: Grid, reader: WordReader): Panel[] {
  const views = grid.rows.map((_, row) => viewOf(grid, row))
  const panels: Draft[] = []
  let draft = newDraft()
  for (const [row, view] of views.entries()) {
    if (view.cells.length === 0) continue
    const isTitle = !view.hasFigures && view.cells.some(({ text }) => tableNumber.test(text))
    const isLead = isTitle || view.cells.every(({ text }) => leadNote.test(tidy(text)))
    if (
      draft.body.length > 0 &&
      isSecondHead(view, views[draft.head[0] ?? -1], views[draft.body.at(-1)!]!, reader)
    ) {
      const lead = takeTitle(draft, views)
      panels.push(draft)
      draft = { ...newDraft(), lead, above: [...draft.lead, ...draft.above] }
    }
    const isOpen = draft.body.length === 0
    if (isOpen && draft.head.length === 0 && (isLead || (view.isLone && !view.hasFigures)))
      draft.lead.push(row)
    else if (numbersColumns(view) && ((isOpen && draft.head.length > 0) || view.cells.length > longRun))
      draft.numbering.push(row)
    else if (isOpen && !view.hasFigures && !view.isLone && !isRowOfYears(view, draft, reader))
      draft.head.push(row)
    else draft.body.push(row)
  }
  panels.push(draft)
  return panels.filter(({ body, numbering }) => body.length > 0 || numbering.length > 0)
}
