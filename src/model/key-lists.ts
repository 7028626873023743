/**
 * Lists of numbers by keys of 64 bits, as two halves, in typed arrays with open addressing; so are words of up to four code
 * units. A key of zeros is none.
 * Invariant: built once, never changed; at most half of the slots are taken; a list keeps the order of its entries.
 */
export interface KeyLists {
  readonly highs: Uint32Array
  readonly lows: Uint32Array
  /** The list of a slot: `members[starts[slot] … starts[slot + 1])`. */
  readonly starts: Int32Array
  readonly members: Int32Array
}

export type Key = readonly [high: number, low: number]

/** Two code units from an offset on; what is behind the end is 0. */
export function halfOf(word: string, at: number): number {
  const first = at < word.length ? word.charCodeAt(at) : 0
  const second = at + 1 < word.length ? word.charCodeAt(at + 1) : 0
  return ((first << 16) | second) >>> 0
}

/** A word of up to four code units is its own key. */
export const wordKey = (word: string): Key => [halfOf(word, 0), halfOf(word, 2)]

/** An integer as a key. */
export const numberKey = (number: number): Key => [Math.floor(number / 2 ** 32), number >>> 0]

/** Where a key stands, or would. */
export function slotOf(highs: Uint32Array, lows: Uint32Array, high: number, low: number): number {
  const mask = highs.length - 1
  let hash = Math.imul(high, 0x9e3779b1) ^ Math.imul(low ^ (low >>> 15), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  let slot = (hash ^ (hash >>> 13)) & mask
  while ((highs[slot] !== 0 || lows[slot] !== 0) && !(highs[slot] === high && lows[slot] === low)) {
    slot = (slot + 1) & mask
  }
  return slot
}

export function keyListsOf(entries: readonly (readonly [key: Key, member: number])[]): KeyLists {
  let size = 16
  while (size < entries.length * 2) size *= 2
  const highs = new Uint32Array(size)
  const lows = new Uint32Array(size)
  const starts = new Int32Array(size + 1)
  const slots = entries.map(([[high, low]]) => {
    const slot = slotOf(highs, lows, high, low)
    highs[slot] = high
    lows[slot] = low
    starts[slot + 1]!++
    return slot
  })
  for (let slot = 0; slot < size; slot++) starts[slot + 1]! += starts[slot]!
  const next = starts.slice(0, size)
  const members = new Int32Array(entries.length)
  entries.forEach(([, member], at) => {
    members[next[slots[at]!]!++] = member
  })
  return { highs, lows, starts, members }
}

/** The list of a key; empty where it has none. */
export function listOf({ highs, lows, starts, members }: KeyLists, [high, low]: Key): Int32Array {
  const slot = slotOf(highs, lows, high, low)
  return members.subarray(starts[slot]!, starts[slot + 1]!)
}

/** Whether a key has a list. */
export function hasKey({ highs, lows, starts }: KeyLists, [high, low]: Key): boolean {
  const slot = slotOf(highs, lows, high, low)
  return starts[slot] !== starts[slot + 1]
}
