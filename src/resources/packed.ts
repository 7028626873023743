/**
 * Values in one stretch of bytes that is read and not parsed: plain objects and lists are JSON, typed arrays in them are
 * views of the bytes, long lists of words are one text. Long arrays of small numbers, or of numbers that only rise, are
 * stored as what takes less room, and are copies then. Little-endian, like every machine that Node runs on.
 * Invariant: what is unpacked equals what was packed; an array of numbers stays an array of numbers.
 */
import { most } from '../model/lists.js'

const arrayTypes = {
  Int8Array,
  Uint8Array,
  Uint16Array,
  Uint32Array,
  Int32Array,
  Float32Array,
  Float64Array,
} as const
type ArrayType = keyof typeof arrayTypes
type Numbers = InstanceType<(typeof arrayTypes)[ArrayType]>

/** Where an array or a list of words stands among the bytes. */
interface Stretch {
  readonly packed: ArrayType | 'words'
  readonly at: number
  /** In elements; of words, in code units. */
  readonly length: number
  /** The type of what is stored, where that is another one. */
  readonly as?: ArrayType
  /** Whether each number is stored as what it is above the one before it. */
  readonly rises?: boolean
}

/** Shorter arrays are stored as they are. */
const longArray = 1024

/** Shorter lists are JSON. */
const longList = 32
const alignment = 8
const separator = '\n'

const isPlain = (value: unknown) => typeof value !== 'object' || value === null

const mapValues = (value: object, map: (item: unknown) => unknown) =>
  Object.fromEntries(Object.entries(value).map(([key, item]) => [key, map(item)]))

const isWordList = (value: readonly unknown[]) =>
  value.length >= longList && value.every((item) => typeof item === 'string' && !item.includes(separator))

const narrowTypes = ['Uint8Array', 'Uint16Array', 'Uint32Array'] as const

/** The numbers as they are stored: fewer bytes that say the same, or the array itself. */
function narrowed(array: Numbers): { stored: Numbers } & Pick<Stretch, 'as' | 'rises'> {
  const isCount = (number: number) => number >= 0 && Number.isInteger(number) && !Object.is(number, -0)
  if (array.length < longArray || !array.every(isCount)) return { stored: array }
  const rises =
    !(array instanceof Float32Array || array instanceof Float64Array) &&
    array.every((number, at) => at === 0 || number >= array[at - 1]!)
  const numbers = rises ? Array.from(array, (number, at) => number - (array[at - 1] ?? 0)) : array
  const largest = most(numbers)
  const as = narrowTypes.find((type) => largest < 2 ** (8 * arrayTypes[type].BYTES_PER_ELEMENT))
  if (as === undefined || arrayTypes[as].BYTES_PER_ELEMENT > array.BYTES_PER_ELEMENT) return { stored: array }
  return { stored: new arrayTypes[as](numbers), as, ...(rises && { rises }) }
}

/** The sums of numbers from the first one on. */
function sumsOf(stored: Numbers): Uint32Array<ArrayBuffer> {
  const sums = new Uint32Array(stored)
  let sum = 0
  for (let at = 0; at < sums.length; at++) {
    sum += sums[at]!
    sums[at] = sum
  }
  return sums
}

/** What was stored as other numbers. */
function widened(stored: Numbers, type: ArrayType, rises: boolean): Numbers {
  if (!rises) return new arrayTypes[type](stored)
  const sums = sumsOf(stored)
  // The same bytes, where they are.
  return type === 'Int32Array' ? new Int32Array(sums.buffer) : new arrayTypes[type](sums)
}

/** The bytes of a value. */
export function pack(value: unknown): Uint8Array {
  const pieces: Uint8Array[] = []
  let size = 0
  const put = (bytes: Uint8Array): number => {
    const at = size
    const padded = new Uint8Array(Math.ceil(bytes.length / alignment) * alignment)
    padded.set(bytes)
    pieces.push(padded)
    size += padded.length
    return at
  }
  const plain = (part: unknown): unknown => {
    if (ArrayBuffer.isView(part)) {
      const packed = part.constructor.name as ArrayType
      if (!(packed in arrayTypes)) throw new TypeError(`no array of the type ${packed} can be packed`)
      const { stored, ...how } = narrowed(part as Numbers)
      const at = put(new Uint8Array(stored.buffer, stored.byteOffset, stored.byteLength))
      return { packed, at, length: stored.length, ...how } satisfies Stretch
    }
    if (Array.isArray(part)) {
      if (!isWordList(part)) return part.map(plain)
      const text = part.join(separator)
      return { packed: 'words', at: put(Buffer.from(text, 'utf16le')), length: text.length } satisfies Stretch
    }
    if (typeof part !== 'object' || part === null) return part
    return mapValues(part, plain)
  }
  const head = Buffer.from(JSON.stringify(plain(value)))
  const bodyAt = Math.ceil((4 + head.length) / alignment) * alignment
  const bytes = Buffer.alloc(bodyAt + size)
  bytes.writeUInt32LE(head.length)
  bytes.set(head, 4)
  let at = bodyAt
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}

/** The value of bytes that begin at a multiple of eight; its arrays are views of them, where they are not stored shorter. Throws where they are no such value. */
export function unpack(bytes: Uint8Array): unknown {
  const { byteOffset } = bytes
  const buffer = bytes.buffer as ArrayBuffer
  const length = new DataView(buffer, byteOffset, 4).getUint32(0, true)
  const bodyAt = byteOffset + Math.ceil((4 + length) / alignment) * alignment
  const head = Buffer.from(buffer, byteOffset + 4, length).toString('utf8')
  const whole = (part: unknown): unknown => {
    if (typeof part !== 'object' || part === null) return part
    if (Array.isArray(part)) return part.every(isPlain) ? part : part.map(whole)
    const { packed, at, length: count, as, rises = false } = part as Stretch
    if (typeof packed !== 'string') return mapValues(part, whole)
    if (packed === 'words') {
      const text = Buffer.from(buffer, bodyAt + at, count * 2).toString('utf16le')
      return text.split(separator)
    }
    const stored = new arrayTypes[as ?? packed](buffer, bodyAt + at, count)
    return as === undefined ? stored : widened(stored, packed, rises)
  }
  return whole(JSON.parse(head))
}
