/**
 * ZIP archives: what they hold, unpacked within a limit. An entry is inflated into no more than the size that the archive
 * states, so one that lies about its size fails instead of filling the memory, and its checksum is compared, without
 * which a broken bit can change a figure.
 */
import { crc32, inflateRawSync } from 'node:zlib'
import { ProcessingError } from '../model/message.js'
import { type DirectoryEntry, readDirectory } from './archive-directory.js'
import { formatOfEntries } from './cut-archive.js'

const headerSignature = 0x04034b50
const headerSize = 30
const stored = 0
const deflated = 8

const damaged = (format = 'zip') => new ProcessingError('damaged-file', { format })

/** The documents or parts of an archive; folders are none. Throws ProcessingError `damaged-file` or `encrypted`. */
export function entriesOf(bytes: Uint8Array): DirectoryEntry[] {
  const { entries, isWhole } = readDirectory(bytes)
  if (!isWhole) throw damaged(formatOfEntries(bytes))
  const files = entries.filter(({ name }) => !name.endsWith('/'))
  if (files.length > 0 && files.every(({ isEncrypted }) => isEncrypted))
    throw new ProcessingError('encrypted')
  return files
}

/** Throws ProcessingError `too-large` where the entries would hold more than `limit` bytes together. */
export function checkSizes(entries: readonly DirectoryEntry[], limit: number): void {
  const total = entries.reduce((sum, { size }) => sum + size, 0)
  if (total > limit) throw new ProcessingError('too-large', { bytes: total, limit })
}

function inflate(packed: Uint8Array, size: number): Uint8Array {
  // Nothing is no valid limit, and what holds nothing may hold nothing more.
  const inflated = inflateRawSync(packed, { maxOutputLength: Math.max(1, size) })
  return new Uint8Array(inflated.buffer, inflated.byteOffset, inflated.length)
}

/** The bytes of an entry as they lie in the archive. Throws ProcessingError `damaged-file`. */
export function packedBytes(bytes: Uint8Array, { packedSize, offset }: DirectoryEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (offset + headerSize > bytes.length || view.getUint32(offset, true) !== headerSignature) throw damaged()
  const start = offset + headerSize + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  return bytes.subarray(start, start + packedSize)
}

/**
 * What an entry holds. Throws ProcessingError `encrypted`, `unsupported-compression`, or `damaged-file` where it
 * cannot be unpacked or is not what it was when it was packed.
 */
export function unpackEntry(bytes: Uint8Array, entry: DirectoryEntry): Uint8Array {
  const { isEncrypted, method, checksum, size } = entry
  if (isEncrypted) throw new ProcessingError('encrypted')
  if (method !== stored && method !== deflated)
    throw new ProcessingError('unsupported-compression', { method })
  try {
    const packed = packedBytes(bytes, entry)
    const unpacked = method === stored ? packed : inflate(packed, size)
    if (unpacked.length !== size || crc32(unpacked) !== checksum) throw damaged()
    return unpacked
  } catch {
    throw damaged()
  }
}

/** A part of a package, whose failure is told with the format of the package. */
function unpackPart(bytes: Uint8Array, part: DirectoryEntry): Uint8Array {
  try {
    return unpackEntry(bytes, part)
  } catch (cause) {
    if (!(cause instanceof ProcessingError) || cause.code !== 'damaged-file') throw cause
    throw damaged(formatOfEntries(bytes))
  }
}

/**
 * Unpacks the parts that `wants` picks, of which every one counts. Throws ProcessingError `encrypted`, `damaged-file`,
 * or `too-large` where together they would hold more than `limit` bytes.
 */
export function unpack(
  bytes: Uint8Array,
  limit: number,
  wants: (name: string) => boolean = () => true,
): Map<string, Uint8Array> {
  const wanted = entriesOf(bytes).filter(({ name }) => wants(name))
  checkSizes(wanted, limit)
  return new Map(wanted.map((entry) => [entry.name, unpackPart(bytes, entry)]))
}
