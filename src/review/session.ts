/**
 * What a reviewer does with a set of records: documents are looked up, strokes are written to the log, and what they make
 * of a document is worked out anew each time. Time comes from the caller.
 */
import type { Decision, NewDecision } from '../decisions/decision.js'
import { standingDecisions, takeDecision } from '../decisions/log.js'
import { mergeDecisions } from '../decisions/merge.js'
import type { DocumentRecord } from '../writers/schema.js'
import type {
  DocumentPage,
  QueueItem,
  ReviewedDocument,
  ReviewState,
  Stroke,
  StrokeAnswer,
} from './client-data.js'
import type { OpenLog } from './open-log.js'
import { scanOf } from './scan.js'
import type { WeighedIndex } from './weighed-index.js'

export interface ReviewSession {
  /** `count` documents from one on. */
  documents(from: number, count: number): DocumentPage
  /** Weighed with all decisions. Undefined where there is none of this number. */
  document(number: number): Promise<ReviewedDocument | undefined>
  /** Places of the queue from one on. */
  queue(from: number, count: number): readonly QueueItem[]
  /** Puts a document behind the others; false where it is there already. */
  add(record: DocumentRecord): boolean
  /** Writes a stroke; undefined where it says anything that is no decision about these documents. Throws ProcessingError. */
  decide(stroke: unknown): StrokeAnswer | undefined
}

/** Most decisions of one stroke. */
const mostOfStroke = 10_000

function stateOf(record: DocumentRecord, log: OpenLog): ReviewState {
  const { words, facts, findings, unfit } = mergeDecisions(record, [log])
  return {
    words: words.map(({ start, end, replacement }) => ({ start, end, replacement })),
    facts: facts.map(({ decision: { verdict, indicator }, starts }) => ({
      start: starts[0]!,
      verdict,
      ...(indicator !== undefined && { indicator }),
    })),
    findings: findings.map(({ decision: { rule, verdict }, starts }) => ({ rule, starts, verdict })),
    unfit: unfit.map(({ decision, reason }) => ({
      text: decision.kind === 'finding' ? decision.rule : decision.anchor.text,
      reason,
    })),
  }
}

/** The stroke that a value says; undefined where it is none. */
function takeStroke(value: unknown): Stroke | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { decisions, shown } = value as Readonly<Record<string, unknown>>
  if (!Array.isArray(decisions) || decisions.length === 0 || decisions.length > mostOfStroke) return undefined
  const taken = decisions.flatMap((decision) => takeDecision(decision) ?? [])
  if (taken.length < decisions.length || !Number.isSafeInteger(shown)) return undefined
  return { decisions: taken, shown: shown as number }
}

/** `now` gives the time as ISO text. */
export function openSession(index: WeighedIndex, log: OpenLog, now: () => string): ReviewSession {
  const ids = new Set(index.documents.map(({ id }) => id))
  const { by } = log
  let last = log.decisions.reduce((most, { number }) => Math.max(most, number), 0)

  /** Standing decisions by document; worked out again after each stroke that was written. */
  let counts: ReadonlyMap<string, number> | undefined
  const decidedOf = (id: string) => {
    if (counts === undefined) {
      const found = new Map<string, number>()
      for (const { document } of standingDecisions(log)) found.set(document, (found.get(document) ?? 0) + 1)
      counts = found
    }
    return counts.get(id) ?? 0
  }

  const record = (number: number) => (number in index.documents ? index.read(number) : undefined)

  return {
    documents: (from, count) => ({
      total: index.documents.length,
      weighed: index.weighed,
      documents: index.documents
        .slice(from, from + count)
        .map((document) => ({ ...document, decided: decidedOf(document.id) })),
    }),
    async document(number) {
      if (!(number in index.documents)) return undefined
      const found = await index.latest(number)
      const scan = scanOf(found)
      return { record: found, ...(scan && { scan }), state: stateOf(found, log) }
    },
    add(record) {
      if (ids.has(record.id)) return false
      ids.add(record.id)
      index.add(record)
      return true
    },
    queue: (from, count) => index.queue.slice(from, from + count),
    decide(value) {
      const stroke = takeStroke(value)
      if (stroke === undefined) return undefined
      const shown = record(stroke.shown)
      if (shown === undefined || !stroke.decisions.every(({ document }) => ids.has(document)))
        return undefined
      const at = now()
      const isOne = stroke.decisions.length === 1
      const batch = last + 1
      const made = stroke.decisions.map(
        (decision: NewDecision, place): Decision =>
          ({ number: batch + place, at, by, ...decision, ...(!isOne && { batch }) }) as Decision,
      )
      log.append(made)
      last += made.length
      counts = undefined
      index.decided()
      return { made: made.map(({ number, kind }) => ({ number, kind })), state: stateOf(shown, log) }
    },
  }
}
