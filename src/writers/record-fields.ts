/** The parts of a record by their names, in its order, for those who take only some of them. */
import type { DocumentRecord } from './schema.js'

export const recordFieldNames = [
  'schemaVersion',
  'id',
  'origin',
  'source',
  'repaired',
  'blocks',
  'spin',
  'corrections',
  'damage',
  'facts',
  'tables',
  'checks',
  'coverage',
  'recognition',
  'messages',
  'decisions',
  'tokens',
  'segmenter',
  'stages',
] as const satisfies readonly (keyof DocumentRecord)[]

export type RecordField = (typeof recordFieldNames)[number]
