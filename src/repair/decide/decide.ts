/**
 * The one place where corrections are decided and applied: which of everything that was weighed become corrections of
 * the document, with what status, and the repaired text that follows. Confidences that change (because figures speak)
 * are decided here again, from the same list.
 * Invariants: corrections are disjoint and in order; the repaired text has the applied ones as its only edits.
 */
import type { Correction, Undecided } from '../../model/correction.js'
import type { RepairedDocument } from '../../model/document.js'
import { revise } from '../../model/edit.js'
import type { Decision, RepairTrace } from '../../model/trace.js'
import type { DecisionContext } from './rules.js'
import { ruleFor, statuses } from './rules.js'

/**
 * Applied from here on, all corrections together are right in 99 of 100 where the tool is known; applied from 0.9,
 * three more in a thousand are right and three in a hundred damaged words stay (docs/evaluation.md has the curve).
 */
export const defaultApplyFrom = 0.7

/** A correction with its status, the rule that gave it, and its place among what was weighed. */
interface Settled extends Decision {
  readonly correction: Correction
}

/**
 * The swaps, and the others that no swap covers. A join inside an applied swap is part of the swap's own span; a swap
 * that is only suggested gives way to a join, or the space would stay. Both lists are in order.
 */
function withoutOverlaps(swaps: readonly Settled[], others: readonly Settled[]): Settled[] {
  const isApplied = ({ correction }: Settled) => correction.status === 'applied'
  const kept: Settled[] = []
  const displaced = new Set<Settled>()
  let first = 0
  for (const other of others) {
    const { start, end } = other.correction
    while (first < swaps.length && swaps[first]!.correction.end <= start) first++
    let last = first
    while (last < swaps.length && swaps[last]!.correction.start < end) last++
    const overlapped = swaps.slice(first, last)
    if (overlapped.length > 0 && (!isApplied(other) || overlapped.some(isApplied))) continue
    kept.push(other)
    for (const swap of overlapped) displaced.add(swap)
  }
  return [...swaps.filter((swap) => !displaced.has(swap)), ...kept]
}

/** What a decision adds to a document. */
export type DecidedParts = Pick<RepairedDocument, 'corrections' | 'repaired' | 'trace'>

/**
 * Decides everything that was weighed for a text. Swaps are disjoint and in order among themselves; `trace` is what
 * was traced so far.
 */
export function decide(
  text: string,
  undecided: readonly Undecided[],
  trace: Omit<RepairTrace, 'undecided' | 'decisions'>,
  context: DecisionContext,
): DecidedParts {
  const settled = undecided.map((weighed, of): Settled => {
    const rule = ruleFor(text, weighed, context)
    return { rule, of, correction: { ...weighed, status: statuses[rule] } }
  })
  const byStart = (a: Settled, b: Settled) => a.correction.start - b.correction.start
  const swaps = settled.filter(({ correction }) => correction.kind === 'swap')
  const others = settled.filter(({ correction }) => correction.kind !== 'swap').sort(byStart)
  const decided = withoutOverlaps(swaps, others)
  decided.sort((a, b) => byStart(a, b) || a.correction.end - b.correction.end)
  const corrections = decided.map(({ correction }) => correction)
  const applied = corrections.filter(({ status }) => status === 'applied')
  return {
    corrections,
    repaired: revise<'source', 'repaired'>(text, applied),
    trace: { ...trace, undecided, decisions: decided.map(({ rule, of }) => ({ rule, of })) },
  }
}
