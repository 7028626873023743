/**
 * What a command shows as a table for spreadsheets: `extract` gives facts, `repair` corrections, `audit` checks and
 * `segment` words, with the columns of a dataset. Its documents are named by their inputs.
 */
import { byteOrderMark, csvLine } from './cells.js'
import type { Section, TextWriter, WriteContext } from './contract.js'
import type { DocumentRecord } from './schema.js'
import { checkTable } from './tables/checks.js'
import type { Table } from './tables/columns.js'
import { rowsOf } from './tables/columns.js'
import { correctionTable } from './tables/corrections.js'
import { factTable } from './tables/facts.js'
import { tokenTable } from './tables/tokens.js'

const tables = {
  repairs: correctionTable,
  words: tokenTable,
  facts: factTable,
  findings: checkTable,
} as Readonly<Record<Section, Table>>

const tableOf = ([section]: readonly Section[]) => tables[section!]

function headerOf(sections: readonly Section[]): string {
  return byteOrderMark + csvLine(tableOf(sections).columns.map(({ name }) => name))
}

/** What a document is called in tables: its input, and its place in it. */
export function keyOf({ id, origin }: Pick<DocumentRecord, 'id' | 'origin'>): string {
  return [origin.path ?? id, origin.entry].filter((part) => part !== null).join('#')
}

function linesOf(record: DocumentRecord, { sections, language }: WriteContext): string {
  return rowsOf(tableOf(sections), { key: keyOf(record), record }, language)
    .map(csvLine)
    .join('')
}

export const writer: TextWriter = {
  id: 'csv',
  extension: (sections) => `.${tableOf(sections).name}.csv`,
  controls: 'kept',
  serves: (sections) => sections.length === 1,
  write: (record, context) => headerOf(context.sections) + linesOf(record, context),
  join(context) {
    let header = headerOf(context.sections)
    return {
      add(record) {
        const lines = header + linesOf(record, context)
        header = ''
        return lines
      },
      end: () => header,
    }
  },
}
