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

const isLines = ({ path }: FoundInput) => /^(jsonl|ndjson)$/.test(endingOf(path))
const isArchive = ({ path }: FoundInput) => /^(zip|parquet)$/.test(endingOf(path))

/** A file as one unit: of a million files one object each, that is never copied. */
function unitOf(number: number, { path, absolute, place, size, modified }: FoundInput): WorkUnit {
  return { number, path, absolute, place: safePlace(place), bytes: size, size, modified }
}

/** Adds the parts of a file that may have some. */
async function addParts(units: WorkUnit[], found: FoundInput): Promise<void> {
  const { size } = found
  const ranges = isLines(found) && size > 0 ? findRanges(found) : []
  const parts = isArchive(found) ? await findEntries(found) : []
  if (ranges.length === 0 && parts.length === 0) units.push(unitOf(units.length, found))
  for (const range of ranges) {
    units.push({ ...unitOf(units.length, found), bytes: range.end - range.start, range })
  }
  for (const entries of parts) {
    units.push({ ...unitOf(units.length, found), bytes: Math.round(size / parts.length), entries })
  }
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
  const units: WorkUnit[] = []
  const seen = new Set<string>()
  for (const input of options.inputs) {
    for (const found of await findFiles(input, options, skipped)) {
      // What one input leads to is told apart already.
      if (options.inputs.length > 1) {
        if (seen.has(found.identity)) continue
        seen.add(found.identity)
      }
      // Nothing is waited for where a file is one unit.
      if (isLines(found) || isArchive(found)) await addParts(units, found)
      else units.push(unitOf(units.length, found))
    }
  }
  if (options.shard === undefined) return { units, skipped }
  const { index, count } = options.shard
  const own = units.filter(({ number }) => number % count === index - 1)
  return {
    whole: digestOfAll(units, skipped),
    units: own.map((unit, number) => ({ ...unit, number })),
    skipped,
  }
}
