/** DuckDB as the independent reader of tables: rows of a query as plain values. */
import { DuckDBInstance } from '@duckdb/node-api'

/** What a query yields: texts, numbers, booleans and nulls; other types as their text. */
export type Row = Readonly<Record<string, string | number | boolean | null>>

/** Runs queries on a database in memory, one after another; rows of the last. */
export async function query(...queries: readonly string[]): Promise<Row[]> {
  const instance = await DuckDBInstance.create()
  const connection = await instance.connect()
  try {
    let rows: Row[] = []
    for (const sql of queries) {
      const reader = await connection.runAndReadAll(sql)
      rows = reader.getRowObjectsJson() as Row[]
    }
    return rows
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}
