/**
 * The tables of a dataset, once for every format that has tables (CSV, XLSX, SQLite, Parquet): columns with their types
 * and meaning, and how a document gives rows. Figures are decimal strings, exactly as the record has them.
 */
import { isFinding } from '../model/check.js'
import { applyEdits } from '../model/edit.js'
import { explanationOf, factLookup } from '../writers/checks.js'
import type { Language } from '../writers/language.js'
import { sayCode } from '../writers/language.js'
import type { CorrectionRecord, DocumentRecord, FactRecord, MessageRecord } from '../writers/schema.js'
import type { ColumnValue, Table } from './columns.js'
import { column, endColumn, keyColumn, lineColumn, pageColumn, placeOf, startColumn } from './columns.js'
import type { DatasetDocument } from './contract.js'
import { factTable } from './fact-table.js'

export type { Column, ColumnType, ColumnValue as Cell, Table } from './columns.js'

/** A check with the first of its figures, which is where a reader looks. */
type CheckWithFact = DocumentRecord['checks'][number] & { readonly fact: FactRecord | undefined }

/** The first heading or title, in the restored wording: what people call the document. */
function titleOf({ blocks, source, corrections }: DocumentRecord): string | null {
  const title = blocks.find(({ kind }) => kind === 'title') ?? blocks.find(({ kind }) => kind === 'heading')
  if (title === undefined) return null
  const { start, end } = title
  const inside = corrections
    .filter((each) => each.status === 'applied' && start <= each.start && each.end <= end)
    .map((each) => ({ ...each, start: each.start - start, end: each.end - start }))
  return applyEdits(source.text.slice(start, end), inside)
}

const countOf = <Item>(items: readonly Item[], wanted: (item: Item) => boolean) => items.filter(wanted).length

export const documentTable: Table<DatasetDocument> = {
  name: 'documents',
  about: 'one row a document',
  items: (document) => [document],
  columns: [
    keyColumn(),
    column('id', 'text', 'hash of the bytes of the document', ({ record }) => record.id),
    column('path', 'text', 'the input as it was named', ({ record }) => record.origin.path),
    column(
      'entry',
      'text',
      'name in an archive, or line of a JSONL file',
      ({ record }) => record.origin.entry,
    ),
    column('title', 'text', 'title, restored', ({ record }) => titleOf(record)),
    column('mediaType', 'text', 'format of the original', ({ record }) => record.origin.mediaType),
    column('encoding', 'text', 'encoding of the original', ({ record }) => record.origin.encoding),
    column('bytes', 'integer', 'size of the original', ({ record }) => record.origin.bytes),
    column(
      'characters',
      'integer',
      'characters that are not white space',
      ({ quality }) => quality.characters,
    ),
    column('hanShare', 'share', 'share of Chinese characters', ({ quality }) => quality.hanShare),
    column(
      'verdict',
      'text',
      'spun, partly-spun, clean, too-short or beyond-repair',
      ({ record }) => record.spin.verdict,
    ),
    column(
      'spinRate',
      'share',
      'share of the replaceable words that were replaced',
      ({ quality }) => quality.spinRate,
    ),
    column(
      'unrepairableShare',
      'share',
      'share of characters that cannot be restored',
      ({ quality }) => quality.unrepairableShare,
    ),
    column(
      'boilerplateShare',
      'share',
      'share of characters of notices and page furniture',
      ({ quality }) => quality.boilerplateShare,
    ),
    column('numbers', 'integer', 'numbers in the text', ({ record }) => record.coverage.numbersSeen),
    column('coverage', 'share', 'share of the numbers that became facts', ({ quality }) => quality.coverage),
    column('quality', 'share', 'one figure for all of these', ({ quality }) => quality.score),
    column(
      'duplicateOf',
      'text',
      'key of the earlier document that this one repeats',
      ({ duplicateOf }) => duplicateOf,
    ),
    column('similarity', 'share', 'how much of it is the same', ({ similarity }) => similarity),
    column('repeats', 'integer', 'pieces that stand in other documents too', ({ repeats }) => repeats.length),
    column('corrections', 'integer', 'applied corrections', ({ record }) =>
      countOf(record.corrections, ({ status }) => status === 'applied'),
    ),
    column('suggestions', 'integer', 'corrections that are only suggested', ({ record }) =>
      countOf(record.corrections, ({ status }) => status === 'suggested'),
    ),
    column('facts', 'integer', 'numeric facts', ({ record }) => record.facts.length),
    column(
      'checks',
      'integer',
      'relations between figures that were checked',
      ({ record }) => record.checks.length,
    ),
    column('findings', 'integer', 'checks that ask for a reader', ({ record }) =>
      countOf(record.checks, isFinding),
    ),
    column(
      'messages',
      'integer',
      'things that could not be processed',
      ({ record }) => record.messages.length,
    ),
  ],
}

export const correctionTable: Table<CorrectionRecord> = {
  name: 'corrections',
  about: 'one row a correction, applied or suggested',
  items: ({ record }) => record.corrections,
  columns: [
    keyColumn(),
    column('actual', 'text', 'as printed', ({ actual }) => actual),
    column('replacement', 'text', 'standard wording', ({ replacement }) => replacement),
    column('status', 'text', 'applied or suggested', ({ status }) => status),
    column('kind', 'text', 'swap, layout or character', ({ kind }) => kind),
    column('confidence', 'share', 'calibrated', ({ confidence }) => confidence),
    column('traits', 'text', 'antonym, boundary, two-way, unlisted, title', ({ traits }) => traits.join(' ')),
    column('evidence', 'text', 'what speaks for it, the strongest first', ({ evidence }) =>
      [...evidence]
        .sort((a, b) => Math.abs(b.value) - Math.abs(a.value))
        .map(({ kind }) => kind)
        .join(' '),
    ),
    pageColumn(),
    lineColumn(),
    startColumn(),
    endColumn(),
  ],
}

export const checkTable: Table<CheckWithFact> = {
  name: 'checks',
  about: 'one row a relation between figures that the text claims',
  items: ({ record }) => {
    const factsOf = factLookup(record)
    return record.checks.map((check) => ({ ...check, fact: factsOf(check)[0] }))
  },
  columns: [
    keyColumn(),
    column('check', 'text', 'id of the check in its document', ({ id }) => id),
    column('rule', 'text', 'the rule', ({ rule }) => rule),
    column(
      'state',
      'text',
      'holds, rounding, approximate, mismatch, solved or unconfirmed',
      ({ state }) => state,
    ),
    column('severity', 'text', 'error, warning or info', ({ severity }) => severity),
    column('isFinding', 'boolean', 'asks for a reader', (check) => isFinding(check)),
    column('expression', 'text', 'the relation with its figures', ({ expression }) => expression),
    column('stated', 'decimal', 'what the text says', ({ stated }) => stated),
    column('computed', 'decimal', 'what the other figures give', ({ computed }) => computed),
    column('difference', 'decimal', 'between the two', ({ difference }) => difference),
    column('solution', 'decimal', 'value that makes it hold', ({ solution }) => solution),
    column('facts', 'text', 'the facts in it', ({ facts }) => facts.join(' ')),
    column('code', 'text', 'why', ({ code }) => code),
    column('explanation', 'text', 'the same in words', (check, _, language) =>
      explanationOf(check, language),
    ),
    column(
      'page',
      'integer',
      'page of its first figure',
      ({ fact }, { record }) => (fact && placeOf(record, fact.start)?.page) ?? null,
    ),
    column(
      'line',
      'integer',
      'line of its first figure',
      ({ fact }, { record }) => (fact && placeOf(record, fact.start)?.line) ?? null,
    ),
    column('start', 'offset', 'first code unit of its first figure', ({ fact }) => fact?.start ?? null),
    column('end', 'offset', 'behind the last code unit of its first figure', ({ fact }) => fact?.end ?? null),
  ],
}

export const messageTable: Table<MessageRecord> = {
  name: 'messages',
  about: 'one row a thing that could not be processed',
  items: ({ record }) => record.messages,
  columns: [
    keyColumn(),
    column('stage', 'text', 'where it happened', ({ stage }) => stage),
    column('level', 'text', 'warning or error', ({ level }) => level),
    column('code', 'text', 'what happened', ({ code }) => code),
    column('explanation', 'text', 'the same in words', ({ code, parameters }, _, language) =>
      sayCode(language, 'message', code, parameters),
    ),
    startColumn(),
    endColumn(),
  ],
}

export const tables = [
  documentTable,
  factTable,
  correctionTable,
  checkTable,
  messageTable,
] as readonly Table[]

/** The tables, the main one first. */
export const factsFirst = [
  factTable,
  ...tables.filter(({ name }) => name !== factTable.name),
] as readonly Table[]

/** The rows of a document in a table. */
export function rowsOf<Item>(
  table: Table<Item>,
  document: DatasetDocument,
  language: Language,
): ColumnValue[][] {
  return table.items(document).map((item) => table.columns.map(({ cell }) => cell(item, document, language)))
}
