/**
 * A unit of work: a file, some lines of a JSONL file, or some entries of an archive. Units are numbered in the order of the dataset, and each is done as a whole or not at all.
 */
import { closeSync, fstatSync, openSync, readSync, type Stats } from 'node:fs'
import { ProcessingError } from '../model/message.js'
import type { EntryRange } from '../readers/contract.js'

export interface UnitRange {
  /** Offsets of bytes in the file, half-open; both stand at the begin of a line or at the end of the file. */
  readonly start: number
  readonly end: number
  /** Number of the first line, from 1. */
  readonly firstLine: number
}

export interface WorkUnit {
  /** Position in the plan, from 0. */
  readonly number: number
  /** As the user named it, joined with what a folder or pattern led to. */
  readonly path: string
  readonly absolute: string
  /** Safe path for output files, without ending. */
  readonly place: string
  readonly bytes: number
  /** Size in bytes and time of change of the whole file, as they were when the build was planned. */
  readonly size: number
  readonly modified: number
  readonly range?: UnitRange
  /** Entries of an archive, which is read as a whole for them. */
  readonly entries?: EntryRange
  /** Keys of its documents that others of their source prove: there where it is done for their sake a second time. */
  readonly provenBySource?: readonly string[]
}

/** A path without the ending of its name. */
export const withoutEnding = (path: string) => path.replace(/(?<=[^/\\])\.[^./\\]*$/, '')

/** Parts of a path that may stand below an output folder; paths that leave their folder say nothing of that. */
export function safePlace(place: string): string {
  const parts = place.split(/[/\\]/).filter((part) => part !== '' && part !== '.' && part !== '..')
  return parts.join('/') || 'document'
}

const codes: Readonly<Record<string, string>> = { ENOENT: 'not-found', ENOTDIR: 'not-found' }

/** Whether a file is by its status the one that was planned. */
export function isAsPlanned({ size, modified }: WorkUnit, status: Pick<Stats, 'size' | 'mtimeMs'>): boolean {
  return status.size === size && status.mtimeMs === modified
}

/** Reads some bytes of a file, fewer where it ends before. */
function fill(file: number, start: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafeSlow(length)
  let filled = 0
  while (filled < length) {
    const count = readSync(file, bytes, filled, length - filled, start + filled)
    if (count === 0) break
    filled += count
  }
  return bytes.subarray(0, filled)
}

/** Opens the file of a unit. Throws ProcessingError `not-found` or `unreadable`, and what `use` throws. */
function withFile<T>({ path, absolute }: WorkUnit, use: (file: number) => T): T {
  let file: number | undefined
  try {
    file = openSync(absolute, 'r')
    return use(file)
  } catch (cause) {
    if (cause instanceof ProcessingError) throw cause
    const { code = 'error' } = cause as NodeJS.ErrnoException
    throw new ProcessingError(codes[code] ?? 'unreadable', { path, reason: code })
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

/** The bytes that stand where those of a unit stood, whether they are the same or not. */
export function readBytes(unit: WorkUnit): Uint8Array {
  return withFile(unit, (file) => {
    const { start, end } = unit.range ?? { start: 0, end: fstatSync(file).size }
    return fill(file, start, end - start)
  })
}

/** The bytes of a unit. Throws ProcessingError `not-found`, `unreadable`, `too-large` or `changed-input`. */
export function readUnit(unit: WorkUnit, maxBytes: number): Uint8Array {
  const { path, range, size } = unit
  return withFile(unit, (file) => {
    const checkUnchanged = () => {
      if (!isAsPlanned(unit, fstatSync(file))) throw new ProcessingError('changed-input', { path })
    }
    checkUnchanged()
    const { start, end } = range ?? { start: 0, end: size }
    if (end - start > maxBytes)
      throw new ProcessingError('too-large', { path, bytes: end - start, limit: maxBytes })
    const bytes = fill(file, start, end - start)
    checkUnchanged()
    return bytes
  })
}

const lineFeed = 0x0a

/** Lines of a unit in two ranges. */
function splitLines(unit: WorkUnit, range: UnitRange): readonly [WorkUnit, WorkUnit] | undefined {
  const bytes = readUnit(unit, Number.POSITIVE_INFINITY)
  const middle = bytes.length >> 1
  const before = bytes.subarray(0, middle).lastIndexOf(lineFeed)
  const cut = (before >= 0 ? before : bytes.indexOf(lineFeed, middle)) + 1
  if (cut <= 0 || cut >= bytes.length) return undefined
  let lines = 0
  for (let at = 0; at < cut; at++) if (bytes[at] === lineFeed) lines++
  const { start, end, firstLine } = range
  const partOf = (from: number, to: number, line: number): WorkUnit => ({
    ...unit,
    bytes: to - from,
    range: { start: from, end: to, firstLine: line },
  })
  return [partOf(start, start + cut, firstLine), partOf(start + cut, end, firstLine + lines)]
}

function splitEntries(unit: WorkUnit, { start, end }: EntryRange): readonly [WorkUnit, WorkUnit] | undefined {
  if (end - start < 2) return undefined
  const middle = (start + end) >> 1
  return [
    { ...unit, entries: { start, end: middle } },
    { ...unit, entries: { start: middle, end } },
  ]
}

/**
 * Halves of a unit, for one that did not end. Undefined where it is one line, one entry, or a file that can only be
 * read as a whole.
 */
export function splitUnit(unit: WorkUnit): readonly [WorkUnit, WorkUnit] | undefined {
  if (unit.range !== undefined) return splitLines(unit, unit.range)
  return unit.entries && splitEntries(unit, unit.entries)
}
