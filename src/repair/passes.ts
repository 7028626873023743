/**
 * Text that went through a tool twice: what the first repair gives still looks spun, so it is repaired once more, and
 * the edits of both passes are composed into edits of the text that was given.
 * Invariant: at most two passes; composed edits are sorted and disjoint.
 */
import type { Edit, Revision } from '../model/edit.js'
import { compose, offsetMap, revise } from '../model/edit.js'
import { spanOf } from '../model/span.js'
import type { Swap } from './decide/choose.js'
import { chooseSwaps } from './decide/choose.js'
import type { ProtectedOffsets } from './decide/protected.js'
import type { DecisionContext } from './decide/rules.js'
import { wouldApply } from './decide/rules.js'
import type { Candidates } from './decode/candidates.js'
import type { DecodeOptions } from './decode/decode.js'
import { spunShareOf } from './detect/classify.js'
import type { Restored } from './restore.js'
import { restore } from './restore.js'

/** Share of a repaired text that must still look spun before it is taken as spun twice. */
const leastShare = 0.5

export interface PassOptions extends DecodeOptions {
  readonly protectedAt: ProtectedOffsets
}

/** One pass: the text that it read, as a revision of the text that was given, and what it made of it. */
export interface Pass extends Restored {
  readonly read: Revision<'normalised', 'passed'>
}

export interface PassedText {
  /** Swaps of the text that was given. */
  readonly swaps: readonly Swap[]
  /** One or two. */
  readonly passes: readonly Pass[]
}

/** Protected offsets of a revised text: what became of those of the text that was given. */
function carryProtected(offsets: ProtectedOffsets, once: Pass['read']): ProtectedOffsets {
  const map = offsetMap(once)
  const carried = new Uint8Array(once.text.length)
  offsets.forEach((reason, offset) => {
    if (reason === 0) return
    const { start, end } = map.forward(spanOf<'normalised'>(offset, offset + 1))
    carried.fill(reason, start, end)
  })
  return carried
}

/** Swaps found in a text, those that would be applied apart from the others. */
function splitByStatus(text: string, swaps: readonly Swap[], context: DecisionContext) {
  const applied = swaps.filter((swap) => {
    const actual = text.slice(swap.start, swap.end)
    return wouldApply(text, { ...swap, actual, kind: 'swap' }, context)
  })
  const isApplied = new Set(applied)
  return { applied, suggested: swaps.filter((swap) => !isApplied.has(swap)) }
}

/** The swaps of a text, by one pass or two. */
export function findSwapsInPasses(
  candidates: Candidates,
  text: string,
  options: PassOptions,
  context: DecisionContext,
): PassedText {
  const read = revise<'normalised', 'passed'>(text, [])
  const restored = restore(candidates, text, options)
  const swaps = chooseSwaps(text, restored)
  const first = splitByStatus(text, swaps, context)
  const single = { swaps, passes: [{ read, ...restored }] }
  if (first.applied.length === 0) return single
  const once = revise<'normalised', 'passed'>(text, first.applied)
  if (spunShareOf(candidates.classifier, once.text) < leastShare) return single
  const protectedAt = carryProtected(options.protectedAt, once)
  const again = restore(candidates, once.text, { ...options, protectedAt })
  const second = splitByStatus(once.text, chooseSwaps(once.text, again), context)
  const composed = composeSwaps(text, once, first.applied, second.applied)
  const covered = new Uint8Array(text.length)
  for (const { start, end } of composed) covered.fill(1, start, end)
  const suggested = first.suggested.filter(({ start, end }) => !covered.subarray(start, end).includes(1))
  return {
    swaps: [...composed, ...suggested].sort((a, b) => a.start - b.start),
    passes: [...single.passes, { read: once, ...again }],
  }
}

/** Those of a sorted list of spans that overlap an edit, for edits that are asked for in their order: one sweep. */
function membersInTurn<Member extends { readonly start: number; readonly end: number }>(
  list: readonly Member[],
): (edit: Edit) => Member[] {
  let next = 0
  return ({ start, end }) => {
    while (next < list.length && list[next]!.end <= start) next++
    const members: Member[] = []
    for (let at = next; at < list.length && list[at]!.start < end; at++) members.push(list[at]!)
    return members
  }
}

/** Members of a composed edit make one swap: as sure as the least sure of them, with all their evidence. */
function composeSwaps(
  text: string,
  once: Pass['read'],
  first: readonly Swap[],
  second: readonly Swap[],
): Swap[] {
  const map = offsetMap(once)
  const places = second.map((swap) => ({ swap, ...map.back(spanOf<'passed'>(swap.start, swap.end)) }))
  const onesOf = membersInTurn(first)
  const twosOf = membersInTurn(places)
  const composed: Edit[] = compose(text, first, second)
  return composed
    .filter((edit) => text.slice(edit.start, edit.end) !== edit.replacement)
    .map((edit): Swap => {
      const ones = onesOf(edit)
      const twos = twosOf(edit).map(({ swap }) => swap)
      const members = [...ones, ...twos]
      return {
        ...edit,
        confidence: Math.min(...members.map(({ confidence }) => confidence)),
        traits: [...new Set(members.flatMap(({ traits }) => traits))],
        alternatives: (twos.at(-1) ?? ones.at(-1))?.alternatives ?? [],
        evidence: members.flatMap(({ evidence }) => evidence),
      }
    })
}
