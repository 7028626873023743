/**
 * What a language model remembers of the queries it has answered: the answer and the history that follows, by history
 * and symbol. A line takes one cache line of memory and holds one query; the next one that falls on it takes its place.
 * Source of the method: a direct-mapped cache.
 */

/** A power of two. */
const linesLog = 16
const lines = 1 << linesLog
/** 32-bit words to a line. */
const words = 16

/** Where a line has the score (in 64-bit words), the history that follows, and its back-off weights (in 32-bit words). */
export const scorePlace = 1
export const firstHistory = 4
export const firstWeight = 6

/** The lines, seen as what they hold. */
export interface Memo {
  readonly keys: Int32Array
  readonly scores: Float64Array
  readonly histories: Int32Array
  readonly weights: Float32Array
}

/** Memory that nothing was written to costs nothing: its lines are zeros, which name one query alone. */
export function emptyMemo(): Memo {
  const buffer = new ArrayBuffer(lines * words * 4)
  const keys = new Int32Array(buffer)
  keys[lineOf(0, 0, 0) * words] = -1
  return { keys, scores: new Float64Array(buffer), histories: keys, weights: new Float32Array(buffer) }
}

/** The two words that name a query: twelve bits an id, of up to four ids behind one another and the symbol asked for. */
export function firstKey(latest: number, symbol: number): number {
  return latest | (symbol << 24)
}

/** See `firstKey`. */
export function secondKey(earlier: number, symbol: number): number {
  return earlier | ((symbol >>> 8) << 24)
}

/** The line of a query. */
export function lineOf(latest: number, earlier: number, symbol: number): number {
  const mixed = Math.imul(latest, 0x9e3779b1) ^ Math.imul(earlier ^ (symbol << 13), 0x85ebca6b)
  return Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) >>> (32 - linesLog)
}
