/** Documents of a dataset made by hand, for the tests of its formats. */
import type { DatasetDocument, Repeat } from '../../src/dataset/contract.js'
import { toRecord } from '../../src/writers/record.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { auditedExample } from '../support/audited.js'

type Block = DocumentRecord['blocks'][number]
type Correction = DocumentRecord['corrections'][number]

export interface Piece {
  readonly kind?: Block['kind']
  readonly level?: number
  readonly text: string
  /** Printed here, if it is not `text`: the piece is a correction of it. */
  readonly actual?: string
}

/** A record of these pieces, one after the other; those without ink belong to no block. */
export function recordOf(pieces: readonly Piece[]): DocumentRecord {
  let source = ''
  const blocks: Block[] = []
  const corrections: Correction[] = []
  const [correction] = toRecord(auditedExample()).corrections as [Correction]
  for (const { kind = 'paragraph', level = 0, text, actual = text } of pieces) {
    const [start, end] = [source.length, source.length + actual.length]
    source += actual
    if (actual !== text) {
      corrections.push({ ...correction, start, end, actual, replacement: text, status: 'applied' })
    }
    const at = { page: null, line: null, cell: null }
    if (actual.trim() !== '') blocks.push({ kind, level, label: null, start, end, at })
  }
  return {
    ...toRecord(auditedExample()),
    source: { text: source },
    repaired: { text: pieces.map(({ text }) => text).join('') },
    blocks,
    corrections,
  }
}

/** A document with this record at this place. */
export function documentOf(
  record: DocumentRecord,
  place = 'a',
  repeats: readonly Repeat[] = [],
): DatasetDocument {
  return {
    key: '0123456789abcdef',
    place,
    line: Buffer.from(JSON.stringify(record)),
    record,
    quality: {
      characters: record.source.text.length,
      hanShare: 1,
      spinRate: 0,
      unrepairableShare: 0,
      boilerplateShare: 0,
      coverage: 1,
      score: 1,
    },
    duplicateOf: null,
    similarity: null,
    repeats,
  }
}

export async function* stream(documents: readonly DatasetDocument[]): AsyncGenerator<DatasetDocument> {
  yield* documents
}
