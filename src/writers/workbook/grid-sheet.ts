/**
 * The tables of a document as they were printed, in restored wording: one below the other, each row with its place, and
 * its cells from one column on. A figure that was understood is a number with the look that it was printed in.
 * Invariant: a cell that covers several stands in its first one; the others stay empty, so that rows can be filtered.
 */
import { offsetMap } from '../../model/edit.js'
import { countFirst } from '../../model/sorted.js'
import { spanOf } from '../../model/span.js'
import { placeAt } from '../places.js'
import { revisionOf } from '../revision.js'
import type { DocumentRecord, FactRecord } from '../schema.js'
import type { TabledDocument } from '../tables/columns.js'
import type { SheetCell } from './figure.js'
import { figureOf, percentageOf } from './figure.js'
import type { Sheet, SheetColumn } from './sheets.js'

type TableRecord = NonNullable<DocumentRecord['tables']>[number]

const columns: readonly SheetColumn[] = [
  { name: 'document', type: 'text', about: 'key of the document' },
  { name: 'table', type: 'integer', about: 'number of the grid in the text, from 0' },
  { name: 'title', type: 'text', about: 'caption or heading above the table, restored' },
  { name: 'unit', type: 'text', about: 'unit that is said for the table' },
  { name: 'page', type: 'integer', about: 'page of the row, from 1, where there are pages' },
  { name: 'line', type: 'integer', about: 'line of the row in the source text, from 1' },
  { name: 'row', type: 'integer', about: 'from 0' },
  { name: 'role', type: 'text', about: 'lead, head, section, body, change or total' },
  { name: 'cells', type: 'text', about: 'from here on the cells of the row, restored, as they were printed' },
]

/** Most columns of a sheet. */
const mostColumns = 16_384

const number = /^-?\d+(?:,\d{3})*(?:\.\d+)?$/

/** The cell of a figure that stands alone; undefined where it is more than a number, or means another one. */
function figureCellOf(text: string, { value, unit }: FactRecord): SheetCell | undefined {
  const [, digits = '', sign = ''] =
    /^(.*?)(%?)$/.exec(text.normalize('NFKC').replaceAll(/[\s−]/g, trim)) ?? []
  // Accounts write what is below nothing in brackets.
  const [, bracketed] = /^\((.+)\)$/.exec(digits) ?? []
  const printed = bracketed === undefined ? digits : `-${bracketed}`
  if (value === null || !number.test(printed)) return undefined
  const figure = figureOf(printed)
  if (Number(figure.value) !== Number(value)) return undefined
  return sign === '%' && unit === '%' ? percentageOf(figure.value) : sign === '' ? figure : undefined
}

const trim = (character: string) => (character === '−' ? '-' : '')

/** What is asked of a record for all of its tables. */
function readerOf(record: DocumentRecord) {
  const revision = revisionOf(record)
  const map = offsetMap(revision)
  const facts = new Map(
    record.facts.flatMap((fact) => (fact.cell === undefined ? [] : [[JSON.stringify(fact.cell), fact]])),
  )
  const restored = (start: number, end: number) => {
    const span = map.forward(spanOf<'source'>(start, end))
    return revision.text.slice(span.start, span.end)
  }
  const titles = record.blocks.filter(({ kind }) => ['caption', 'heading', 'title'].includes(kind))
  return {
    restored,
    factAt: (table: number, row: number, column: number) => facts.get(JSON.stringify({ table, row, column })),
    /** The caption of a table, or else the heading that it stands under. */
    titleOf({ start }: TableRecord): string | null {
      const title = titles[countFirst(titles.length, (at) => titles[at]!.end <= start) - 1]
      return title === undefined ? null : restored(title.start, title.end).replaceAll(/\s+/g, ' ').trim()
    },
  }
}

function* rowsOfTable(
  { key, record }: TabledDocument,
  table: TableRecord,
  reader: ReturnType<typeof readerOf>,
): Generator<SheetCell[]> {
  const title = reader.titleOf(table)
  const cellsOfRow = new Map<number, TableRecord['cells'][number][]>(table.rows.map(({ row }) => [row, []]))
  for (const cell of table.cells) cellsOfRow.get(cell.row)?.push(cell)
  for (const { row, role } of table.rows) {
    const found = cellsOfRow.get(row) ?? []
    const { page, line } = placeAt(record, found[0]?.start ?? table.start)
    const cells: SheetCell[] = [key, table.table, title, table.unit, page, line, row, role]
    const first = columns.length - 1
    for (const { column, start, end } of found) {
      const at = first + column
      if (at >= mostColumns) continue
      while (cells.length < at) cells.push(null)
      const text = reader.restored(start, end)
      const fact = reader.factAt(table.table, row, column)
      const figure = fact && figureCellOf(record.source.text.slice(start, end), fact)
      cells[at] = figure ?? (role === 'head' ? { head: text } : text)
    }
    yield cells
  }
}

export const gridSheet: Sheet = {
  name: 'tables',
  columns,
  *rows(document) {
    const { tables = [] } = document.record
    if (tables.length === 0) return
    const reader = readerOf(document.record)
    for (const table of tables) yield* rowsOfTable(document, table, reader)
  },
}
