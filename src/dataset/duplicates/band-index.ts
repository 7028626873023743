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
  let slots = new Uint32Array(1024)
  let used = 0
  const keyOf = (entry: number) => {
    const row = Math.floor(entry / bands)
    return rows.piece(row)[rows.at(row) + offset + (entry % bands)]!
  }
  const home = (key: number, band: number) =>
    Math.floor((mix(key ^ Math.imul(band + 1, 0x9e3779b1)) / 2 ** 32) * slots.length)
  const after = (slot: number) => (slot + 1 === slots.length ? 0 : slot + 1)

  function insert(entry: number): void {
    const key = keyOf(entry)
    const band = entry % bands
    let same = 0
    let slot = home(key, band)
    for (; slots[slot] !== 0; slot = after(slot)) {
      const other = slots[slot]! - 1
      if (other % bands === band && keyOf(other) === key && ++same >= mostAKey) return
    }
    slots[slot] = entry + 1
    used++
  }

  function grow(): void {
    const old = slots
    slots = new Uint32Array(Math.ceil(old.length * growth))
    used = 0
    for (const entry of old) if (entry !== 0) insert(entry - 1)
  }

  return {
    find(keys, visit) {
      for (let band = 0; band < bands; band++) {
        const key = keys[band]!
        for (let slot = home(key, band); slots[slot] !== 0; slot = after(slot)) {
          const entry = slots[slot]! - 1
          if (entry % bands !== band || keyOf(entry) !== key) continue
          if (visit(Math.floor(entry / bands))) return
        }
      }
    },
    add(row) {
      if (used + bands > slots.length * fullest) grow()
      for (let band = 0; band < bands; band++) insert(row * bands + band)
    },
  }
}
