/**
 * The tables of a dataset, once for every format that has tables (CSV, XLSX, SQLite, Parquet): columns with their types
 * and meaning, and how a document gives rows. Figures are decimal strings, exactly as the record has them.
 * Invariant: `document` is the key that joins the tables; a column's name never depends on the format.
 */
import { isFinding } from '../model/check.js'
import { explanationOf, factLookup } from '../writers/checks.js'
import type { Language } from '../writers/language.js'
import { sayCode } from '../writers/language.js'
import type { DocumentRecord } from '../writers/schema.js'
import type { DatasetDocument } from './contract.js'

/**
 * `decimal` is an exact figure as a string, or a fraction such as 1/3; `date` an ISO date such as 2016-12-31 as a
 * string; `share` a number in [0, 1]; `offset` counts UTF-16 code units.
 */
export type ColumnType = 'text' | 'integer' | 'offset' | 'decimal' | 'date' | 'share' | 'boolean'
export type Cell = string | number | boolean | null

/** Whether a text is a plain decimal: no fraction, no exponent. */
export function isDecimal(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text)
}

export interface Column<Item> {
  readonly name: string
  readonly type: ColumnType
  /** What it holds, for the documented schema. */
  readonly about: string
  cell(item: Item, document: DatasetDocument, language: Language): Cell
}

export interface Table<Item = unknown> {
  readonly name: 'documents' | 'facts' | 'corrections' | 'checks' | 'messages'
  readonly about: string
  readonly columns: readonly Column<Item>[]
  /** What becomes a row each, in the order of the record. */
  items(document: DatasetDocument): readonly Item[]
}

type Fact = DocumentRecord['facts'][number]
/** A check with the first of its figures, which is where a reader looks. */
type Check = DocumentRecord['checks'][number] & { readonly fact: Fact | undefined }
type Correction = DocumentRecord['corrections'][number]
type Message = DocumentRecord['messages'][number]

function column<Item>(
  name: string,
  type: ColumnType,
  about: string,
  cell: Column<Item>['cell'],
): Column<Item> {
  return { name, type, about, cell }
}

const keyColumn = <Item>() =>
  column<Item>('document', 'text', 'key of the document', (_, document) => document.key)

/** The place of an offset in the original: page and line of the block that holds it. */
function placeOf(
  { blocks }: DocumentRecord,
  offset: number,
): DocumentRecord['blocks'][number]['at'] | undefined {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (blocks[middle]!.end <= offset) low = middle + 1
    else high = middle
  }
  const block = blocks[low]
  return block !== undefined && block.start <= offset ? block.at : undefined
}

const pageColumn = <Item extends { readonly start: number }>() =>
  column<Item>(
    'page',
    'integer',
    'page of the original, from 1, where it has pages',
    ({ start }, { record }) => placeOf(record, start)?.page ?? null,
  )
const lineColumn = <Item extends { readonly start: number }>() =>
  column<Item>(
    'line',
    'integer',
    'line of the original, from 1',
    ({ start }, { record }) => placeOf(record, start)?.line ?? null,
  )
const startColumn = <Item extends { readonly start: number }>() =>
  column<Item>('start', 'offset', 'first code unit in the source text', ({ start }) => start)
const endColumn = <Item extends { readonly end: number }>() =>
  column<Item>('end', 'offset', 'behind the last code unit in the source text', ({ end }) => end)

/** The first heading or title: what people call the document. */
function titleOf({ blocks, source }: DocumentRecord): string | null {
  const title = blocks.find(({ kind }) => kind === 'title') ?? blocks.find(({ kind }) => kind === 'heading')
  return title === undefined ? null : source.text.slice(title.start, title.end)
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
    column('title', 'text', 'title as printed', ({ record }) => titleOf(record)),
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
      'spun, partly-spun, clean or beyond-repair',
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

export const factTable: Table<Fact> = {
  name: 'facts',
  about: 'one row a numeric fact',
  items: ({ record }) => record.facts,
  columns: [
    keyColumn(),
    column('fact', 'text', 'id of the fact in its document', ({ id }) => id),
    column('indicator', 'text', 'what is measured, in standard wording', ({ indicator }) => indicator),
    column('indicatorId', 'text', 'id where the indicator is a known one', ({ indicatorId }) => indicatorId),
    column('head', 'text', 'last part of the indicator', ({ head }) => head),
    column(
      'implicit',
      'boolean',
      'the indicator is not printed beside the number',
      ({ implicit }) => implicit,
    ),
    column('subject', 'text', 'of whom', ({ subject }) => subject),
    column(
      'subjectDamaged',
      'boolean',
      'the subject cannot be read in full',
      ({ subjectDamaged }) => subjectDamaged,
    ),
    column('place', 'text', 'where', ({ place }) => place),
    column('text', 'text', 'the number as printed', ({ text }) => text),
    column('value', 'decimal', 'in the printed unit; empty for ranges and masks', ({ value }) => value),
    column('low', 'decimal', 'lower bound, in the printed unit', ({ low }) => low),
    column('high', 'decimal', 'upper bound, in the printed unit', ({ high }) => high),
    column('unit', 'text', 'as printed', ({ unit }) => unit),
    column('baseValue', 'decimal', 'in the base unit', ({ base }) => base.value),
    column('baseUnit', 'text', 'the base unit', ({ base }) => base.unit),
    column('measure', 'text', 'money, count, area …', ({ measure }) => measure),
    column('bound', 'text', 'exact, at-least, range …', ({ bound }) => bound),
    column('qualifier', 'text', 'word of the bound as printed', ({ qualifier }) => qualifier),
    column('period', 'text', 'period as printed', ({ period }) => period?.text ?? null),
    column('periodStart', 'date', 'first day; empty where masked', ({ period }) => period?.start ?? null),
    column('periodEnd', 'date', 'last day; empty where masked', ({ period }) => period?.end ?? null),
    column('periodGrain', 'text', 'day, month, year, plan …', ({ period }) => period?.grain ?? null),
    column(
      'periodInferred',
      'text',
      'where the period was taken from; empty where it is printed beside the number',
      ({ period }) => period?.inferred ?? null,
    ),
    column('status', 'text', 'actual, planned or estimated', ({ status }) => status),
    column('role', 'text', 'total, part, value or change', ({ role }) => role),
    column('partOf', 'text', 'fact that this one is a part of', ({ partOf }) => partOf),
    column('changeOf', 'text', 'fact whose change this one is', ({ change }) => change?.of ?? null),
    column(
      'changeDirection',
      'text',
      'increase, decrease or level',
      ({ change }) => change?.direction ?? null,
    ),
    column(
      'changeKind',
      'text',
      'delta, percent, points, multiple or from-to',
      ({ change }) => change?.kind ?? null,
    ),
    column(
      'changeAgainst',
      'text',
      'what it is compared with, as printed',
      ({ change }) => change?.against ?? null,
    ),
    column('prior', 'decimal', 'value before the change', ({ change }) => change?.prior ?? null),
    column('ratioPart', 'text', 'fact that is the part of this ratio', ({ ratio }) => ratio?.part ?? null),
    column('ratioWhole', 'text', 'fact that is the whole of this ratio', ({ ratio }) => ratio?.whole ?? null),
    column(
      'recovered',
      'decimal',
      'value of a mask, solved by the audit',
      ({ recovered }) => recovered?.value ?? null,
    ),
    column('recoveredBy', 'text', 'check that gives this value', ({ recovered }) => recovered?.by ?? null),
    column('section', 'text', 'headings above it', ({ section }) => section.join(' / ')),
    column('sentence', 'text', 'the sentence as printed', ({ sentence }, { record }) =>
      record.source.text.slice(sentence.start, sentence.end),
    ),
    pageColumn(),
    lineColumn(),
    startColumn(),
    endColumn(),
    column('confidence', 'share', 'how sure the reading is', ({ confidence }) => confidence),
  ],
}

export const correctionTable: Table<Correction> = {
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

export const checkTable: Table<Check> = {
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

export const messageTable: Table<Message> = {
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
export function rowsOf<Item>(table: Table<Item>, document: DatasetDocument, language: Language): Cell[][] {
  return table.items(document).map((item) => table.columns.map(({ cell }) => cell(item, document, language)))
}
