/** A table as the rules see it: its figures by row and column, and which columns hold amounts that may be added. */
import type { Fact } from '../model/fact.js'
import type { Table, TableColumn, TableRow } from '../model/table.js'

export interface TableView {
  readonly table: Table
  /** Rows below the head, in order. */
  readonly body: readonly TableRow[]
  /** Columns of figures, in order. */
  readonly values: readonly TableColumn[]
  /** The figure of a cell. */
  factAt(row: number, column: number): Fact | undefined
}

const keyOf = (table: number, row: number, column: number) => `${table} ${row} ${column}`

/** The tables of a document with their figures. Linear in facts and cells. */
export function viewTables(tables: readonly Table[], facts: readonly Fact[]): TableView[] {
  const byCell = new Map<string, Fact>()
  for (const fact of facts) {
    if (fact.cell !== null) byCell.set(keyOf(fact.cell.table, fact.cell.row, fact.cell.column), fact)
  }
  return tables.map((table) => ({
    table,
    body: table.rows.filter(({ role }) => role !== 'lead' && role !== 'head'),
    values: table.columns.filter(({ role }) => role === 'value'),
    factAt: (row, column) => byCell.get(keyOf(table.table, row, column)),
  }))
}
