/**
 * From files to the ordered list of units of work: a file, or a part of a large one.
 * Invariant: a file that two inputs lead to is taken once.
 */
import { createHash } from 'node:crypto'
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { readDirectory } from '../readers/archive-directory.js'
import type { EntryRange } from '../readers/contract.js'
import { readerOf } from '../readers/read.js'
import type { FindOptions, FoundInput } from './find-files.js'
import { endingOf, findFiles } from './find-files.js'
import type { UnitRange, WorkUnit } from './unit.js'
import { safePlace } from './unit.js'

/** Bytes of a JSONL file or of an archive that make one unit. */
const unitBytes = 128 * 1024

export interface Plan {
  /** Of a part, digest of the whole that it is a part of: parts of one whole have the same. */
  readonly whole?: string
  readonly units: readonly WorkUnit[]
  /** Files that folders and patterns led to and that are no documents by their ending. */
  readonly skipped: readonly string[]
}

/** One of several parts of a dataset: the units whose position, divided by `count`, leaves `index` - 1. */
export interface Shard {
  readonly index: number
  readonly count: number
}

export interface PlanOptions extends FindOptions {
  readonly shard?: Shard
}

/** UTF-16 has line feeds that are no bytes of their own, so such a file stays one unit. */
function isWide(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
}

/** Cuts a JSONL file behind line ends, into ranges of about `unitBytes`. Reads it once and keeps none of it. */
function findRanges({ absolute, size }: FoundInput): UnitRange[] {
  const file = openSync(absolute, 'r')
  try {
    const bytes = Buffer.allocUnsafeSlow(1024 ** 2)
    const ranges: UnitRange[] = []
    let start = 0
    let firstLine = 1
    let line = 1
    for (let at = 0; at < size; ) {
      const count = readSync(file, bytes, 0, bytes.length, at)
      if (count === 0) break
      if (at === 0 && isWide(bytes)) return []
      const chunk = bytes.subarray(0, count)
      for (let feed = chunk.indexOf(0x0a); feed >= 0; feed = chunk.indexOf(0x0a, feed + 1)) {
        line++
        const end = at + feed + 1
        if (end - start < unitBytes) continue
        ranges.push({ start, end, firstLine })
        start = end
        firstLine = line
      }
      at += count
    }
    if (start < size) ranges.push({ start, end: size, firstLine })
    return ranges
  } finally {
    closeSync(file)
  }
}

/** Larger files are one unit: they are read to be counted, and most of them are above the limit of an input. */
const largestCounted = 1024 ** 3

/** Cuts an archive by its entries, so that a unit unpacks about `unitBytes` of it; a table by its groups of rows. */
async function findEntries({ path, absolute, size }: FoundInput): Promise<EntryRange[]> {
  if (size > largestCounted) return []
  const bytes = readFileSync(absolute)
  // A Word file can be called .zip, and is one document then.
  const { id } = readerOf(bytes, path)
  if (id === 'parquet') {
    const { rowGroups } = await import('../readers/parquet-rows.js')
    // A damaged one says so when it is read.
    return rowGroups(bytes) ?? []
  }
  if (id !== 'zip') return []
  const count = readDirectory(bytes).entries.filter(({ name }) => !name.endsWith('/')).length
  const step = Math.max(1, Math.floor((count * unitBytes) / size))
  const ranges: EntryRange[] = []
  for (let start = 0; start < count; start += step) ranges.push({ start, end: Math.min(start + step, count) })
  return ranges
}

async function unitsOf(found: FoundInput): Promise<Omit<WorkUnit, 'number'>[]> {
  const { path, absolute, place, size, modified } = found
  const whole = { path, absolute, place, bytes: size, size, modified }
  const ending = endingOf(path)
  const ranges = /^(jsonl|ndjson)$/.test(ending) && size > 0 ? findRanges(found) : []
  if (ranges.length > 0) return ranges.map((range) => ({ ...whole, bytes: range.end - range.start, range }))
  const parts = /^(zip|parquet)$/.test(ending) ? await findEntries(found) : []
  if (parts.length === 0) return [whole]
  return parts.map((entries) => ({ ...whole, bytes: Math.round(size / parts.length), entries }))
}

function digestOfAll(units: readonly object[], skipped: readonly string[]): string {
  const hash = createHash('sha256')
  for (const each of [...units, ...skipped]) hash.update(`${JSON.stringify(each)}\n`)
  return hash.digest('hex')
}

/**
 * The units of the inputs, in order. Throws ProcessingError `not-found`, `unreadable`, `no-input-files` or `output-is-input`,
 * before anything is done.
 */
export async function planUnits(options: PlanOptions): Promise<Plan> {
  const skipped: string[] = []
  const units: Omit<WorkUnit, 'number'>[] = []
  const seen = new Set<string>()
  for (const input of options.inputs) {
    for (const found of await findFiles(input, options, skipped)) {
      if (seen.has(found.identity)) continue
      seen.add(found.identity)
      for (const unit of await unitsOf(found)) {
        units.push({ ...unit, place: safePlace(unit.place) })
      }
    }
  }
  const numbered = (some: typeof units) => some.map((unit, number) => ({ number, ...unit }))
  if (options.shard === undefined) return { units: numbered(units), skipped }
  const { index, count } = options.shard
  const own = units.filter((_, position) => position % count === index - 1)
  return { whole: digestOfAll(units, skipped), units: numbered(own), skipped }
}
