/**
 * A SQLite dataset opened for questions: whether it is one of ours, one statement that reads, and what goes wrong as
 * failures with a sentence. What is asked is left to the caller. Invariant: nothing is ever written.
 */
import { ProcessingError } from '../../model/message.js'
import type { Answer, ReadDatabase, SqlValue } from './connection.js'
import { openDatabase } from './connection.js'
import { applicationId, schemaVersion } from './schema.js'

/** What SQLite says, in part, and the failure that it is. */
const failures: readonly (readonly [said: RegExp, failure: (path: string) => ProcessingError])[] = [
  [/file is not a database/, (path) => new ProcessingError('not-a-database', { path })],
  [/database is locked/, (path) => new ProcessingError('database-locked', { path })],
  [/disk image is malformed/, (path) => new ProcessingError('damaged-database', { path })],
  [/readonly database/, (path) => new ProcessingError('only-reads', { path })],
]

function failureOf(cause: unknown, path: string): unknown {
  if (!(cause instanceof Error) || cause.name !== 'SQLite3Error') return cause
  const known = failures.find(([said]) => said.test(cause.message))
  return known?.[1](path) ?? new ProcessingError('bad-sql', { reason: cause.message })
}

const reading = /^(select|with|values|explain|pragma)\b/i
const quotedOrComment =
  /'[^']*(?:'|$)|"[^"]*(?:"|$)|`[^`]*(?:`|$)|\[[^\]]*(?:\]|$)|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g

/**
 * Throws ProcessingError `only-reads` unless the statement opens like one that reads, and `several-statements` where
 * there is another one behind it. A database opened for reading refuses to change itself, but not to be copied.
 */
export function assertReads(sql: string, path: string): void {
  const bare = sql.replaceAll(quotedOrComment, (piece) => (/^(--|\/\*)/.test(piece) ? ' ' : 'x')).trim()
  if (bare.replace(/(?<![;\s])[;\s]+$/, '').includes(';')) throw new ProcessingError('several-statements')
  if (!reading.test(bare)) throw new ProcessingError('only-reads', { path })
}

function* translated(rows: Answer['rows'], path: string): Generator<readonly SqlValue[]> {
  try {
    yield* rows
  } catch (cause) {
    throw failureOf(cause, path)
  }
}

/** Opens a dataset. `name` is the user's name of it. Throws ProcessingError. */
export async function openDataset(path: string, name: string): Promise<ReadDatabase> {
  const database = await openDatabase(path, name)
  const ask: ReadDatabase['ask'] = (sql, parameters) => {
    assertReads(sql, name)
    try {
      const { columns, rows } = database.ask(sql, parameters)
      return { columns, rows: translated(rows, name) }
    } catch (cause) {
      throw failureOf(cause, name)
    }
  }
  const pragma = (key: string) => Number([...ask(`PRAGMA ${key}`).rows][0]?.[0])
  try {
    if (pragma('application_id') !== applicationId) throw new ProcessingError('not-a-dataset', { path: name })
    const version = pragma('user_version')
    if (version > schemaVersion) throw new ProcessingError('newer-dataset', { path: name, version })
  } catch (cause) {
    database.close()
    throw cause
  }
  return { ask, close: database.close }
}
