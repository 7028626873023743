/**
 * What a build has done so far, so that it survives a power cut. Threads append records to files of their own; an index,
 * one a run, then says of a unit, in one line, where its records lie. A unit counts as done when its line is whole and
 * on the disk; what no whole line speaks of is done again.
 * Invariant: records reach the disk before the line that speaks of them, and no line counts that is not, to the last
 * bit, of this plan.
 */
import { closeSync, fdatasyncSync, openSync, readdirSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { ProcessingError } from '../model/message.js'
import type { SourceEvidence } from '../repair/detect/source.js'
import type { DocumentRecord } from '../writers/schema.js'
import { sync } from './disk.js'
import { readLines } from './read-lines.js'
import type { RecordFiles, RecordPosition } from './record-file.js'
import { digestLength, digestOf } from './sealed.js'
import type { Signals } from './signals.js'

/** A document that was processed, and where its record lies. */
export interface Entry extends RecordPosition {
  readonly key: string
  readonly id: string
  readonly path: string | null
  readonly entry: string | null
  readonly place: string
  readonly messages: DocumentRecord['messages']
  readonly signals: Signals
  /** What it says for its having been spun; there where it says something. */
  readonly evidence?: SourceEvidence
  /** There where it was processed as one that others of its source prove. */
  readonly sourceProven?: true
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
  /** Done a second time, for the sake of documents that others of their source prove. */
  readonly again?: true
  /** Short digest of the bytes that were read for it; null where they are not known. */
  readonly digest: string | null
  readonly entries: readonly Entry[]
  readonly failures: readonly Failure[]
}

const indexPattern = /^index-(\d+)\.jsonl$/

/** Names of the indexes in a folder, in the order of their runs. */
export function journalFiles(folder: string): string[] {
  const numberOf = (name: string) => Number(indexPattern.exec(name)![1])
  return readdirSync(folder)
    .filter((name) => indexPattern.test(name))
    .sort((a, b) => numberOf(a) - numberOf(b))
}

export interface JournalWriter {
  /** Says that units are done. Throws what the file system says. */
  add(results: readonly UnitResult[]): void
  close(): void
}

/** Begins the index of a run. `plan` is the digest of the plan that the units are of. */
export function openJournal(folder: string, run: number, plan: string): JournalWriter {
  const file = openSync(join(folder, `index-${run}.jsonl`), 'wx')
  sync(folder)
  let end = 0
  return {
    add(results) {
      const lines = results.map((result) => JSON.stringify(result))
      const text = Buffer.from(lines.map((line) => `${digestOf(plan, line)} ${line}\n`).join(''))
      for (let at = 0; at < text.length; ) at += writeSync(file, text, at, text.length - at, end + at)
      end += text.length
      fdatasyncSync(file)
    },
    close: () => closeSync(file),
  }
}

/** The text of a line; undefined where it is not as it was written. */
function openLine(line: Buffer, plan: string): Buffer | undefined {
  const text = line.subarray(digestLength + 1)
  return line.toString('latin1', 0, digestLength + 1) === `${digestOf(plan, text)} ` ? text : undefined
}

/** Where the line of each unit stands in which index. */
export interface JournalIndex {
  readonly done: number
  has(unit: number): boolean
  /** Throws ProcessingError `journal-damaged` where the unit is not done, or its line not whole any more. */
  read(unit: number): UnitResult
  /** The unit is to be done again. */
  forget(unit: number): void
  close(): void
}

/** Which of the lines of a unit counts: the last one, or the last of those that were written the first or second time. */
export type Pass = 'last' | 'first' | 'again'

/** What the begin of a line says; the rest of it can be long. */
function headOf(text: Buffer): { readonly unit: number; readonly pass: Pass } {
  const [, unit, again] = /^\{"unit":(\d+)(,"again":true)?/.exec(text.toString('latin1', 0, 64))!
  return { unit: Number(unit), pass: again === undefined ? 'first' : 'again' }
}

/** Positions of the lines of all indexes, by unit; of two the later run's. Memory: 20 bytes a unit. */
export async function readJournal(
  folder: string,
  units: number,
  plan: string,
  counts: Pass = 'last',
): Promise<JournalIndex> {
  const names = journalFiles(folder)
  const files = new Uint32Array(units)
  const offsets = new Float64Array(units)
  const lengths = new Float64Array(units)
  let done = 0
  for (const [number, name] of names.entries()) {
    for await (const { offset, bytes } of readLines(join(folder, name))) {
      const text = openLine(bytes, plan)
      if (text === undefined) continue
      const { unit, pass } = headOf(text)
      if (counts !== 'last' && counts !== pass) continue
      if (lengths[unit] === 0) done++
      files[unit] = number
      offsets[unit] = offset
      lengths[unit] = bytes.length
    }
  }
  const opened = new Map<string, number>()
  return {
    get done() {
      return done
    },
    has: (unit) => lengths[unit]! > 0,
    read(unit) {
      const name = names[files[unit]!]
      if (name === undefined) throw new ProcessingError('journal-damaged', { path: folder })
      const path = join(folder, name)
      const file = opened.get(name) ?? openSync(path, 'r')
      opened.set(name, file)
      const bytes = Buffer.allocUnsafe(lengths[unit]!)
      readSync(file, bytes, 0, bytes.length, offsets[unit]!)
      const text = openLine(bytes, plan)
      if (text === undefined) throw new ProcessingError('journal-damaged', { path })
      return JSON.parse(text.toString('utf8')) as UnitResult
    },
    forget(unit) {
      if (lengths[unit]! > 0) done--
      lengths[unit] = 0
    },
    close() {
      for (const file of opened.values()) closeSync(file)
    },
  }
}

/** The result of a unit whose line and records are as they were written; undefined where it is not done, or not whole. */
export function wholeResult(
  journal: JournalIndex,
  records: RecordFiles,
  unit: number,
): UnitResult | undefined {
  if (!journal.has(unit)) return undefined
  try {
    const result = journal.read(unit)
    for (const entry of result.entries) records.read(entry)
    return result
  } catch (cause) {
    if (!(cause instanceof ProcessingError) || cause.code !== 'journal-damaged') throw cause
    return undefined
  }
}

/** Forgets the units of which a record is not as it was written. */
export function forgetDamaged(journal: JournalIndex, records: RecordFiles, units: number): void {
  for (let unit = 0; unit < units; unit++)
    if (journal.has(unit) && wholeResult(journal, records, unit) === undefined) journal.forget(unit)
}

/** Whether something of a unit could not be processed. */
export function hasFailed({ entries, failures }: UnitResult): boolean {
  return (
    failures.length > 0 || entries.some(({ messages }) => messages.some(({ level }) => level === 'error'))
  )
}

/** Forgets the units of which something could not be processed. */
export function forgetFailed(journal: JournalIndex, units: number): void {
  for (let unit = 0; unit < units; unit++)
    if (journal.has(unit) && hasFailed(journal.read(unit))) journal.forget(unit)
}
