/**
 * Numbers of pairs of code units, asked at every character of a text: a typed array with open addressing.
 * Invariant: built once, never changed; at most half of the slots are taken.
 */
export interface CodePairs {
  /** Two numbers a slot, side by side: the pair, which is 0 in a free slot, and its number. */
  readonly slots: Uint32Array
}

/** A pair as one number, which is 0 only of two zeros. */
export function codePair(first: number, second: number): number {
  return ((first << 16) | second) >>> 0
}

/** Where the slot of a pair begins, or the free one where it would stand. */
function findSlot(slots: Uint32Array, pair: number): number {
  const last = slots.length - 1
  let slot = Math.imul(pair ^ (pair >>> 15), 0x2c1b3c6d)
  slot = ((slot ^ (slot >>> 13)) << 1) & last
  while (slots[slot] !== 0 && slots[slot] !== pair) slot = (slot + 2) & last
  return slot
}

/** The number of a pair; 0 where it has none. */
export function pairCount({ slots }: CodePairs, first: number, second: number): number {
  return slots[findSlot(slots, codePair(first, second)) + 1]!
}

/** From the number of each pair; a pair of zeros is left out. */
export function codePairsOf(counted: ReadonlyMap<number, number>): CodePairs {
  let size = 16
  while (size < counted.size * 2) size *= 2
  const slots = new Uint32Array(size * 2)
  for (const [pair, count] of counted) {
    if (pair === 0) continue
    const at = findSlot(slots, pair)
    slots[at] = pair
    slots[at + 1] = count
  }
  return { slots }
}

/** The same as two arrays, of which the counts take little room where they are small. */
export interface FrozenPairs {
  readonly keys: Uint32Array
  readonly counts: Uint32Array
}

export function freezePairs({ slots }: CodePairs): FrozenPairs {
  const every = (first: number) =>
    Uint32Array.from({ length: slots.length / 2 }, (_, at) => slots[2 * at + first]!)
  return { keys: every(0), counts: every(1) }
}

export function thawPairs({ keys, counts }: FrozenPairs): CodePairs {
  const slots = new Uint32Array(keys.length * 2)
  for (let at = 0; at < keys.length; at++) {
    slots[2 * at] = keys[at]!
    slots[2 * at + 1] = counts[at]!
  }
  return { slots }
}
