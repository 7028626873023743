/** What an OpenDocument file is: a text, a spreadsheet, or something else, in a package or in one file of XML. */
import { unpackEntry } from '../archive.js'
import { isArchive, readDirectory } from '../archive-directory.js'
import { startOf } from '../start.js'
import { declares, parsePart } from '../xml-part.js'

const sniffed = 4096
const longestManifest = 1 << 20
const namespace = 'urn:oasis:names:tc:opendocument:xmlns:office:1.0'

/** What the list of parts of OpenDocument says of the whole package. */
function typeInManifest(manifest: Uint8Array): string {
  let type = ''
  parsePart(manifest, {
    open(name, { 'full-path': path, 'media-type': stated = '' }) {
      if (name === 'file-entry' && path === '/') type = stated
    },
  })
  return type
}

/** Packages of OpenDocument and EPUB say their type in a file of its own, those of OpenDocument also in their list of parts. */
export function statedType(bytes: Uint8Array): string {
  if (!isArchive(bytes)) return ''
  const { entries } = readDirectory(bytes)
  const entry = entries.find(({ name, size }) => name === 'mimetype' && size < sniffed)
  const manifest = entries.find(
    ({ name, size }) => name === 'META-INF/manifest.xml' && size < longestManifest,
  )
  try {
    const type = entry === undefined ? '' : startOf(unpackEntry(bytes, entry), sniffed).trim()
    return type !== '' || manifest === undefined ? type : typeInManifest(unpackEntry(bytes, manifest))
  } catch {
    return ''
  }
}

/** Whether a file of XML is a whole document of OpenDocument. */
export const isFlat = (bytes: Uint8Array) => declares(bytes, namespace)

/** `text`, `spreadsheet`, `presentation`, with templates as what they are templates of; undefined for any other file. */
export function openDocumentKind(bytes: Uint8Array): string | undefined {
  const type = isFlat(bytes)
    ? (/office:mimetype="([^"]*)"/.exec(startOf(bytes, sniffed))?.[1] ?? '')
    : statedType(bytes)
  return /opendocument\.(text|spreadsheet|presentation)/.exec(type)?.[1]
}
