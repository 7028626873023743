/**
 * Which rule settles a correction: sure enough, or in need of more proof than its confidence. A wrong word in an account
 * costs its user more than a word that is only suggested.
 * Invariant: a rule looks at what the correction itself says (kind, confidence, traits, evidence) and at nothing else.
 */
import type { CorrectionStatus, Evidence, Undecided } from '../../model/correction.js'
import { isDisguiseName } from '../../model/correction.js'
import type { DecisionRule } from '../../model/trace.js'
import type { DecisionParameters } from '../../resources/repair-parameters.js'
import type { UnitKnowledge } from './unit-size.js'
import { changesUnitSize } from './unit-size.js'

/** What a decision depends on beside the correction. */
export interface DecisionContext extends UnitKnowledge {
  /** Confidence from which a swap is applied. */
  readonly applyFrom: number
  readonly decision: DecisionParameters
  /** Places of the text that no repair restores, in order: nothing is applied there. */
  readonly beyondRepair: readonly { readonly start: number; readonly end: number }[]
}

/** What a rule asks of a correction, of whichever text it is one. */
export type Weighed = Pick<
  Undecided,
  'start' | 'actual' | 'replacement' | 'confidence' | 'kind' | 'traits' | 'evidence'
>

const evidenceValue = (evidence: readonly Evidence[], code: string) =>
  evidence.find((one) => one.code === code)?.value

/** Whether nobody attests the pair: only knowledge holds it, or the document proposes it. */
function isUnattested(evidence: readonly Evidence[]): boolean {
  const pairs = evidence.filter(({ kind, code }) => kind === 'pair' || code === 'proposed')
  return pairs.length > 0 && pairs.every(({ code }) => code === 'proposed' || code.endsWith(':knowledge'))
}

/** Whether the figures ask for the swap. */
function isAskedFor(evidence: readonly Evidence[]): boolean {
  return evidence.some(({ kind, value }) => kind === 'numeric' && value > 0)
}

/** Whether the document or its reviewers speak for the swap: it makes it elsewhere too, people accepted it there, the
 * words around show its border, or its figures ask for it. */
function hasDocumentProof({ traits, evidence }: Weighed, { repeated }: DecisionParameters): boolean {
  return (
    traits.includes('boundary') ||
    isAskedFor(evidence) ||
    (evidenceValue(evidence, 'decided-elsewhere') ?? 0) > 0 ||
    (evidenceValue(evidence, 'same-swap-elsewhere') ?? 0) >= repeated
  )
}

/** Whether the document proposes the pair: no table lists it. */
function isProposed(evidence: readonly Evidence[]): boolean {
  return evidence.some(({ code }) => code === 'proposed')
}

/**
 * Whether a swap that turns the meaning around lacks proof. Repetition is none: a word that the author wrote ten times is
 * repeated too. The context must reject what stands, here or in all places of the pair together, and the swap must be
 * surer than others.
 */
function lacksAntonymProof(
  { confidence, evidence }: Weighed,
  isForeign: boolean,
  { antonym, antonymContext }: DecisionParameters,
): boolean {
  if (isAskedFor(evidence)) return false
  const context = evidenceValue(evidence, 'language-model') ?? 0
  const together = evidenceValue(evidence, 'places-together') ?? 0
  const isRejected = context >= (isForeign ? antonymContext.foreign : antonymContext.home)
  if (!isRejected && together < antonymContext.together) return true
  return confidence < antonym
}

/** Whether a swap that no tool is known to make lacks proof. */
function lacksAttestation(
  { confidence, evidence }: Weighed,
  isForeign: boolean,
  isProven: boolean,
  { unattested }: DecisionParameters,
): boolean {
  if (!isUnattested(evidence)) return false
  // Where no language model knows the register, an author's own word is as strange at all of its places.
  if (!isForeign) return confidence < unattested && (!isProven || isProposed(evidence))
  if (evidenceValue(evidence, 'known-tool') !== undefined && !isAskedFor(evidence)) return true
  return confidence < unattested
}

/** Why a swap that is sure enough by its confidence is only suggested; undefined where nothing is against it. */
function lackOf(correction: Weighed, { decision }: DecisionContext): DecisionRule | undefined {
  const { actual, replacement, confidence, traits, evidence } = correction
  const isForeign = evidenceValue(evidence, 'foreign-register') !== undefined
  const isSingle = actual.length === 1 || replacement.length === 1
  const isProven = hasDocumentProof(correction, decision)
  if (isSingle && confidence < decision.single && (isForeign || !isProven)) return 'single-character'
  if (lacksAttestation(correction, isForeign, isProven, decision)) return 'unattested'
  if (evidenceValue(evidence, 'longer-word') !== undefined) return 'longer-word'
  if (!isProven && evidenceValue(evidence, 'both-sides') !== undefined) return 'both-sides'
  if (!isProven && evidenceValue(evidence, 'lone-swap') !== undefined) return 'lone-swap'
  if (traits.includes('antonym') && lacksAntonymProof(correction, isForeign, decision)) return 'antonym'
  return isForeign && confidence < decision.foreign ? 'foreign-register' : undefined
}

/** The rule that settles a correction of `text`. */
export function ruleFor(text: string, correction: Weighed, context: DecisionContext): DecisionRule {
  if (correction.kind === 'layout') return 'layout'
  const isDisguise = correction.evidence.some(({ code }) => isDisguiseName(code))
  if (correction.kind === 'character' && !isDisguise) return 'figure-letter'
  if (correction.confidence < context.applyFrom) return 'unsure'
  if (context.beyondRepair.some(({ start, end }) => start <= correction.start && correction.start < end)) {
    return 'beyond-repair'
  }
  if (isDisguise) return 'disguised-word'
  if (correction.kind === 'recognition') return 'misreading'
  if (changesUnitSize(text, correction, context)) return 'unit-size'
  return lackOf(correction, context) ?? 'sure'
}

/** The status that each rule gives. */
export const statuses: Readonly<Record<DecisionRule, CorrectionStatus>> = {
  layout: 'applied',
  sure: 'applied',
  unsure: 'suggested',
  'single-character': 'suggested',
  unattested: 'suggested',
  'longer-word': 'suggested',
  'both-sides': 'suggested',
  'lone-swap': 'suggested',
  antonym: 'suggested',
  'foreign-register': 'suggested',
  'beyond-repair': 'suggested',
  'figure-letter': 'suggested',
  'unit-size': 'suggested',
  'disguised-word': 'applied',
  misreading: 'applied',
}

/** Whether a correction of `text`, by itself, would be applied. */
export function wouldApply(text: string, correction: Weighed, context: DecisionContext): boolean {
  return statuses[ruleFor(text, correction, context)] === 'applied'
}
