/**
 * Which documents of the journal make the dataset: decided once, in order, and kept in a file that every format reads.
 * What is dropped is listed with its reason; what could not be processed is listed as messages.
 * Invariant: all three files depend on the documents and options alone, not on threads or interruptions.
 */
import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Droppable } from '../writers/clean-text.js'
import type { DocumentRecord } from '../writers/schema.js'
import type { DatasetDocument, Repeat } from './contract.js'
import type { Entry, Failure, JournalIndex } from './journal.js'
import type { Plan } from './plan.js'
import { readLines } from './read-lines.js'
import { openRecordFiles, type RecordPosition } from './record-file.js'
import type { SelectionDecision, SelectionOptions } from './selection.js'
import { createSelector } from './selection.js'

export const selectedName = 'selected.jsonl'

/** A document of the dataset, as the formats' threads read it. */
type Selected = Pick<Entry, 'key' | 'place' | keyof RecordPosition> &
  Pick<DatasetDocument, 'quality' | 'duplicateOf' | 'similarity' | 'repeats'>

export interface SelectedCounts {
  /** Documents that were processed. */
  documents: number
  selected: number
  dropped: number
  /** Files and entries that could not be processed. */
  failed: number
  /** Files that were left out by their ending. */
  skipped: number
  warnings: number
  errors: number
}

interface LineFile {
  add(value: object): void
  close(): void
}

const batchLength = 1024 ** 2

/** A new file of lines of JSON. */
function createLines(path: string): LineFile {
  const file = openSync(path, 'wx')
  let held = ''
  const flush = () => {
    const bytes = Buffer.from(held)
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
    held = ''
  }
  return {
    add(value) {
      held += `${JSON.stringify(value)}\n`
      if (held.length >= batchLength) flush()
    },
    close() {
      flush()
      closeSync(file)
    },
  }
}

/** What was told last, of an input as a whole. */
interface Told {
  whole: string
}

interface Lists {
  readonly selected: LineFile
  readonly dropped: LineFile
  readonly messages: LineFile
}

/** Lists failures; an input that fails as a whole, once for each part that it was cut into, is told once. */
function listFailures(
  failures: readonly Failure[],
  told: Told,
  { messages }: Lists,
  counts: SelectedCounts,
): void {
  for (const { path, entry, code, parameters } of failures) {
    const whole = entry === null ? `${code} ${path}` : ''
    if (whole !== '' && whole === told.whole) continue
    told.whole = whole
    messages.add({ path, entry, document: null, stage: 'read', level: 'error', code, parameters })
    counts.failed++
    counts.errors++
  }
}

function listMessages(
  { path, entry, messages }: Entry,
  key: string,
  lists: Lists,
  counts: SelectedCounts,
): void {
  for (const message of messages) {
    lists.messages.add({ path, entry, document: key, ...message })
    if (message.level === 'error') counts.errors++
    else counts.warnings++
  }
}

/** Which choice of the user leaves a repeat out. */
const droppedBy: Readonly<Record<Repeat['kind'], Droppable>> = {
  'repeated-line': 'boilerplate',
  'repeated-paragraph': 'repeats',
}

function listDecision(
  document: Entry,
  decision: SelectionDecision,
  drop: readonly Droppable[],
  { selected, dropped }: Lists,
  counts: SelectedCounts,
): void {
  const { id, path, entry, place, file, offset, length, digest, signals } = document
  const { key, dropped: reason, duplicateOf, similarity, repeats } = decision
  if (reason === null) {
    counts.selected++
    const { quality } = signals
    selected.add({
      key,
      place,
      file,
      offset,
      length,
      digest,
      quality,
      duplicateOf,
      similarity,
      repeats,
    } satisfies Selected)
    for (const { kind, start, end, of } of repeats) {
      if (drop.includes(droppedBy[kind]))
        dropped.add({ document: key, id, path, entry, reason: kind, of, start, end })
    }
  } else {
    counts.dropped++
    const { score } = signals.quality
    dropped.add({ document: key, id, path, entry, reason, duplicateOf, similarity, quality: score })
  }
}

export interface SelectOptions {
  readonly journal: JournalIndex
  readonly plan: Plan
  /** Where the lists go; none of them is there yet. */
  readonly folder: string
  readonly selection: SelectionOptions
  readonly drop: readonly Droppable[]
}

/** Decides over every document of the journal, and writes the three lists. */
export function selectDocuments({ journal, plan, folder, selection, drop }: SelectOptions): SelectedCounts {
  const { skipped } = plan
  const units = plan.units.length
  const selector = createSelector(selection)
  for (let unit = 0; unit < units; unit++) {
    for (const entry of journal.read(unit).entries) selector.count(entry)
  }
  const counts: SelectedCounts = {
    documents: 0,
    selected: 0,
    dropped: 0,
    failed: 0,
    skipped: skipped.length,
    warnings: skipped.length,
    errors: 0,
  }
  const listOf = (name: string) => createLines(join(folder, name))
  const lists = {
    selected: listOf(selectedName),
    dropped: listOf('dropped.jsonl'),
    messages: listOf('messages.jsonl'),
  }
  for (const path of skipped) {
    const code = 'no-document-ending'
    lists.messages.add({
      path,
      entry: null,
      document: null,
      stage: 'read',
      level: 'warning',
      code,
      parameters: { path },
    })
  }
  const told: Told = { whole: '' }
  for (let unit = 0; unit < units; unit++) {
    const { entries, failures } = journal.read(unit)
    listFailures(failures, told, lists, counts)
    for (const entry of entries) {
      counts.documents++
      const decision = selector.decide(entry)
      listMessages(entry, decision.key, lists, counts)
      listDecision(entry, decision, drop, lists, counts)
    }
  }
  for (const list of Object.values(lists)) list.close()
  return counts
}

/** The documents of the list at `path` in their order, read from the journal in `folder` one after another. */
export async function* readSelected(folder: string, path: string): AsyncGenerator<DatasetDocument> {
  const files = openRecordFiles(folder)
  try {
    for await (const { bytes } of readLines(path)) {
      const { file, offset, length, digest, ...document } = JSON.parse(bytes.toString('utf8')) as Selected
      const line = files.read({ file, offset, length, digest })
      let record: DocumentRecord | undefined
      yield {
        ...document,
        line,
        get record() {
          record ??= JSON.parse(line.toString('utf8')) as DocumentRecord
          return record
        },
      }
    }
  } finally {
    files.close()
  }
}
