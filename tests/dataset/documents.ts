/** Documents as a format gets them, made of records: for the tests of formats. */
import { createHash } from 'node:crypto'
import type { DatasetDocument, Quality } from '../../src/dataset/contract.js'
import { toRecord } from '../../src/writers/record.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { auditedExample } from '../support/audited.js'

function qualityOf({ source, spin, coverage }: DocumentRecord): Quality {
  const characters = source.text.replace(/\s/g, '').length
  const han = source.text.match(/\p{Script=Han}/gu)?.length ?? 0
  return {
    characters,
    hanShare: characters === 0 ? 0 : han / characters,
    spinRate: spin.rate,
    unrepairableShare: 0,
    boilerplateShare: 0.125,
    coverage: coverage.numbersSeen === 0 ? 1 : coverage.facts / coverage.numbersSeen,
    score: 0.75,
  }
}

/** One document for each record, in their order. The second and later with the same id repeat the first. */
export async function* datasetDocuments(records: Iterable<DocumentRecord>): AsyncGenerator<DatasetDocument> {
  const firstKeys = new Map<string, string>()
  let number = 0
  for (const record of records) {
    const { path, entry } = record.origin
    const key = createHash('sha256')
      .update(JSON.stringify([path, entry, record.id]))
      .digest('hex')
      .slice(0, 16)
    const duplicateOf = firstKeys.get(record.id) ?? null
    if (duplicateOf === null) firstKeys.set(record.id, key)
    number += 1
    yield {
      key,
      place: `texts/document-${number}`,
      line: Buffer.from(JSON.stringify(record)),
      record,
      quality: qualityOf(record),
      duplicateOf,
      similarity: duplicateOf === null ? null : 1,
      repeats: [],
    }
  }
}

/** A table of one cell, whatever the text says there. */
const exampleTable: NonNullable<DocumentRecord['tables']>[number] = {
  start: 0,
  end: 2,
  table: 0,
  unit: '所',
  rows: [{ row: 0, role: 'body', name: '学校', unit: null, period: '2016年', parent: null, isAmong: false }],
  columns: [{ column: 1, role: 'value', name: '数量', unit: null, period: null, of: null, base: null }],
  cells: [{ row: 0, column: 1, rowSpan: 1, columnSpan: 2, start: 0, end: 2 }],
}

/** The record of the example by hand, with what a test changes. */
export function exampleRecord(changes: Partial<DocumentRecord> = {}): DocumentRecord {
  return { ...toRecord(auditedExample()), ...changes }
}

/** Two documents with one of everything; the second repeats the first under another path. */
export function exampleDocuments(): AsyncGenerator<DatasetDocument> {
  const first = exampleRecord({ tables: [exampleTable] })
  return datasetDocuments([first, { ...first, origin: { ...first.origin, path: 'again.txt', entry: '2' } }])
}
