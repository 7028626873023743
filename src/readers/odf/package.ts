/** The parts of an OpenDocument file, whether it is a package or one file of XML. */
import { ProcessingError } from '../../model/message.js'
import { unpack } from '../archive.js'
import { parsePart } from '../xml-part.js'
import { isFlat } from './kind.js'

export interface OdfParts {
  readonly content: Uint8Array | undefined
  readonly styles: Uint8Array | undefined
}

const wanted = /^(content|styles|META-INF\/manifest)\.xml$/

/** Throws ProcessingError `encrypted` where the list of parts says so. */
function refuseEncrypted(manifest: Uint8Array | undefined): void {
  parsePart(manifest, {
    open(name) {
      if (name === 'encryption-data') throw new ProcessingError('encrypted')
    },
  })
}

/** Unpacks what holds text. Throws ProcessingError, or any error where the list of parts is no well-formed XML. */
export function openOdf(bytes: Uint8Array, maxBytes: number): OdfParts {
  if (isFlat(bytes)) return { content: bytes, styles: bytes }
  const parts = unpack(bytes, maxBytes, (name) => wanted.test(name))
  refuseEncrypted(parts.get('META-INF/manifest.xml'))
  const content = parts.get('content.xml')
  if (content === undefined) throw new ProcessingError('damaged-file', { format: 'zip' })
  return { content, styles: parts.get('styles.xml') }
}
