/** The workbook of documents of one shape and growing length: it costs in proportion to what stands in it. */
import { describe, expect, it } from 'vitest'
import { sections } from '../../src/writers/contract.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { writer } from '../../src/writers/xlsx.js'
import { growthOf, mostGrowth } from '../support/growth.js'
import { recordsOf, reportPage } from '../support/records.js'

const patience = 300_000
/** Four times as many are more rows and columns than a sheet has. */
const most = 32_000
const [page] = await recordsOf(reportPage, 'a.html')
const record = page!
const table = record.tables![0]!
const [cell] = table.cells
const many = <T>(count: number, one: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => one(at))
/** The record of a text without corrections, with one table of these rows and cells. */
const ofTable = (text: string, cells: typeof table.cells, rows: typeof table.rows): DocumentRecord => ({
  ...record,
  source: { ...record.source, text },
  repaired: { text },
  corrections: [],
  tables: [{ ...table, start: 0, cells, rows }],
})
const rowsOf = (count: number) => many(count, (row) => ({ ...table.rows[0]!, row }))
const wide = '县'.repeat(16)

const shapes: Readonly<Record<string, (count: number) => DocumentRecord>> = {
  'rows of a table': (count) =>
    ofTable(
      `${wide}\n`.repeat(count),
      many(count, (row) => ({ ...cell!, row, column: 0, start: row * 17, end: row * 17 + 16 })),
      rowsOf(count),
    ),
  'columns of a table': (count) =>
    ofTable(
      wide.repeat(count),
      many(count, (column) => ({ ...cell!, row: 0, column, start: column * 16, end: column * 16 + 16 })),
      rowsOf(1),
    ),
  'characters of a cell': (count) =>
    ofTable('<&\u0001'.repeat(count), [{ ...cell!, row: 0, column: 0, start: 0, end: 3 * count }], rowsOf(1)),
  'cells in the last column of their rows': (count) =>
    ofTable(
      wide,
      many(count, (row) => ({ ...cell!, row, column: 64, start: 0, end: 16 })),
      rowsOf(count),
    ),
  'tables of a document': (count) => ({
    ...record,
    tables: many(count, (at) => ({ ...table, table: at })),
  }),
  'headings above a table': (count) => ({
    ...record,
    blocks: many(count, () => record.blocks.find(({ kind }) => kind === 'heading')!),
    tables: many(count, () => ({ ...table, cells: [], rows: rowsOf(1) })),
  }),
  'corrections before a cell': (count) => ({
    ...record,
    source: { ...record.source, text: wide.repeat(count) },
    repaired: { text: wide.repeat(count) },
    corrections: many(count, (at) => ({
      ...record.corrections.find(({ status }) => status === 'applied')!,
      start: at * 16,
      end: at * 16 + 1,
      original: '县',
      replacement: '县',
    })),
    tables: [
      {
        ...table,
        rows: rowsOf(count),
        cells: many(count, (row) => ({ ...cell!, row, column: 0, start: row * 16, end: row * 16 + 16 })),
      },
    ],
  }),
}

describe('a workbook costs in proportion', () => {
  it('has five shapes or more', () => expect(Object.keys(shapes).length).toBeGreaterThanOrEqual(5))

  it.each(Object.entries(shapes))('%s', { timeout: patience }, async (_, shape) => {
    const made = new Map<number, DocumentRecord>()
    const work = (count: number) => {
      const one = made.get(count) ?? shape(count)
      made.set(count, one)
      const book = writer.open({ language: 'zh', colour: false, width: 80, sections })
      book.add(one)
      return book.end()
    }
    expect(await growthOf(work, 250, most)).toBeLessThan(mostGrowth)
  })
})
