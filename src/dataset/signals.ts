/**
 * What the selection needs to know of a document, made where the document was processed. Pure; a few hundred bytes to
 * some kilobytes, as JSON can carry them.
 */
import type { DocumentRecord } from '../writers/schema.js'
import type { Quality } from './contract.js'
import { type Sketch, sketchOf } from './duplicates/sketch.js'
import { type Prose, proseOf } from './prose.js'
import { qualityOf } from './quality.js'

export interface Signals {
  readonly quality: Quality
  readonly sketch: Sketch
  readonly prose: Prose
}

/** The signals of a record. */
export function signalsOf(record: DocumentRecord): Signals {
  return { quality: qualityOf(record), sketch: sketchOf(record), prose: proseOf(record) }
}
