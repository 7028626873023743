/**
 * SQLite files, through SQLite compiled to WebAssembly: no compiler and no service is needed, on any system.
 * The one file that takes in node-sqlite3-wasm, and only when a database is asked for. Which tables there are is left
 * to the schema. Invariant: whatever happens, a connection that was opened here can be closed, and takes its lock
 * along.
 */
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  rmdirSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Database, Statement } from 'node-sqlite3-wasm'
import { ProcessingError } from '../../model/message.js'

export type SqlValue = string | number | bigint | boolean | Uint8Array | null

const unstorable = /[\0\p{Surrogate}]/gu

/** SQLite ends texts at the first NUL and knows no half of a surrogate pair. Both become U+FFFD, one for one. */
function storable(value: SqlValue): SqlValue {
  return typeof value === 'string' ? value.replaceAll(unstorable, '\ufffd') : value
}

/** An insertion that is prepared once. */
export interface Insertion {
  run(values: readonly SqlValue[]): void
}

/** A new database that is being filled. */
export interface NewDatabase {
  exec(sql: string): void
  prepare(sql: string): Insertion
  close(): void
}

async function loadLibrary(): Promise<typeof import('node-sqlite3-wasm')> {
  return (await import('node-sqlite3-wasm')).default
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}

/** A run that was killed leaves its lock, an empty folder. Nobody else can have locked a file that is new. */
function removeStaleLock(path: string): void {
  if (existsSync(`${path}.lock`)) rmdirSync(`${path}.lock`)
}

/** Makes a database in a file that must not exist. Throws ProcessingError `output-exists` or `unwritable`. */
export async function createDatabase(path: string): Promise<NewDatabase> {
  const { Database: Library } = await loadLibrary()
  const statements: Statement[] = []
  let database: Database
  try {
    // The library would make a file that only its owner can read.
    closeSync(openSync(path, 'wx'))
    removeStaleLock(path)
    database = new Library(path)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST')
      throw new ProcessingError('output-exists', { path })
    throw new ProcessingError('unwritable', { path, reason: reasonOf(cause) })
  }
  /** What SQLite says of a disk, as an error that can be told; a mistake in our own SQL stays one. */
  const told = (run: () => void) => {
    try {
      run()
    } catch (cause) {
      if (!/disk|full|readonly/.test(reasonOf(cause))) throw cause
      throw new ProcessingError('unwritable', { path, reason: reasonOf(cause) })
    }
  }
  return {
    exec: (sql) => told(() => database.exec(sql)),
    prepare(sql) {
      const statement = database.prepare(sql)
      statements.push(statement)
      return { run: (values) => told(() => void statement.run(values.map(storable))) }
    },
    close() {
      for (const statement of statements) finalize(statement)
      database.close()
    },
  }
}

/** What a query gives: names of the columns in their order, and rows as they are asked for. */
export interface Answer {
  readonly columns: readonly string[]
  readonly rows: Iterable<readonly SqlValue[]>
}

export type SqlParameters = string[] | Record<string, string>

/** A database that is only read. */
export interface ReadDatabase {
  /** Runs one statement; its parameters in their order, or by name, such as `:place`. Rows are read as they are used. */
  ask(sql: string, parameters?: SqlParameters): Answer
  close(): void
}

/**
 * The library locks a database by a folder beside it, for reading too: two readers would shut each other out, and
 * nothing could be read from a disk that is write-protected. A link in a folder of our own has a lock of its own.
 */
function linkTo(path: string): { readonly path: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'huanyuan-dataset-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  const link = join(folder, 'dataset.sqlite')
  try {
    symlinkSync(path, link, 'file')
    return { path: link, remove }
  } catch {
    // Windows lets only some users make links.
    remove()
    return { path, remove: () => {} }
  }
}

/** Whether another program has the database open for writing, by the signs that they leave beside it. */
function isBeingWritten(path: string): boolean {
  return [`${path}.lock`, `${path}-journal`, `${path}-wal`].some((sign) => existsSync(sign))
}

async function waitForWriter(path: string): Promise<void> {
  for (let attempt = 0; attempt < 20 && isBeingWritten(path); attempt++) await wait(50)
  if (isBeingWritten(path)) throw new ProcessingError('database-locked', { path })
}

/** The library keeps the names of columns to itself, but an object cannot hold two of one name, nor `2` before `1`. */
type NamedStatement = Statement & { _getColumnNames(): string[] }

/** Frees a statement. It says once more what went wrong when it ran, which has been told by then. */
function finalize(statement: Statement): void {
  try {
    statement.finalize()
  } catch {}
}

function askOf(database: Database, statements: Set<Statement>): ReadDatabase['ask'] {
  return (sql, parameters = []) => {
    let statement = database.prepare(sql) as NamedStatement
    statements.add(statement)
    const names = statement._getColumnNames()
    if (new Set(names).size < names.length) {
      // A selection from the selection numbers the names that stand twice.
      statement = database.prepare(
        `SELECT * FROM (\n${sql.replace(/(?<![\s;])[\s;]+$/, '')}\n)`,
      ) as NamedStatement
      statements.add(statement)
    }
    const columns = statement._getColumnNames()
    const rows = statement.iterate(parameters)
    return {
      columns,
      rows: {
        *[Symbol.iterator]() {
          for (const row of rows) yield columns.map((name) => row[name] as SqlValue)
        },
      },
    }
  }
}

/**
 * Opens a database for reading. `name` is the user's name of it, for errors. Throws ProcessingError `not-found`,
 * `is-directory` or `database-locked`; whether it is a database shows when it is asked.
 */
export async function openDatabase(path: string, name: string): Promise<ReadDatabase> {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats === undefined) throw new ProcessingError('not-found', { path: name })
  if (stats.isDirectory()) throw new ProcessingError('not-a-dataset', { path: name })
  await waitForWriter(path)
  const { Database: Library } = await loadLibrary()
  const link = linkTo(path)
  const statements = new Set<Statement>()
  let database: Database
  try {
    database = new Library(link.path, { readOnly: true })
  } catch (cause) {
    link.remove()
    throw new ProcessingError('unreadable', { path: name, reason: reasonOf(cause) })
  }
  return {
    ask: askOf(database, statements),
    close() {
      for (const statement of statements) finalize(statement)
      database.close()
      link.remove()
    },
  }
}
