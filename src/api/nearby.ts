/**
 * Work on short texts in the thread of the server itself: a text of some sentences is done sooner than it has gone to
 * another thread and come back. Others wait for it no longer than for a turn of that thread.
 */
import { processDocument, processText } from '../pipeline/process.js'
import type { Resources } from '../pipeline/resources.js'
import type { FieldOptions } from '../readers/contract.js'
import type { DocumentRecord } from '../writers/schema.js'
import type { Gate } from './gate.js'

/** Most bytes of what is done here. */
export const mostNearby = 2000

/** Whether something is done here: it is short, and nobody else has come in. */
export const isForHere = (bytes: Uint8Array, gate: Gate): boolean =>
  bytes.length <= mostNearby && gate.isQuiet

export interface Nearby {
  text(text: string): DocumentRecord
  /** The records of a line, which is JSON. */
  line(bytes: Uint8Array, path: string, fields: FieldOptions): AsyncIterable<DocumentRecord>
}

/** What works with resources of this thread; `document` are options of the pipeline. */
export function openNearby(
  resources: Resources,
  document: Omit<Parameters<typeof processDocument>[1], 'resources' | 'path'>,
): Nearby {
  const options = { ...document, resources }
  // A line is one document: there is no other one of its source that could prove it.
  const ofLine = { ...options, encoding: 'utf-8', pool: 'none' as const }
  return {
    text: (text) => processText(text, options),
    line: (bytes, path, fields) => processDocument(bytes, { ...ofLine, path, fields }),
  }
}
