/**
 * What the repair weighed, and which rule settled each correction: kept with the document and told by `explain`. It is
 * no part of the record. Spans are of the source.
 * Invariant: the trace is what happened; whoever reads it decides nothing anew.
 */
import type { Undecided } from './correction.js'
import type { Pair } from './pair.js'
import type { Span } from './span.js'

/**
 * What settles whether a correction is applied: `layout` is always applied, a swap is where it is `sure` and suggested
 * where it is `unsure`. The others only suggest: `single-character` and `unattested` pairs that the document does not
 * prove and that are not surer than others, what would break a `longer-word`, a two-way pair of which the passage holds
 * `both-sides`, a `lone-swap` of a passage that does not look spun, an `antonym` without more proof, any unsure swap in a
 * `foreign-register` that no language model knows, what stands in a passage `beyond-repair`, `figure-letter` among
 * figures, `unit-size` where a unit of another size could be meant. A `disguised-word` that is certain is applied, and so
 * is a `misreading` that is sure enough.
 */
export const decisionRules = [
  'layout',
  'sure',
  'unsure',
  'single-character',
  'unattested',
  'longer-word',
  'both-sides',
  'lone-swap',
  'antonym',
  'foreign-register',
  'beyond-repair',
  'figure-letter',
  'unit-size',
  'disguised-word',
  'misreading',
] as const
export type DecisionRule = (typeof decisionRules)[number]

/** How one correction of the document came about. */
export interface Decision {
  readonly rule: DecisionRule
  /** Place in `undecided`. */
  readonly of: number
}

/** One edit that a pass of the decoder gave a probability worth keeping. */
export interface WeighedEdit extends Span<'source'> {
  /** What stood there in the text that the pass read. */
  readonly actual: string
  readonly replacement: string
  readonly pair: Pair
  /** The family of tools that most likely made it, of those that the document's tool is of. */
  readonly family: string
  /** Log-probability of the pair before its context was read, in nats. */
  readonly prior: number
  /** Probability by the decoder, and the calibrated confidence. */
  readonly probability: number
  readonly confidence: number
}

/** One pass over the text; a text that was spun twice has two. */
export interface PassTrace {
  /** Overlapping edits, by start. */
  readonly weighed: readonly WeighedEdit[]
  /** Probability of each passage to have been spun. */
  readonly passages: readonly (Span<'source'> & { readonly spun: number })[]
  /** Share of each family of tools in the document's tool. */
  readonly families: readonly { readonly id: string; readonly share: number }[]
}

/** Why no edit may touch a place. */
export const protections = ['boilerplate', 'protected-word', 'numeral', 'personal-name'] as const
export type Protection = (typeof protections)[number]

export interface ProtectedSpan extends Span<'source'> {
  readonly reason: Protection
}

export interface RepairTrace {
  /** One or two; worked out when asked for, since few documents are ever explained. */
  passes(): readonly PassTrace[]
  protected(): readonly ProtectedSpan[]
  /** Everything that was weighed for corrections, disjoint or not: what a new decision starts from. */
  readonly undecided: readonly Undecided[]
  /** One for each correction of the document, in its order. */
  readonly decisions: readonly Decision[]
  /** Confidence of the words alone where the figures have changed it, by place in `undecided`. */
  readonly withoutFigures: ReadonlyMap<number, number>
}

/** The trace of a text that was not repaired. */
export const emptyTrace: RepairTrace = {
  passes: () => [],
  protected: () => [],
  undecided: [],
  decisions: [],
  withoutFigures: new Map(),
}
