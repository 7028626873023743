/**
 * Queries: log-probabilities of symbols after their context, read directly from the arrays of the file. Queries
 * allocate nothing. All results are natural logarithms.
 *
 * There are two ways with the same results: `logProbability` over an array of ids, and states for a search over many
 * histories. A step with a state costs half the look-ups, because the state keeps the back-off weights of its context.
 * An n-gram is looked up only after a context that has listed followers. So a false match of a 16-bit fingerprint
 * (about one miss in 8,000) needs a real context and a real suffix.
 */
import {
  bucketOf,
  bucketSeed,
  fingerprintOf,
  fingerprintSeed,
  growBucketHash,
  growFingerprintHash,
} from './hash.js'
import { type ModelLayout, type OrderLayout, parseLayout } from './layout.js'
import { begin, type SymbolTable, symbolTableOf } from './symbols.js'

/** Histories, by slot number. A slot holds as much of its history as the model can make use of. */
export interface ModelStates {
  readonly capacity: number
  /** Per slot `order - 1` ids, the latest first; only the first `length` count. */
  readonly symbols: Uint16Array
  readonly lengths: Uint8Array
  /** Per slot `order - 1` logarithms: entry k is the back-off weight of the latest k + 1 symbols. */
  readonly backoffs: Float32Array
}

export interface LanguageModel {
  readonly order: number
  readonly symbols: SymbolTable
  /**
   * ln P(ids[last - 1] | the up to order - 1 ids before it, none before `start`). Put the id `begin` at `start` where
   * a paragraph begins; ask for the id `end` where it ends. Requires start < last; ids below `symbols.count`.
   */
  logProbability(ids: Uint16Array | Int32Array, start: number, last: number): number
  /** Log-probability of each of `ids[0, length)` to `scores`, the first after the paragraph's begin. Returns the sum. */
  scoreParagraph(ids: Uint16Array | Int32Array, length: number, scores?: Float32Array): number
  /** Room for `capacity` histories; all start empty: nothing is known of what stands before. */
  createStates(capacity: number): ModelStates
  /** Makes a slot's history empty. */
  clear(states: ModelStates, slot: number): void
  /** Makes a slot's history the begin of a paragraph. */
  startParagraph(states: ModelStates, slot: number): void
  /** ln P(symbol | history of `from`); the history with the symbol goes to slot `to`, which may be `from`. */
  advance(states: ModelStates, from: number, symbol: number, to: number): number
  /** ln P(symbol | history of `from`), without a new history. */
  peek(states: ModelStates, from: number, symbol: number): number
  /** A number that two slots share if and only if no continuation can tell their histories apart: merge on it. */
  stateKey(states: ModelStates, slot: number): number
}

/** The model in these bytes (the whole buffer). Throws ProcessingError `damaged-language-model`. */
export function parseLanguageModel(buffer: ArrayBufferLike): LanguageModel {
  return queriesOf(parseLayout(buffer))
}

function queriesOf(layout: ModelLayout): LanguageModel {
  const { order, unigrams, unigramBackoffs, unigramChildren } = layout
  const width = order - 1
  const middle = layout.orders.slice(0, -1)
  const scales = layout.orders.map((each) => each.buckets / 2 ** 32)
  const highest = layout.orders.at(-1)!
  const highestScale = scales.at(-1)!
  const scratch = createStates(2)

  function createStates(capacity: number): ModelStates {
    return {
      capacity,
      symbols: new Uint16Array(capacity * width),
      lengths: new Uint8Array(capacity),
      backoffs: new Float32Array(capacity * width),
    }
  }

  function clear(states: ModelStates, slot: number): void {
    states.lengths[slot] = 0
  }

  function startParagraph(states: ModelStates, slot: number): void {
    states.lengths[slot] = unigramChildren[begin]!
    states.symbols[slot * width] = begin
    states.backoffs[slot * width] = unigramBackoffs[begin]!
  }

  function peek(states: ModelStates, from: number, symbol: number): number {
    const { symbols, backoffs } = states
    const base = from * width
    const known = states.lengths[from]!
    let result = unigrams[symbol]!
    let bucketHash = growBucketHash(bucketSeed, symbol)
    let fingerprintHash = growFingerprintHash(fingerprintSeed, symbol)
    let matched = 1
    while (matched <= known) {
      const left = symbols[base + matched - 1]!
      bucketHash = growBucketHash(bucketHash, left)
      fingerprintHash = growFingerprintHash(fingerprintHash, left)
      if (matched === width) {
        const code = findHighest(highest, highestScale, bucketHash, fingerprintHash)
        if (code < 0) break
        result = highest.probabilities[code]!
      } else {
        const table = middle[matched - 1]!
        const codes = findMiddle(table, scales[matched - 1]!, bucketHash, fingerprintHash)
        if (codes < 0) break
        result = table.probabilities[codes & 255]!
      }
      matched++
    }
    for (let length = matched; length <= known; length++) result += backoffs[base + length - 1]!
    return result
  }

  function advance(states: ModelStates, from: number, symbol: number, to: number): number {
    const { symbols, backoffs, lengths } = states
    const base = from * width
    const known = lengths[from]!
    let result = unigrams[symbol]!
    let bucketHash = growBucketHash(bucketSeed, symbol)
    let fingerprintHash = growFingerprintHash(fingerprintSeed, symbol)
    let matched = 1
    let length: number = unigramChildren[symbol]!
    // Back-off weights of the new context; they reach the slot only when the old ones are no longer needed.
    const first = unigramBackoffs[symbol]!
    let second = 0
    let third = 0
    let fourth = 0
    while (matched <= known) {
      const left = symbols[base + matched - 1]!
      bucketHash = growBucketHash(bucketHash, left)
      fingerprintHash = growFingerprintHash(fingerprintHash, left)
      if (matched === width) {
        const code = findHighest(highest, highestScale, bucketHash, fingerprintHash)
        if (code < 0) break
        result = highest.probabilities[code]!
      } else {
        const table = middle[matched - 1]!
        const codes = findMiddle(table, scales[matched - 1]!, bucketHash, fingerprintHash)
        if (codes < 0) break
        result = table.probabilities[codes & 255]!
        const backoffCode = codes >>> 8
        if (backoffCode !== 0 && length === matched) {
          length = matched + 1
          const backoff = table.backoffs[backoffCode]!
          if (matched === 1) second = backoff
          else if (matched === 2) third = backoff
          else fourth = backoff
        }
      }
      matched++
    }
    for (let each = matched; each <= known; each++) result += backoffs[base + each - 1]!
    const target = to * width
    for (let place = length - 1; place > 0; place--) symbols[target + place] = symbols[base + place - 1]!
    symbols[target] = symbol
    lengths[to] = length
    backoffs[target] = first
    if (length > 1) backoffs[target + 1] = second
    if (length > 2) backoffs[target + 2] = third
    if (length > 3) backoffs[target + 3] = fourth
    return result
  }

  /** Sets a slot to the context `ids[start, last)`, of which the latest order - 1 ids count. */
  function setContext(slot: number, ids: Uint16Array | Int32Array, start: number, last: number): void {
    const base = slot * width
    const available = Math.min(last - start, width)
    let bucketHash = bucketSeed
    let fingerprintHash = fingerprintSeed
    let length = 0
    while (length < available) {
      const symbol = ids[last - 1 - length]!
      bucketHash = growBucketHash(bucketHash, symbol)
      fingerprintHash = growFingerprintHash(fingerprintHash, symbol)
      if (length === 0) {
        if (unigramChildren[symbol] === 0) break
        scratch.backoffs[base] = unigramBackoffs[symbol]!
      } else {
        const table = middle[length - 1]!
        const codes = findMiddle(table, scales[length - 1]!, bucketHash, fingerprintHash)
        if (codes < 256) break
        scratch.backoffs[base + length] = table.backoffs[codes >>> 8]!
      }
      scratch.symbols[base + length] = symbol
      length++
    }
    scratch.lengths[slot] = length
  }

  return {
    order,
    symbols: symbolTableOf(layout.characterCodes),
    createStates,
    clear,
    startParagraph,
    peek,
    advance,
    logProbability(ids, start, last) {
      setContext(0, ids, start, last - 1)
      return peek(scratch, 0, ids[last - 1]!)
    },
    scoreParagraph(ids, length, scores) {
      startParagraph(scratch, 1)
      let sum = 0
      for (let index = 0; index < length; index++) {
        const score = advance(scratch, 1, ids[index]!, 1)
        if (scores !== undefined) scores[index] = score
        sum += score
      }
      return sum
    },
    stateKey(states, slot) {
      let key = states.lengths[slot]!
      for (let place = key - 1; place >= 0; place--) key = key * 4096 + states.symbols[slot * width + place]!
      return key
    },
  }
}

/** Back-off code << 8 | probability code of an n-gram below the highest order, or -1. */
function findMiddle(table: OrderLayout, scale: number, bucketHash: number, fingerprintHash: number): number {
  const { directory, entries } = table
  const bucket = bucketOf(bucketHash, scale)
  const fingerprint = fingerprintOf(fingerprintHash)
  const stop = directory[bucket + 1]!
  for (let slot = directory[bucket]!; slot < stop; slot++) {
    const entry = entries[slot]!
    if (entry >>> 16 === fingerprint) return entry & 0xffff
  }
  return -1
}

/** Probability code of an n-gram of the highest order, or -1. */
function findHighest(table: OrderLayout, scale: number, bucketHash: number, fingerprintHash: number): number {
  const { directory, fingerprints } = table
  const bucket = bucketOf(bucketHash, scale)
  const fingerprint = fingerprintOf(fingerprintHash)
  const stop = directory[bucket + 1]!
  for (let slot = directory[bucket]!; slot < stop; slot++) {
    if (fingerprints[slot] === fingerprint) return table.codes[slot]!
  }
  return -1
}
