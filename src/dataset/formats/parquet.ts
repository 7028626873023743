/**
 * Tables as Parquet, one file a table, or one folder a table where the dataset is divided. Beside them lies a script of
 * views for DuckDB.
 */
import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Table } from '../../writers/tables/columns.js'
import { rowsOf } from '../../writers/tables/columns.js'
import type { DatasetDocument, DatasetFormat, FormatOptions } from '../contract.js'
import { columnsOf } from '../parquet/columns.js'
import { createGroup, createParquetFile } from '../parquet/file.js'
import { openPartitioned, partitionOf } from '../parquet/partitions.js'
import { duckdbScript } from '../sqlite/duckdb.js'
import type { RowFile } from '../table-files.js'
import { writeRows, writeTables } from '../table-files.js'
import { factsFirst } from '../tables.js'

async function openTable(table: Table, path: string): Promise<RowFile> {
  const columns = table.columns.flatMap(columnsOf)
  const file = await createParquetFile(path, table, columns)
  const group = createGroup(columns)
  return {
    add(row) {
      group.add(row)
      return group.isFull
    },
    flush: () => file.write(group),
    async end() {
      await file.write(group)
      await file.end()
    },
    close: () => file.close(),
  }
}

/** Writes the tables into folders, divided by what their documents are. */
async function writeDivided(
  paths: readonly string[],
  documents: AsyncIterable<DatasetDocument>,
  { language, partition = [] }: FormatOptions,
): Promise<void> {
  const wanted = factsFirst.map((table, index) => ({
    open: () => openPartitioned(table, paths[index]!, partition),
    *rows(document: DatasetDocument) {
      const place = partitionOf(document, partition)
      for (const row of rowsOf(table, document, language)) yield [place, ...row]
    },
  }))
  await writeRows(wanted, documents)
}

const script = { name: 'views.sql' }

export const format: DatasetFormat = {
  id: 'parquet',
  extensions: ['.parquet'],
  outputs: [...factsFirst.map(({ name }) => ({ name: `${name}.parquet` })), script],
  divided: [...factsFirst.map(({ name }) => ({ name, isFolder: true })), script],
  async write(paths, documents, options) {
    const { language, partition } = options
    const openNext = (table: Table, index: number) => openTable(table, paths[index]!)
    if (partition === undefined) await writeTables(factsFirst, openNext, documents, language)
    else await writeDivided(paths, documents, options)
    const names = paths.map((path) => basename(path))
    await writeFile(paths.at(-1)!, duckdbScript(names, names.at(-1)!, partition), { flag: 'wx' })
  },
}
