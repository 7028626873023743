/**
 * One workbook for spreadsheets: the tables as sheets, and two sheets for people, findings alone and the tables of the
 * documents as they were printed.
 */
import { gridSheet } from '../../writers/workbook/grid-sheet.js'
import { findingSheet, sheetOf } from '../../writers/workbook/sheets.js'
import type { DatasetFormat } from '../contract.js'
import { tables } from '../tables.js'
import { writeWorkbook } from '../workbook.js'

const sheets = [...tables.map((table) => sheetOf(table)), findingSheet, gridSheet]

export const format: DatasetFormat = {
  id: 'xlsx',
  extensions: ['.xlsx'],
  outputs: [{ name: 'dataset.xlsx' }],
  async write([path = ''], documents, { language }) {
    await writeWorkbook(path, sheets, documents, language)
  },
}
