/**
 * Numbers of pairs of code units, asked at every character of a text: typed arrays with open addressing.
 * Invariant: built once, never changed; at most half of the slots are taken.
 */
export interface CodePairs {
  /** 0 is a free slot. */
  readonly keys: Uint32Array
  readonly counts: Uint32Array
}

/** A pair as one number, which is 0 only of two zeros. */
export function codePair(first: number, second: number): number {
  return ((first << 16) | second) >>> 0
}

/** Where a pair stands, or would. */
function slotOf(keys: Uint32Array, pair: number): number {
  const mask = keys.length - 1
  let slot = Math.imul(pair ^ (pair >>> 15), 0x2c1b3c6d)
  slot = (slot ^ (slot >>> 13)) & mask
  while (keys[slot] !== 0 && keys[slot] !== pair) slot = (slot + 1) & mask
  return slot
}

/** The number of a pair; 0 where it has none. */
export function pairCount({ keys, counts }: CodePairs, first: number, second: number): number {
  return counts[slotOf(keys, codePair(first, second))]!
}

/** From the number of each pair; a pair of zeros is left out. */
export function codePairsOf(counted: ReadonlyMap<number, number>): CodePairs {
  let size = 16
  while (size < counted.size * 2) size *= 2
  const keys = new Uint32Array(size)
  const counts = new Uint32Array(size)
  for (const [pair, count] of counted) {
    if (pair === 0) continue
    const slot = slotOf(keys, pair)
    keys[slot] = pair
    counts[slot] = count
  }
  return { keys, counts }
}
