/** Packs an estimated model into the bytes of its file. The same model always gives the same bytes. */
import type { EstimatedModel, EstimatedOrder } from './estimate.js'
import {
  bucketOf,
  bucketSeed,
  fingerprintOf,
  fingerprintSeed,
  growBucketHash,
  growFingerprintHash,
} from './hash.js'
import { symbolOf } from './keys.js'
import { codebookSize, createLayout, type OrderLayout, sealLayout } from './layout.js'
import { fitCodebook, quantise } from './quantise.js'
import { characterCodesOf, type SymbolTable } from './symbols.js'

/** What stands for the logarithm of 0: symbols that are never predicted. */
const impossible = -99

/** The bytes of the model's file; `parseLayout` reads them. */
export function packModel(model: EstimatedModel, symbols: SymbolTable): ArrayBuffer {
  const { buffer, layout } = createLayout(model.orders.map((order) => order.length))
  layout.characterCodes.set(characterCodesOf(symbols))
  const unigrams = model.orders[1]!
  for (let id = 0; id < unigrams.length; id++) {
    const probability = unigrams.probability[id]!
    layout.unigrams[id] = probability > 0 ? Math.log(probability) : impossible
    layout.unigramBackoffs[id] = Math.log(unigrams.backoff[id]!)
    layout.unigramChildren[id] = unigrams.children[id]! > 0 ? 1 : 0
  }
  for (const order of layout.orders) packOrder(model.orders[order.order]!, order)
  sealLayout(buffer)
  return buffer
}

function packOrder(estimated: EstimatedOrder, layout: OrderLayout): void {
  const highest = layout.backoffs.length === 0
  const logProbabilities = estimated.probability.map(Math.log)
  layout.probabilities.set(fitCodebook(logProbabilities, codebookSize))
  if (!highest) fitBackoffs(estimated, layout)
  const fingerprints = new Uint16Array(layout.length)
  const slots = placeEntries(estimated, layout, fingerprints)
  for (let slot = 0; slot < slots.length; slot++) {
    const entry = slots[slot]!
    const code = quantise(logProbabilities[entry]!, layout.probabilities)
    if (highest) {
      layout.fingerprints[slot] = fingerprints[entry]!
      layout.codes[slot] = code
    } else {
      const backoffCode = backoffCodeOf(estimated, entry, layout.backoffs)
      layout.entries[slot] = ((fingerprints[entry]! << 16) | (backoffCode << 8) | code) >>> 0
    }
  }
}

/** Code 0 is kept for contexts without followers; the others share the rest. */
function fitBackoffs(estimated: EstimatedOrder, layout: OrderLayout): void {
  const logBackoffs = estimated.backoff.filter((_, entry) => estimated.children[entry]! > 0).map(Math.log)
  layout.backoffs.set(fitCodebook(logBackoffs, codebookSize - 1), 1)
}

function backoffCodeOf(estimated: EstimatedOrder, entry: number, backoffs: Float32Array): number {
  if (estimated.children[entry] === 0) return 0
  return 1 + quantise(Math.log(estimated.backoff[entry]!), backoffs.subarray(1))
}

/**
 * Fills the directory and the fingerprints by entry; returns the entry of each slot, ordered by bucket, fingerprint
 * and key. Of two n-grams alike in bucket and fingerprint (about one in 16,000) the first is found, and it is the one
 * with the greater raw count.
 */
function placeEntries(
  estimated: EstimatedOrder,
  layout: OrderLayout,
  fingerprints: Uint16Array,
): Uint32Array {
  const { directory, buckets, length } = layout
  const scale = buckets / 2 ** 32
  const bucketByEntry = new Uint32Array(length)
  for (let entry = 0; entry < length; entry++) {
    let bucketHash = bucketSeed
    let fingerprintHash = fingerprintSeed
    for (let back = 0; back < layout.order; back++) {
      const symbol = symbolOf(estimated.high[entry]!, estimated.low[entry]!, back)
      bucketHash = growBucketHash(bucketHash, symbol)
      fingerprintHash = growFingerprintHash(fingerprintHash, symbol)
    }
    const bucket = bucketOf(bucketHash, scale)
    bucketByEntry[entry] = bucket
    fingerprints[entry] = fingerprintOf(fingerprintHash)
    directory[bucket + 1] = directory[bucket + 1]! + 1
  }
  for (let bucket = 0; bucket < buckets; bucket++)
    directory[bucket + 1] = directory[bucket + 1]! + directory[bucket]!
  const slots = new Uint32Array(length)
  const next = directory.slice()
  for (let entry = 0; entry < length; entry++) {
    const bucket = bucketByEntry[entry]!
    const slot = next[bucket]!
    next[bucket] = slot + 1
    slots[slot] = entry
  }
  const before = (a: number, b: number): number =>
    fingerprints[a]! - fingerprints[b]! || estimated.raw[b]! - estimated.raw[a]! || a - b
  for (let bucket = 0; bucket < buckets; bucket++) {
    slots.subarray(directory[bucket]!, directory[bucket + 1]!).sort(before)
  }
  return slots
}
