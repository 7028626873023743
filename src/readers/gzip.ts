/** Files that gzip compressed, inflated within a limit. */
import { gunzipSync } from 'node:zlib'
import { ProcessingError } from '../model/message.js'

/** Throws ProcessingError `too-large` where more than `limit` bytes come out, `damaged-file` where none do. */
export function inflate(bytes: Uint8Array, limit: number): Uint8Array {
  try {
    const inflated = gunzipSync(bytes, { maxOutputLength: limit })
    return new Uint8Array(inflated.buffer, inflated.byteOffset, inflated.length)
  } catch (cause) {
    const isTooLarge = (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    throw isTooLarge
      ? new ProcessingError('too-large', { bytes: `>${limit}`, limit })
      : new ProcessingError('damaged-file', { format: 'gzip' })
  }
}
