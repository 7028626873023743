/**
 * The directory of a ZIP archive, also of one with ZIP64 fields, read without unpacking anything: enough to tell Word
 * and Excel files from other archives, and to find each entry. The directory itself counts, not the number of entries that
 * the end record gives, which wraps at 65,536 and can lie.
 * Invariant: names are told apart, so that no entry hides another one.
 */

const localHeader = [0x50, 0x4b, 0x03, 0x04]
const entrySignature = 0x02014b50
const endSignature = 0x06054b50
const longEndSignature = 0x06064b50
const longLocatorSignature = 0x07064b50
const endSize = 22
const longEndSize = 56
const longLocatorSize = 20
const entrySize = 46
/** A comment of the archive stands behind the end record. */
const longestComment = 0xffff
/** What a field of 32 bits holds where the value stands in a ZIP64 field. */
const elsewhere = 0xffff_ffff
const longFields = 0x0001
const encryptedFlag = 1
const unicodeFlag = 0x800

export function isArchive(bytes: Uint8Array): boolean {
  return localHeader.every((byte, index) => bytes[index] === byte)
}

/** What the directory says of an entry. */
export interface DirectoryEntry {
  /** As it is shown; behind an earlier entry of the same name it is numbered: a (2).txt. */
  readonly name: string
  readonly isEncrypted: boolean
  /** 0 is stored, 8 is deflated. */
  readonly method: number
  /** CRC-32 of what it holds, unpacked. */
  readonly checksum: number
  readonly packedSize: number
  readonly size: number
  /** Where its own header stands. */
  readonly offset: number
}

export interface Directory {
  readonly entries: readonly DirectoryEntry[]
  /** Whether all of it could be read, and the end record counts no more entries than it holds. */
  readonly isWhole: boolean
}

/** Where the directory stands, by the end record. */
interface End {
  readonly start: number
  readonly size: number
  readonly count: number
}

function findEnd(view: DataView): End | undefined {
  let at = view.byteLength - endSize
  const last = Math.max(0, at - longestComment)
  while (at >= last && view.getUint32(at, true) !== endSignature) at--
  if (at < last) return undefined
  const short = {
    start: view.getUint32(at + 16, true),
    size: view.getUint32(at + 12, true),
    count: view.getUint16(at + 10, true),
  }
  const locator = at - longLocatorSize
  if (locator < 0 || view.getUint32(locator, true) !== longLocatorSignature) return short
  const long = Number(view.getBigUint64(locator + 8, true))
  if (long + longEndSize > locator || view.getUint32(long, true) !== longEndSignature) return short
  return {
    start: Number(view.getBigUint64(long + 48, true)),
    size: Number(view.getBigUint64(long + 40, true)),
    count: Number(view.getBigUint64(long + 32, true)),
  }
}

/** Names without a mark of UTF-8 are in it all the same, or in the encoding of Chinese Windows. */
function nameOf(bytes: Uint8Array, flags: number): string {
  for (const encoding of (flags & unicodeFlag) === 0 ? ['utf-8', 'gb18030'] : ['utf-8']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // The next one.
    }
  }
  return Buffer.from(bytes).toString('latin1')
}

/** Sizes and offset, of which each that has no room in its field stands in the ZIP64 field, in this order. */
function longValues(view: DataView, from: number, to: number, values: readonly number[]): number[] {
  let at = from
  while (at + 4 <= to && view.getUint16(at, true) !== longFields) at += 4 + view.getUint16(at + 2, true)
  const end = at + 4 <= to ? Math.min(to, at + 4 + view.getUint16(at + 2, true)) : at
  at += 4
  return values.map((value) => {
    if (value !== elsewhere || at + 8 > end) return value
    at += 8
    return Number(view.getBigUint64(at - 8, true))
  })
}

/** Gives names that have been there a number, in front of the ending by which a format is known. */
function tellApart(): (name: string) => string {
  const seen = new Set<string>()
  const counts = new Map<string, number>()
  return (name) => {
    let shown = name
    while (seen.has(shown)) {
      const count = (counts.get(name) ?? 1) + 1
      counts.set(name, count)
      shown = name.replace(/(\.[^./]*)?$/, (ending) => ` (${count})${ending}`)
    }
    seen.add(shown)
    return shown
  }
}

/** The entries that the directory lists, in its order. A damaged directory gives fewer entries, never an error. */
export function readDirectory(bytes: Uint8Array): Directory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === undefined) return { entries: [], isWhole: false }
  const entries: DirectoryEntry[] = []
  const naming = tellApart()
  let at = end.start
  while (at + entrySize <= bytes.length && view.getUint32(at, true) === entrySignature) {
    const nameEnd = at + entrySize + view.getUint16(at + 28, true)
    const extraEnd = nameEnd + view.getUint16(at + 30, true)
    const next = extraEnd + view.getUint16(at + 32, true)
    if (next > bytes.length) break
    const flags = view.getUint16(at + 8, true)
    const [size = 0, packedSize = 0, offset = 0] = longValues(view, nameEnd, extraEnd, [
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ])
    entries.push({
      name: naming(nameOf(bytes.subarray(at + entrySize, nameEnd), flags)),
      isEncrypted: (flags & encryptedFlag) !== 0,
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packedSize,
      size,
      offset,
    })
    at = next
  }
  return { entries, isWhole: entries.length >= end.count && at >= end.start + end.size }
}
