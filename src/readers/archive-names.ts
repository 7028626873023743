/**
 * The directory of a ZIP archive, read without unpacking anything: enough to tell Word and Excel files from other
 * archives, and sound entries from damaged ones. Invariant: a damaged directory gives fewer entries, never an error.
 */

const localHeader = [0x50, 0x4b, 0x03, 0x04]
const entrySignature = 0x02014b50
const endSignature = 0x06054b50
const endSize = 22
const entrySize = 46
/** A comment of the archive stands behind the end record. */
const longestComment = 0xffff

export function isArchive(bytes: Uint8Array): boolean {
  return localHeader.every((byte, index) => bytes[index] === byte)
}

/** What the directory says of an entry. */
interface DirectoryEntry {
  /** As it is stored, one character a byte. */
  readonly name: string
  /** CRC-32 of what it holds, unpacked. */
  readonly checksum: number
}

/** The entries that the directory lists, in its order. */
export function readDirectory(bytes: Uint8Array): DirectoryEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - endSize
  const last = Math.max(0, end - longestComment)
  while (end >= last && view.getUint32(end, true) !== endSignature) end--
  if (end < last) return []
  const entries: DirectoryEntry[] = []
  let at = view.getUint32(end + 16, true)
  while (at + entrySize <= bytes.length && view.getUint32(at, true) === entrySignature) {
    const nameLength = view.getUint16(at + 28, true)
    const start = at + entrySize
    const name = Buffer.from(bytes.subarray(start, start + nameLength)).toString('latin1')
    entries.push({ name, checksum: view.getUint32(at + 16, true) })
    at = start + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** Whether the bytes are an Office document with the given main part. */
export function isPackage(bytes: Uint8Array, mainPart: string): boolean {
  return isArchive(bytes) && readDirectory(bytes).some(({ name }) => name === mainPart)
}
