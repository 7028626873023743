/**
 * Which earlier rows may be like a new one: rows that share a key with it. One table of open addressing for the keys
 * of all bands (locality-sensitive hashing).
 */
import { mix } from './hash.js'
import type { Rows } from './storage.js'

/**
 * Rows of one key that are looked at, and kept. Beyond them the key tells nothing: forms of one template share it by
 * the thousand.
 */
const mostAKey = 32
const fullest = 0.8
/** By doubling, a table would stand half empty at worst. */
const growth = 1.5

export interface BandIndex {
  /** Calls `visit` for each row that shares a key, once a key, until it says true. */
  find(keys: Uint32Array, visit: (row: number) => boolean): void
  /** Takes in a row whose keys stand in the rows already. */
  add(row: number): void
}

/** An index over the first `bands` numbers, from `offset`, of each row. */
export function createBandIndex(rows: Rows, offset: number, bands: number): BandIndex {
  // A slot: number of the entry and one, below some bits of its hash. The bits spare most looks at the rows, which lie
  // all over the memory.
  let slots = new Uint32Array(1024)
  let entryBits = 11
  let used = 0

  const hashOf = (key: number, band: number) => mix(key ^ Math.imul(band + 1, 0x9e3779b1))
  const homeOf = (hash: number) => Math.floor((hash / 2 ** 32) * slots.length)
  /** Bits of the hash that a slot keeps: its last ones, for the first say where it stands. */
  const markOf = (hash: number) => (hash << entryBits) >>> 0
  const keyAt = (row: number, band: number) => rows.piece(row)[rows.at(row) + offset + band]!

  /** The row and band that a slot names, if its key is this one; else -1. */
  function rowAt(slot: number, mark: number, key: number, band: number): number {
    const value = slots[slot]!
    const low = 2 ** entryBits - 1
    if ((value & ~low) >>> 0 !== mark) return -1
    const entry = (value & low) - 1
    const row = Math.floor(entry / bands)
    return entry - row * bands === band && keyAt(row, band) === key ? row : -1
  }

  function insert(row: number, band: number): void {
    const key = keyAt(row, band)
    const hash = hashOf(key, band)
    const mark = markOf(hash)
    let same = 0
    let slot = homeOf(hash)
    for (; slots[slot] !== 0; slot = slot + 1 === slots.length ? 0 : slot + 1) {
      if (rowAt(slot, mark, key, band) >= 0 && ++same >= mostAKey) return
    }
    slots[slot] = mark + row * bands + band + 1
    used++
  }

  function grow(isFull: boolean): void {
    const old = slots
    const low = 2 ** entryBits - 1
    slots = new Uint32Array(isFull ? Math.ceil(old.length * growth) : old.length)
    while (rows.size * bands + bands >= 2 ** entryBits) entryBits++
    used = 0
    for (const value of old) {
      if (value === 0) continue
      const entry = (value & low) - 1
      const row = Math.floor(entry / bands)
      insert(row, entry - row * bands)
    }
  }

  return {
    find(keys, visit) {
      for (let band = 0; band < bands; band++) {
        const key = keys[band]!
        const hash = hashOf(key, band)
        const mark = markOf(hash)
        for (let slot = homeOf(hash); slots[slot] !== 0; slot = slot + 1 === slots.length ? 0 : slot + 1) {
          const row = rowAt(slot, mark, key, band)
          if (row >= 0 && visit(row)) return
        }
      }
    },
    add(row) {
      const isFull = used + bands > slots.length * fullest
      if (isFull || (row + 1) * bands >= 2 ** entryBits) grow(isFull)
      for (let band = 0; band < bands; band++) insert(row, band)
    },
  }
}
