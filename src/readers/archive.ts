/**
 * ZIP archives: what they hold, unpacked within a limit. fflate inflates into a buffer of the size that the archive
 * states, so an archive that lies about its size fails instead of filling the memory.
 */
import { unzipSync, zipSync } from 'fflate'
import { ProcessingError } from '../model/message.js'

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
 * Unpacks the entries that `wants` picks, in their order. Throws ProcessingError `encrypted`, `damaged-file`, or
 * `too-large` where together they would hold more than `limit` bytes.
 */
export function unpack(
  bytes: Uint8Array,
  limit: number,
  wants: (name: string) => boolean = () => true,
): Map<string, Uint8Array> {
  if (((bytes[6] ?? 0) & encryptedFlag) !== 0) throw new ProcessingError('encrypted')
  let total = 0
  try {
    const entries = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (name.endsWith('/') || !wants(readName(name))) return false
        total += originalSize
        if (total > limit) throw new ProcessingError('too-large', { bytes: total, limit })
        return true
      },
    })
    return new Map(Object.entries(entries).map(([name, entry]) => [readName(name), entry]))
  } catch (cause) {
    if (cause instanceof ProcessingError) throw cause
    throw new ProcessingError('damaged-file', { format: 'zip' })
  }
}

/** Packs entries without squeezing them, for a parser that wants an archive. */
export function pack(entries: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return zipSync(Object.fromEntries(entries), { level: 0 })
}
