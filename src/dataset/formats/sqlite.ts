/**
 * One SQLite database for the whole dataset: its tables, texts with their search, and views for usual questions.
 * What the tables and views are is left to `sqlite/`. Invariant: memory does not grow with the number of documents,
 * and the same documents give the same bytes.
 */

import type { Table } from '../../writers/tables/columns.js'
import { rowsOf } from '../../writers/tables/columns.js'
import type { DatasetDocument, DatasetFormat, FormatOptions } from '../contract.js'
import type { Insertion, NewDatabase, SqlValue } from '../sqlite/connection.js'
import { createDatabase } from '../sqlite/connection.js'
import { numberOf } from '../sqlite/number.js'
import { blockRows, checkFactRows, repeatRows, textRow } from '../sqlite/rows.js'
import { applicationId, numbered, quoted, schemaSql, schemaVersion, sqlTables } from '../sqlite/schema.js'
import { viewsSql } from '../sqlite/views.js'
import { tables } from '../tables.js'

/** Documents a transaction: enough that its cost is nothing beside theirs. */
const batchSize = 200

/**
 * The file is new and lies aside: after a crash nobody wants it, so neither a journal nor waiting for the disk is
 * needed. Foreign keys hold because the record's own references do; a test looks.
 */
const settings = [
  'PRAGMA page_size = 8192',
  'PRAGMA journal_mode = OFF',
  'PRAGMA synchronous = OFF',
  'PRAGMA locking_mode = EXCLUSIVE',
  'PRAGMA cache_size = -65536',
  'PRAGMA foreign_keys = OFF',
  `PRAGMA application_id = ${applicationId}`,
  `PRAGMA user_version = ${schemaVersion}`,
]

/** Prepares the insertion of whole rows into a table. */
function insertInto(database: NewDatabase, name: string): Insertion {
  const { columns } = sqlTables.find((table) => table.name === name)!
  const names = columns.map((column) => quoted(column.name)).join(', ')
  const places = columns.map(() => '?').join(', ')
  return database.prepare(`INSERT INTO ${quoted(name)} (${names}) VALUES (${places})`)
}

type Insert = (document: DatasetDocument) => void

/** Inserts the rows of a table that every format has; decimals once more as numbers. */
function sharedInsert(database: NewDatabase, table: Table, { language }: FormatOptions): Insert {
  const insertion = insertInto(database, table.name)
  const isDecimal = table.columns.map(({ type }) => type === 'decimal')
  const isNumbered = numbered.has(table.name)
  return (document) => {
    for (const [index, row] of rowsOf(table, document, language).entries()) {
      const values: SqlValue[] = []
      for (const [place, cell] of row.entries()) {
        values.push(cell)
        if (isDecimal[place]) values.push(numberOf(cell))
      }
      if (isNumbered) values.splice(1, 0, index + 1)
      insertion.run(values)
    }
  }
}

/** Inserts what only a database has. */
function ownInsert(database: NewDatabase): Insert {
  const texts = insertInto(database, 'texts')
  const blocks = insertInto(database, 'blocks')
  const checkFacts = insertInto(database, 'check_facts')
  const repeats = insertInto(database, 'repeats')
  const search = database.prepare('INSERT INTO block_search (rowid, text) VALUES (?, ?)')
  let block = 0
  return (document) => {
    texts.run(textRow(document))
    for (const { values, text } of blockRows(document)) {
      block++
      blocks.run([block, ...values, text])
      search.run([block, text])
    }
    for (const row of checkFactRows(document)) checkFacts.run(row)
    for (const row of repeatRows(document)) repeats.run(row)
  }
}

async function fill(
  database: NewDatabase,
  documents: AsyncIterable<DatasetDocument>,
  options: FormatOptions,
): Promise<void> {
  for (const setting of settings) database.exec(setting)
  database.exec('BEGIN')
  for (const statement of [...schemaSql(), ...viewsSql()]) database.exec(statement)
  const inserts = [...tables.map((table) => sharedInsert(database, table, options)), ownInsert(database)]
  let held = 0
  for await (const document of documents) {
    for (const insert of inserts) insert(document)
    held++
    if (held % batchSize === 0) database.exec('COMMIT; BEGIN')
  }
  database.exec('COMMIT')
}

export const format: DatasetFormat = {
  id: 'sqlite',
  extensions: ['.sqlite', '.db', '.sqlite3'],
  outputs: [{ name: 'dataset.sqlite' }],
  async write([path = ''], documents, options) {
    const database = await createDatabase(path)
    try {
      await fill(database, documents, options)
    } finally {
      database.close()
    }
  },
}
