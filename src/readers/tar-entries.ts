/**
 * The files of a TAR archive, as POSIX and GNU write them: names that are too long for their field stand in front of the
 * file, in an entry of their own.
 */
import { ProcessingError } from '../model/message.js'

export interface TarEntry {
  readonly name: string
  readonly content: Uint8Array
}

const block = 512
const damaged = () => new ProcessingError('damaged-file', { format: 'tar' })

/** Names are in UTF-8, or in the encoding of Chinese Windows. */
function textOf(bytes: Uint8Array): string {
  const end = bytes.indexOf(0)
  const own = end < 0 ? bytes : bytes.subarray(0, end)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(own)
  } catch {
    return new TextDecoder('gb18030').decode(own)
  }
}

/** A number in octal digits, or, where it is large, in binary. */
function numberOf(field: Uint8Array): number {
  if ((field[0]! & 0x80) !== 0) return field.slice(1).reduce((sum, byte) => sum * 256 + byte, 0)
  const digits = textOf(field).trim()
  return digits === '' ? 0 : /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number.NaN
}

/** Whether the sum of the bytes of a header is the one in it, its own place counted as blanks. */
function isHeader(header: Uint8Array): boolean {
  const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 0x20 : byte), 0)
  return sum === numberOf(header.subarray(148, 156))
}

/** What an extended header says of the next file: lines of a length, a name and a value. */
function extendedPath(content: Uint8Array): string | undefined {
  return /(?:^|\n)\d+ path=([^\n]*)\n/.exec(textOf(content))?.[1]
}

function nameOf(header: Uint8Array): string {
  const name = textOf(header.subarray(0, 100))
  const prefix = textOf(header.subarray(345, 500))
  // GNU has other things there.
  const isPosix = header[263] === 0x30
  return isPosix && prefix !== '' ? `${prefix}/${name}` : name
}

/**
 * The files of an archive, in its order. Throws ProcessingError `damaged-file` where something is not as it was written,
 * or the end is missing, with which files may be.
 */
export function tarEntries(bytes: Uint8Array): TarEntry[] {
  const entries: TarEntry[] = []
  let longName: string | undefined
  for (let at = 0; at + block <= bytes.length; ) {
    const header = bytes.subarray(at, at + block)
    if (header.every((byte) => byte === 0)) return entries
    const size = numberOf(header.subarray(124, 136))
    if (!isHeader(header) || !Number.isSafeInteger(size) || at + block + size > bytes.length) throw damaged()
    const content = bytes.subarray(at + block, at + block + size)
    const type = String.fromCharCode(header[156]!)
    if (type === 'L') longName = textOf(content)
    else if (type === 'x') longName = extendedPath(content) ?? longName
    else {
      const name = longName ?? nameOf(header)
      if ((type === '0' || type === '\0') && !name.endsWith('/')) entries.push({ name, content })
      longName = undefined
    }
    at += block + Math.ceil(size / block) * block
  }
  throw damaged()
}
