/** Pieces of a record in restored wording, for rows that hold many of them. */
import { offsetMap } from '../../model/edit.js'
import { spanOf } from '../../model/span.js'
import { revisionOf } from '../revision.js'
import type { DocumentRecord, SpanRecord } from '../schema.js'

type Map = ReturnType<typeof offsetMap<'source', 'repaired'>>

/** One a record; it is asked of many of its places. */
const known = new WeakMap<DocumentRecord, Map>()

function mapOf(record: DocumentRecord): Map {
  const map = known.get(record) ?? offsetMap(revisionOf(record))
  known.set(record, map)
  return map
}

/** What became of a span of the source text. */
export function restoredText(record: DocumentRecord, { start, end }: SpanRecord): string {
  const span = mapOf(record).forward(spanOf<'source'>(start, end))
  return record.repaired.text.slice(span.start, span.end)
}

/** The first title or heading, in restored wording: what people call the document. */
export function titleOf(record: DocumentRecord): string | null {
  const { blocks } = record
  const title = blocks.find(({ kind }) => kind === 'title') ?? blocks.find(({ kind }) => kind === 'heading')
  return title === undefined ? null : restoredText(record, title)
}
