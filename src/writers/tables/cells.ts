/** The table of cells: the tables of a document as tables, with what rows and columns were understood to say. */
import type { DocumentRecord } from '../schema.js'
import type { Table } from './columns.js'
import { column, inputColumns, keyColumn, placeColumns } from './columns.js'

type TableRecord = NonNullable<DocumentRecord['tables']>[number]

type CellItem = TableRecord['cells'][number] & {
  readonly of: TableRecord
  readonly ofRow: TableRecord['rows'][number] | undefined
  readonly ofColumn: TableRecord['columns'][number] | undefined
  readonly fact: string | null
}

const keyOf = (table: number, row: number, column: number) => `${table} ${row} ${column}`

function cellsOf({ tables = [], facts }: DocumentRecord): CellItem[] {
  const byCell = new Map(
    facts.flatMap(({ id, cell }) =>
      cell == null ? [] : [[keyOf(cell.table, cell.row, cell.column), id] as const],
    ),
  )
  return tables.flatMap((of) => {
    const rows = new Map(of.rows.map((row) => [row.row, row]))
    const columns = new Map(of.columns.map((column) => [column.column, column]))
    return of.cells.map((cell) => ({
      ...cell,
      of,
      ofRow: rows.get(cell.row),
      ofColumn: columns.get(cell.column),
      fact: byCell.get(keyOf(of.table, cell.row, cell.column)) ?? null,
    }))
  })
}

export const cellTable: Table<CellItem> = {
  name: 'cells',
  about: 'one row a cell of a table with figures',
  items: ({ record }) => cellsOf(record),
  columns: [
    keyColumn(),
    column('table', 'integer', 'number of the grid in the text, from 0', ({ of }) => of.table),
    column('row', 'integer', 'from 0', ({ row }) => row),
    column('column', 'integer', 'from 0', ({ column: at }) => at),
    column('rowSpan', 'integer', 'rows that it covers', ({ rowSpan }) => rowSpan),
    column('columnSpan', 'integer', 'columns that it covers', ({ columnSpan }) => columnSpan),
    column('text', 'text', 'as printed', ({ start, end }, { record }) =>
      record.source.text.slice(start, end),
    ),
    column(
      'rowRole',
      'text',
      'lead, head, section, body, change or total',
      ({ ofRow }) => ofRow?.role ?? null,
    ),
    column(
      'rowName',
      'text',
      'label of its row, without numbering, unit and period',
      ({ ofRow }) => ofRow?.name ?? null,
    ),
    column('rowUnit', 'text', 'unit that its row says', ({ ofRow }) => ofRow?.unit ?? null),
    column('rowPeriod', 'text', 'period that its row says', ({ ofRow }) => ofRow?.period ?? null),
    column(
      'rowParent',
      'integer',
      'row that its row is a part of or stands under',
      ({ ofRow }) => ofRow?.parent ?? null,
    ),
    column(
      'columnRole',
      'text',
      'label, place, unit, value, change, share …',
      ({ ofColumn }) => ofColumn?.role ?? null,
    ),
    column('columnName', 'text', 'what its heads say is measured', ({ ofColumn }) => ofColumn?.name ?? null),
    column('columnUnit', 'text', 'unit that its heads say', ({ ofColumn }) => ofColumn?.unit ?? null),
    column('columnPeriod', 'text', 'period that its heads say', ({ ofColumn }) => ofColumn?.period ?? null),
    column('tableUnit', 'text', 'unit that is said for the table', ({ of }) => of.unit),
    column('fact', 'text', 'the fact that its figure is', ({ fact }) => fact),
    ...placeColumns<CellItem>((cell) => cell, 'the cell'),
    ...inputColumns(),
  ],
}
