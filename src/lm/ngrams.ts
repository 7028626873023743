/**
 * N-grams of every order from counted windows: raw counts, the adjusted counts of Kneser–Ney smoothing, and tables of
 * the n-grams that are frequent enough to keep.
 * Invariant: if an n-gram is kept, its context and its suffix are kept too.
 */
import { lengthOf, suffixHigh, suffixLow } from './keys.js'
import { begin } from './symbols.js'
import type { CountedWindows } from './windows.js'

/**
 * Visits every n-gram of every order; within an order the keys ascend.
 * `adjusted` is the number of distinct symbols seen to the left; the raw count for the highest order and for
 * n-grams that start at a paragraph's begin, left of which there is nothing.
 */
export type NgramVisitor = (order: number, high: number, low: number, raw: number, adjusted: number) => void

export function scanNgrams(windows: CountedWindows, visit: NgramVisitor): void {
  const raw = new Float64Array(6)
  const leftSymbols = new Float64Array(6)
  let high = 0
  let low = 0
  let length = 0
  const flush = (shared: number): void => {
    for (let order = length; order > shared; order--) {
      const adjusted = order === length ? raw[order]! : leftSymbols[order]!
      visit(order, (high & suffixHigh[order]!) >>> 0, (low & suffixLow[order]!) >>> 0, raw[order]!, adjusted)
    }
  }
  windows.scan((nextHigh, nextLow, count) => {
    const shared = length === 0 ? 0 : sharedSuffix(high, low, nextHigh, nextLow)
    flush(shared)
    const nextLength = lengthOf(nextHigh, nextLow)
    for (let order = shared + 1; order <= nextLength; order++) {
      raw[order] = 0
      leftSymbols[order] = 0
      leftSymbols[order - 1] = leftSymbols[order - 1]! + 1
    }
    for (let order = 1; order <= nextLength; order++) raw[order] = raw[order]! + count
    high = nextHigh
    low = nextLow
    length = nextLength
  })
  flush(0)
}

/** How many last symbols two keys share. */
function sharedSuffix(high: number, low: number, otherHigh: number, otherLow: number): number {
  const highChange = high ^ otherHigh
  if (highChange !== 0) return highChange >>> 18 !== 0 ? 0 : highChange >>> 6 !== 0 ? 1 : 2
  const lowChange = low ^ otherLow
  return lowChange >>> 24 !== 0 ? 2 : lowChange >>> 12 !== 0 ? 3 : 4
}

/** The kept n-grams of one order, keys ascending. Order 1 has an entry for every id, at that index. */
export interface NgramTable {
  readonly order: number
  readonly length: number
  readonly high: Uint32Array
  readonly low: Uint32Array
  readonly raw: Uint32Array
  readonly adjusted: Uint32Array
  /** Open addressing: entry number + 1, or 0. Empty for order 1. */
  readonly index: Uint32Array
}

/** How often each small adjusted count occurs, per order: `[order][1..4]`; all n-grams, kept or not. */
type CountsOfCounts = readonly Float64Array[]

export interface KeptNgrams {
  /** Indexed by order; entry 0 is an empty table. */
  readonly tables: readonly NgramTable[]
  readonly countsOfCounts: CountsOfCounts
  /** Symbols predicted in all: characters and paragraph ends. */
  readonly total: number
}

/** Collects the n-grams whose raw count reaches the order's minimum (`minimumCounts[order - 1]`). */
export function collectNgrams(
  windows: CountedWindows,
  symbolCount: number,
  minimumCounts: readonly number[],
): KeptNgrams {
  const order = minimumCounts.length
  const minimums = risingMinimums(minimumCounts)
  const growing = Array.from({ length: order + 1 }, (_, n) =>
    createGrowingTable(n === 1 ? symbolCount : 1024),
  )
  const countsOfCounts = Array.from({ length: order + 1 }, () => new Float64Array(5))
  const unigrams = growing[1]!
  unigrams.length = symbolCount
  for (let id = 0; id < symbolCount; id++) unigrams.high[id] = (id << 18) >>> 0
  let total = 0
  scanNgrams(windows, (n, high, low, raw, adjusted) => {
    if (adjusted < 5) countsOfCounts[n]![adjusted] = countsOfCounts[n]![adjusted]! + 1
    if (n === 1) {
      total += raw
      unigrams.raw[high >>> 18] = raw
      unigrams.adjusted[high >>> 18] = adjusted
    } else if (raw >= minimums[n]!) append(growing[n]!, high, low, raw, adjusted)
  })
  const tables = growing.map((table, n) => finishTable(table, n))
  // A paragraph begins as often as it ends; the begin symbol is a context and never predicted.
  tables[1]!.raw[begin] = tables[1]!.raw[begin + 1]!
  return { tables, countsOfCounts, total }
}

/** Minimums indexed by order, none below that of a lower order, which keeps contexts and suffixes. */
function risingMinimums(minimumCounts: readonly number[]): number[] {
  const minimums = [1]
  for (const minimum of minimumCounts) minimums.push(Math.max(minimum, minimums.at(-1)!))
  return minimums
}

interface GrowingTable {
  length: number
  high: Uint32Array
  low: Uint32Array
  raw: Uint32Array
  adjusted: Uint32Array
}

function createGrowingTable(capacity: number): GrowingTable {
  const make = () => new Uint32Array(capacity)
  return { length: 0, high: make(), low: make(), raw: make(), adjusted: make() }
}

function append(table: GrowingTable, high: number, low: number, raw: number, adjusted: number): void {
  const at = table.length++
  if (at === table.high.length) {
    const grow = (old: Uint32Array): Uint32Array => {
      const grown = new Uint32Array(old.length * 2)
      grown.set(old)
      return grown
    }
    table.high = grow(table.high)
    table.low = grow(table.low)
    table.raw = grow(table.raw)
    table.adjusted = grow(table.adjusted)
  }
  table.high[at] = high
  table.low[at] = low
  table.raw[at] = raw
  table.adjusted[at] = adjusted
}

function finishTable(table: GrowingTable, order: number): NgramTable {
  const { length } = table
  const cut = (values: Uint32Array) => values.subarray(0, length)
  const high = cut(table.high)
  const low = cut(table.low)
  const index = order < 2 ? new Uint32Array(0) : buildIndex(high, low)
  return { order, length, high, low, raw: cut(table.raw), adjusted: cut(table.adjusted), index }
}

function buildIndex(high: Uint32Array, low: Uint32Array): Uint32Array {
  let size = 16
  while (size < high.length * 1.5) size *= 2
  const index = new Uint32Array(size)
  for (let entry = 0; entry < high.length; entry++) {
    let slot = slotOf(high[entry]!, low[entry]!, size - 1)
    while (index[slot] !== 0) slot = (slot + 1) & (size - 1)
    index[slot] = entry + 1
  }
  return index
}

function slotOf(high: number, low: number, slotMask: number): number {
  const mixed = Math.imul(high ^ Math.imul(low, 0x85ebca6b), 0xc2b2ae35)
  return ((mixed ^ (mixed >>> 15)) >>> 0) & slotMask
}

/** Entry number of an n-gram in the table of its order, or -1. */
export function findNgram(table: NgramTable, high: number, low: number): number {
  if (table.order === 1) return high >>> 18
  const { index } = table
  const slotMask = index.length - 1
  let slot = slotOf(high, low, slotMask)
  for (;;) {
    const entry = index[slot]! - 1
    if (entry < 0) return -1
    if (table.high[entry] === high && table.low[entry] === low) return entry
    slot = (slot + 1) & slotMask
  }
}
