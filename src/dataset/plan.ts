/**
 * From files to the ordered list of units of work: a file, or a part of a large one.
 * Invariant: a file that two inputs lead to is taken once.
 */
import { createHash } from 'node:crypto'
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { readDirectory } from '../readers/archive-directory.js'
import type { EntryRange } from '../readers/contract.js'
import { readerOf } from '../readers/read.js'
import type { FindOptions } from './find-files.js'
import { endingOf, meetFiles } from './find-files.js'
import { Twins } from './twins.js'
import type { UnitRange } from './unit.js'
import { FileTable, type PlannedFile, type Units, UnitTable } from './unit-table.js'

/** Bytes of a JSONL file or of an archive that make one unit. */
const unitBytes = 128 * 1024

export interface Plan {
  /** Of a part, digest of the whole that it is a part of: parts of one whole have the same. */
  readonly whole?: string
  readonly units: Units
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
function findRanges({ absolute, size }: PlannedFile): UnitRange[] {
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
async function findEntries({ path, absolute, size }: PlannedFile): Promise<EntryRange[]> {
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

const linesEndings = new Set(['jsonl', 'ndjson'])
const archiveEndings = new Set(['zip', 'parquet'])

const mayHaveParts = (ending: string) => linesEndings.has(ending) || archiveEndings.has(ending)

/** Where a file is cut; nowhere where it cannot be read, which is told when it is its turn. */
async function cutsOf(file: PlannedFile): Promise<{ ranges: UnitRange[]; parts: EntryRange[] }> {
  try {
    if (!linesEndings.has(endingOf(file.path))) return { ranges: [], parts: await findEntries(file) }
    return { ranges: file.size > 0 ? findRanges(file) : [], parts: [] }
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).syscall === undefined) throw cause
    return { ranges: [], parts: [] }
  }
}

/** Adds a file, or its parts where it has some. */
async function addParts(units: UnitTable, row: number, file: PlannedFile): Promise<void> {
  const { size } = file
  const { ranges, parts } = await cutsOf(file)
  if (ranges.length === 0 && parts.length === 0) units.add(row)
  for (const range of ranges) units.add(row, { bytes: range.end - range.start, range })
  for (const entries of parts) units.add(row, { bytes: Math.round(size / parts.length), entries })
}

function digestOfAll(units: Units, skipped: readonly string[]): string {
  const hash = createHash('sha256')
  const add = (each: unknown) => hash.update(`${JSON.stringify(each)}\n`)
  for (const unit of units) add(unit)
  for (const path of skipped) add(path)
  return hash.digest('hex')
}

/**
 * The units of the inputs, in order. Throws ProcessingError `not-found`, `unreadable`, `no-input-files` or `output-is-input`,
 * before anything is done.
 */
export async function planUnits(options: PlanOptions): Promise<Plan> {
  const skipped: string[] = []
  const files = new FileTable()
  const twins = new Twins()
  const divisible = new Set<number>()
  for (const input of options.inputs) {
    twins.begin()
    for (const found of await meetFiles(input, options, { skipped, scans: [] })) {
      twins.add(found.inode)
      if (mayHaveParts(endingOf(found.path))) divisible.add(files.length)
      files.add(found)
    }
  }
  const left = twins.find(files)
  const units = new UnitTable(files)
  for (let row = 0; row < files.length; row++) {
    if (left.has(row)) continue
    // Nothing is waited for where a file is one unit.
    if (divisible.has(row)) await addParts(units, row, files.at(row))
    else units.add(row)
  }
  if (options.shard === undefined) return { units, skipped }
  const { index, count } = options.shard
  return {
    whole: digestOfAll(units, skipped),
    units: units.only((number) => number % count === index - 1),
    skipped,
  }
}
