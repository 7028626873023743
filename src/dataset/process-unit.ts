/**
 * One unit to its records, in a thread: read, analyse, sketch, append. What cannot be processed becomes a failure of its
 * own; the other documents of the unit still come out.
 */
import { createHash } from 'node:crypto'
import type { AuditedDocument } from '../model/document.js'
import { ProcessingError } from '../model/message.js'
import type { DocumentOptions } from '../pipeline/options.js'
import { analyseDocument, recordOf } from '../pipeline/process.js'
import { evidenceOf, isPooled, memberKey } from '../pipeline/source.js'
import { decideAgain } from '../pipeline/weighed.js'
import { inflate } from '../readers/gzip.js'
import type { SourceEvidence } from '../repair/detect/source.js'
import type { DocumentRecord } from '../writers/schema.js'
import type { Entry, Failure, UnitResult } from './journal.js'
import { type RecordFile, RecordFileError } from './record-file.js'
import { holdsRecords, readRecordLines } from './record-lines.js'
import { digestOf } from './sealed.js'
import { signalsOf } from './signals.js'
import type { WorkUnit } from './unit.js'
import { readUnit, safePlace, withoutEnding } from './unit.js'

/** Options of the pipeline, with the resources of the thread; limits are always set. */
export type UnitOptions = Omit<DocumentOptions, 'path'> & {
  readonly maxBytes: number
  /** Told of each document that is done. */
  readonly onDocument: () => void
}

/** Sixteen hexadecimal digits made of path, entry and content. */
function keyOf({ id, origin }: Pick<DocumentRecord, 'id' | 'origin'>): string {
  const name = [origin.path, origin.entry, id].map((part) => part ?? '').join('\0')
  return createHash('sha256').update(name).digest('hex').slice(0, 16)
}

/** Lines of a JSONL file are counted from the begin of the file, wherever the unit begins. */
function withOrigin(document: AuditedDocument, { range }: WorkUnit): AuditedDocument {
  const { entry } = document.origin
  if (range === undefined || entry === null) return document
  return { ...document, origin: { ...document.origin, entry: String(Number(entry) + range.firstLine - 1) } }
}

/** A record, and what its document says for its having been spun, where that is asked for. */
interface Made {
  readonly record: DocumentRecord
  readonly evidence: SourceEvidence | null
}

/** Bytes that are lines of JSON by their name, unpacked where they are compressed. Throws ProcessingError `too-large`. */
function linesOf({ path, range }: WorkUnit, bytes: Uint8Array, { maxBytes }: UnitOptions) {
  if (range !== undefined) return bytes
  return /\.(jsonl|ndjson)\.gz$/i.test(path) ? inflate(bytes, maxBytes) : undefined
}

async function* recordsOf(
  unit: WorkUnit,
  bytes: Uint8Array,
  options: UnitOptions,
): AsyncGenerator<Made | Failure> {
  const lines = linesOf(unit, bytes, options)
  if (lines !== undefined && holdsRecords(lines)) {
    const { decisions } = options
    for await (const record of readRecordLines(lines, unit)) {
      if ('code' in record) yield record
      else {
        const decided = decisions === undefined ? record : decideAgain(record, decisions, options).record
        yield { record: decided, evidence: null }
      }
    }
    return
  }
  const { path, entries } = unit
  const provenBySource = new Set(unit.provenBySource)
  const read = { ...options, path, provenBySource, ...(entries && { entries }) }
  for await (const document of analyseDocument(bytes, read)) {
    const evidence = isPooled(options) ? evidenceOf(document, options.resources) : null
    yield { record: recordOf(withOrigin(document, unit), options), evidence }
  }
}

/** Where files of a document stand below the output: a record that was read stands where its own input did. */
function placeOf(unit: WorkUnit, { origin: { path, entry } }: DocumentRecord): string {
  const place = path === null || path === unit.path ? unit.place : withoutEnding(path)
  return safePlace(entry === null ? place : `${place}/${withoutEnding(entry)}`)
}

/** What stopped an entry of an archive: its document is empty and says why. */
function failureOf({ origin, source, messages }: DocumentRecord): Failure | undefined {
  const error = messages.find(({ level }) => level === 'error')
  if (error === undefined || source.text !== '') return undefined
  const { path, entry } = origin
  return { path, entry, code: error.code, parameters: error.parameters ?? {} }
}

function entryOf({ record, evidence }: Made, unit: WorkUnit, file: RecordFile): Entry {
  const { id, origin, messages } = record
  const signals = signalsOf(record)
  const position = file.append(JSON.stringify(record))
  const { path, entry } = origin
  return {
    key: keyOf(record),
    id,
    path,
    entry,
    place: placeOf(unit, record),
    ...position,
    messages,
    signals,
    ...(evidence !== null && { evidence }),
    ...(unit.provenBySource?.includes(memberKey(record)) && { sourceProven: true }),
  }
}

function failureFrom(cause: unknown, path: string): Failure {
  if (cause instanceof ProcessingError) {
    return { path, entry: null, code: cause.code, parameters: cause.parameters }
  }
  const reason = cause instanceof Error ? cause.message : String(cause)
  return { path, entry: null, code: 'internal-error', parameters: { path, reason } }
}

/** Appends the records of a unit to the thread's file. Throws what the file system says of that file alone. */
export async function processUnit(
  unit: WorkUnit,
  file: RecordFile,
  options: UnitOptions,
): Promise<UnitResult> {
  const entries: Entry[] = []
  const failures: Failure[] = []
  let digest: string | null = null
  try {
    const bytes = readUnit(unit, options.maxBytes)
    digest = digestOf(bytes)
    for await (const made of recordsOf(unit, bytes, options)) {
      const failure = 'code' in made ? made : failureOf(made.record)
      if (failure !== undefined) failures.push(failure)
      else entries.push(entryOf(made as Made, unit, file))
      options.onDocument()
    }
  } catch (cause) {
    if (cause instanceof RecordFileError) throw cause.cause
    failures.push(failureFrom(cause, unit.path))
  }
  return { unit: unit.number, ...(unit.provenBySource && { again: true }), digest, entries, failures }
}
