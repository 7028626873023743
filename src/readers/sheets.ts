/**
 * Sheets of workbooks of every format as text: each that is shown is one table. Rows above a table that hold one cell
 * alone are its title, unit and notes, so they become lines of text.
 */
import type { Message } from '../model/message.js'
import type { Drawing, DrawnCell } from './drawing.js'
import { addLine, addStated, addTable, newDrawing } from './drawing.js'
import type { ShownNumber } from './number-format.js'

/** A cell as shown; rows and columns count from 0. */
interface SheetCell extends ShownNumber {
  readonly row: number
  readonly column: number
}

export interface CellRange {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
}

export interface Sheet {
  readonly name: string
  /** Those that are shown and hold something. */
  readonly cells: readonly SheetCell[]
  readonly merges: readonly CellRange[]
  /** Rows and columns with something in them that are not shown. */
  readonly hiddenRows: number
  readonly hiddenColumns: number
  /** Names of cells whose formula was saved without its value. */
  readonly uncomputed: readonly string[]
}

export interface Workbook {
  readonly sheets: readonly Sheet[]
  readonly hiddenSheets: number
}

/** Where a cell stands while a sheet is read. */
export interface CellPlace {
  readonly row: number
  readonly column: number
  readonly isRowHidden: boolean
}

export interface SheetBuilder {
  merge(range: CellRange): void
  /** Columns from the first to the last are not shown. */
  hideColumns(first: number, last: number): void
  add(place: CellPlace, shown: ShownNumber): void
  /** A cell whose formula has no value. */
  addUncomputed(place: CellPlace): void
  finish(): Sheet
}

/** Columns that a sheet can have. */
const mostColumns = 16_384

/** The name of a cell, such as AB12. */
function nameOf({ row, column }: CellPlace): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return `${letters}${row + 1}`
}

export function newSheet(name: string): SheetBuilder {
  const cells: SheetCell[] = []
  const merges: CellRange[] = []
  const uncomputed: string[] = []
  const hidden = new Set<number>()
  const found = { rows: new Set<number>(), columns: new Set<number>() }
  return {
    merge(range) {
      merges.push(range)
    },
    hideColumns(first, last) {
      for (let column = first; column <= Math.min(last, mostColumns); column++) hidden.add(column)
    },
    add({ row, column, isRowHidden }, shown) {
      if (shown.text === '') return
      if (isRowHidden) found.rows.add(row)
      else if (hidden.has(column)) found.columns.add(column)
      else cells.push({ row, column, ...shown })
    },
    addUncomputed(place) {
      if (!place.isRowHidden && !hidden.has(place.column)) uncomputed.push(nameOf(place))
    },
    finish() {
      const counts = { hiddenRows: found.rows.size, hiddenColumns: found.columns.size }
      return { name, cells, merges, uncomputed, ...counts }
    },
  }
}

/** What Excel calls a sheet that nobody named. */
const unnamed = /^(Sheet|工作表)\s*\d*$/i

function byRow(cells: readonly SheetCell[]): SheetCell[][] {
  const rows = new Map<number, SheetCell[]>()
  for (const cell of cells) {
    if (cell.text.trim() === '') continue
    const row = rows.get(cell.row)
    if (row === undefined) rows.set(cell.row, [cell])
    else row.push(cell)
  }
  return [...rows.values()]
}

/** Adds one sheet: its name if it has one, what stands above its table, its table. */
function drawSheet(drawing: Drawing, { name, cells, merges }: Sheet): void {
  const rows = byRow(cells)
  if (rows.length === 0) return
  const first = rows.findIndex((row) => row.length > 1)
  const above = first < 0 ? rows : rows.slice(0, first)
  if (!unnamed.test(name) && above[0]?.[0]?.text.trim() !== name)
    addStated(drawing, name, 'heading', { level: 1 })
  for (const [cell] of above) addLine(drawing, cell!.text.trim())
  if (first < 0) return
  const spans = new Map(merges.map((range) => [`${range.row},${range.column}`, range]))
  const drawn: DrawnCell[] = rows.slice(first).flatMap((row, index) =>
    row.map(({ row: at, column, text }) => {
      const { rowSpan = 1, columnSpan = 1 } = (spans.size > 0 && spans.get(`${at},${column}`)) || {}
      return { text, row: index, column, rowSpan, columnSpan }
    }),
  )
  addTable(drawing, drawn)
}

const warning = (code: string, parameters: Message['parameters'] & object): Message => ({
  stage: 'read',
  level: 'warning',
  code,
  parameters,
})

/** What is not in the text as it is in the workbook: decimals, what is hidden, what was never computed. */
function messagesOf({ sheets, hiddenSheets }: Workbook): Message[] {
  const sum = (count: (sheet: Sheet) => number) => sheets.reduce((total, sheet) => total + count(sheet), 0)
  const rounded = sum(({ cells }) => cells.filter(({ isRounded }) => isRounded).length)
  const rows = sum((sheet) => sheet.hiddenRows)
  const columns = sum((sheet) => sheet.hiddenColumns)
  const [cell] = sheets.flatMap(({ uncomputed }) => uncomputed)
  const messages: Message[] = []
  if (rounded > 0) messages.push(warning('rounded-figures', { count: rounded }))
  if (rows + columns + hiddenSheets > 0)
    messages.push(warning('hidden-cells', { rows, columns, sheets: hiddenSheets }))
  if (cell !== undefined)
    messages.push(warning('uncomputed-formulas', { cell, count: sum(({ uncomputed }) => uncomputed.length) }))
  return messages
}

/** Draws the sheets of a workbook, with what is to be said of it. */
export function drawWorkbook(workbook: Workbook): {
  readonly drawing: Drawing
  readonly messages: Message[]
} {
  const drawing = newDrawing()
  for (const sheet of workbook.sheets) drawSheet(drawing, sheet)
  return { drawing, messages: messagesOf(workbook) }
}
