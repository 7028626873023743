/**
 * The documents that are no duplicates, and which of them a new one repeats: the same bytes, the same text, or nearly
 * the same text with nearly the same figures. What is left of the wording after two tools and two repairs may be half
 * of it; the figures stay, for no tool spins them. So the more figures agree, the less of the wording must.
 */
import { createBandIndex } from './band-index.js'
import { type FigureSet, figuresKept, shareOfFigures, shareOfYears } from './figures.js'
import { hashNumbers, hashText, mix } from './hash.js'
import { equalBins } from './minhash.js'
import { documentBins, type Sketch, unpack } from './sketch.js'
import { createRows } from './storage.js'

/**
 * Share of shingles, estimated, from which texts are nearly the same; and where both have some figures. Different
 * reports have a tenth in common, copies by two tools a fifth at least and a half as a rule.
 */
const leastSimilarity = 0.4
const leastSimilarityWithFigures = 0.2
const someFigures = 4
/** Fewer are found in many documents and do not lead to a copy alone. */
const manyFigures = 8
/**
 * Share of the later document's figures, and of its years, that the earlier one must have, and how much longer the
 * later may be: what it has beyond the earlier is lost when it is dropped.
 */
const leastShareOfFigures = 0.85
const leastShareOfYears = 0.75
const mostLength = 1.2

const textBands = 20
const binsATextBand = 3
const figureBands = 6
const figuresAFigureBand = 3
const bands = textBands + figureBands
/** A row: owner, band keys, hashes of id and text, two words each, traits, figures, bins. */
const layout = {
  owner: 0,
  keys: 1,
  exact: 1 + bands,
  second: 3 + bands,
  length: 5 + bands,
  masksYears: 6 + bands,
  years: 7 + bands,
  count: 9 + bands,
  figures: 10 + bands,
  bins: 10 + bands + figuresKept,
}
const binWords = documentBins / 4
const width = layout.bins + binWords

export interface DuplicateMatch {
  /** Number of the document that is repeated. */
  readonly owner: number
  readonly isExact: boolean
  /** 1 of an exact one, an estimate of another. */
  readonly similarity: number
}

export interface DocumentIndex {
  find(id: string, sketch: Sketch): DuplicateMatch | null
  add(owner: number, id: string, sketch: Sketch): void
}

/** The hash that is least under a permutation of its own: sets that share most hashes share most such ones. */
function leastUnder(permutation: number, hashes: Uint32Array): number {
  const salt = Math.imul(permutation + 1, 0x27d4eb2f)
  let least = 0xffffffff
  for (const hash of hashes) least = Math.min(least, mix(hash ^ salt))
  return least
}

/**
 * Bands of the text with one figure, for reports of one template would meet in all of them otherwise; then bands of
 * figures alone, for texts of which little wording is left; where they are few, with one bin of the text.
 */
function bandKeys(words: Uint32Array, { count, lowest }: FigureSet): Uint32Array {
  const keys = new Uint32Array(bands)
  const bins = new Uint8Array(words.buffer, words.byteOffset, documentBins)
  for (let band = 0; band < textBands; band++) {
    const some = bins.subarray(band * binsATextBand, (band + 1) * binsATextBand)
    keys[band] = hashNumbers(some, leastUnder(band, lowest))
  }
  const textKey = hashNumbers(words, 1)
  for (let band = 0; band < figureBands; band++) {
    const first = textBands + band * figuresAFigureBand
    const some = Array.from({ length: figuresAFigureBand }, (_, index) => leastUnder(first + index, lowest))
    const key = hashNumbers(some, count < manyFigures ? bins[documentBins - 1 - band]! : 2)
    keys[textBands + band] = count < someFigures ? textKey : key
  }
  return keys
}

/** What of a document is compared. */
interface Traits {
  readonly length: number
  readonly years: ArrayLike<number>
  readonly masksYears: boolean
  readonly figures: FigureSet
}

/** Whether nearly all that the later document has stands in the earlier one. */
function isNear(similarity: number, later: Traits, earlier: Traits): boolean {
  const hasSome = Math.min(later.figures.count, earlier.figures.count) >= someFigures
  if (similarity < (hasSome ? leastSimilarityWithFigures : leastSimilarity)) return false
  if (later.length > earlier.length * mostLength) return false
  // A masked year may be any.
  const hasYears = !later.masksYears && !earlier.masksYears
  if (hasYears && shareOfYears(later.years, earlier.years) < leastShareOfYears) return false
  return shareOfFigures(later.figures, earlier.figures) >= leastShareOfFigures
}

function traitsOf({ length, years, masksYears, figureCount, figures }: Sketch): Traits {
  return { length, years, masksYears, figures: { count: figureCount, lowest: unpack(figures) } }
}

/** The traits that stand in a row. */
function traitsAt(piece: Uint32Array, at: number): Traits {
  const count = piece[at + layout.count]!
  const from = at + layout.figures
  return {
    length: piece[at + layout.length]!,
    years: piece.subarray(at + layout.years, at + layout.years + 2),
    masksYears: piece[at + layout.masksYears] === 1,
    figures: { count, lowest: piece.subarray(from, from + Math.min(count, figuresKept)) },
  }
}

/** First words of the hashes of id and text, then their second words. An empty text is that of no other document. */
function exactKeys(id: string, { text, length }: Sketch): Uint32Array {
  const [first = 0, second = 0] = length === 0 ? [hashText(id, 5), hashText(id, 6)] : unpack(text)
  return Uint32Array.of(hashText(id, 3), first, hashText(id, 4), second)
}

export function createDocumentIndex(): DocumentIndex {
  const rows = createRows(width)
  const near = createBandIndex(rows, layout.keys, bands)
  const exact = createBandIndex(rows, layout.exact, 2)

  function findExact(keys: Uint32Array): number {
    let owner = -1
    exact.find(keys, (row) => {
      const piece = rows.piece(row)
      const at = rows.at(row)
      const isSame = (which: number) =>
        piece[at + layout.exact + which] === keys[which] &&
        piece[at + layout.second + which] === keys[which + 2]
      if (!isSame(0) && !isSame(1)) return false
      owner = piece[at + layout.owner]!
      return true
    })
    return owner
  }

  return {
    find(id, sketch) {
      const same = findExact(exactKeys(id, sketch))
      if (same >= 0) return { owner: same, isExact: true, similarity: 1 }
      if (sketch.length === 0) return null
      const words = unpack(sketch.bins)
      const traits = traitsOf(sketch)
      let most = 0
      let owner = -1
      near.find(bandKeys(words, traits.figures), (row) => {
        const piece = rows.piece(row)
        const at = rows.at(row)
        const equal = equalBins(words, 0, piece, at + layout.bins, binWords)
        const other = piece[at + layout.owner]!
        // Of equally similar ones the first, whichever band found it.
        if (equal < most || (equal === most && other >= owner)) return false
        if (!isNear(equal / documentBins, traits, traitsAt(piece, at))) return false
        most = equal
        owner = other
        return false
      })
      return owner < 0 ? null : { owner, isExact: false, similarity: most / documentBins }
    },
    add(owner, id, sketch) {
      const words = unpack(sketch.bins)
      const { length, years, masksYears, figures } = traitsOf(sketch)
      const row = rows.add()
      const piece = rows.piece(row)
      const at = rows.at(row)
      piece[at + layout.owner] = owner
      piece.set(bandKeys(words, figures), at + layout.keys)
      piece.set(exactKeys(id, sketch), at + layout.exact)
      piece[at + layout.length] = length
      piece[at + layout.masksYears] = masksYears ? 1 : 0
      piece.set(years, at + layout.years)
      piece[at + layout.count] = figures.count
      piece.set(figures.lowest, at + layout.figures)
      piece.set(words, at + layout.bins)
      exact.add(row)
      if (sketch.length > 0) near.add(row)
    },
  }
}
