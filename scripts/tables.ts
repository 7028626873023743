/** Puts rows into the tables of `corpus/` and sorts them by code units, as the test of the tables asks. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** Rows from which a table must be sorted; shorter ones keep the order in which they are read best. */
export const sortedFrom = 100

export interface Table {
  /** Opening comments and the line of column names. */
  readonly head: readonly string[]
  readonly columns: readonly string[]
  readonly rows: readonly string[]
}

export function parseTable(text: string): Table {
  const lines = text.split('\n').filter((line) => line !== '')
  const header = lines.findIndex((line) => !line.startsWith('#'))
  if (header < 0) throw new Error('a table needs a line of column names')
  return {
    head: lines.slice(0, header + 1),
    columns: lines[header]!.split('\t'),
    rows: lines.slice(header + 1),
  }
}

export function formatTable({ head, rows }: Table): string {
  return `${[...head, ...rows].join('\n')}\n`
}

/** Whether code units rise from row to row. */
export function isSorted(rows: readonly string[]): boolean {
  return rows.every((row, index) => index === 0 || rows[index - 1]! <= row)
}

/** Every table of `corpus/`, as paths from the root. */
export function tablePaths(): string[] {
  return readdirSync(join(root, 'corpus'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsv') && !/^(reports|annotated)/.test(name))
    .map((name) => `corpus/${name.replaceAll('\\', '/')}`)
    .sort()
}

/** Puts a row in its place: sorted where the table is, else at the end. Throws where the table lacks or has it. */
export function insertRow(path: string, cells: readonly string[]): void {
  if (!existsSync(join(root, path))) throw new Error(`there is no table ${path}`)
  const table = parseTable(readFileSync(join(root, path), 'utf8'))
  const row = cells.join('\t')
  if (table.rows.some((other) => other.split('\t').slice(0, 2).join('\t') === cells.slice(0, 2).join('\t'))) {
    throw new Error(`${path} has ${cells.slice(0, 2).join(' ')} already`)
  }
  const place = isSorted(table.rows) ? table.rows.findIndex((other) => other > row) : -1
  const rows = place < 0 ? [...table.rows, row] : table.rows.toSpliced(place, 0, row)
  writeFileSync(join(root, path), formatTable({ ...table, rows }))
}
