/**
 * Rows of numbers that grow by pieces of fixed size: nothing is copied when they grow, and no more than one piece
 * stands empty.
 */

/** Rows in a piece, as a power of two. */
const pieceBits = 12
const pieceRows = 1 << pieceBits

export interface Rows {
  readonly size: number
  /** Appends a row of zeros and gives its number. */
  add(): number
  /** The piece that holds a row. */
  piece(row: number): Uint32Array
  /** Where the row begins in its piece. */
  at(row: number): number
}

/** Rows of `width` numbers of 32 bits. */
export function createRows(width: number): Rows {
  const pieces: Uint32Array[] = []
  let size = 0
  return {
    get size() {
      return size
    },
    add() {
      if (size === pieces.length * pieceRows) pieces.push(new Uint32Array(pieceRows * width))
      return size++
    },
    piece: (row) => pieces[row >>> pieceBits]!,
    at: (row) => (row & (pieceRows - 1)) * width,
  }
}
