/** Tables as the sheets of one workbook for spreadsheets: documents, facts, corrections, checks, messages, columns. */
import type { DatasetFormat } from '../contract.js'
import { tables } from '../tables.js'
import { writeWorkbook } from '../workbook.js'

export const format: DatasetFormat = {
  id: 'xlsx',
  extensions: ['.xlsx'],
  outputs: [{ name: 'dataset.xlsx' }],
  async write([path = ''], documents, { language }) {
    await writeWorkbook(path, tables, documents, language)
  },
}
