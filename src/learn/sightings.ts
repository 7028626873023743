/**
 * Where a pair was seen in the documents of a source: total probability, number of places and documents, best example.
 */
import type { Decoded } from '../repair/decode/decode.js'
import { pairOf } from '../repair/tool/pair-table.js'

export interface Sighting {
  readonly standard: string
  readonly spun: string
  /** No lexicon names it: a document alone proposed it. */
  readonly isProposed: boolean
  /** Sum of the probabilities of the places; of their squares. */
  mass: number
  squares: number
  documents: number
  lastDocument: number
  /** Number of places where the pair is likelier than not. */
  likely: number
  best: number
  /** The surest place, with some words around it. */
  example: string
}

/** By `pairKey`. */
export type Sightings = Map<string, Sighting>

export function pairKey(standard: string, spun: string): string {
  return `${standard}\t${spun}`
}

/** Characters shown on either side of a swap. */
const exampleReach = 14
/** A document counts where it holds the pair with this probability. */
const leastProbability = 0.3

function exampleAt(text: string, start: number, end: number): string {
  const lineStart = text.lastIndexOf('\n', start) + 1
  const lineEnd = text.indexOf('\n', end)
  const from = Math.max(lineStart, start - exampleReach)
  const to = Math.min(lineEnd < 0 ? text.length : lineEnd, end + exampleReach)
  return text.slice(from, to).replace(/\s+/g, ' ').trim()
}

/** Adds what one decoded document shows. */
export function addSightings(sightings: Sightings, decoded: Decoded, text: string, document: number): void {
  for (const { start, end, pair, probability } of decoded.edits) {
    const { standard, origin } = pairOf(decoded.tool.table, pair)
    const spun = text.slice(start, end)
    const key = pairKey(standard, spun)
    let sighting = sightings.get(key)
    if (sighting === undefined) {
      sighting = {
        standard,
        spun,
        isProposed: origin === 'proposed',
        mass: 0,
        squares: 0,
        documents: 0,
        lastDocument: -1,
        likely: 0,
        best: 0,
        example: '',
      }
      sightings.set(key, sighting)
    }
    sighting.mass += probability
    sighting.squares += probability ** 2
    if (probability >= 0.5) sighting.likely++
    if (probability >= leastProbability && sighting.lastDocument !== document) {
      sighting.documents++
      sighting.lastDocument = document
    }
    if (probability > sighting.best) {
      sighting.best = probability
      sighting.example = exampleAt(text, start, end)
    }
  }
}
