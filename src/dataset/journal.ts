/**
 * What a build has done so far, so that it survives a power cut. Threads append records to files of their own; the index
 * then says of a unit, in one line, where its records lie. A unit counts as done when its line is whole and on the disk;
 * bytes that no line speaks of are ignored.
 * Invariant: records reach the disk before the line that speaks of them.
 */
import {
  closeSync,
  createReadStream,
  existsSync,
  fdatasyncSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import type { DocumentRecord } from '../writers/schema.js'
import type { Signals } from './signals.js'

/** A document that was processed, and where its record lies. */
export interface Entry {
  readonly key: string
  readonly id: string
  readonly path: string | null
  readonly entry: string | null
  readonly place: string
  /** Name of the file of records in the journal's folder; offset and length of the line in it, in bytes. */
  readonly file: string
  readonly offset: number
  readonly length: number
  readonly messages: DocumentRecord['messages']
  readonly signals: Signals
}

/** A unit, or a part of one, that could not be processed. */
export interface Failure {
  readonly path: string | null
  readonly entry: string | null
  readonly code: string
  readonly parameters: Readonly<Record<string, string | number>>
}

export interface UnitResult {
  readonly unit: number
  readonly entries: readonly Entry[]
  readonly failures: readonly Failure[]
}

export const indexName = 'index.jsonl'

const lineFeed = 0x0a

export interface JournalWriter {
  /** Says that units are done. Throws what the file system says. */
  add(results: readonly UnitResult[]): void
  close(): void
}

/** Goes on behind the last whole line; half a line that a crash left is cut off. */
export function openJournal(folder: string): JournalWriter {
  const path = join(folder, indexName)
  const file = openSync(path, existsSync(path) ? 'r+' : 'wx+')
  const size = fstatSync(file).size
  let end = wholeEnd(file, size)
  if (end < size) ftruncateSync(file, end)
  return {
    add(results) {
      const text = Buffer.from(results.map((result) => `${JSON.stringify(result)}\n`).join(''))
      for (let at = 0; at < text.length; ) at += writeSync(file, text, at, text.length - at, end + at)
      end += text.length
      fdatasyncSync(file)
    },
    close: () => closeSync(file),
  }
}

/** The end of the last line that is whole. */
function wholeEnd(file: number, size: number): number {
  const bytes = Buffer.alloc(64 * 1024)
  for (let end = size; end > 0; ) {
    const start = Math.max(0, end - bytes.length)
    const count = readSync(file, bytes, 0, end - start, start)
    const feed = bytes.subarray(0, count).lastIndexOf(lineFeed)
    if (feed >= 0) return start + feed + 1
    end = start
  }
  return 0
}

/** Where the line of each unit stands in the index: offset and length, zero where the unit is not done. */
export interface JournalIndex {
  readonly done: number
  has(unit: number): boolean
  read(unit: number): UnitResult
  close(): void
}

/** Positions of the lines of an index, by unit. Memory: 16 bytes a unit. */
export async function readJournal(folder: string, units: number): Promise<JournalIndex> {
  const path = join(folder, indexName)
  const offsets = new Float64Array(units)
  const lengths = new Float64Array(units)
  let done = 0
  if (existsSync(path)) {
    for await (const { offset, bytes } of readLines(path)) {
      const { unit } = JSON.parse(`${bytes.toString('utf8', 0, bytes.indexOf(','))}}`) as { unit: number }
      if (lengths[unit] === 0) done++
      offsets[unit] = offset
      lengths[unit] = bytes.length
    }
  }
  let file: number | undefined
  return {
    done,
    has: (unit) => lengths[unit]! > 0,
    read(unit) {
      file ??= openSync(path, 'r')
      const bytes = Buffer.allocUnsafe(lengths[unit]!)
      readSync(file, bytes, 0, bytes.length, offsets[unit]!)
      return JSON.parse(bytes.toString('utf8')) as UnitResult
    },
    close() {
      if (file !== undefined) closeSync(file)
    },
  }
}

/** The whole lines of a file with their offsets in bytes; half a line at its end is none. */
export async function* readLines(path: string): AsyncGenerator<{ offset: number; bytes: Buffer }> {
  let held: Buffer[] = []
  let heldBytes = 0
  let offset = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 ** 2 }) as AsyncIterable<Buffer>) {
    let start = 0
    for (let feed = chunk.indexOf(lineFeed); feed >= 0; feed = chunk.indexOf(lineFeed, start)) {
      const piece = chunk.subarray(start, feed)
      const bytes = held.length === 0 ? piece : Buffer.concat([...held, piece])
      yield { offset, bytes }
      offset += heldBytes + piece.length + 1
      held = []
      heldBytes = 0
      start = feed + 1
    }
    held.push(chunk.subarray(start))
    heldBytes += chunk.length - start
  }
}

export interface RecordFiles {
  /** The line of a record, without its line break. Throws where the journal does not hold it. */
  read(entry: Pick<Entry, 'file' | 'offset' | 'length'>): Buffer
  close(): void
}

/** Opens the files of records as they are asked for. */
export function openRecordFiles(folder: string): RecordFiles {
  const files = new Map<string, number>()
  return {
    read({ file, offset, length }) {
      let opened = files.get(file)
      if (opened === undefined) {
        opened = openSync(join(folder, file), 'r')
        files.set(file, opened)
      }
      const bytes = Buffer.allocUnsafe(length)
      let filled = 0
      while (filled < length) {
        const count = readSync(opened, bytes, filled, length - filled, offset + filled)
        if (count === 0) throw new Error(`the journal ends early: ${file}`)
        filled += count
      }
      return bytes
    },
    close() {
      for (const file of files.values()) closeSync(file)
    },
  }
}
