/**
 * Writes the tables of a dataset side by side: each document gives rows to every table, and each table has its file.
 * What a row looks like in the file is left to the format.
 * Invariant: the documents are read once; a file holds no more than a batch, and is closed whatever happens.
 */
import type { Language } from '../writers/language.js'
import type { ColumnValue, Table } from '../writers/tables/columns.js'
import { rowsOf } from '../writers/tables/columns.js'
import type { DatasetDocument } from './contract.js'

/** The file of one table while it is written. */
export interface RowFile<Cell = ColumnValue> {
  /** Takes a row; true where the batch is full and `flush` is due. */
  add(row: readonly Cell[]): boolean
  /** Writes what is held. */
  flush(): Promise<void>
  /** Writes what is held and what a file of this kind ends with. */
  end(): Promise<void>
  /** Lets go of the file, whole or not. */
  close(): Promise<void>
}

/** A file, and what rows it gets of a document. */
interface Rows<Cell> {
  open(): Promise<RowFile<Cell>>
  rows(document: DatasetDocument): Iterable<readonly Cell[]>
}

/** Writes files of rows. */
export async function writeRows<Cell>(
  wanted: readonly Rows<Cell>[],
  documents: AsyncIterable<DatasetDocument>,
): Promise<void> {
  const files: RowFile<Cell>[] = []
  try {
    for (const { open } of wanted) files.push(await open())
    for await (const document of documents) {
      for (const [index, { rows }] of wanted.entries()) {
        const file = files[index]!
        for (const row of rows(document)) if (file.add(row)) await file.flush()
      }
    }
    for (const file of files) await file.end()
  } finally {
    await Promise.allSettled(files.map((file) => file.close()))
  }
}

/** Writes every table with `open`, which gives a table its file. */
export function writeTables(
  tables: readonly Table[],
  open: (table: Table, index: number) => Promise<RowFile>,
  documents: AsyncIterable<DatasetDocument>,
  language: Language,
): Promise<void> {
  const wanted = tables.map((table, index) => ({
    open: () => open(table, index),
    rows: (document: DatasetDocument) => rowsOf(table, document, language),
  }))
  return writeRows(wanted, documents)
}
