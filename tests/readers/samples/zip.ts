/** ZIP archives byte for byte, also such as no packer makes: names twice, counts that lie, ZIP64 fields. */
import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipEntry {
  /** Text is written in UTF-8 and marked as such; bytes are written as they are, without the mark. */
  readonly name: string | Uint8Array
  readonly text: string
  readonly encrypted?: boolean
  readonly method?: number
  /** Another one than that of the text. */
  readonly checksum?: number
}

export interface ZipOptions {
  /** What the end record counts, where that is not the number of entries. */
  readonly count?: number
  /** Sizes and offsets stand in ZIP64 fields. */
  readonly long?: boolean
}

function fields(...values: readonly (readonly [value: number | bigint, bytes: 2 | 4 | 8])[]): Buffer {
  return Buffer.concat(
    values.map(([value, width]) => {
      const bytes = Buffer.alloc(8)
      bytes.writeBigUInt64LE(BigInt(value))
      return bytes.subarray(0, width)
    }),
  )
}

export function zipOf(entries: readonly ZipEntry[], { count, long = false }: ZipOptions = {}): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, text, encrypted = false, method = 8, checksum } of entries) {
    const content = Buffer.from(text)
    const packed = method === 8 ? deflateRawSync(content) : content
    const label = Buffer.from(name)
    const flags = (encrypted ? 1 : 0) | (typeof name === 'string' ? 0x800 : 0)
    const none = 0xffff_ffff
    const extra = long
      ? fields([1, 2], [24, 2], [content.length, 8], [packed.length, 8], [offset, 8])
      : Buffer.alloc(0)
    const about = fields(
      [20, 2],
      [flags, 2],
      [method, 2],
      [0, 4],
      [checksum ?? crc32(content), 4],
      [long ? none : packed.length, 4],
      [long ? none : content.length, 4],
      [label.length, 2],
    )
    const body = Buffer.concat([fields([0x04034b50, 4]), about, fields([0, 2]), label, packed])
    const place = fields([extra.length, 2], [0, 2], [0, 2], [0, 2], [0, 4], [long ? none : offset, 4])
    directory.push(Buffer.concat([fields([0x02014b50, 4], [20, 2]), about, place, label, extra]))
    bodies.push(body)
    offset += body.length
  }
  const listed = Buffer.concat(directory)
  const stated = count ?? entries.length
  const longEnd = fields(
    [0x06064b50, 4],
    [44, 8],
    [45, 2],
    [45, 2],
    [0, 4],
    [0, 4],
    [stated, 8],
    [stated, 8],
    [listed.length, 8],
    [offset, 8],
    [0x07064b50, 4],
    [0, 4],
    [offset + listed.length, 8],
    [1, 4],
  )
  const end = fields(
    [0x06054b50, 4],
    [0, 4],
    [long ? 0xffff : stated, 2],
    [long ? 0xffff : stated, 2],
    [long ? 0xffff_ffff : listed.length, 4],
    [long ? 0xffff_ffff : offset, 4],
    [0, 2],
  )
  return Buffer.concat([...bodies, listed, ...(long ? [longEnd] : []), end])
}
