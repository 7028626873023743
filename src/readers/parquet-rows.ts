/** Rows of a Parquet file as objects of JSON: the only code that knows the library that reads them. */
import * as zlib from 'node:zlib'
import type { Compressors, FileMetaData } from 'hyparquet'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import type { JsonValue } from '../model/document.js'
import { ProcessingError } from '../model/message.js'
import type { EntryRange } from './contract.js'

/** Whatever is not as the format has it stops the file, in one sentence. */
const damaged = () => new ProcessingError('damaged-file', { format: 'parquet' })

/** The library takes a buffer of its own, from the first byte on. */
function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): ArrayBuffer {
  return (buffer as ArrayBuffer).slice(byteOffset, byteOffset + byteLength)
}

type Inflate = (bytes: Uint8Array, options: { maxOutputLength: number }) => Uint8Array

/** As many bytes as the page says that it has, and no more. */
const within = (inflate: Inflate) => (bytes: Uint8Array, length: number) =>
  new Uint8Array(inflate(bytes, { maxOutputLength: Math.max(length, 1) }))

/** Zstandard came to Node with 22.15. */
const { zstdDecompressSync } = zlib as { readonly zstdDecompressSync?: Inflate }

/** Snappy is the library's own. */
const compressors: Compressors = {
  GZIP: within(zlib.gunzipSync),
  BROTLI: within(zlib.brotliDecompressSync),
  ...(zstdDecompressSync && { ZSTD: within(zstdDecompressSync) }),
}

function metadataOf(bytes: Uint8Array): FileMetaData | undefined {
  try {
    return parquetMetadata(bytes)
  } catch {
    // The library says in what way it is none, which helps nobody here.
    return undefined
  }
}

/** The rows of each group, half-open, from 0; undefined where the file is damaged. */
export function rowGroups(bytes: Uint8Array): EntryRange[] | undefined {
  let start = 0
  return metadataOf(bytes)?.row_groups.map((group) => {
    const end = start + Number(group.num_rows)
    const range = { start, end }
    start = end
    return range
  })
}

/** A value as JSON has it: whole numbers beyond what a number holds as text, times as ISO 8601; null for mere bytes. */
function jsonOf(value: unknown): JsonValue {
  if (value === null || value === undefined || value instanceof Uint8Array) return null
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$/, '')
  if (Array.isArray(value)) return value.map(jsonOf)
  if (typeof value !== 'object') return value as JsonValue
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, jsonOf(each)]))
}

/** A row, counted from 1. */
export interface ParquetRow {
  readonly number: number
  readonly fields: Readonly<Record<string, JsonValue>>
}

/**
 * The rows at some positions, a group of rows in memory at a time; of the columns those that are asked for, where some
 * are. Throws ProcessingError `damaged-file` or `unknown-compression`.
 */
export async function* readRows(
  bytes: Uint8Array,
  columns: readonly string[] | undefined,
  range: EntryRange = { start: 0, end: Number.POSITIVE_INFINITY },
): AsyncGenerator<ParquetRow> {
  const metadata = metadataOf(bytes)
  if (metadata === undefined) throw damaged()
  const file = bufferOf(bytes)
  const names = metadata.schema.map(({ name }) => name)
  const known = columns?.filter((name) => names.includes(name))
  for (const { start, end } of rowGroups(bytes)!) {
    const [rowStart, rowEnd] = [Math.max(start, range.start), Math.min(end, range.end)]
    if (rowStart >= rowEnd) continue
    const options = { file, metadata, rowStart, rowEnd, compressors, ...(known && { columns: known }) }
    let rows: Record<string, unknown>[]
    try {
      rows = await parquetReadObjects(options)
    } catch (cause) {
      const [, codec] = /unsupported compression codec: (\w+)/.exec((cause as Error).message) ?? []
      throw codec === undefined ? damaged() : new ProcessingError('unknown-compression', { codec })
    }
    for (const [index, row] of rows.entries())
      yield { number: rowStart + index + 1, fields: jsonOf(row) as ParquetRow['fields'] }
  }
}
