/** Where the words and figures of a scan stand on its pages: what the page needs to mark them on pictures. */
import { boxAround, placesOf } from '../writers/page/scan/place.js'
import type { DocumentRecord, SpanRecord } from '../writers/schema.js'
import type { ReviewedScan, ScanSpot } from './client-data.js'

const exactly = { across: 0, down: 0 }

function spotsOf(record: DocumentRecord, { start, end }: SpanRecord): ScanSpot[] {
  return placesOf(record, start, end).map((place) => ({ page: place.page, ...boxAround(place, exactly) }))
}

/** Undefined where the document was not recognised. Words are told by the number of their correction. */
export function scanOf(record: DocumentRecord): ReviewedScan | undefined {
  const { recognition, corrections, facts } = record
  if (recognition === undefined) return undefined
  const words = corrections.map((correction) => spotsOf(record, correction))
  const figures = Object.fromEntries(facts.map((fact) => [fact.id, spotsOf(record, fact)]))
  const pages = recognition.pages.map(({ page, width, height }) => ({ page, width, height }))
  return { pages, words, figures }
}
