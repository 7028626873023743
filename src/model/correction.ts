/**
 * Corrections: what was or may be restored, with confidence and evidence. Damage: what was found but not repaired.
 * Spans index the source.
 * Invariant: corrections are sorted and disjoint; none touches a number or Latin letters.
 */
import type { Span } from './span.js'

/**
 * A swapped word; a space, break, letter-spacing or radical; a wrong letter such as 8oo, or a character of a disguised
 * word; what a scan was misread as.
 */
export const correctionKinds = ['swap', 'layout', 'character', 'recognition'] as const
export type CorrectionKind = (typeof correctionKinds)[number]

export const correctionStatuses = ['applied', 'suggested'] as const
export type CorrectionStatus = (typeof correctionStatuses)[number]

export const correctionTraits = ['antonym', 'boundary', 'two-way', 'unlisted', 'title'] as const
export type CorrectionTrait = (typeof correctionTraits)[number]

export const evidenceKinds = [
  'pair',
  'thesaurus',
  'shape',
  'neighbour',
  'context',
  'document',
  'numeric',
] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

/** One reason for a correction. `value` is in nats (log-odds) unless the code says otherwise. */
export interface Evidence {
  readonly kind: EvidenceKind
  readonly code: string
  readonly value: number
}

export interface Alternative {
  readonly text: string
  readonly confidence: number
}

export interface Correction extends Span<'source'> {
  /** What stands in the source. */
  readonly actual: string
  readonly replacement: string
  /** Calibrated probability that the replacement is what the author wrote, in [0, 1]. */
  readonly confidence: number
  readonly status: CorrectionStatus
  readonly kind: CorrectionKind
  readonly traits: readonly CorrectionTrait[]
  readonly alternatives: readonly Alternative[]
  readonly evidence: readonly Evidence[]
  /** Reviewers who decided it, where one did; the replacement is theirs. */
  readonly decidedBy?: readonly string[]
}

/** A correction whose status is still to be decided (src/repair/decide/decide.ts). */
export type Undecided = Omit<Correction, 'status'>

export const damageKinds = [
  'mask',
  'deletion',
  'stripped-figure',
  'beyond-repair',
  'look-alike',
  'homophone',
  'split-character',
  'reordered',
  'inserted-sign',
] as const
export type DamageKind = (typeof damageKinds)[number]

/** Ways in which software writes a word with other characters, so that no filter and no search finds it. */
export type DisguiseName = Exclude<DamageKind, 'mask' | 'deletion' | 'stripped-figure' | 'beyond-repair'>
export const disguises = damageKinds.slice(damageKinds.indexOf('look-alike')) as readonly DisguiseName[]

/** Whether a code of evidence names a disguise. */
export function isDisguiseName(code: string): code is DisguiseName {
  return (disguises as readonly string[]).includes(code)
}

/**
 * A masked year, count or name, a deleted place name, a figure whose digits are gone, a passage beyond repair, a
 * disguised word that is not restored.
 */
export interface Damage extends Span<'source'> {
  readonly kind: DamageKind
  readonly detail: string
}

export const spinVerdicts = ['spun', 'partly-spun', 'clean', 'too-short', 'beyond-repair'] as const
export type SpinVerdict = (typeof spinVerdicts)[number]

/** What a user may say of a text beforehand: that it is spun, or clean; `auto` lets the text tell. */
export const assumptions = ['auto', 'spun', 'clean'] as const
export type Assumption = (typeof assumptions)[number]

/** How much of the text was run through a substitution tool. */
export interface Spin {
  /** Share of the replaceable words that were replaced, in [0, 1]. */
  readonly rate: number
  readonly verdict: SpinVerdict
  /** The rate was given by the user (`--assume`), not estimated. */
  readonly assumed: boolean
  /** There where the verdict rests on the other documents of the source: this one alone does not prove it. */
  readonly bySource?: true
  readonly windows: readonly (Span<'source'> & { readonly rate: number })[]
}
