/**
 * The tables of a dataset as JSON Schema (draft 2020-12): of each table what a row is as JSON, for those who check or
 * generate code. From the same columns as the tables and `docs/dataset.md`.
 */
import { type ColumnType, keyColumn } from '../writers/tables/columns.js'
import { schemaVersion } from './sqlite/schema.js'
import { tables } from './tables.js'

const types: Readonly<Record<ColumnType, object>> = {
  text: { type: ['string', 'null'] },
  integer: { type: ['integer', 'null'] },
  offset: { type: ['integer', 'null'], minimum: 0 },
  decimal: { type: ['string', 'null'], pattern: String.raw`^-?\d+(\.\d+)?(/\d+)?$` },
  date: { type: ['string', 'null'], format: 'date' },
  share: { type: ['number', 'null'], minimum: 0, maximum: 1 },
  boolean: { type: ['boolean', 'null'] },
}

const keyName = keyColumn().name

/** One definition a table, under its name; empty cells are null. */
export function tablesJsonSchema(): { readonly [key: string]: unknown } {
  const definitions = tables.map(({ name, about, columns }) => {
    const properties = columns.map((column) => [
      column.name,
      {
        description: column.about,
        ...(column.name === keyName ? { type: 'string', pattern: '^[0-9a-f]{16}$' } : types[column.type]),
      },
    ])
    const row = {
      description: about,
      type: 'object',
      properties: Object.fromEntries(properties),
      required: columns.map((column) => column.name),
      additionalProperties: false,
    }
    return [name, row] as const
  })
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `huanyuan tables ${schemaVersion}`,
    anyOf: tables.map(({ name }) => ({ $ref: `#/$defs/${name}` })),
    $defs: Object.fromEntries(definitions),
  }
}
