/**
 * ZIP files in memory, and what those on the disk are made of. Sizes are those of plain ZIP.
 * Invariant: the same parts give the same bytes (no time of day).
 */
import { crc32, deflateRawSync } from 'node:zlib'

/** What the directory says of a part. */
export interface ZipPart {
  readonly name: string
  readonly crc: number
  readonly size: number
  readonly packedSize: number
  /** 0 where it is stored as it is; deflated where nothing is said. */
  readonly method?: number
}

/** A part with its packed bytes. */
export interface HeldPart extends ZipPart {
  readonly content: Uint8Array
}

/** Tables pack hardly better at higher levels, which take twice the time. */
export const level = 4

const signatures = { local: 0x0403_4b50, central: 0x0201_4b50, end: 0x0605_4b50 }
const version = 20
const namesAreUtf8 = 0x800
const deflated = 8
/** The first day that a ZIP can name: files of the same content are the same whenever they are made. */
const date = 0x21

/** What the header before a part and its line in the directory say alike. */
function descriptionOf({ name, crc, size, packedSize, method = deflated }: ZipPart): Buffer {
  const bytes = Buffer.alloc(26)
  bytes.writeUInt16LE(version, 0)
  bytes.writeUInt16LE(namesAreUtf8, 2)
  bytes.writeUInt16LE(method, 4)
  bytes.writeUInt16LE(date, 8)
  bytes.writeUInt32LE(crc, 10)
  bytes.writeUInt32LE(packedSize, 14)
  bytes.writeUInt32LE(size, 18)
  bytes.writeUInt16LE(Buffer.byteLength(name), 22)
  return bytes
}

function unsigned(value: number, width: 2 | 4): Buffer {
  const bytes = Buffer.alloc(width)
  bytes.writeUIntLE(value, 0, width)
  return bytes
}

/** What stands before the content of a part. */
export function localHeader(part: ZipPart): Buffer {
  return Buffer.concat([unsigned(signatures.local, 4), descriptionOf(part), Buffer.from(part.name)])
}

/** The line of a part in the directory; its own header stands at `offset`. */
export function centralHeader(part: ZipPart, offset: number): Buffer {
  return Buffer.concat([
    unsigned(signatures.central, 4),
    unsigned(version, 2),
    descriptionOf(part),
    // No comment, one disk, no attributes.
    Buffer.alloc(10),
    unsigned(offset, 4),
    Buffer.from(part.name),
  ])
}

/** What stands behind a directory of so many parts and bytes that begins at `offset`. */
export function endRecord(count: number, length: number, offset: number): Buffer {
  return Buffer.concat([
    unsigned(signatures.end, 4),
    Buffer.alloc(4),
    unsigned(count, 2),
    unsigned(count, 2),
    unsigned(length, 4),
    unsigned(offset, 4),
    Buffer.alloc(2),
  ])
}

/** A part that is at hand as a whole. */
export function packPart(name: string, text: string): HeldPart {
  const bytes = Buffer.from(text)
  const content = deflateRawSync(bytes, { level })
  return { name, content, crc: crc32(bytes), size: bytes.length, packedSize: content.length }
}

/** The file of these parts, in this order. */
export function zipOf(parts: readonly HeldPart[]): Uint8Array {
  const pieces: Uint8Array[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const header = localHeader(part)
    directory.push(centralHeader(part, offset))
    pieces.push(header, part.content)
    offset += header.length + part.content.length
  }
  const central = Buffer.concat(directory)
  return Buffer.concat([...pieces, central, endRecord(parts.length, central.length, offset)])
}
