/**
 * Hashes of text for telling what is the same: of code units, of shingles, of numbers. They are made in one process
 * and compared in another, so they are the same on every machine; nothing that users see depends on their values.
 */

/** Spreads the bits of a number over all 32. */
export function mix(value: number): number {
  let mixed = value ^ (value >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** Hash of the code units of a text, 32 bits; another seed gives an independent one. */
export function hashText(text: string, seed: number): number {
  let hash = seed
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x9e3779b1)
    hash ^= hash >>> 15
  }
  return mix(hash ^ text.length)
}

/** Hash of several hashes in their order. */
export function hashNumbers(numbers: ArrayLike<number>, seed: number): number {
  let hash = seed
  for (let index = 0; index < numbers.length; index++) hash = mix(Math.imul(hash, 31) + numbers[index]!)
  return hash
}
