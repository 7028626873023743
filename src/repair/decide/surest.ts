/**
 * What a place takes where the decoder is torn between several words. It weighs each place with what stands around it; the
 * confidence also knows what the tool does with both words everywhere else.
 */
import type { DecodedEdit } from '../decode/merged-edits.js'
import type { Calibrate } from './calibration.js'
import { leastChosen } from './features.js'
import { firstFrom } from './sorted.js'

/** From this confidence on a swap counts as one of its passage: as from where swaps are applied by default. */
export const leastSure = 0.7

export type OthersOf = (edit: DecodedEdit) => DecodedEdit[]

/** Gives the edits that write something else in the place of one; `chosen` are sorted and disjoint, one a place. */
export function othersIn(chosen: readonly DecodedEdit[], edits: readonly DecodedEdit[]): OthersOf {
  const held = new Map<DecodedEdit, DecodedEdit[]>()
  const chosenAt = ({ start, end }: DecodedEdit) => {
    const taken = chosen[firstFrom(chosen, start)]
    return taken?.start === start && taken.end === end ? taken : undefined
  }
  for (const edit of edits) {
    const taken = chosenAt(edit)
    if (taken === undefined) continue
    const own = held.get(taken)
    if (own === undefined) held.set(taken, [edit])
    else own.push(edit)
  }
  return (edit) => {
    const taken = chosenAt(edit)
    return taken === undefined ? [] : held.get(taken)!.filter((other) => other !== edit)
  }
}

/**
 * The edits with their confidences: the likeliest of each place where it is sure, else the surest that may stand there.
 */
export function surestEdits(
  likeliest: readonly DecodedEdit[],
  othersOf: OthersOf,
  calibrate: Calibrate,
): Map<DecodedEdit, number> {
  return new Map(
    likeliest.map((edit): [DecodedEdit, number] => {
      let surest: [DecodedEdit, number] = [edit, calibrate(edit)]
      if (surest[1] >= leastSure) return surest
      for (const other of othersOf(edit)) {
        if (other.probability < leastChosen) continue
        const confidence = calibrate(other)
        if (confidence > surest[1]) surest = [other, confidence]
      }
      return surest
    }),
  )
}
