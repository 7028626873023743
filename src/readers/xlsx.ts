/**
 * Excel workbooks since 2007: every sheet that is shown as one table. Rows above a table that hold one cell alone are its
 * title, unit and notes, so they become lines of text.
 */
import type { Message } from '../model/message.js'
import { ProcessingError } from '../model/message.js'
import { isPackage } from './archive-directory.js'
import type { Reader } from './contract.js'
import { documentOf } from './document.js'
import type { Drawing, DrawnCell } from './drawing.js'
import { addLine, addStated, addTable, newDrawing, textOf } from './drawing.js'
import type { Sheet, SheetCell } from './spreadsheet.js'

const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** Parts that hold text or say how figures are shown; pictures and macros are never unpacked. */
const wanted = /^xl\/(workbook|sharedStrings|styles|worksheets\/[^/]+|_rels\/workbook)\.xml(\.rels)?$/
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

/** Says of how many figures the text has fewer decimals than the workbook. */
function roundedMessages(sheets: readonly Sheet[]): Message[] {
  const count = sheets.reduce((sum, { cells }) => sum + cells.filter(({ isRounded }) => isRounded).length, 0)
  if (count === 0) return []
  return [{ stage: 'read', level: 'warning', code: 'rounded-figures', parameters: { count } }]
}

export const reader: Reader = {
  id: 'xlsx',
  mediaTypes: [mediaType],
  extensions: ['.xlsx', '.xlsm', '.xltx'],
  recognises: (bytes) => isPackage(bytes, 'xl/workbook.xml'),
  async *read(bytes, context) {
    const [{ unpack }, { readWorkbook }] = await Promise.all([
      import('./archive.js'),
      import('./spreadsheet.js'),
    ])
    const parts = unpack(bytes, context.maxBytes, (name) => wanted.test(name))
    const drawing = newDrawing()
    let messages: Message[]
    try {
      const sheets = readWorkbook(parts)
      for (const sheet of sheets) drawSheet(drawing, sheet)
      messages = roundedMessages(sheets)
    } catch {
      throw new ProcessingError('damaged-file', { format: 'xlsx' })
    }
    yield documentOf(bytes, context, { text: textOf(drawing), mediaType, stated: drawing.stated, messages })
  },
}
