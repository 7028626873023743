/**
 * Tab-separated tables of `corpus/`: a header line of column names, one entry a line, `#` opens a comment line.
 * Every table of the project and every table that a user hands in is read here, so errors name file, line and column.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ProcessingError } from '../model/message.js'

/** The folder of data that ships: `corpus/` beside `src/` or `dist/`. */
export const corpusFolder = fileURLToPath(new URL('../../corpus/', import.meta.url))

export function corpusPath(...parts: string[]): string {
  return join(corpusFolder, ...parts)
}

export interface TsvRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** Where a table says something that it must not. */
export function tableError(path: string, line: number, reason: string): ProcessingError {
  return new ProcessingError('bad-table', { path, line, reason })
}

/** Parses a table whose header must be the given columns, in order. Missing trailing cells are empty strings. */
export function parseTsv(text: string, path: string, columns: readonly string[]): TsvRow[] {
  const rows: TsvRow[] = []
  let header: string | undefined
  const expected = columns.join('\t')
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  for (const [index, line] of lines.entries()) {
    if (line === '' || line.startsWith('#')) continue
    if (header === undefined) {
      header = line
      if (line !== expected) {
        throw tableError(path, index + 1, `the header must be ${columns.join(', ')}`)
      }
      continue
    }
    const cells = line.split('\t')
    if (cells.length > columns.length) {
      throw tableError(path, index + 1, `${cells.length} cells where there are ${columns.length} columns`)
    }
    while (cells.length < columns.length) cells.push('')
    rows.push({ line: index + 1, cells })
  }
  if (header === undefined) throw tableError(path, 1, `the header must be ${columns.join(', ')}`)
  return rows
}

/** Reads and parses one table. */
export function readTsv(path: string, columns: readonly string[]): TsvRow[] {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (cause) {
    throw new ProcessingError('unreadable-table', {
      path,
      reason: (cause as NodeJS.ErrnoException).code ?? 'error',
    })
  }
  return parseTsv(text, path, columns)
}
