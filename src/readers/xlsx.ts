/**
 * Excel workbooks since 2007: every sheet that is shown as one table. Rows above a table that hold one cell alone are its
 * title, unit and notes, so they become lines of text.
 */
import type { Message } from '../model/message.js'
import { ProcessingError } from '../model/message.js'
import type { Reader } from './contract.js'
import { documentOf } from './document.js'
import type { Drawing, DrawnCell } from './drawing.js'
import { addLine, addStated, addTable, newDrawing, textOf } from './drawing.js'
import { mainPartOf } from './office-package.js'
import type { Sheet, SheetCell, Workbook } from './spreadsheet.js'

const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** Parts that can hold text or say how figures are shown; pictures, charts and macros are never unpacked. */
const wanted = /^(?!.*\/(drawings|charts|theme|externalLinks|pivot[^/]*)\/).*\.(xml|rels)$/i
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
      const { rowSpan = 1, columnSpan = 1 } = spans.get(`${at},${column}`) ?? {}
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

export const reader: Reader = {
  id: 'xlsx',
  mediaTypes: [mediaType],
  extensions: ['.xlsx', '.xlsm', '.xltx'],
  recognises(bytes) {
    const main = mainPartOf(bytes)
    return main?.kind === 'excel' && main.isXml
  },
  async *read(bytes, context) {
    const [{ unpack }, { readWorkbook }] = await Promise.all([
      import('./archive.js'),
      import('./spreadsheet.js'),
    ])
    const parts = unpack(bytes, context.maxBytes, (name) => wanted.test(name))
    const drawing = newDrawing()
    let messages: Message[]
    try {
      const workbook = readWorkbook(parts, mainPartOf(bytes)!.name)
      for (const sheet of workbook.sheets) drawSheet(drawing, sheet)
      messages = messagesOf(workbook)
    } catch {
      throw new ProcessingError('damaged-file', { format: 'xlsx' })
    }
    yield documentOf(bytes, context, { text: textOf(drawing), mediaType, stated: drawing.stated, messages })
  },
}
