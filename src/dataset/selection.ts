/**
 * Which documents of a run are kept, which repeat others, and what in them repeats others. Two passes in the same
 * order: the first finds duplicates and counts lines, the second finds the lines that many documents have and the
 * paragraphs that stand in an earlier one.
 * Invariant: a duplicate is one of an earlier document that is itself no duplicate and was not dropped for another
 * reason, so what it repeats is kept. No string of a candidate is held.
 */

import { createHash } from 'node:crypto'
import { append } from '../model/lists.js'
import type { Repeat } from './contract.js'
import { createDocumentIndex } from './duplicates/document-index.js'
import { createLineCounts } from './duplicates/line-counts.js'
import { lineStride, lineTraits } from './duplicates/lines.js'
import { createParagraphIndex } from './duplicates/paragraph-index.js'
import { paragraphStride } from './duplicates/paragraphs.js'
import { unpack } from './duplicates/sketch.js'
import { createRows } from './duplicates/storage.js'
import { isReport } from './prose.js'
import type { Signals } from './signals.js'

export interface SelectionOptions {
  /** Documents with a lower score are dropped; none by default. */
  readonly minQuality?: number
  /** Drops documents that repeat an earlier one; by default they are only named. */
  readonly dropDuplicates?: boolean
  /** Drops documents that do not read like a report. */
  readonly onlyReport?: boolean
}

export interface Candidate {
  readonly key: string
  /** Hash of the bytes. */
  readonly id: string
  readonly signals: Signals
}

const reasons = [null, 'duplicate', 'near-duplicate', 'low-quality', 'not-a-report'] as const

export interface SelectionDecision {
  /** The candidate's key, or another where an earlier one has the same: a document that came in twice. */
  readonly key: string
  readonly dropped: (typeof reasons)[number]
  readonly duplicateOf: string | null
  /** 1 where bytes or texts are the same, an estimate otherwise; null for no duplicate. */
  readonly similarity: number | null
  /** None where the document is dropped. */
  readonly repeats: readonly Repeat[]
}

export interface Selector {
  /** Takes note of a candidate. All are counted, then all decided, in one order. */
  count(candidate: Candidate): void
  /** Throws where the candidate is not the one that was counted at this place. */
  decide(candidate: Candidate): SelectionDecision
}

/** Documents in which a line stands before it can be page furniture. */
const leastDocuments = 5

export function createSelector(options: SelectionOptions): Selector {
  const documents = createDocumentIndex()
  const paragraphs = createParagraphIndex()
  const lines = createLineCounts()
  const keys: string[] = []
  // Keys of repeated documents, and the keys that those have instead whose own was taken.
  const repeated = new Set<string>()
  const otherKeys = new Map<number, string>()
  // A row: reason, owner of what it repeats and one, similarity in millionths.
  const rows = createRows(3)
  let decided = 0

  /** A document that comes in again repeats what its first coming repeated, or that itself. */
  function setApart(owner: number, first: number): void {
    const key = keys[owner]!
    if (key !== keys[first] && !repeated.has(key)) repeated.add(key)
    else
      otherKeys.set(owner, createHash('sha256').update(`${key}\0${owner}`).digest('hex').slice(0, key.length))
  }

  function furniture(list: Uint32Array): Repeat[] {
    const found: Repeat[] = []
    for (const border of [lineTraits.head, 0]) {
      const run: Repeat[] = []
      let telling = 0
      for (let at = 0; at < list.length; at += lineStride) {
        const [start, end, home, mark, traits] = list.subarray(at, at + lineStride) as unknown as number[]
        if ((traits! & lineTraits.head) !== border) continue
        const { documents: seen, first } = lines.get(home!, mark!)
        if (seen < leastDocuments) break
        run.push({ start: start!, end: end!, kind: 'repeated-line', of: keys[first]! })
        if ((traits! & lineTraits.telling) !== 0) telling = run.length
      }
      append(found, run.slice(0, telling))
    }
    return found
  }

  function repeatsOf(owner: number, { sketch }: Signals): Repeat[] {
    const repeats = furniture(unpack(sketch.lines))
    const list = unpack(sketch.paragraphs)
    const fresh: Uint32Array[] = []
    for (let at = 0; at < list.length; at += paragraphStride) {
      const [start, end] = [list[at]!, list[at + 1]!]
      if (repeats.some((repeat) => repeat.start === start)) continue
      const words = list.subarray(at + 2, at + paragraphStride)
      const first = paragraphs.find(words)
      if (first < 0) fresh.push(words)
      else repeats.push({ start, end, kind: 'repeated-paragraph', of: keys[first]! })
    }
    for (const words of fresh) paragraphs.add(owner, words)
    return repeats.sort((a, b) => a.start - b.start)
  }

  return {
    count({ key, id, signals }) {
      // A string of its own: a slice would hold the line that it was cut from.
      const owner = keys.push(Buffer.from(key).toString()) - 1
      const row = rows.add()
      const piece = rows.piece(row)
      const at = rows.at(row)
      const isLow = options.minQuality !== undefined && signals.quality.score < options.minQuality
      if (isLow || (options.onlyReport && !isReport(signals.prose))) {
        piece[at] = isLow ? 3 : 4
        return
      }
      const match = documents.find(id, signals.sketch)
      if (match !== null) {
        piece[at] = options.dropDuplicates ? (match.isExact ? 1 : 2) : 0
        piece[at + 1] = match.owner + 1
        piece[at + 2] = Math.round(match.similarity * 1e6)
        setApart(owner, match.owner)
        return
      }
      documents.add(owner, id, signals.sketch)
      const list = unpack(signals.sketch.lines)
      for (let line = 0; line < list.length; line += lineStride) {
        lines.count(list[line + 2]!, list[line + 3]!, owner)
      }
    },
    decide({ key, signals }) {
      const owner = decided++
      if (keys[owner] !== key) throw new Error(`decided out of order: ${key}`)
      const piece = rows.piece(owner)
      const at = rows.at(owner)
      const dropped = reasons[piece[at]!]!
      const match = piece[at + 1]!
      return {
        key: otherKeys.get(owner) ?? key,
        dropped,
        duplicateOf: match === 0 ? null : keys[match - 1]!,
        similarity: match === 0 ? null : piece[at + 2]! / 1e6,
        repeats: dropped === null ? repeatsOf(owner, signals) : [],
      }
    },
  }
}
