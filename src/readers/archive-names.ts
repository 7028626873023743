/**
 * Names in a ZIP archive, read from its directory without unpacking anything: enough to tell Word and Excel files from
 * other archives. Invariant: a damaged directory gives fewer names, never an error.
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

/** Names as they are stored, one character a byte. */
export function namesIn(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - endSize
  const last = Math.max(0, end - longestComment)
  while (end >= last && view.getUint32(end, true) !== endSignature) end--
  if (end < last) return []
  const names: string[] = []
  let at = view.getUint32(end + 16, true)
  while (at + entrySize <= bytes.length && view.getUint32(at, true) === entrySignature) {
    const nameLength = view.getUint16(at + 28, true)
    const start = at + entrySize
    names.push(String.fromCharCode(...bytes.subarray(start, start + nameLength)))
    at = start + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return names
}

/** Whether the bytes are an Office document with the given main part. */
export function isPackage(bytes: Uint8Array, mainPart: string): boolean {
  return isArchive(bytes) && namesIn(bytes).includes(mainPart)
}
