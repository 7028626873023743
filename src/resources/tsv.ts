/**
 * Reads tab-separated tables: a header line of column names, one entry per line, `#` starts a comment line. All tables
 * of the project and of users are read here, so every error names file, line and column.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { ProcessingError } from '../model/message.js'
import { packagePath } from './place.js'

/** A path in the folder of data that ships: `corpus/` beside `src/` or `dist/`. */
export function corpusPath(...parts: string[]): string {
  return packagePath('corpus', ...parts)
}

/** Paths of all files of a folder of `corpus/` with an ending, but the excepted ones, sorted by name. */
export function corpusFiles(folder: string, ending: string, except: readonly string[] = []): string[] {
  const names = readdirSync(corpusPath(folder)).filter(
    (name) => name.endsWith(ending) && !except.includes(name),
  )
  return names.sort().map((name) => corpusPath(folder, name))
}

/** Paths of all tables of a folder of `corpus/` but the excepted ones, sorted by name. */
export function corpusTables(folder: string, ...except: readonly string[]): string[] {
  return corpusFiles(folder, '.tsv', except)
}

export interface TsvRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** Where a table says something that it must not. */
export function tableError(path: string, line: number, reason: string): ProcessingError {
  return new ProcessingError('bad-table', { path, line, reason })
}

/** Visits the rows of a table whose header must be the given columns, in order. Missing cells are empty strings. */
function visitRows(
  text: string,
  path: string,
  columns: readonly string[],
  visit: (row: TsvRow) => void,
): void {
  const expected = columns.join('\t')
  const badHeader = (line: number) => tableError(path, line, `the header must be ${columns.join(', ')}`)
  let hasHeader = false
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0
  for (let number = 1; start <= text.length; number++) {
    let next = text.indexOf('\n', start)
    if (next < 0) next = text.length
    const end = text.charCodeAt(next - 1) === 0x0d && next > start ? next - 1 : next
    const line = text.slice(start, end)
    start = next + 1
    if (line === '' || line.startsWith('#')) continue
    if (!hasHeader) {
      if (line !== expected) throw badHeader(number)
      hasHeader = true
      continue
    }
    const cells = line.split('\t')
    if (cells.length > columns.length) {
      throw tableError(path, number, `${cells.length} cells where there are ${columns.length} columns`)
    }
    while (cells.length < columns.length) cells.push('')
    visit({ line: number, cells })
  }
  if (!hasHeader) throw badHeader(1)
}

/** Parses a whole table. */
export function parseTsv(text: string, path: string, columns: readonly string[]): TsvRow[] {
  const rows: TsvRow[] = []
  visitRows(text, path, columns, (row) => rows.push(row))
  return rows
}

function readTable(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new ProcessingError('unreadable-table', {
      path,
      reason: (cause as NodeJS.ErrnoException).code ?? 'error',
    })
  }
}

/** Reads a large table row by row, without keeping the rows. */
export function eachTsvRow(path: string, columns: readonly string[], visit: (row: TsvRow) => void): void {
  visitRows(readTable(path), path, columns, visit)
}

/** Reads and parses one table. */
export function readTsv(path: string, columns: readonly string[]): TsvRow[] {
  return parseTsv(readTable(path), path, columns)
}
