/** TAR archives, also compressed by gzip; and single files that gzip compressed. */
import { ProcessingError } from '../model/message.js'
import type { ReadContext, Reader } from './contract.js'
import { readEntry } from './entry.js'
import { clutter } from './zip.js'

const mediaType = 'application/x-tar'
const mark = 'ustar'
const markAt = 257
const gzip = [0x1f, 0x8b, 0x08]

const isTar = (bytes: Uint8Array) => [...mark].every((sign, at) => bytes[markAt + at] === sign.charCodeAt(0))
const isCompressed = (bytes: Uint8Array) => gzip.every((byte, at) => bytes[at] === byte)

/** Reads what an archive holds. */
async function* readTar(bytes: Uint8Array, context: ReadContext) {
  const { tarEntries } = await import('./tar-entries.js')
  for (const { name, content } of tarEntries(bytes)) {
    if (!clutter.test(name)) yield* readEntry(context, name, () => content)
  }
}

/** The name of a file without the ending that says how it was compressed. */
function plainName({ path, entry }: ReadContext): string {
  const name = (entry ?? path ?? '').replace(/^.*[/\\]/, '').replace(/\.gz$/i, '')
  return name === '' ? '1' : name
}

export const reader: Reader = {
  id: 'tar',
  mediaTypes: [mediaType, 'application/gzip'],
  extensions: ['.tar', '.tgz', '.gz'],
  holdsSeveral: true,
  isPlain: true,
  recognises: (bytes) => isTar(bytes) || isCompressed(bytes),
  async *read(bytes, context) {
    if (isTar(bytes)) {
      yield* readTar(bytes, context)
      return
    }
    const { inflate } = await import('./gzip.js')
    const inflated = inflate(bytes, context.maxBytes)
    if (inflated.length > context.maxBytes)
      throw new ProcessingError('too-large', { bytes: inflated.length, limit: context.maxBytes })
    if (isTar(inflated)) yield* readTar(inflated, context)
    else yield* readEntry(context, plainName(context), () => inflated)
  },
}
