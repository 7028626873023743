/**
 * The documents that are no duplicates, and which of them a new one repeats: the same bytes, the same text, or nearly
 * the same text with nearly the same figures.
 */
import { createBandIndex } from './band-index.js'
import { figuresKept, sharedFigures } from './figures.js'
import { hashNumbers, hashText, mix } from './hash.js'
import { documentBins, type Sketch, unpack16, unpack32 } from './sketch.js'
import { createRows } from './storage.js'

/** Share of shingles, estimated, from which texts are nearly the same. */
export const leastSimilarity = 0.8
/** Share of the figures of the document with fewer of them that the other must have. */
export const leastSharedFigures = 0.75

const bands = 16
const binsABand = 6
/** A row: owner, band keys, two exact keys (id, text) with their second words, count of figures, figures, bins. */
const layout = {
  owner: 0,
  keys: 1,
  exact: 1 + bands,
  second: 3 + bands,
  count: 5 + bands,
  figures: 6 + bands,
  bins: 6 + bands + figuresKept,
}
const width = layout.bins + documentBins / 2

export interface Match {
  /** Number of the document that is repeated. */
  readonly owner: number
  readonly isExact: boolean
  readonly similarity: number
}

export interface DocumentIndex {
  find(id: string, sketch: Sketch): Match | null
  add(owner: number, id: string, sketch: Sketch): void
}

/** Keys of the bands: some bins of the text with the least of the figures under a hash of the band's own. */
function bandKeys(bins: Uint16Array, figures: Uint32Array): Uint32Array {
  const keys = new Uint32Array(bands)
  for (let band = 0; band < bands; band++) {
    let least = 0xffffffff
    for (const figure of figures) least = Math.min(least, mix(figure ^ Math.imul(band + 1, 0x27d4eb2f)))
    const some = bins.subarray(band * binsABand, (band + 1) * binsABand)
    keys[band] = hashNumbers(some, least)
  }
  return keys
}

export function createDocumentIndex(): DocumentIndex {
  const rows = createRows(width)
  const near = createBandIndex(rows, layout.keys, bands)
  const exact = createBandIndex(rows, layout.exact, 2)

  /** Empty documents are the same only if their bytes are. */
  function exactKeys(id: string, { text, length }: Sketch): Uint32Array {
    const [first = 0, second = 0] = length === 0 ? [hashText(id, 5), hashText(id, 6)] : unpack32(text)
    return Uint32Array.of(hashText(id, 3), first, hashText(id, 4), second)
  }

  return {
    find(id, sketch) {
      let found: Match | null = null
      const keys = exactKeys(id, sketch)
      exact.find(keys, (row) => {
        const piece = rows.piece(row)
        const at = rows.at(row)
        const isSame = [0, 1].some(
          (which) =>
            piece[at + layout.exact + which] === keys[which] &&
            piece[at + layout.second + which] === keys[which + 2],
        )
        if (isSame) found = { owner: piece[at + layout.owner]!, isExact: true, similarity: 1 }
        return isSame
      })
      if (found !== null || sketch.length === 0) return found
      const bins = unpack16(sketch.bins)
      const words = new Uint32Array(bins.buffer)
      const lowest = unpack32(sketch.figures)
      let best = leastSimilarity * documentBins
      let owner = -1
      near.find(bandKeys(bins, lowest), (row) => {
        const piece = rows.piece(row)
        const at = rows.at(row)
        let equal = 0
        for (let word = 0; word < words.length; word++) {
          const difference = words[word]! ^ piece[at + layout.bins + word]!
          if ((difference & 0xffff) === 0) equal++
          if ((difference & 0xffff0000) === 0) equal++
        }
        const other = piece[at + layout.owner]!
        // Of equally similar ones the first, whichever band found it.
        if (equal < best || (equal === best && owner >= 0 && other >= owner)) return false
        const count = piece[at + layout.count]!
        const from = at + layout.figures
        const theirs = { count, lowest: piece.subarray(from, from + Math.min(count, figuresKept)) }
        if (sharedFigures({ count: sketch.figureCount, lowest }, theirs) < leastSharedFigures) return false
        best = equal
        owner = other
        return false
      })
      return owner < 0 ? null : { owner, isExact: false, similarity: best / documentBins }
    },
    add(owner, id, sketch) {
      const bins = unpack16(sketch.bins)
      const figures = unpack32(sketch.figures)
      const row = rows.add()
      const piece = rows.piece(row)
      const at = rows.at(row)
      piece[at + layout.owner] = owner
      piece.set(bandKeys(bins, figures), at + layout.keys)
      piece.set(exactKeys(id, sketch), at + layout.exact)
      piece[at + layout.count] = sketch.figureCount
      piece.set(figures, at + layout.figures)
      piece.set(new Uint32Array(bins.buffer), at + layout.bins)
      exact.add(row)
      // An empty text is like no other.
      if (sketch.length > 0) near.add(row)
    },
  }
}
