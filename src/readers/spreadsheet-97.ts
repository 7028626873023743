/** The cells of a binary Excel workbook as they are shown: SheetJS behind one function. */
import type { CellObject, WorkSheet } from '@e965/xlsx'
import { read, set_cptable } from '@e965/xlsx'
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs'
import { indented } from './indent.js'
import type { ShownNumber } from './number-format.js'
import { showNumber } from './number-format.js'
import type { Sheet, Workbook } from './sheets.js'
import { newSheet } from './sheets.js'
import type { Indents } from './spreadsheet-97-indents.js'
import { readIndents } from './spreadsheet-97-indents.js'

// Before Excel 97 text is in the encoding of the machine.
set_cptable(codePages)

/** Dates by number, as they are shown where Excel is Chinese; SheetJS gives those of the United States. */
const chineseDates: Readonly<Record<string, string>> = {
  'm/d/yy': 'yyyy/m/d',
  'm/d/yy h:mm': 'yyyy/m/d h:mm',
}

/** What stands in cells whose formula fails, by the code that is saved. */
const errors = new Map<unknown, string>([
  [0, '#NULL!'],
  [7, '#DIV/0!'],
  [15, '#VALUE!'],
  [23, '#REF!'],
  [29, '#NAME?'],
  [36, '#NUM!'],
  [42, '#N/A'],
])

function showCell({ t, v, z }: CellObject, date1904: boolean, indent: number): ShownNumber {
  const format = String(z ?? 'General')
  if (t === 'n') return showNumber(String(v), chineseDates[format] ?? format, date1904)
  if (t === 'e') return { text: errors.get(v) ?? '#N/A', isRounded: false }
  return { text: t === 'b' ? String(v).toUpperCase() : indented(String(v), indent), isRounded: false }
}

function readSheet(name: string, sheet: WorkSheet, date1904: boolean, indents: Indents): Sheet {
  const built = newSheet(name)
  const { '!rows': rows = [], '!cols': columns = [], '!merges': merges = [] } = sheet
  for (const { s, e } of merges)
    built.merge({ row: s.r, column: s.c, rowSpan: e.r - s.r + 1, columnSpan: e.c - s.c + 1 })
  columns.forEach((column, at) => {
    if (column?.hidden === true) built.hideColumns(at, at)
  })
  for (const [row, cells] of (sheet['!data'] ?? []).entries()) {
    for (const [column, cell] of (cells ?? []).entries()) {
      if (cell === undefined || cell.v === undefined) continue
      const shown = showCell(cell, date1904, indents(name, row, column))
      built.add({ row, column, isRowHidden: rows[row]?.hidden === true }, shown)
    }
  }
  return built.finish()
}

/** Runs `work` while the parser's remarks on damaged records, which it prints, are let pass: only `src/cli` prints. */
function withoutRemarks<T>(work: () => T): T {
  const { error } = console
  Object.assign(console, { error: () => {} })
  try {
    return work()
  } finally {
    Object.assign(console, { error })
  }
}

/** The sheets of a workbook that are shown. Throws where it is damaged or encrypted. */
export function readBinaryWorkbook(bytes: Uint8Array): Workbook {
  const options = { type: 'array', dense: true, cellNF: true, cellStyles: true } as const
  const unused = { cellText: false, cellHTML: false, cellFormula: false }
  const book = withoutRemarks(() => read(bytes, { ...options, ...unused }))
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  const indents = readIndents(bytes)
  const isHidden = (at: number) => (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0
  const shown = book.SheetNames.filter((_, at) => !isHidden(at))
  return {
    sheets: shown.map((name) => readSheet(name, book.Sheets[name]!, date1904, indents)),
    hiddenSheets: book.SheetNames.length - shown.length,
  }
}
