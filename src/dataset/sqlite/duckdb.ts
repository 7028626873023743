/**
 * The views of a SQLite dataset for DuckDB, over the Parquet files beside which they are written: the same questions in
 * its dialect. What differs is made alike below, in the tables, so that a view is written once.
 */
import type { PartitionKey } from '../partition-keys.js'
import { factsFirst } from '../tables.js'
import { quoted } from './schema.js'
import { views } from './views.js'

/** A file, or the folder of a table that is divided; types as the text of names would be guessed otherwise. */
function readingOf(file: string, partition: readonly PartitionKey[] | undefined): string {
  if (partition === undefined) return `read_parquet('${file}')`
  const types = partition.map((key) => `'${key}': ${key === 'year' ? 'BIGINT' : 'VARCHAR'}`)
  return `read_parquet('${file}/**/*.parquet', hive_partitioning = true, hive_types = {${types.join(', ')}})`
}

/** A table with what SQLite's has beside it: days as text, and figures as numbers. */
function tableView(
  table: (typeof factsFirst)[number],
  file: string,
  partition: readonly PartitionKey[] | undefined,
): string {
  const names = (type: string) =>
    table.columns.filter((column) => column.type === type).map(({ name }) => name)
  const days = names('date').map((name) => `CAST(${quoted(name)} AS VARCHAR) AS ${quoted(name)}`)
  const replaced = days.length > 0 ? ` REPLACE (${days.join(', ')})` : ''
  const from = readingOf(file.replaceAll("'", "''"), partition)
  return `CREATE OR REPLACE VIEW ${quoted(table.name)} AS -- ${table.about}\nSELECT *${replaced} FROM ${from}`
}

/** Parquet has the facts of a check in one column; SQLite has a table of them. */
const checkFacts = `CREATE OR REPLACE VIEW check_facts AS -- one row a fact in a check, in the order of the relation
SELECT document, "check", unnest(range(1, len(list) + 1)) AS ordinal, unnest(list) AS fact
FROM (SELECT document, "check", string_split(facts, ' ') AS list FROM checks WHERE facts <> '')`

/** DuckDB has IS for nulls, truths and nothing else. */
const inDialect = (sql: string) => sql.replaceAll(/ IS NOT (?!NULL\b)/g, ' IS DISTINCT FROM ')

/** A script that makes the views, for a DuckDB that runs where the Parquet files lie; `files` are their names, by table. */
export function duckdbScript(
  files: readonly string[],
  name: string,
  partition?: readonly PartitionKey[],
): string {
  const statements = [
    ...factsFirst.map((table, index) => tableView(table, files[index]!, partition)),
    checkFacts,
    ...views.map(
      ({ name: view, about, sql }) =>
        `CREATE OR REPLACE VIEW ${quoted(view)} AS -- ${about}\n${inDialect(sql)}`,
    ),
  ]
  return `-- In the folder of these files: duckdb -init ${name}\n\n${statements.map((sql) => `${sql};\n`).join('\n')}`
}
