/**
 * What a package was whose directory is gone or damaged: an archive that was cut off says so by the names in front of its
 * entries. Without it, a half of a Word document is said to be a damaged archive.
 */

/** What stands in front of each entry, and where in it the length of its name and the name stand. */
const header = Buffer.from('PK\u0003\u0004', 'latin1')
const lengthAt = 26
const nameAt = 30
/** Names that a package begins with; an archive of documents begins with another one, whatever the documents hold. */
const firstNames =
  /^(\[Content_Types\]\.xml$|_rels\/|docProps\/|customXml\/|word\/|xl\/|ppt\/|OFD\.xml$|mimetype$)/
/** The names of entries by which a package is told, and types that OpenDocument and EPUB state in their first entry. */
const formats: readonly (readonly [format: string, name: RegExp])[] = [
  ['docx', /^word\//],
  ['xlsx', /^xl\//],
  ['pptx', /^ppt\//],
  ['epub', /^META-INF\/container\.xml$/],
  ['ofd', /^(OFD\.xml$|Doc_0\/)/],
]
const stated: readonly (readonly [format: string, type: string])[] = [
  ['odt', 'application/vnd.oasis.opendocument.text'],
  ['ods', 'application/vnd.oasis.opendocument.spreadsheet'],
  ['epub', 'application/epub+zip'],
]
/** Entries that are looked at. */
const most = 1000

function* namesIn(bytes: Buffer): Generator<string> {
  let at = bytes.indexOf(header)
  for (let count = 0; at >= 0 && count < most && at + nameAt <= bytes.length; count++) {
    yield bytes.toString('latin1', at + nameAt, at + nameAt + bytes.readUInt16LE(at + lengthAt))
    at = bytes.indexOf(header, at + nameAt)
  }
}

/** The format that the entries of a package speak for; `zip` where they speak for none. */
export function formatOfEntries(archive: Uint8Array): string {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength)
  const names = namesIn(bytes)
  const { value: first = '' } = names.next()
  if (!firstNames.test(first)) return 'zip'
  const start = bytes.toString('latin1', nameAt, nameAt + 100)
  const type = stated.find(([, type]) => first === 'mimetype' && start.startsWith(`${first}${type}`))
  if (type !== undefined) return type[0]
  for (const name of [first, ...names]) {
    const found = formats.find(([, pattern]) => pattern.test(name))
    if (found !== undefined) return found[0]
  }
  return 'zip'
}
