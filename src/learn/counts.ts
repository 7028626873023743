/**
 * Expected counts of one document and of all documents of a source: how often a pair was used, a key replaced, a key
 * kept. The counts of a document are sparse, so that thousands of documents fit. What the others show is the total
 * minus the document's own counts.
 */

import type { ToolPosterior } from '../repair/tool/tool-posterior.js'
import type { WarmStart } from '../repair/tool/warm-start.js'
import type { Lexicon } from '../resources/lexicon.js'

/** Places that hold a count, and the counts. */
interface SparseCounts {
  readonly places: Int32Array
  readonly counts: Float32Array
}

export interface DocumentCounts {
  readonly used: SparseCounts
  readonly replaced: SparseCounts
  readonly survived: SparseCounts
  readonly characters: number
}

export interface Totals {
  readonly used: Float64Array
  readonly replaced: Float64Array
  readonly survived: Float64Array
  characters: number
}

/** Counts below this say nothing. */
const leastCount = 1e-3

/** What stands in `after` and not yet in `before`, up to a length. */
function gained(after: Float32Array, before: Float32Array | undefined, length: number): SparseCounts {
  const places: number[] = []
  const counts: number[] = []
  for (let place = 0; place < length; place++) {
    const count = after[place]! - (before?.[place] ?? 0)
    if (count < leastCount) continue
    places.push(place)
    counts.push(count)
  }
  return { places: Int32Array.from(places), counts: Float32Array.from(counts) }
}

/** What a document itself has shown: the posterior without the warm start. */
export function countsOf(
  lexicon: Lexicon,
  tool: ToolPosterior,
  warmStart: WarmStart | undefined,
  characters: number,
): DocumentCounts {
  const pairs = lexicon.entries.length
  const forms = lexicon.forms.length
  return {
    used: gained(tool.used, warmStart?.used, pairs),
    replaced: gained(tool.replaced, warmStart?.replaced, forms),
    survived: gained(tool.survived, warmStart?.survived, forms),
    characters,
  }
}

export function emptyTotals(lexicon: Lexicon): Totals {
  return {
    used: new Float64Array(lexicon.entries.length),
    replaced: new Float64Array(lexicon.forms.length),
    survived: new Float64Array(lexicon.forms.length),
    characters: 0,
  }
}

export function addCounts(totals: Totals, document: DocumentCounts): void {
  for (const kind of ['used', 'replaced', 'survived'] as const) {
    const { places, counts } = document[kind]
    places.forEach((place, index) => {
      totals[kind][place]! += counts[index]!
    })
  }
  totals.characters += document.characters
}

/** What all documents but one have shown. */
export function warmStartWithout(totals: Totals, document: DocumentCounts): WarmStart {
  const rest = (kind: 'used' | 'replaced' | 'survived') => {
    const all = Float32Array.from(totals[kind])
    const { places, counts } = document[kind]
    places.forEach((place, index) => {
      all[place] = Math.max(0, all[place]! - counts[index]!)
    })
    return all
  }
  return {
    used: rest('used'),
    replaced: rest('replaced'),
    survived: rest('survived'),
    characters: totals.characters - document.characters,
  }
}
