/**
 * Where the n-grams that may answer a query lie, one of each order. All places are worked out and their first entries
 * read before any is compared: one place does not depend on another, so the memory answers them side by side, which
 * takes little longer than to wait for one. Models are larger than what processors keep near.
 */
import {
  bucketOf,
  bucketSeed,
  fingerprintOf,
  fingerprintSeed,
  growBucketHash,
  growFingerprintHash,
} from './hash.js'
import type { OrderLayout } from './layout.js'

interface Places {
  /** Works out the places of the n-grams of `symbol` and more than `held` and up to `known` of the latest ids before it. */
  find(latest: number, earlier: number, known: number, symbol: number, held: number): void
  /** What the order at this place among the orders says: of one below the highest back-off code << 8 | probability code; -1 for nothing. */
  answer(order: number): number
  /**
   * Reads where the answers to some of `symbols` behind one history lie, and makes nothing of it: the memory fetches all of
   * them at once, and whoever asks for them soon waits for none. `held` as in `find`.
   */
  fetch(latest: number, earlier: number, known: number, symbols: ArrayLike<number>, held: number): void
}

/** Of so many symbols the places are fetched at once: more than a memory has under way. */
const batch = 32

/** Places in orders from that of two symbols on; `find` and `answer` allocate nothing. */
export function placesIn(orders: readonly OrderLayout[]): Places {
  const highest = orders.length - 1
  const scales = orders.map((each) => each.buckets / 2 ** 32)
  const directories = orders.map((each) => each.directory)
  const entries = orders.map((each) => each.entries)
  const { fingerprints, codes } = orders[highest]!
  const starts = new Int32Array(orders.length)
  const stops = new Int32Array(orders.length)
  const wanted = new Int32Array(orders.length)
  const firsts = new Uint32Array(orders.length)

  function find(latest: number, earlier: number, known: number, symbol: number, held: number): void {
    let bucketHash = growBucketHash(bucketSeed, symbol)
    let fingerprintHash = growFingerprintHash(fingerprintSeed, symbol)
    for (let order = 0; order < known; order++) {
      const pair = order < 2 ? latest : earlier
      const left = (order & 1) === 0 ? pair & 0xfff : pair >>> 12
      bucketHash = growBucketHash(bucketHash, left)
      fingerprintHash = growFingerprintHash(fingerprintHash, left)
      if (order < held) continue
      const directory = directories[order]!
      const bucket = bucketOf(bucketHash, scales[order]!)
      starts[order] = directory[bucket]!
      stops[order] = directory[bucket + 1]!
      wanted[order] = fingerprintOf(fingerprintHash)
    }
    for (let order = held; order < known; order++) {
      const start = starts[order]!
      firsts[order] = order === highest ? fingerprints[start]! : entries[order]![start]!
    }
  }

  function answer(order: number): number {
    const stop = stops[order]!
    const fingerprint = wanted[order]!
    let slot = starts[order]!
    if (slot === stop) return -1
    let entry = firsts[order]!
    if (order === highest) {
      while (entry < fingerprint && ++slot < stop) entry = fingerprints[slot]!
      return entry === fingerprint ? codes[slot]! : -1
    }
    const own = entries[order]!
    while (entry >>> 16 < fingerprint && ++slot < stop) entry = own[slot]!
    return entry >>> 16 === fingerprint ? entry & 0xffff : -1
  }

  const fetched = new Int32Array(batch * orders.length)
  let sum = 0

  function fetch(
    latest: number,
    earlier: number,
    known: number,
    symbols: ArrayLike<number>,
    held: number,
  ): void {
    for (let from = 0; from < symbols.length; from += batch) {
      const to = Math.min(symbols.length, from + batch)
      for (let index = from, at = 0; index < to; index++) {
        let hash = growBucketHash(bucketSeed, symbols[index]!)
        for (let order = 0; order < known; order++) {
          const pair = order < 2 ? latest : earlier
          hash = growBucketHash(hash, (order & 1) === 0 ? pair & 0xfff : pair >>> 12)
          if (order >= held) fetched[at++] = directories[order]![bucketOf(hash, scales[order]!)]!
        }
      }
      for (let index = from, at = 0; index < to; index++) {
        for (let order = held; order < known; order++, at++) {
          const start = fetched[at]!
          sum = (sum + (order === highest ? fingerprints[start]! : entries[order]![start]!)) | 0
        }
      }
    }
    // What was read must be of some use, or an engine leaves it out.
    fetched[0] = sum
  }

  return { find, answer, fetch }
}
