/**
 * One-permutation MinHash with optimal densification (Shrivastava 2017): one hash a shingle fills all bins, and an
 * empty bin takes the value of another, found by hashing its own number. The share of equal bins of two sketches
 * estimates the share of shingles that their texts have in common (Jaccard).
 */
import { mix } from './hash.js'

/**
 * Characters of a shingle. What repair could not restore costs a copy three shingles a character; with five, copies
 * spun by two tools kept a third of their shingles, with three a half, and different reports share a tenth at most.
 */
const shingleLength = 3
const base = 0x01000193
const outgoing = (() => {
  let power = 1
  for (let step = 0; step < shingleLength; step++) power = Math.imul(power, base)
  return power
})()

const empty = 0xffffffff

/**
 * The values of the bins, 32 bits each. `bins` is a power of two. A text shorter than a shingle is one shingle; the
 * empty text has zeros in all bins.
 */
export function minHash(text: string, bins: number): Uint32Array {
  const values = new Uint32Array(bins)
  if (text === '') return values
  values.fill(empty)
  const shift = 32 - Math.log2(bins)
  let rolling = 0
  const last = text.length - 1
  for (let index = 0; index <= last; index++) {
    rolling = (Math.imul(rolling, base) + text.charCodeAt(index)) | 0
    if (index >= shingleLength) rolling -= Math.imul(text.charCodeAt(index - shingleLength), outgoing)
    if (index < shingleLength - 1 && index < last) continue
    const hash = mix(rolling | 0)
    const bin = hash >>> shift
    if (hash < values[bin]!) values[bin] = hash
  }
  return densify(values)
}

/** Fills the empty bins from the full ones; values become independent of the bin that they were found in. */
function densify(values: Uint32Array): Uint32Array {
  const filled = new Uint32Array(values.length)
  for (let bin = 0; bin < values.length; bin++) {
    let from = bin
    for (let attempt = 1; values[from] === empty; attempt++) {
      from = mix(Math.imul(bin + 1, 0x9e3779b1) ^ Math.imul(attempt, 0x27d4eb2f)) & (values.length - 1)
    }
    filled[bin] = mix(values[from]! ^ 0x5bd1e995)
  }
  return filled
}

/** In how many of their bins, eight bits each and four a word, two sketches agree. */
export function equalBins(
  one: Uint32Array,
  at: number,
  other: Uint32Array,
  otherAt: number,
  words: number,
): number {
  let equal = 0
  for (let word = 0; word < words; word++) {
    const difference = one[at + word]! ^ other[otherAt + word]!
    if ((difference & 0xff) === 0) equal++
    if ((difference & 0xff00) === 0) equal++
    if ((difference & 0xff0000) === 0) equal++
    if ((difference & 0xff000000) === 0) equal++
  }
  return equal
}
