/** What a card counts over the documents of a dataset, each looked at once. */
import { cellsOf } from '../../writers/tables/columns.js'
import type { DatasetDocument } from '../contract.js'
import { documentTable } from '../tables.js'

/** Of these columns a card says which values there are, and of how many documents. */
export const listed = ['verdict', 'mediaType', 'year', 'region', 'source'] as const
/** Of these it says the sum. */
export const summed = [
  'characters',
  'numbers',
  'facts',
  'checks',
  'findings',
  'corrections',
  'suggestions',
] as const

export interface Tally {
  documents: number
  duplicates: number
  readonly sums: Record<(typeof summed)[number], number>
  /** Documents by value; null is not among the values. */
  readonly values: Readonly<Record<(typeof listed)[number], Map<string, number>>>
  /** Sum of the quality of the documents. */
  quality: number
  /** The least and the greatest day of publication; empty where no page states one. */
  readonly published: string[]
}

export async function tallyOf(documents: AsyncIterable<DatasetDocument>): Promise<Tally> {
  const tally: Tally = {
    documents: 0,
    duplicates: 0,
    sums: { characters: 0, numbers: 0, facts: 0, checks: 0, findings: 0, corrections: 0, suggestions: 0 },
    values: {
      verdict: new Map(),
      mediaType: new Map(),
      year: new Map(),
      region: new Map(),
      source: new Map(),
    },
    quality: 0,
    published: [],
  }
  for await (const document of documents) add(tally, document)
  return tally
}

function add(tally: Tally, document: DatasetDocument): void {
  const cells = cellsOf(documentTable, document)
  tally.documents++
  if (document.duplicateOf !== null) tally.duplicates++
  tally.quality += document.quality.score
  for (const name of summed) tally.sums[name] += Number(cells[name])
  for (const name of listed) {
    const value = cells[name]
    if (value === null || value === undefined) continue
    // A string of its own: a piece of a text would hold all of it.
    const own = Buffer.from(String(value)).toString()
    tally.values[name].set(own, (tally.values[name].get(own) ?? 0) + 1)
  }
  const { published } = cells
  if (typeof published === 'string') note(tally.published, published)
}

/** Keeps the least and the greatest of all that come. */
function note(range: string[], day: string): void {
  const [first = day, last = day] = range
  range.splice(0, 2, day < first ? day : first, day > last ? day : last)
}
