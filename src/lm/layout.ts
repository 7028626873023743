/**
 * The file format of a language model: typed arrays at the offsets that a short header lists. The file is used as it
 * is, so loading is one read. `corpus/language-model/README.md` describes it. Little-endian, like every machine that
 * Node runs on.
 *
 * For each order from 2: a directory (first entry of each bucket), then the entries by bucket, ascending by
 * fingerprint. Below the highest order an entry is one 32-bit word: fingerprint, back-off code, probability code. The
 * highest order has no back-off, so it has two arrays: fingerprints and probability codes.
 */
import { setImmediate as turn } from 'node:timers/promises'
import { ProcessingError } from '../model/message.js'

const magic = 0x4d4c5948
const formatVersion = 1
const headerWords = 16
const checksumWord = 3
/** Words that are summed in some milliseconds. */
const wordsAtOnce = 1 << 20
export const codebookSize = 256
/** Entries to a bucket on average: more save directory, fewer save time. */
const bucketLoad = 8

/** One order's entries in place; see the file comment. */
export interface OrderLayout {
  readonly order: number
  readonly length: number
  readonly buckets: number
  /** `buckets + 1` entry numbers. */
  readonly directory: Uint32Array
  /** Below the highest order: fingerprint << 16 | back-off code << 8 | probability code. Else empty. */
  readonly entries: Uint32Array
  /** In the highest order. Else empty. */
  readonly fingerprints: Uint16Array
  readonly codes: Uint8Array
  /** Natural logarithms. Back-off code 0 marks a context that nothing is listed after, and stands for 0. */
  readonly probabilities: Float32Array
  readonly backoffs: Float32Array
}

/** The model's arrays, all views of one buffer. */
export interface ModelLayout {
  readonly order: number
  readonly characterCodes: Uint16Array
  /** Natural logarithms, by symbol id. */
  readonly unigrams: Float32Array
  readonly unigramBackoffs: Float32Array
  /** 1 where something is listed after the symbol. */
  readonly unigramChildren: Uint8Array
  /** Orders 2, 3, … */
  readonly orders: readonly OrderLayout[]
}

/** Bytes of a model with these numbers of n-grams (indexed by order; order 1 is the number of symbols). */
export function bytesOfModel(counts: readonly number[]): number {
  return layOut(undefined, counts).bytes
}

/** A buffer for a model of these sizes, and its arrays, still empty. */
export function createLayout(counts: readonly number[]): { buffer: ArrayBuffer; layout: ModelLayout } {
  const buffer = new ArrayBuffer(bytesOfModel(counts))
  const header = new Uint32Array(buffer, 0, headerWords)
  header.set([magic, formatVersion, buffer.byteLength, 0, counts.length - 1, ...counts.slice(1)])
  return { buffer, layout: layOut(buffer, counts).layout }
}

/** Writes the checksum, once all else is written. */
export function sealLayout(buffer: ArrayBuffer): void {
  new Uint32Array(buffer, 0, headerWords)[checksumWord] = checksumOf(buffer)
}

const damaged = (reason: string) => new ProcessingError('damaged-language-model', { reason })

/**
 * Rejects with ProcessingError `damaged-language-model` where a byte of a model that `parseLayout` takes is not as it was
 * written, or with the reason of a signal. Between pieces others have their turn.
 */
export async function checkLayout(buffer: ArrayBufferLike, signal?: AbortSignal): Promise<void> {
  const words = new Uint32Array(buffer)
  let sum = 0
  for (let from = 0; from < words.length; from += wordsAtOnce) {
    sum = summed(sum, words, from, Math.min(words.length, from + wordsAtOnce))
    await turn()
    signal?.throwIfAborted()
  }
  if (words[checksumWord] !== sum >>> 0) throw damaged('checksum')
}

/**
 * The arrays of a file's bytes. Throws ProcessingError `damaged-language-model` where they cannot be those of a model;
 * whether each is as it was written is for `checkLayout`, which reads them all.
 */
export function parseLayout(buffer: ArrayBufferLike): ModelLayout {
  if (buffer.byteLength < headerWords * 4 || buffer.byteLength % 4 !== 0) throw damaged('too-short')
  const header = new Uint32Array(buffer, 0, headerWords)
  if (header[0] !== magic) throw damaged('not-a-model')
  if (header[1] !== formatVersion) throw damaged('other-version')
  if (header[2] !== buffer.byteLength) throw damaged('length')
  const order = header[4]!
  if (order < 2 || order > 5) throw damaged('order')
  const counts = [0, ...header.subarray(5, 5 + order)]
  if (bytesOfModel(counts) !== buffer.byteLength) throw damaged('length')
  return layOut(buffer, counts).layout
}

/** Over every word but the checksum's own. */
function checksumOf(buffer: ArrayBufferLike): number {
  const words = new Uint32Array(buffer)
  return summed(0, words, 0, words.length) >>> 0
}

/** A checksum with the words of a stretch behind those that it has. */
function summed(before: number, words: Uint32Array, from: number, to: number): number {
  let sum = before
  for (let index = from; index < to; index++) {
    if (index !== checksumWord) sum = Math.imul(sum ^ words[index]!, 0x01000193) + index
  }
  return sum
}

/** Places all arrays one after the other; without a buffer it only adds up their size. */
function layOut(buffer: ArrayBufferLike | undefined, counts: readonly number[]) {
  const arrays = placeArrays(buffer)
  const order = counts.length - 1
  const symbolCount = counts[1]!
  const layout: ModelLayout = {
    order,
    characterCodes: arrays.take(Uint16Array, symbolCount - 6),
    unigrams: arrays.take(Float32Array, symbolCount),
    unigramBackoffs: arrays.take(Float32Array, symbolCount),
    unigramChildren: arrays.take(Uint8Array, symbolCount),
    orders: counts
      .slice(2)
      .map((length, index) => layOutOrder(arrays, index + 2, length, index + 2 === order)),
  }
  return { layout, bytes: arrays.size() }
}

function layOutOrder(arrays: Arrays, order: number, length: number, highest: boolean): OrderLayout {
  const buckets = Math.max(1, Math.ceil(length / bucketLoad))
  return {
    order,
    length,
    buckets,
    probabilities: arrays.take(Float32Array, codebookSize),
    backoffs: arrays.take(Float32Array, highest ? 0 : codebookSize),
    directory: arrays.take(Uint32Array, buckets + 1),
    entries: arrays.take(Uint32Array, highest ? 0 : length),
    fingerprints: arrays.take(Uint16Array, highest ? length : 0),
    codes: arrays.take(Uint8Array, highest ? length : 0),
  }
}

interface ArrayType<A> {
  readonly BYTES_PER_ELEMENT: number
  new (buffer: ArrayBufferLike, offset: number, length: number): A
  new (length: number): A
}

interface Arrays {
  take<A>(type: ArrayType<A>, length: number): A
  size(): number
}

function placeArrays(buffer: ArrayBufferLike | undefined): Arrays {
  let offset = headerWords * 4
  return {
    take(type, length) {
      const array = buffer === undefined ? new type(0) : new type(buffer, offset, length)
      offset += Math.ceil((length * type.BYTES_PER_ELEMENT) / 4) * 4
      return array
    },
    size: () => offset,
  }
}
