/**
 * Windows: the packed n-gram that ends at each position of a paragraph, sorted and counted. Memory is bounded by the
 * buffer: full buffers are written as sorted runs and merged when read. The caller stores the runs (see `RunStore`),
 * because this layer touches no files.
 */
import { highKey, lowKey } from './keys.js'
import { begin, end } from './symbols.js'

/** Sorted distinct keys with their counts; three arrays of one length. */
export interface Run {
  readonly high: Uint32Array
  readonly low: Uint32Array
  readonly count: Uint32Array
}

/** Keeps runs that do not fit in memory. `write` is called once a run; `open` yields a run again, block by block. */
export interface RunStore {
  write(run: Run): void
  /** One block reader for each run written; a reader returns undefined at its end. */
  open(): (() => Run | undefined)[]
}

/** Every distinct window with its count, in key order. May be read more than once. */
export interface CountedWindows {
  scan(visit: (high: number, low: number, count: number) => void): void
}

export interface WindowCounter {
  /** Adds one paragraph: its first `length` symbols, between a begin and an end that are added here. */
  add(ids: Uint16Array, length: number): void
  finish(): CountedWindows
}

/** Bytes of memory that one buffered window takes: two keys, twice for sorting, and a count. */
export const bytesPerWindow = 20

/** Counts windows of `order` symbols, at most `capacity` of them in memory at a time. */
export function createWindowCounter(order: number, capacity: number, store: RunStore): WindowCounter {
  const buffers = createBuffers(capacity)
  let length = 0
  let spilled = false
  const push = (high: number, low: number): void => {
    if (length === capacity) {
      store.write(sortedRun(buffers, length))
      spilled = true
      length = 0
    }
    buffers.high[length] = high
    buffers.low[length++] = low
  }
  return {
    add(ids, count) {
      let w1 = 0
      let w2 = 0
      let w3 = 0
      let w4 = 0
      let w5: number = begin
      for (let index = 0; index <= count; index++) {
        w1 = order > 4 ? w2 : 0
        w2 = order > 3 ? w3 : 0
        w3 = order > 2 ? w4 : 0
        w4 = order > 1 ? w5 : 0
        w5 = index < count ? ids[index]! : end
        push(highKey(w3, w4, w5), lowKey(w1, w2, w3))
      }
    },
    finish() {
      const last = sortedRun(buffers, length)
      if (!spilled) return windowsOf(() => [oneBlock(last)])
      store.write(last)
      return windowsOf(() => store.open())
    },
  }
}

/** Made outside the counter, so that the buffers are freed with it. */
function windowsOf(open: () => (() => Run | undefined)[]): CountedWindows {
  return { scan: (visit) => mergeRuns(open(), visit) }
}

interface Buffers {
  high: Uint32Array
  low: Uint32Array
  otherHigh: Uint32Array
  otherLow: Uint32Array
  readonly count: Uint32Array
}

function createBuffers(capacity: number): Buffers {
  const make = () => new Uint32Array(capacity)
  return { high: make(), low: make(), otherHigh: make(), otherLow: make(), count: make() }
}

/** Sorts the first `length` windows by key and counts equal ones. The run's arrays are views of the buffers. */
function sortedRun(buffers: Buffers, length: number): Run {
  for (const [half, shift] of radixDigits) sortByDigit(buffers, length, half, shift)
  const { high, low, count } = buffers
  let distinct = 0
  for (let index = 0; index < length; index++) {
    if (distinct > 0 && high[distinct - 1] === high[index] && low[distinct - 1] === low[index]) {
      count[distinct - 1] = count[distinct - 1]! + 1
      continue
    }
    high[distinct] = high[index]!
    low[distinct] = low[index]!
    count[distinct++] = 1
  }
  return {
    high: high.subarray(0, distinct),
    low: low.subarray(0, distinct),
    count: count.subarray(0, distinct),
  }
}

/** Ten bits at a time from the lowest: six stable passes over the sixty bits of a key. */
const radixDigits = [
  ['low', 0],
  ['low', 10],
  ['low', 20],
  ['high', 0],
  ['high', 10],
  ['high', 20],
] as const

function sortByDigit(buffers: Buffers, length: number, half: 'high' | 'low', shift: number): void {
  const { high, low, otherHigh, otherLow } = buffers
  const keys = buffers[half]
  const places = new Uint32Array(1025)
  for (let index = 0; index < length; index++) {
    const digit = ((keys[index]! >>> shift) & 1023) + 1
    places[digit] = places[digit]! + 1
  }
  for (let digit = 1; digit <= 1024; digit++) places[digit] = places[digit]! + places[digit - 1]!
  for (let index = 0; index < length; index++) {
    const digit = (keys[index]! >>> shift) & 1023
    const place = places[digit]!
    places[digit] = place + 1
    otherHigh[place] = high[index]!
    otherLow[place] = low[index]!
  }
  buffers.high = otherHigh
  buffers.low = otherLow
  buffers.otherHigh = high
  buffers.otherLow = low
}

function oneBlock(run: Run): () => Run | undefined {
  let next: Run | undefined = run
  return () => {
    const block = next
    next = undefined
    return block
  }
}

/** One run that is being merged: where it stands in its current block. */
interface Cursor {
  readonly read: () => Run | undefined
  block: Run
  position: number
  high: number
  low: number
}

/** Merges sorted runs and adds up the counts of equal keys. */
function mergeRuns(
  readers: (() => Run | undefined)[],
  visit: (h: number, l: number, n: number) => void,
): void {
  const cursors: Cursor[] = []
  for (const read of readers) {
    const empty = { high: new Uint32Array(0), low: new Uint32Array(0), count: new Uint32Array(0) }
    const cursor = { read, block: empty, position: -1, high: 0, low: 0 }
    if (advance(cursor)) cursors.push(cursor)
  }
  while (cursors.length > 0) {
    let least = cursors[0]!
    for (let index = 1; index < cursors.length; index++) {
      const cursor = cursors[index]!
      if (cursor.high < least.high || (cursor.high === least.high && cursor.low < least.low)) least = cursor
    }
    const { high, low } = least
    let count = 0
    for (let index = cursors.length - 1; index >= 0; index--) {
      const cursor = cursors[index]!
      if (cursor.high !== high || cursor.low !== low) continue
      count += cursor.block.count[cursor.position]!
      if (!advance(cursor)) cursors.splice(index, 1)
    }
    visit(high, low, count)
  }
}

/** Moves to the next entry; false at the end of the run. */
function advance(cursor: Cursor): boolean {
  cursor.position++
  while (cursor.position >= cursor.block.high.length) {
    const block = cursor.read()
    if (block === undefined) return false
    cursor.block = block
    cursor.position = 0
  }
  cursor.high = cursor.block.high[cursor.position]!
  cursor.low = cursor.block.low[cursor.position]!
  return true
}
