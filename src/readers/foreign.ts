/**
 * What a file is that no reader here reads: told by its contents, so that it is refused by name and never taken apart as
 * text. Signatures as the formats' own descriptions give them.
 */

import { isArchive, readDirectory } from './archive-directory.js'
import type { CompoundFile } from './compound-file.js'
import { isCompoundFile, openCompoundFile } from './compound-file.js'
import { isBook } from './epub.js'
import { openDocumentKind, statedType } from './odf/kind.js'
import { mainPartOf } from './office-package.js'
import { declares } from './xml-part.js'

/** Signatures at an offset, as text of one byte a character. */
const signatures: readonly (readonly [format: string, signature: string, offset?: number])[] = [
  ['7z', '7z\xbc\xaf\x27\x1c'],
  ['rar', 'Rar!\x1a\x07'],
  ['compressed', 'BZh'],
  ['compressed', '\xfd7zXZ\0'],
  ['compressed', '\x28\xb5\x2f\xfd'],
  ['picture', 'GIF8'],
  ['picture', 'ftypheic', 4],
  ['word95', '\xdb\xa5'],
  ['word95', '1\xbe\0\0'],
  ['caj', 'CAJ\0'],
  ['caj', 'KDH 2.'],
  ['ceb', 'Founder CEB'],
]

/** Streams of compound files that are neither Word documents nor workbooks. */
const streams: readonly (readonly [stream: string, format: string])[] = [
  ['PowerPoint Document', 'ppt'],
  ['__properties_version1.0', 'msg'],
  ['HwpSummaryInformation', 'hwp'],
]

/** Parts that only one kind of package has. */
const parts: readonly (readonly [part: RegExp, format: string])[] = [
  [/\.fdseq$/i, 'xps'],
  [/\.iwa$/, 'iwork'],
  [/^META-INF\/manifest\.xml$/, 'odf'],
  // Drawings and other packages of Office, and documents without their main part.
  [/^\[Content_Types\]\.xml$/, 'office'],
]

/** Of OpenDocument, the word by which their type is known. */
const packageTypes: readonly (readonly [type: RegExp, format: string])[] = [
  [/opendocument\.presentation/, 'odp'],
  [/opendocument/, 'odf'],
]

/** Documents that are one file of XML, by a namespace that they declare. */
const declarations: readonly (readonly [namespace: string, format: string])[] = [
  ['http://schemas.microsoft.com/office/2006/xmlPackage', 'flat-office'],
  ['urn:oasis:names:tc:opendocument:xmlns:office:1.0', 'odf'],
  ['http://schemas.uof.org/cn/2003/uof', 'uof'],
  ['http://schemas.uof.org/cn/2009/uof', 'uof'],
]

const has = (bytes: Uint8Array, signature: string, offset = 0) =>
  [...signature].every((character, index) => bytes[offset + index] === character.charCodeAt(0))

function compoundFormat({ names }: CompoundFile): string | undefined {
  if (names.has('EncryptedPackage')) return 'encrypted'
  if (['WordDocument', 'Workbook', 'Book'].some((name) => names.has(name))) return undefined
  return streams.find(([stream]) => names.has(stream))?.[1] ?? 'ole'
}

function archiveFormat(bytes: Uint8Array): string | undefined {
  const main = mainPartOf(bytes)
  if (main !== undefined) return main.isXml ? undefined : 'xlsb'
  if (isBook(bytes)) return undefined
  const { entries } = readDirectory(bytes)
  const type = statedType(bytes)
  return (
    packageTypes.find(([pattern]) => pattern.test(type))?.[1] ??
    parts.find(([pattern]) => entries.some(({ name }) => pattern.test(name)))?.[1]
  )
}

/** The kind of a file that is not read; undefined where some reader may read it. */
export function foreignFormat(bytes: Uint8Array): string | undefined {
  if (/^(text|spreadsheet)$/.test(openDocumentKind(bytes) ?? '')) return undefined
  if (isArchive(bytes)) return archiveFormat(bytes)
  if (isCompoundFile(bytes)) {
    const file = openCompoundFile(bytes)
    return file === undefined ? undefined : compoundFormat(file)
  }
  const signed = signatures.find(([, signature, offset]) => has(bytes, signature, offset))
  if (signed !== undefined) return signed[0]
  return declarations.find(([namespace]) => declares(bytes, namespace))?.[1]
}
