/**
 * The tables of a SQLite dataset: those that every format has, made from their columns, and those that only a database
 * can use: texts, blocks with their search, and links. What users ask is left to the views.
 * Invariant: an exact figure is a text, as in every other format; the column behind it, whose name ends in `Number`, is
 * for sorting and computing. Whoever changes a table or a view raises `schemaVersion`.
 */
import type { Column, ColumnType, Table } from '../../writers/tables/columns.js'
import { tables } from '../tables.js'

/** In `PRAGMA user_version`: rises with every change of tables or views. */
export const schemaVersion = 3

/** In `PRAGMA application_id`: "huan" in ASCII, by which a dataset of ours is known. */
export const applicationId = 0x6875616e

/** A name as SQL takes it, whatever words SQL keeps for itself: "check", "end", "of". */
export function quoted(name: string): string {
  return `"${name}"`
}

const types: Readonly<Record<ColumnType, string>> = {
  text: 'TEXT',
  integer: 'INTEGER',
  offset: 'INTEGER',
  decimal: 'TEXT',
  date: 'TEXT',
  share: 'REAL',
  boolean: 'INTEGER',
}

export interface SqlColumn {
  readonly name: string
  readonly type: string
  readonly about: string
  /** What must hold of it, in SQL. */
  readonly constraint?: string
}

export interface SqlTable {
  readonly name: string
  readonly about: string
  readonly columns: readonly SqlColumn[]
  /** Primary and foreign keys, in SQL. */
  readonly keys: readonly string[]
}

function constraintOf({ name, type }: Pick<Column<never>, 'name' | 'type'>): string | undefined {
  if (type === 'boolean') return `CHECK (${quoted(name)} IN (0, 1))`
  if (type === 'share') return `CHECK (${quoted(name)} BETWEEN 0 AND 1)`
  if (type === 'offset') return `CHECK (${quoted(name)} >= 0)`
  return undefined
}

/** The columns of a table in SQL: a decimal gives two. */
function columnsOf({ columns }: Table): SqlColumn[] {
  return columns.flatMap(({ name, type, about }) => {
    const constraint = constraintOf({ name, type })
    const exact = { name, type: types[type], about, ...(constraint !== undefined && { constraint }) }
    if (type !== 'decimal') return [exact]
    return [exact, { name: `${name}Number`, type: 'REAL', about: `${name} as a number, perhaps rounded` }]
  })
}

const ofDocument = 'FOREIGN KEY ("document") REFERENCES "documents" ("document")'
const ofFact = (name: string) =>
  `FOREIGN KEY ("document", ${quoted(name)}) REFERENCES "facts" ("document", "fact")`
const primary = (...names: string[]) => `PRIMARY KEY (${names.map(quoted).join(', ')})`

const keys: Readonly<Partial<Record<Table['name'], readonly string[]>>> = {
  documents: [primary('document')],
  facts: [
    primary('document', 'fact'),
    ofDocument,
    ...['partOf', 'changeOf', 'ratioPart', 'ratioWhole'].map(ofFact),
  ],
  cells: [primary('document', 'table', 'row', 'column'), ofDocument, ofFact('fact')],
  checks: [primary('document', 'check'), ofDocument],
}
const keysOfNumbered = [primary('document', 'ordinal'), ofDocument]

const ordinal: SqlColumn = { name: 'ordinal', type: 'INTEGER', about: 'place in the record, from 1' }

/** Tables whose items have no id in the record: their place in it makes the key. */
export const numbered: ReadonlySet<string> = new Set(['corrections', 'messages'])

function shared(table: Table): SqlTable {
  const [document, ...rest] = columnsOf(table)
  const columns = numbered.has(table.name) ? [document!, ordinal, ...rest] : [document!, ...rest]
  return { name: table.name, about: table.about, columns, keys: keys[table.name] ?? keysOfNumbered }
}

const document: SqlColumn = { name: 'document', type: 'TEXT', about: 'key of the document' }
const start: SqlColumn = { name: 'start', type: 'INTEGER', about: 'first code unit in the source text' }
const end: SqlColumn = { name: 'end', type: 'INTEGER', about: 'behind the last code unit in the source text' }

/** What only a database has. */
const own: readonly SqlTable[] = [
  {
    name: 'texts',
    about: 'one row a document: its texts, apart from the figures, so that those are read fast',
    columns: [
      document,
      { name: 'source', type: 'TEXT', about: 'text as it was read' },
      { name: 'repaired', type: 'TEXT', about: 'text with the applied corrections' },
    ],
    keys: [primary('document'), ofDocument],
  },
  {
    name: 'blocks',
    about: 'one row a heading, paragraph or table row of a document',
    columns: [
      { name: 'block', type: 'INTEGER PRIMARY KEY', about: 'number of the block in the dataset' },
      document,
      { name: 'kind', type: 'TEXT', about: 'title, heading, paragraph, list-item, table, boilerplate …' },
      { name: 'level', type: 'INTEGER', about: 'level of a heading; 0 for all others' },
      { name: 'page', type: 'INTEGER', about: 'page of the original, from 1, where it has pages' },
      { name: 'line', type: 'INTEGER', about: 'line of the original, from 1' },
      start,
      end,
      { name: 'text', type: 'TEXT', about: 'its text with the applied corrections' },
    ],
    keys: [ofDocument],
  },
  {
    name: 'check_facts',
    about: 'one row a fact in a check, in the order of the relation',
    columns: [
      document,
      { name: 'check', type: 'TEXT', about: 'id of the check in its document' },
      {
        name: 'ordinal',
        type: 'INTEGER',
        about: 'place in the relation, from 1; of a sum the total is first',
      },
      { name: 'fact', type: 'TEXT', about: 'id of the fact in its document' },
    ],
    keys: [
      primary('document', 'check', 'ordinal'),
      'FOREIGN KEY ("document", "check") REFERENCES "checks" ("document", "check")',
      ofFact('fact'),
    ],
  },
  {
    name: 'repeats',
    about: 'one row a piece of a document that stands in an earlier one too',
    columns: [
      document,
      { name: 'ordinal', type: 'INTEGER', about: 'place in the document, from 1' },
      start,
      end,
      { name: 'kind', type: 'TEXT', about: 'repeated-line (page furniture) or repeated-paragraph' },
      { name: 'of', type: 'TEXT', about: 'key of the document that it was first seen in' },
    ],
    keys: [primary('document', 'ordinal'), ofDocument],
  },
]

export const sqlTables: readonly SqlTable[] = [...tables.map(shared), ...own]

/** Columns that people search by, some only where they say something. */
const indexes: readonly (readonly [name: string, on: string])[] = [
  ['documents_path', 'documents (path)'],
  ['documents_spin_rate', 'documents (spinRate)'],
  ['documents_quality', 'documents (quality)'],
  ['documents_duplicate', 'documents (duplicateOf) WHERE duplicateOf IS NOT NULL'],
  ['facts_indicator_id', 'facts (indicatorId, periodStart) WHERE indicatorId IS NOT NULL'],
  ['facts_indicator', 'facts (indicator, periodStart)'],
  ['facts_place', 'facts (place, periodStart) WHERE place IS NOT NULL'],
  ['facts_period', 'facts (periodStart) WHERE periodStart IS NOT NULL'],
  ['facts_change', 'facts (changeKind) WHERE changeKind IS NOT NULL'],
  ['facts_masked', "facts (bound) WHERE bound = 'masked'"],
  ['corrections_actual', 'corrections (actual)'],
  ['corrections_replacement', 'corrections (replacement)'],
  ['checks_rule', 'checks (rule, state)'],
  ['checks_state', 'checks (state)'],
  ['check_facts_fact', 'check_facts (document, fact)'],
  ['blocks_document', 'blocks (document, start)'],
  ['repeats_of', 'repeats ("of")'],
]

/** The statement that makes a table. SQLite keeps it as it is, so its comments explain the file to whoever opens it. */
export function tableSql({ name, about, columns, keys: keysOfTable }: SqlTable): string {
  const definitions = columns.map(({ name: column, type, about: meaning, constraint }) => {
    const check = constraint === undefined ? '' : ` ${constraint}`
    return { sql: `${quoted(column)} ${type}${check}`, meaning }
  })
  const lines = [...definitions, ...keysOfTable.map((sql) => ({ sql, meaning: '' }))]
  const body = lines.map(({ sql, meaning }, index) => {
    const comma = index + 1 < lines.length ? ',' : ''
    return `  ${sql}${comma}${meaning === '' ? '' : ` -- ${meaning}`}`
  })
  return `CREATE TABLE ${quoted(name)} ( -- ${about}\n${body.join('\n')}\n)`
}

/**
 * Chinese has no spaces, so the search knows three characters in a row; shorter words are looked for in `blocks`. It
 * keeps no text of its own: `blocks` has it.
 */
const searchSql =
  'CREATE VIRTUAL TABLE "block_search" USING fts5' +
  `("text", content='blocks', content_rowid='block', tokenize='trigram')`

/** Statements that make the empty tables, the search and the indexes. */
export function schemaSql(): string[] {
  return [
    ...sqlTables.map(tableSql),
    searchSql,
    ...indexes.map(([name, on]) => `CREATE INDEX ${quoted(name)} ON ${on}`),
  ]
}
