/**
 * Values in one stretch of bytes that is read and not parsed: plain objects and lists are JSON, typed arrays in them are
 * views of the bytes, long lists of words are one text. Little-endian, like every machine that Node runs on.
 * Invariant: what is unpacked equals what was packed; an array of numbers stays an array of numbers.
 */

const arrayTypes = {
  Uint8Array,
  Uint16Array,
  Uint32Array,
  Int32Array,
  Float32Array,
  Float64Array,
} as const
type ArrayType = keyof typeof arrayTypes

/** Where an array or a list of words stands among the bytes. */
interface Stretch {
  readonly packed: ArrayType | 'words'
  readonly at: number
  /** In elements; of words, in code units. */
  readonly length: number
}

/** Shorter lists are JSON. */
const longList = 32
const alignment = 8
const separator = '\n'

const isWordList = (value: readonly unknown[]) =>
  value.length >= longList && value.every((item) => typeof item === 'string' && !item.includes(separator))

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
      const array = part as Uint8Array
      const at = put(new Uint8Array(array.buffer, array.byteOffset, array.byteLength))
      return { packed: part.constructor.name as ArrayType, at, length: array.length } satisfies Stretch
    }
    if (Array.isArray(part)) {
      if (!isWordList(part)) return part.map(plain)
      const text = part.join(separator)
      return { packed: 'words', at: put(Buffer.from(text, 'utf16le')), length: text.length } satisfies Stretch
    }
    if (typeof part !== 'object' || part === null) return part
    return Object.fromEntries(Object.entries(part).map(([key, item]) => [key, plain(item)]))
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

/** The value of bytes that begin at a multiple of eight; its arrays are views of them. Throws where they are no such value. */
export function unpack(bytes: Uint8Array): unknown {
  const { byteOffset } = bytes
  const buffer = bytes.buffer as ArrayBuffer
  const length = new DataView(buffer, byteOffset, 4).getUint32(0, true)
  const bodyAt = byteOffset + Math.ceil((4 + length) / alignment) * alignment
  const head = Buffer.from(buffer, byteOffset + 4, length).toString('utf8')
  return JSON.parse(head, (_, part: Partial<Stretch> | null) => {
    if (typeof part?.packed !== 'string') return part
    const { packed, at, length: count } = part as Stretch
    if (packed !== 'words') return new arrayTypes[packed](buffer, bodyAt + at, count)
    return Buffer.from(buffer, bodyAt + at, count * 2)
      .toString('utf16le')
      .split(separator)
  })
}
