/**
 * Tables as CSV, one file a table: UTF-8 with its mark, CRLF, figures as the record has them. Text that a spreadsheet
 * would take for a formula gets a quote before it and stays as it was otherwise; nothing and an empty text look alike.
 * Invariant: no more than a batch of rows of each table is held.
 */
import { byteOrderMark, csvLine } from '../../writers/cells.js'
import type { Table } from '../../writers/tables/columns.js'
import type { DatasetFormat } from '../contract.js'
import { createOutput } from '../output-file.js'
import type { RowFile } from '../table-files.js'
import { writeTables } from '../table-files.js'
import { factsFirst } from '../tables.js'

const batchCharacters = 1024 ** 2

async function openTable({ columns }: Table, path: string): Promise<RowFile> {
  const file = await createOutput(path)
  let batch = byteOrderMark + csvLine(columns.map(({ name }) => name))
  const flush = async () => {
    await file.write(batch)
    batch = ''
  }
  return {
    add(row) {
      batch += csvLine(row)
      return batch.length >= batchCharacters
    },
    flush,
    async end() {
      await flush()
      await file.end()
    },
    close: () => file.close(),
  }
}

export const format: DatasetFormat = {
  id: 'csv',
  extensions: ['.csv'],
  isText: true,
  outputs: factsFirst.map(({ name }) => ({ name: `${name}.csv` })),
  async write(paths, documents, { language }) {
    const openNext = (table: Table, index: number) => openTable(table, paths[index]!)
    await writeTables(factsFirst, openNext, documents, language)
  },
}
