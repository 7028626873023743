/** Weighs each replacement of a line by itself, with the others made. All values are in nats. */

import type { LanguageModel } from '../../lm/query.js'
import { unknown } from '../../lm/symbols.js'
import { append } from '../../model/lists.js'
import type { EncodedLine } from './line.js'

/** Symbols `[from, to)` of a line replaced by others. */
export interface Replacement {
  readonly from: number
  readonly to: number
  readonly ids: Uint16Array
}

/** What a replacement gains over what stands, and how much likelier its place makes the word than any other place. */
export interface Weight {
  readonly gain: number
  readonly fit: number
}

/** What the model looks back upon, in symbols. */
export const context = 4
/**
 * What a character that the model does not know costs beyond the share of all such characters: any one of them is rare. The
 * logarithm of how many there are, and less, because they are not equally rare.
 */
export const unknownCost = 5

export type Score = (history: readonly number[], ids: ArrayLike<number>) => number

/** Log-probability of symbols behind a history. */
export function scorer(model: LanguageModel): Score {
  const states = model.createStates(1)
  return (history, ids) => {
    model.clear(states, 0)
    for (const id of history) model.advance(states, 0, id, 0)
    let sum = 0
    for (let index = 0; index < ids.length; index++) sum += model.advance(states, 0, ids[index]!, 0)
    return sum
  }
}

const extend = (history: readonly number[], ids: ArrayLike<number>) =>
  [...history, ...Array.from(ids)].slice(-context)

/** Symbols of a line on both sides of `[from, to)`, with the other replacements made, as far as the model looks. */
function around({ ids, length }: EncodedLine, others: readonly Replacement[], from: number, to: number) {
  const left: number[] = []
  for (let at = from; at > 0 && left.length < context; ) {
    const other = others.find((one) => one.to === at)
    left.unshift(...(other?.ids ?? [ids[at - 1]!]))
    at = other?.from ?? at - 1
  }
  const right: number[] = []
  for (let at = to; at < length && right.length < context; ) {
    const other = others.find((one) => one.from === at)
    append(right, other?.ids ?? [ids[at]!])
    at = other?.to ?? at + 1
  }
  return { left: left.slice(-context), right: right.slice(0, context) }
}

/** The weight of a replacement of a line, with the others made. */
export function weigh(
  score: Score,
  line: EncodedLine,
  others: readonly Replacement[],
  { from, to, ids }: Replacement,
): Weight {
  const { left, right } = around(line, others, from, to)
  const stands = line.ids.subarray(from, to)
  const behind = extend(left, ids)
  const becomes = score(left, ids) + score(behind, right)
  const stood = score(left, stands) + score(extend(left, stands), right)
  const unknowns = stands.filter((id) => id === unknown).length
  return { gain: becomes - stood + unknownCost * unknowns, fit: becomes - score([], ids) - score([], right) }
}
