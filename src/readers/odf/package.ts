/** The parts of an OpenDocument file, whether it is a package or one file of XML. */
import { ProcessingError } from '../../model/message.js'
import { unpack } from '../archive.js'
import { resolvePath } from '../office-package.js'
import { parsePart } from '../xml-part.js'
import { readFormula } from './formulas.js'
import { isFlat } from './kind.js'

export interface OdfParts {
  readonly content: Uint8Array | undefined
  readonly styles: Uint8Array | undefined
  /** The formula of an object, by the address of its folder. */
  readonly formulaAt: (address: string) => string
}

const wanted = /^((?:[^/]+\/)?content|styles|META-INF\/manifest)\.xml$/

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
  if (isFlat(bytes)) return { content: bytes, styles: bytes, formulaAt: () => '' }
  const parts = unpack(bytes, maxBytes, (name) => wanted.test(name))
  refuseEncrypted(parts.get('META-INF/manifest.xml'))
  const content = parts.get('content.xml')
  if (content === undefined) throw new ProcessingError('damaged-file', { format: 'zip' })
  const formulaAt = (address: string) => readFormula(parts.get(resolvePath('', `${address}/content.xml`)))
  return { content, styles: parts.get('styles.xml'), formulaAt }
}
