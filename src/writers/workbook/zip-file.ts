/**
 * ZIP files whose parts grow side by side: each part is packed into a file of its own, and in the end all are put one
 * behind the other. Sizes are those of plain ZIP, without its extension for more than 4 GiB, which few programs open.
 * Invariant: the same parts give the same bytes (no time of day), and of a part only what zlib holds is in memory.
 */
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib'
import { ProcessingError } from '../../model/message.js'

/** A part and the file have fewer bytes than this; the number itself asks for the extension. */
const limit = 0xffff_ffff
/** Tables pack hardly better at higher levels, which take twice the time. */
const level = 4

/** A part that is packed and waits to be put into the file. */
export interface PackedPart {
  readonly name: string
  /** The packed bytes, or the path of the file that holds them. */
  readonly content: Uint8Array | string
  readonly crc: number
  readonly size: number
  readonly packedSize: number
}

/** A part that still grows. */
export interface GrowingPart {
  readonly size: () => number
  write(text: string): Promise<void>
  end(): Promise<PackedPart>
  /** Lets go of the file, whole or not. */
  close(): Promise<void>
}

/** A part that is at hand as a whole. */
export function packPart(name: string, text: string): PackedPart & { readonly content: Uint8Array } {
  const bytes = Buffer.from(text)
  const content = deflateRawSync(bytes, { level })
  return { name, content, crc: crc32(bytes), size: bytes.length, packedSize: content.length }
}

/** Starts a part, packed into a new file at `path`. */
export function growPart(name: string, path: string): GrowingPart {
  const deflate = createDeflateRaw({ level })
  const file = createWriteStream(path, { flags: 'wx' })
  const done = pipeline(deflate, file)
  // Whoever waits for the part hears of a failure; nobody else has to.
  done.catch(() => {})
  let crc = 0
  let size = 0
  return {
    size: () => size,
    async write(text) {
      const bytes = Buffer.from(text)
      crc = crc32(bytes, crc)
      size += bytes.length
      // A full disk ends the pipeline, and then nothing would ever drain.
      if (!deflate.write(bytes)) await Promise.race([once(deflate, 'drain'), done])
    },
    async end() {
      deflate.end()
      await done
      return { name, content: path, crc, size, packedSize: file.bytesWritten }
    },
    async close() {
      deflate.destroy()
      await done.catch(() => {})
    },
  }
}

const signatures = { local: 0x0403_4b50, central: 0x0201_4b50, end: 0x0605_4b50 }
const version = 20
const namesAreUtf8 = 0x800
const deflated = 8
/** The first day that a ZIP can name: files of the same content are the same whenever they are made. */
const date = 0x21

/** What the header before a part and its line in the directory say alike. */
function descriptionOf({ name, crc, size, packedSize }: PackedPart): Buffer {
  const bytes = Buffer.alloc(26)
  bytes.writeUInt16LE(version, 0)
  bytes.writeUInt16LE(namesAreUtf8, 2)
  bytes.writeUInt16LE(deflated, 4)
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

function localHeader(part: PackedPart): Buffer {
  return Buffer.concat([unsigned(signatures.local, 4), descriptionOf(part), Buffer.from(part.name)])
}

function centralHeader(part: PackedPart, offset: number): Buffer {
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

/** What a file of these parts is made of, in its order: bytes, or the path of a file that holds them. */
function* piecesOf(parts: readonly PackedPart[]): Generator<Uint8Array | string> {
  const directory: Buffer[] = []
  let offset = 0
  const advance = (bytes: number) => {
    offset += bytes
    if (offset >= limit) throw new ProcessingError('workbook-too-large', { limit })
  }
  for (const part of parts) {
    if (part.size >= limit) throw new ProcessingError('workbook-too-large', { limit })
    directory.push(centralHeader(part, offset))
    const header = localHeader(part)
    advance(header.length + part.packedSize)
    yield header
    yield part.content
  }
  const central = Buffer.concat(directory)
  yield central
  yield Buffer.concat([
    unsigned(signatures.end, 4),
    Buffer.alloc(4),
    unsigned(parts.length, 2),
    unsigned(parts.length, 2),
    unsigned(central.length, 4),
    unsigned(offset, 4),
    Buffer.alloc(2),
  ])
}

/** Puts the parts into the file in this order. Throws ProcessingError `workbook-too-large`. */
export async function writeZip(file: FileHandle, parts: readonly PackedPart[]): Promise<void> {
  for (const piece of piecesOf(parts)) {
    if (typeof piece !== 'string') await file.writeFile(piece)
    else for await (const chunk of createReadStream(piece)) await file.writeFile(chunk as Buffer)
  }
}

/** The bytes of a file of parts that are all at hand. Throws ProcessingError `workbook-too-large`. */
export function zipOf(parts: readonly (PackedPart & { readonly content: Uint8Array })[]): Uint8Array {
  return Buffer.concat([...piecesOf(parts)] as Uint8Array[])
}
