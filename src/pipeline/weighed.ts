/**
 * Documents weighed with what people decided in their collection: the pairs that they accepted are likelier in all of its
 * documents, those that they rejected less likely.
 * Invariant: without decisions about words all comes out as it was; one document with one set of decisions comes out the
 * same, whether it is read anew or from its record.
 */
import type { DecisionLog } from '../decisions/decision.js'
import { digestOfDecisions } from '../decisions/digest.js'
import { taughtBy } from '../decisions/taught.js'
import type { Correction, Undecided } from '../model/correction.js'
import type { LaidOutDocument } from '../model/document.js'
import { stages } from '../model/message.js'
import { spanOf } from '../model/span.js'
import { normalise } from '../resources/script.js'
import type { CorrectionRecord, DocumentRecord } from '../writers/schema.js'
import { correctionsAgain, documentAgain, recordAgain } from './again.js'
import type { DecidedRecord } from './decided.js'
import { decideRecord } from './decided.js'
import type { Resources } from './resources.js'
import { withTaughtPairs } from './resources.js'
import { runLaidOut } from './stages.js'

/** What a set of decisions made of resources, the last set of each: whoever reads a collection asks with each document. */
const lastTaught = new WeakMap<Resources, { readonly digest: string; readonly taught: Resources }>()

/** The resources with what the decisions teach; the same for the same decisions. */
export function resourcesTaughtBy(logs: readonly DecisionLog[], resources: Resources): Resources {
  const digest = digestOfDecisions(logs)
  const last = lastTaught.get(resources)
  if (last?.digest === digest) return last.taught
  const taught = withTaughtPairs(resources, taughtBy(logs))
  lastTaught.set(resources, { digest, taught })
  return taught
}

/** Spaces and breaks inside of words that were swapped, whose joins the swaps took over. */
function joinsInside({ kind, status, actual, start }: Correction): Undecided[] {
  if (kind !== 'swap' || status !== 'applied') return []
  return [...actual.matchAll(/\s+/g)].map(({ 0: space, index }) => ({
    actual: space,
    replacement: '',
    confidence: 1,
    kind: 'layout',
    traits: [],
    alternatives: [],
    evidence: [],
    ...spanOf<'source'>(start + index, start + index + space.length),
  }))
}

/** The document of a record as the layout left it. */
function laidOutAgain(record: DocumentRecord): LaidOutDocument {
  const document = documentAgain(record, correctionsAgain(record))
  const inside = document.corrections.flatMap(joinsInside)
  const joins = [...document.joins, ...inside].sort((one, two) => one.start - two.start)
  return { ...document, joins, normalised: normalise(document.text, joins) }
}

export interface WeighOptions {
  readonly resources: Resources
  /** Confidence from which corrections of the record were applied, 0.7 by default. */
  readonly applyFrom?: number
}

/** The corrections that were decided on before, and of the others those that touch none of them. */
function withDecided(
  made: readonly CorrectionRecord[],
  before: readonly CorrectionRecord[],
): CorrectionRecord[] {
  const decided = before.filter(({ decidedBy }) => decidedBy !== undefined)
  const isFree = (one: CorrectionRecord) =>
    !decided.some(({ start, end }) => one.start < end && start < one.end)
  return [...made.filter(isFree), ...decided].sort((one, two) => one.start - two.start || one.end - two.end)
}

/** The record weighed again with what the decisions teach. What people decided on in it before stays. */
export function weighRecord(
  record: DocumentRecord,
  logs: readonly DecisionLog[],
  { resources, applyFrom }: WeighOptions,
): DocumentRecord {
  const taught = resourcesTaughtBy(logs, resources)
  if (taught === resources) return record
  const { assumed, verdict, bySource } = record.spin
  const document = runLaidOut(laidOutAgain(record), {
    resources: taught,
    ...(assumed && { assume: verdict === 'clean' ? 'clean' : 'spun' }),
    ...(applyFrom !== undefined && { applyFrom }),
    sourceProven: bySource === true,
    until: record.stages?.at(-1) ?? stages.at(-1)!,
    tokens: record.tokens !== undefined,
  })
  const made = recordAgain(document, record)
  return { ...made, corrections: withDecided(made.corrections, record.corrections) }
}

/** The record weighed again with what the decisions teach, and then as they say. */
export function decideAgain(
  record: DocumentRecord,
  logs: readonly DecisionLog[],
  options: WeighOptions,
): DecidedRecord {
  return decideRecord(weighRecord(record, logs, options), logs, options.resources)
}
