/**
 * Both sides of a two-way pair in one passage: a text that holds 收入 and 支出, each where its context prefers it, was
 * written so, for a tool that makes the swap would have taken the standard word as well.
 */
import type { DecodedPassage } from '../decode/decode.js'
import type { DecodedEdit } from '../decode/merged-edits.js'
import { likely } from '../decode/merged-edits.js'
import { firstFrom } from './sorted.js'

/**
 * Gives whether the standard word of an edit stands in the passage of the edit and stays there; `chosen` are the likeliest
 * edits of the text, sorted and disjoint.
 */
export function standsBesideIn(
  text: string,
  passages: readonly DecodedPassage[],
  chosen: readonly DecodedEdit[],
): (edit: DecodedEdit, standard: string) => boolean {
  const made = chosen.filter(({ probability }) => probability >= likely)
  const isTaken = (from: number, to: number) => {
    // No edit is longer than a passage, so the one before may reach in and none further back.
    const next = firstFrom(made, from)
    return [made[next - 1], made[next]].some(
      (edit) => edit !== undefined && edit.start < to && edit.end > from,
    )
  }
  return ({ start }, standard) => {
    const passage = passages[firstFrom(passages, start + 1) - 1]
    if (passage === undefined) return false
    for (let at = text.indexOf(standard, passage.start); at >= 0; at = text.indexOf(standard, at + 1)) {
      if (at + standard.length > passage.end) return false
      if (!isTaken(at, at + standard.length)) return true
    }
    return false
  }
}
