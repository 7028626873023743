/** The paragraphs of the documents so far, and which of them a new paragraph repeats. */
import { createBandIndex } from './band-index.js'
import { equalBins } from './minhash.js'
import { binWords, leastEqualBins, leastEqualBinsWithFigures, paragraphWords } from './paragraphs.js'
import { createRows } from './storage.js'

export interface ParagraphIndex {
  /** Number of the document in which the paragraph was first seen; -1 where it is new. */
  find(sketch: Uint32Array): number
  add(owner: number, sketch: Uint32Array): void
}

export function createParagraphIndex(): ParagraphIndex {
  // A row: the sketch, whose words are the band keys as well, and the owner.
  const rows = createRows(paragraphWords + 1)
  const index = createBandIndex(rows, 0, paragraphWords)
  return {
    find(sketch) {
      let owner = -1
      index.find(sketch, (row) => {
        const piece = rows.piece(row)
        const at = rows.at(row)
        const hasFigures = piece[at + binWords] === sketch[binWords]
        const least = hasFigures ? leastEqualBinsWithFigures : leastEqualBins
        if (equalBins(piece, at, sketch, 0, binWords) >= least) {
          const found = piece[at + paragraphWords]!
          if (owner < 0 || found < owner) owner = found
        }
        return false
      })
      return owner
    },
    add(owner, sketch) {
      const row = rows.add()
      const piece = rows.piece(row)
      const at = rows.at(row)
      piece.set(sketch, at)
      piece[at + paragraphWords] = owner
      index.add(row)
    },
  }
}
