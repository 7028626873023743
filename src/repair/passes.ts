/**
 * Text that went through a tool twice: what the first repair gives still looks spun, so it is repaired once more, and
 * the edits of both passes are composed into edits of the text that was given.
 * Invariant: at most two passes; composed edits are sorted and disjoint.
 */
import type { Edit } from '../model/edit.js'
import { compose, invert, offsetMap, revise } from '../model/edit.js'
import { spanOf } from '../model/span.js'
import type { Candidates } from './decode/candidates.js'
import type { Decoded } from './decode/decode.js'
import type { DecodeOptions } from './detect/classify.js'
import { spunShareOf } from './detect/classify.js'
import { restore } from './restore.js'
import type { Swap } from './decide/choose.js'
import { findSwaps } from './decide/choose.js'

/** Share of a repaired text that must still look spun before it is taken as spun twice. */
const leastShare = 0.5

export interface PassOptions extends DecodeOptions {
  /** Confidence from which a swap is applied. */
  readonly applyFrom: number
}

/** The swaps of a text, by one pass or two, and what the first decoding believes. */
export function findSwapsInPasses(
  candidates: Candidates,
  text: string,
  options: PassOptions,
): { readonly swaps: Swap[]; readonly decoded: Decoded } {
  const decoded = restore(candidates, text, options)
  const swaps = findSwaps(text, decoded)
  const applied = swaps.filter(({ confidence }) => confidence >= options.applyFrom)
  if (applied.length === 0) return { swaps, decoded }
  const once = revise<'normalised', 'repaired'>(text, applied)
  if (spunShareOf(candidates, once.text, options) < leastShare) return { swaps, decoded }
  const map = offsetMap(once)
  const pinned = new Uint8Array(once.text.length)
  options.protected?.forEach((pin, offset) => {
    if (pin === 0) return
    const { start, end } = map.forward(spanOf<'normalised'>(offset, offset + 1))
    pinned.fill(1, start, end)
  })
  const second = findSwaps(once.text, restore(candidates, once.text, { ...options, protected: pinned }))
  return { swaps: composeSwaps(text, swaps, applied, second, options.applyFrom), decoded }
}

/** Members of a composed edit make one swap: as sure as the least sure of them, with all their evidence. */
function composeSwaps(
  text: string,
  first: readonly Swap[],
  applied: readonly Swap[],
  second: readonly Swap[],
  applyFrom: number,
): Swap[] {
  const sure = second.filter(({ confidence }) => confidence >= applyFrom)
  const back = offsetMap({ text, fromLength: 0, edits: invert(text, applied) })
  const composed: Edit[] = compose(text, applied, sure)
  const swaps = composed
    .filter((edit) => text.slice(edit.start, edit.end) !== edit.replacement)
    .map((edit): Swap => {
      const inside = (start: number, end: number) => start < edit.end && edit.start < end
      const ones = applied.filter(({ start, end }) => inside(start, end))
      const twos = sure.filter((swap) => {
        const { start, end } = back.forward(spanOf(swap.start, swap.end))
        return inside(start, end)
      })
      const members = [...ones, ...twos]
      return {
        ...edit,
        confidence: Math.min(...members.map(({ confidence }) => confidence)),
        traits: [...new Set(members.flatMap(({ traits }) => traits))],
        alternatives: (twos.at(-1) ?? ones.at(-1))?.alternatives ?? [],
        evidence: members.flatMap(({ evidence }) => evidence),
      }
    })
  const touched = (swap: Swap) => swaps.some(({ start, end }) => start < swap.end && swap.start < end)
  const suggested = first.filter((swap) => swap.confidence < applyFrom && !touched(swap))
  return [...swaps, ...suggested].sort((a, b) => a.start - b.start)
}
