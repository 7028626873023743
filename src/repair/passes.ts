/**
 * Text that went through a tool twice: what the first repair gives still looks spun, so it is repaired once more, and
 * again, for each repair gives the next one more of a context to go by. The edits of all passes are composed into edits
 * of the text that was given. Such a text is also repaired in one pass, by pairs that undo both runs at once; what reads
 * better is taken.
 * Invariant: at most `mostPasses` passes; composed edits are sorted and disjoint.
 */

import type { Edit, Revision } from '../model/edit.js'
import { compose, offsetMap, revise } from '../model/edit.js'
import { least } from '../model/lists.js'
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
/** A bound on the work: nobody is known to run a tool on its own result more often than this would undo. */
const mostPasses = 4

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
  readonly passes: readonly Pass[]
}

/** Marks by offset of a revised text: what became of those of the text that was given. */
function carryOffsets(marks: Uint8Array, once: Pass['read']): Uint8Array {
  const map = offsetMap(once)
  const carried = new Uint8Array(once.text.length)
  marks.forEach((mark, offset) => {
    if (mark === 0) return
    const { start, end } = map.forward(spanOf<'normalised'>(offset, offset + 1))
    carried.fill(mark, start, end)
  })
  return carried
}

/** The options for a revised text. */
function carryMarks(options: PassOptions, once: Pass['read']): PassOptions {
  const { protectedAt, traditionalAt } = options
  return {
    ...options,
    protectedAt: carryOffsets(protectedAt, once),
    ...(traditionalAt && { traditionalAt: carryOffsets(traditionalAt, once) }),
  }
}

/** Swaps found in a text, those that would be applied apart from the others. */
function splitByStatus(text: string, swaps: readonly Swap[], context: DecisionContext) {
  const applied = swaps.filter((swap) => {
    const actual = text.slice(swap.start, swap.end)
    return wouldApply(text, { actual, kind: 'swap', ...swap }, context)
  })
  const isApplied = new Set(applied)
  return { applied, suggested: swaps.filter((swap) => !isApplied.has(swap)) }
}

interface RepairedText extends PassedText {
  /** The text with the swaps made that would be applied. */
  readonly text: string
}

/** The swaps of a text, by as many passes as it takes until it no longer looks spun, up to `most`. */
function repairInPasses(
  candidates: Candidates,
  text: string,
  options: PassOptions,
  context: DecisionContext,
  most: number,
): RepairedText {
  const passes: Pass[] = []
  let read = revise<'normalised', 'passed'>(text, [])
  let applied: readonly Swap[] = []
  let suggested: readonly Swap[] = []
  do {
    const restored = restore(candidates, read.text, passes.length === 0 ? options : carryMarks(options, read))
    const found = splitByStatus(read.text, chooseSwaps(read.text, restored), context)
    if (passes.length === 0) suggested = found.suggested
    passes.push({ read, ...restored })
    if (found.applied.length === 0) break
    applied = composeSwaps(text, read, applied, found.applied)
    read = revise<'normalised', 'passed'>(text, applied)
  } while (passes.length < most && spunShareOf(candidates.classifier, read.text) >= leastShare)
  const covered = new Uint8Array(text.length)
  for (const { start, end } of applied) covered.fill(1, start, end)
  const open = suggested.filter(({ start, end }) => !covered.subarray(start, end).includes(1))
  const swaps = [...applied, ...open].sort((a, b) => a.start - b.start)
  return { text: revise<'normalised', 'passed'>(text, applied).text, swaps, passes }
}

/** The swaps of a text that went through one run of a tool, or more. */
export function findSwapsInPasses(
  candidates: Candidates,
  text: string,
  options: PassOptions,
  context: DecisionContext,
): PassedText {
  const stepwise = repairInPasses(candidates, text, options, context, mostPasses)
  if (stepwise.passes.length === 1 || candidates.twice === undefined) return stepwise
  const atOnce = repairInPasses(candidates.twice(), text, options, context, 1)
  const { fitOf } = candidates.classifier
  return fitOf([atOnce.text]) > fitOf([stepwise.text]) ? atOnce : stepwise
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
): readonly Swap[] {
  if (first.length === 0) return second
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
        confidence: least(members.map(({ confidence }) => confidence)),
        traits: [...new Set(members.flatMap(({ traits }) => traits))],
        alternatives: (twos.at(-1) ?? ones.at(-1))?.alternatives ?? [],
        evidence: members.flatMap(({ evidence }) => evidence),
      }
    })
}
