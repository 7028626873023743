/**
 * ZIP files whose parts grow side by side: each part is packed into a file of its own, and in the end all are put one
 * behind the other. Sizes are those of plain ZIP, without its extension for more than 4 GiB, which few programs open.
 * Invariant: the same parts give the same bytes (no time of day), and of a part only what zlib holds is in memory.
 */
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { crc32, createDeflateRaw } from 'node:zlib'
import { ProcessingError } from '../../model/message.js'
import type { ZipPart } from '../zip.js'
import { centralHeader, endRecord, level, localHeader } from '../zip.js'

/** A part and the file have fewer bytes than this; the number itself asks for the extension. */
const limit = 0xffff_ffff

/** A part that is packed and waits to be put into the file. */
export interface PackedPart extends ZipPart {
  /** The packed bytes, or the path of the file that holds them. */
  readonly content: Uint8Array | string
}

/** A part that still grows. */
export interface GrowingPart {
  readonly size: () => number
  write(text: string): Promise<void>
  end(): Promise<PackedPart>
  /** Lets go of the file, whole or not. */
  close(): Promise<void>
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
  yield endRecord(parts.length, central.length, offset)
}

/** Puts the parts into the file in this order. Throws ProcessingError `workbook-too-large`. */
export async function writeZip(file: FileHandle, parts: readonly PackedPart[]): Promise<void> {
  for (const piece of piecesOf(parts)) {
    if (typeof piece !== 'string') await file.writeFile(piece)
    else for await (const chunk of createReadStream(piece)) await file.writeFile(chunk as Buffer)
  }
}
