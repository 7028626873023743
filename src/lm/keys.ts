/**
 * Packed keys: an n-gram of up to five 12-bit symbols as two 30-bit integers, with the last symbol in the highest bits.
 * Sorting by key puts n-grams with the same ending together, next to all their extensions to the left. Absent symbols
 * on the left are 0 (`none`).
 */

/** The longest n-gram that a key holds. */
export const maximumOrder = 5

const mask = 0x3fffffff

/** High half of the key of `w1 w2 w3 w4 w5`. */
export function highKey(w3: number, w4: number, w5: number): number {
  return (w5 << 18) | (w4 << 6) | (w3 >> 6)
}

/** Low half. */
export function lowKey(w1: number, w2: number, w3: number): number {
  return ((w3 & 63) << 24) | (w2 << 12) | w1
}

/** The symbol `back` places before the last one. */
export function symbolOf(high: number, low: number, back: number): number {
  switch (back) {
    case 0:
      return high >>> 18
    case 1:
      return (high >>> 6) & 4095
    case 2:
      return ((high & 63) << 6) | (low >>> 24)
    case 3:
      return (low >>> 12) & 4095
    default:
      return low & 4095
  }
}

/** Masks that leave the last `length` symbols of a key. Indexed by length. */
export const suffixHigh = [0, 0x3ffc0000, 0x3fffffc0, mask, mask, mask] as const
export const suffixLow = [0, 0, 0, 0x3f000000, 0x3ffff000, mask] as const

/** The key without its last symbol: an n-gram's context. High half. */
export function contextHigh(high: number, low: number): number {
  return ((high << 12) & mask) | (low >>> 18)
}

/** Low half of the context. */
export function contextLow(low: number): number {
  return (low << 12) & mask
}

/** How many symbols of a key are present. */
export function lengthOf(high: number, low: number): number {
  if ((low & 4095) !== 0) return 5
  if (low >>> 12 !== 0 && ((low >>> 12) & 4095) !== 0) return 4
  if (symbolOf(high, low, 2) !== 0) return 3
  return ((high >>> 6) & 4095) !== 0 ? 2 : 1
}
