/**
 * An index whose documents are weighed again with what the reviewer decided: the one that is opened at once, the others in
 * the background, one after another, after each stroke that teaches something. Records that have changed lie in a file of
 * their own, which goes when the index is closed.
 * Invariant: a record is always weighed as the tool first made it, with all decisions that stand.
 */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DecisionLog } from '../decisions/decision.js'
import { taughtBy } from '../decisions/taught.js'
import type { DocumentRecord } from '../writers/schema.js'
import type { DocumentSummary, QueueItem } from './client-data.js'
import type { RecordIndex } from './record-index.js'
import { inTurn, queueOf, summaryOf } from './record-index.js'

/** Weighs a record with the decisions of logs. Rejects with ProcessingError. */
export type Weigh = (record: DocumentRecord, logs: readonly DecisionLog[]) => Promise<DocumentRecord>

export interface WeighedIndex extends RecordIndex {
  /** How many documents are as all decisions that stand make them. */
  readonly weighed: number
  /** The record of a document, weighed with all decisions; as it is where it cannot be. */
  latest(number: number): Promise<DocumentRecord>
  /** Says that something was decided. */
  decided(): void
  /** Puts a document behind the others. */
  add(record: DocumentRecord): void
  /** Takes away what was made; the index that was given stays open. */
  close(): void
}

export interface WeighedIndexOptions {
  readonly index: RecordIndex
  /** Its decisions grow. */
  readonly log: DecisionLog
  readonly weigh: Weigh
  /** Told where a document cannot be weighed; it stays as it was. */
  readonly onFailure: (cause: unknown) => void
}

/** What the decisions of a log teach, as text: what teaches the same is the same. */
function lessonOf(log: DecisionLog): string {
  const { pairs, spun } = taughtBy([log])
  return pairs.length === 0 ? '' : JSON.stringify([pairs, [...spun].sort()])
}

/** Records in a file that grows: of each number the last one that was put there. */
function changedRecords() {
  const places = new Map<number, { readonly offset: number; readonly length: number }>()
  let folder: string | undefined
  let file = -1
  let size = 0
  return {
    get(number: number): DocumentRecord | undefined {
      const place = places.get(number)
      if (place === undefined) return undefined
      const bytes = Buffer.alloc(place.length)
      readSync(file, bytes, 0, place.length, place.offset)
      return JSON.parse(bytes.toString('utf8')) as DocumentRecord
    },
    put(number: number, record: DocumentRecord): void {
      if (folder === undefined) {
        folder = mkdtempSync(join(tmpdir(), 'huanyuan-weighed-'))
        file = openSync(join(folder, 'records.jsonl'), 'w+')
      }
      const bytes = Buffer.from(JSON.stringify(record))
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, bytes.length - at, size + at)
      places.set(number, { offset: size, length: bytes.length })
      size += bytes.length
    },
    remove: (number: number) => places.delete(number),
    close(): void {
      if (folder === undefined) return
      closeSync(file)
      rmSync(folder, { recursive: true, force: true })
      folder = undefined
    },
  }
}

/** Places by their document: one that is weighed again changes its own, and looks at no others. */
function byDocument(queue: readonly QueueItem[]): Map<number, QueueItem[]> {
  const groups = new Map<number, QueueItem[]>()
  for (const item of queue) {
    const group = groups.get(item.document)
    if (group === undefined) groups.set(item.document, [item])
    else group.push(item)
  }
  return groups
}

/** The index, weighed again as decisions are made. */
export function weighedIndex({ index, log, weigh, onFailure }: WeighedIndexOptions): WeighedIndex {
  const changed = changedRecords()
  const added = changedRecords()
  const documents: DocumentSummary[] = [...index.documents]
  const queued = byDocument(index.queue)
  /** The queue in its order, until a document is taken anew. */
  let queue: readonly QueueItem[] | undefined = index.queue
  let lesson = ''
  let logs: readonly DecisionLog[] = []
  /** Numbers of the documents that are weighed with the present lesson. */
  const upToDate = new Set<number>(documents.keys())
  let isRunning = false
  let isClosed = false
  /** Whether a document could not be weighed with the present lesson: it is told once, and the others are left. */
  let hasFailed = false

  function fail(cause: unknown): void {
    if (!isClosed && !hasFailed) onFailure(cause)
    hasFailed = true
  }

  const originalOf = (number: number) => added.get(number) ?? index.read(number)
  const read = (number: number) => changed.get(number) ?? originalOf(number)

  function take(number: number, record: DocumentRecord, original: DocumentRecord): void {
    if (record === original) changed.remove(number)
    else changed.put(number, record)
    documents[number] = summaryOf(record, number)
    enqueue(record, number)
    upToDate.add(number)
  }

  function enqueue(record: DocumentRecord, number: number): void {
    queued.set(number, queueOf(record, number))
    queue = undefined
  }

  async function latest(number: number): Promise<DocumentRecord> {
    if (upToDate.has(number)) return read(number)
    const asked = lesson
    const original = originalOf(number)
    try {
      const record = asked === '' ? original : await weigh(original, logs)
      if (!isClosed && asked === lesson) take(number, record, original)
      return record
    } catch (cause) {
      // The review goes on with the document as it is; the next stroke tries again.
      if (asked === lesson) fail(cause)
      return original
    }
  }

  async function weighAll(): Promise<void> {
    for (let number = 0; number < documents.length && !isClosed && !hasFailed; number++) {
      const asked = lesson
      await latest(number)
      // A stroke in the meantime: all over again.
      if (asked !== lesson) number = -1
    }
  }

  function decided(): void {
    const now = lessonOf(log)
    if (now === lesson) return
    lesson = now
    logs = [{ by: log.by, decisions: [...log.decisions] }]
    upToDate.clear()
    hasFailed = false
    weighOthers()
  }

  function weighOthers(): void {
    if (isRunning) return
    isRunning = true
    weighAll()
      .catch(fail)
      .finally(() => {
        isRunning = false
      })
  }

  function add(record: DocumentRecord): void {
    const number = documents.length
    added.put(number, record)
    documents.push(summaryOf(record, number))
    enqueue(record, number)
    if (lesson === '') upToDate.add(number)
    else weighOthers()
  }

  decided()
  return {
    documents,
    get queue() {
      queue ??= inTurn([...queued.values()].flat())
      return queue
    },
    get weighed() {
      return upToDate.size
    },
    failures: index.failures,
    read,
    latest,
    decided,
    add,
    close() {
      isClosed = true
      changed.close()
      added.close()
    },
  }
}
