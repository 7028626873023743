/**
 * A workbook of one document or several, for spreadsheets: findings first, then facts, tables as they were printed,
 * corrections, all checks, messages; documents are named by their inputs.
 */
import type { FileWriter } from './contract.js'
import { keyOf } from './csv.js'
import { checkTable } from './tables/checks.js'
import type { Table } from './tables/columns.js'
import { correctionTable } from './tables/corrections.js'
import { recordTable } from './tables/documents.js'
import { factTable } from './tables/facts.js'
import { messageTable } from './tables/messages.js'
import { openWorkbook } from './workbook/frame.js'
import { gridSheet } from './workbook/grid-sheet.js'
import { findingSheet, sheetOf } from './workbook/sheets.js'

const [documents, facts, corrections, checks, messages] = (
  [recordTable, factTable, correctionTable, checkTable, messageTable] as readonly Table[]
).map((table) => sheetOf(table))

const sheets = [findingSheet, facts!, gridSheet, corrections!, checks!, documents!, messages!]

export const writer: FileWriter = {
  id: 'xlsx',
  isFile: true,
  extension: () => '.xlsx',
  serves: (sections) => sections.length > 1,
  mostJoined: 500,
  open({ language }) {
    const workbook = openWorkbook(sheets, language)
    return {
      add: (record) => workbook.add({ key: keyOf(record), record }),
      end: workbook.end,
    }
  },
}
