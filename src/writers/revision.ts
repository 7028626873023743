/**
 * The repair of a record as a revision again, so that spans of its source can be mapped.
 * Invariant: its text is the repaired text of the record.
 */
import type { Revision } from '../model/edit.js'
import { revise } from '../model/edit.js'
import type { DocumentRecord } from './schema.js'

/** Throws a RangeError where the applied corrections overlap or leave the source. */
export function revisionOf({
  source,
  corrections,
}: Pick<DocumentRecord, 'source' | 'corrections'>): Revision<'source', 'repaired'> {
  return revise(
    source.text,
    corrections.filter(({ status }) => status === 'applied'),
  )
}
