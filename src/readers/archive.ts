/**
 * ZIP archives: what they hold, unpacked within a limit. fflate inflates into a buffer of the size that the archive
 * states, so an archive that lies about its size fails instead of filling the memory. It does not look at checksums,
 * without which a broken bit can change a figure, so they are compared here.
 */
import { crc32 } from 'node:zlib'
import { unzipSync, zipSync } from 'fflate'
import { ProcessingError } from '../model/message.js'
import { readDirectory } from './archive-names.js'

const encryptedFlag = 1

/** Archives made on Chinese Windows name their files in GBK without saying so. */
function readName(name: string): string {
  const codes = [...name].map((character) => character.charCodeAt(0))
  if (codes.every((code) => code < 0x80) || codes.some((code) => code > 0xff)) return name
  try {
    const bytes = Uint8Array.from(codes)
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes)
  } catch {
    return name
  }
}

/**
 * Unpacks the entries of the archive that `wants` picks. Throws ProcessingError `too-large` where together they would
 * hold more than `limit` bytes, and any error where one cannot be unpacked or is not what it was when it was packed.
 */
function inflate(
  bytes: Uint8Array,
  limit: number,
  wants: (name: string) => boolean,
): Map<string, Uint8Array> {
  const directory = readDirectory(bytes)
  const checksums = new Map<string, number>()
  let total = 0
  let at = 0
  const entries = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      const entry = directory[at++]
      if (name.endsWith('/') || !wants(readName(name))) return false
      total += originalSize
      if (total > limit) throw new ProcessingError('too-large', { bytes: total, limit })
      if (entry !== undefined) checksums.set(name, entry.checksum)
      return true
    },
  })
  return new Map(
    Object.entries(entries).map(([name, entry]) => {
      const checksum = checksums.get(name)
      if (checksum !== undefined && checksum !== crc32(entry)) throw new Error(`${name} has changed`)
      return [readName(name), entry]
    }),
  )
}

const damaged = () => new ProcessingError('damaged-file', { format: 'zip' })

function refuseEncrypted(bytes: Uint8Array): void {
  if (((bytes[6] ?? 0) & encryptedFlag) !== 0) throw new ProcessingError('encrypted')
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
  refuseEncrypted(bytes)
  try {
    return inflate(bytes, limit, wants)
  } catch (cause) {
    throw cause instanceof ProcessingError ? cause : damaged()
  }
}

/**
 * Unpacks the entries that `wants` picks, asked once about each in their order; one that is damaged is undefined and stops no other. Throws
 * as `unpack` does where the archive as a whole cannot be read.
 */
export function unpackEach(
  bytes: Uint8Array,
  limit: number,
  wants: (name: string) => boolean,
): Map<string, Uint8Array | undefined> {
  refuseEncrypted(bytes)
  const names: string[] = []
  try {
    inflate(bytes, limit, (name) => {
      if (wants(name)) names.push(name)
      return false
    })
  } catch {
    throw damaged()
  }
  const unpacked = new Map<string, Uint8Array>()
  /** Halves what fails until the damaged entries stand alone: few of many cost few turns. */
  const unpackNamed = (some: readonly string[]) => {
    const named = new Set(some)
    try {
      for (const [name, entry] of inflate(bytes, limit, (other) => named.has(other)))
        unpacked.set(name, entry)
    } catch (cause) {
      if (cause instanceof ProcessingError) throw cause
      if (some.length === 1) return
      const half = some.length >> 1
      unpackNamed(some.slice(0, half))
      unpackNamed(some.slice(half))
    }
  }
  const distinct = [...new Set(names)]
  if (distinct.length > 0) unpackNamed(distinct)
  return new Map(distinct.map((name) => [name, unpacked.get(name)]))
}

/** Packs entries without squeezing them, for a parser that wants an archive. */
export function pack(entries: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return zipSync(Object.fromEntries(entries), { level: 0 })
}
