/** A record as people may see it: signs for controls, in its texts line by line, in everything else within the line. */
import { mapStrings, showControls, showInLine } from './controls.js'
import type { DocumentRecord } from './schema.js'

export function showRecord(record: DocumentRecord): DocumentRecord {
  const { source, repaired, corrections, tokens, ...rest } = record
  return {
    ...mapStrings(rest, showInLine),
    ...mapStrings({ source, repaired, corrections, ...(tokens && { tokens }) }, showControls),
  }
}
