/**
 * What a person decides about single corrections of a record, for callers of the library: a new record with the words as
 * they are decided, and facts, tables and checks made anew from them. The given record stays what it is. Logs of many
 * decisions, of several reviewers, are applied by `huanyuan apply`, which goes the same way.
 */
import { anchorAt } from '../decisions/anchor.js'
import type { NewDecision, WordDecision } from '../decisions/decision.js'
import type { Unfit } from '../decisions/merge.js'
import type { CorrectionRecord, DocumentRecord } from '../writers/schema.js'
import { decideRecord, remakeRecord } from './decided.js'
import { shippedResources } from './library.js'
import type { Resources } from './resources.js'

/** A place of the source text, as every correction of a record has one. */
export type CorrectionPlace = Pick<CorrectionRecord, 'start' | 'end'>

export interface DecideOptions {
  /** Those that ship, unless others are given. */
  readonly resources?: Resources
  /** Who decides, as `decidedBy` says it; `user` by default. */
  readonly by?: string
}

export interface AcceptOptions extends DecideOptions {
  /** What is to stand there, where it is not what was proposed. It must keep the digits. */
  readonly replacement?: string
}

function correctionAt(record: DocumentRecord, { start, end }: CorrectionPlace): CorrectionRecord {
  const found = record.corrections.find((one) => one.start === start && one.end === end)
  if (found === undefined) throw new TypeError(`the record has no correction from ${start} to ${end}`)
  return found
}

const reasons: Readonly<Record<Unfit['reason'], string>> = {
  gone: 'its place is gone',
  'other-suggestion': 'something else is proposed there',
  figure: 'it would change a figure',
  unit: 'it names no unit that is known',
  'no-fact': 'there is no fact',
  'no-finding': 'there is no finding',
}

/** The record with one decision about a correction. */
function decideOne(
  record: DocumentRecord,
  place: CorrectionPlace,
  wish: Pick<NewDecision<WordDecision>, 'kind'> & { readonly replacement?: string | undefined },
  { by = 'user', resources = shippedResources() }: DecideOptions,
): DocumentRecord {
  const { start, end, replacement } = correctionAt(record, place)
  const decision: WordDecision = {
    kind: wish.kind,
    number: 1,
    at: '',
    by,
    document: record.id,
    anchor: anchorAt(record.source.text, start, end),
    replacement: wish.replacement ?? replacement,
    scope: 'place',
  }
  const decided = decideRecord(record, [{ by, decisions: [decision] }], resources)
  const [unfit] = decided.unfit
  if (unfit !== undefined) throw new TypeError(`this cannot be decided: ${reasons[unfit.reason]}`)
  const { decisions: _, ...made } = decided.record
  return { ...made, ...(record.decisions && { decisions: record.decisions }) }
}

/**
 * The record with a correction applied, whether it was or was only suggested. Throws TypeError where the record has no
 * correction there, or where the replacement would change a figure.
 */
export function accept(
  record: DocumentRecord,
  place: CorrectionPlace,
  { replacement, ...options }: AcceptOptions = {},
): DocumentRecord {
  const kind = replacement === undefined ? 'accept' : 'own'
  return decideOne(record, place, { kind, replacement }, options)
}

/**
 * The record without a correction: the source is right there. Throws TypeError where the record has no correction there.
 */
export function reject(
  record: DocumentRecord,
  place: CorrectionPlace,
  options: DecideOptions = {},
): DocumentRecord {
  return decideOne(record, place, { kind: 'reject' }, options)
}

/**
 * The record with the source text at a correction that was applied, which stays a suggestion that nobody decided. Throws
 * TypeError where the record has no correction there.
 */
export function revert(
  record: DocumentRecord,
  place: CorrectionPlace,
  { resources = shippedResources() }: Pick<DecideOptions, 'resources'> = {},
): DocumentRecord {
  const reverted = correctionAt(record, place)
  const corrections = record.corrections.map((one) => {
    if (one !== reverted) return one
    const { decidedBy: _, ...correction } = one
    return { ...correction, status: 'suggested' as const }
  })
  return remakeRecord({ ...record, corrections }, resources)
}
