/**
 * An index of a file of records, one a line: where each stands, and what a list of documents shows of it. Records are
 * read when they are asked for, and only the last few are held.
 */
import { closeSync, openSync, readSync } from 'node:fs'
import { readLines } from '../dataset/read-lines.js'
import { isFinding } from '../model/check.js'
import { ProcessingError } from '../model/message.js'
import { countFirst } from '../model/sorted.js'
import { parseRecord } from '../writers/record-check.js'
import { repairCounts } from '../writers/repair-counts.js'
import { revisionOf } from '../writers/revision.js'
import type { DocumentRecord } from '../writers/schema.js'
import type { DocumentSummary, QueueItem } from './client-data.js'

export interface RecordIndex {
  readonly documents: readonly DocumentSummary[]
  /** What is least sure and matters most, of all documents, the first ones. */
  readonly queue: readonly QueueItem[]
  /** Lines that are no records. */
  readonly failures: readonly ProcessingError[]
  /** The record of a document by its number, from 0. Throws RangeError where there is none. */
  read(number: number): DocumentRecord
  close(): void
}

interface Place {
  readonly offset: number
  readonly length: number
}

/** Records that are held: the one at hand, and some that a reviewer may go back to. */
const mostHeld = 4
/** Places that the queue has; more are not reviewed at one sitting, and are found in their documents. */
const mostQueued = 5000

function titleOf(record: DocumentRecord): string {
  const title = record.blocks.find(({ kind }) => kind === 'title')
  const { text } = record.source
  const shown = title === undefined ? text.slice(0, 60) : text.slice(title.start, title.end)
  // A copy: what is cut out of a text keeps all of it, of every document of a set.
  return Buffer.from(shown.replaceAll(/\s+/g, ' ').trim().slice(0, 60)).toString()
}

/** What a list of documents shows of one. */
export function summaryOf(record: DocumentRecord, number: number): DocumentSummary {
  const { applied, suggested } = repairCounts(record)
  const name = [record.origin.path, record.origin.entry].filter((part) => part !== null).join(' › ')
  return {
    number,
    id: record.id,
    name,
    title: titleOf(record),
    verdict: record.spin.verdict,
    changes: applied,
    suggestions: suggested,
    facts: record.facts.length,
    findings: record.checks.filter(isFinding).length,
  }
}

type Sentences = readonly Pick<DocumentRecord['facts'][number], 'sentence'>[]

/** Whether a place stands in the sentence of one of the facts. */
function inSentencesOf(
  facts: Sentences,
): (place: { readonly start: number; readonly end: number }) => boolean {
  const sentences = facts.map(({ sentence }) => sentence).sort((one, two) => one.start - two.start)
  let furthest = 0
  /** How far the sentences reach that begin no later. */
  const reach = sentences.map(({ end }) => {
    furthest = Math.max(furthest, end)
    return furthest
  })
  return ({ start, end }) => {
    const begun = countFirst(sentences.length, (index) => sentences[index]!.start <= start)
    return begun > 0 && end <= reach[begun - 1]!
  }
}

/**
 * Tells how much a place asks to be looked at, from 0 to 2: the less sure, the more, and one more where a figure's name
 * or a finding rests on it.
 */
function urgencyBy(
  facts: Sentences,
): (correction: Pick<DocumentRecord['corrections'][number], 'start' | 'end' | 'confidence'>) => number {
  const matters = inSentencesOf(facts)
  return (correction) => 1 - Math.abs(correction.confidence - 0.5) * 2 + (matters(correction) ? 1 : 0)
}

/** The places of a record that can be decided on, in their order. */
export function queueOf(record: DocumentRecord, document: number): QueueItem[] {
  const urgencyOf = urgencyBy(record.facts)
  return record.corrections.flatMap((correction, at) => {
    if (correction.kind === 'layout') return []
    const { actual, replacement, confidence, status } = correction
    return [{ document, at, actual, replacement, confidence, status, urgency: urgencyOf(correction) }]
  })
}

/** What each further place of a pair asks less: a decision on the first says something of all of them. */
const repetition = 0.3
/** Places of a pair beyond these ask no less. */
const mostRepetitions = 10

/** Places in the order of the queue: those of one pair stand apart, so that the first ones teach about many pairs. */
export function inTurn(queue: readonly QueueItem[]): QueueItem[] {
  const seen = new Map<string, number>()
  const ranked = [...queue].sort(byUrgency).map((item) => {
    const pair = `${item.actual}\t${item.replacement}`
    const rank = seen.get(pair) ?? 0
    seen.set(pair, rank + 1)
    return { item, asks: item.urgency - repetition * Math.min(rank, mostRepetitions) }
  })
  return ranked
    .sort((one, two) => two.asks - one.asks || byUrgency(one.item, two.item))
    .map(({ item }) => item)
}

function byUrgency(one: QueueItem, two: QueueItem): number {
  return two.urgency - one.urgency || one.document - two.document || one.at - two.at
}

/** Reads a record at its place. Throws ProcessingError where the file has become another one. */
function readAt(file: number, path: string, { offset, length }: Place, line: number): DocumentRecord {
  const bytes = Buffer.allocUnsafe(length)
  let filled = 0
  while (filled < length) {
    const count = readSync(file, bytes, filled, length - filled, offset + filled)
    if (count === 0) break
    filled += count
  }
  return parseRecord(bytes.toString('utf8', 0, filled), { path, line })
}

/** An index of nothing, which documents are put into later. */
export const emptyIndex: RecordIndex = {
  documents: [],
  queue: [],
  failures: [],
  read(number) {
    throw new RangeError(`no such document: ${number}`)
  },
  close() {},
}

/**
 * Reads the file once. Throws ProcessingError `no-record` where it holds none, or what the file system says; `named` is
 * the user's name of it.
 */
export async function indexRecords(path: string, named: string): Promise<RecordIndex> {
  const places: (Place & { readonly line: number })[] = []
  const documents: DocumentSummary[] = []
  const failures: ProcessingError[] = []
  let queue: QueueItem[] = []
  let line = 0
  for await (const { offset, bytes } of readLines(path)) {
    line++
    const text = bytes.toString('utf8')
    if (text.trim() === '') continue
    try {
      const record = parseRecord(text, { path: named, line })
      // The revision of a record whose corrections overlap cannot be shown.
      revisionOf(record)
      const items = queueOf(record, documents.length)
      documents.push(summaryOf(record, documents.length))
      places.push({ offset, length: bytes.length, line })
      queue = queue.concat(items)
      if (queue.length > 2 * mostQueued) queue = queue.sort(byUrgency).slice(0, mostQueued)
    } catch (cause) {
      if (!(cause instanceof ProcessingError)) throw cause
      failures.push(cause)
    }
  }
  if (documents.length === 0) throw new ProcessingError('no-record', { path: named })
  const held = new Map<number, DocumentRecord>()
  const file = openSync(path, 'r')
  return {
    documents,
    queue: inTurn(queue).slice(0, mostQueued),
    failures,
    read(number) {
      const place = places[number]
      if (place === undefined) throw new RangeError(`no such document: ${number}`)
      const record = held.get(number) ?? readAt(file, named, place, place.line)
      held.delete(number)
      held.set(number, record)
      if (held.size > mostHeld) held.delete(held.keys().next().value!)
      return record
    },
    close: () => closeSync(file),
  }
}
