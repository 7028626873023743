/**
 * What people decided on the same pair elsewhere, weighed into a confidence: the confidence counts as so many decisions of
 * its own, and each decision counts by how much its place is like this one.
 * Source of the method: mean of a beta distribution.
 */
import type { TaughtPair, TaughtPlace } from '../../model/taught.js'
import type { DecodedEdit } from '../decode/merged-edits.js'
import type { Restored } from '../restore.js'
import { pairOf } from '../tool/pair-table.js'
import { pairKey } from '../tool/taught-pairs.js'
import type { Calibrate } from './calibration.js'

type TaughtOf = (edit: DecodedEdit) => TaughtPair | undefined

/** Of how many decisions a confidence is worth. */
const worth = 2
/** What a decision counts by the number of characters beside its place, of two, that stand beside the other too. */
const likeness = [0.5, 1, 2] as const

function sumOf(places: readonly TaughtPlace[], { before, after }: TaughtPlace): number {
  return places.reduce((sum, place) => {
    const same = Number(place.before === before) + Number(place.after === after)
    return sum + likeness[same]!
  }, 0)
}

/** The confidence of a pair at a place, after what was decided on the pair. */
export function afterDecisions(
  confidence: number,
  { accepted, rejected }: TaughtPair,
  place: TaughtPlace,
): number {
  const yes = sumOf(accepted, place)
  const no = sumOf(rejected, place)
  return (worth * confidence + yes) / (worth + yes + no)
}

/** Gives what was decided on the pair of an edit; undefined where nothing was. */
export function taughtIn({ candidates: { taught }, decoded: { tool } }: Restored): TaughtOf {
  if (taught === undefined) return () => undefined
  return (edit) => taught.pairs.get(pairKey(pairOf(tool.table, edit.pair)))
}

/** The calibration of a text of a collection that people decided on. */
export function withDecisions(text: string, calibrate: Calibrate, taughtOf: TaughtOf): Calibrate {
  return (edit) => {
    const confidence = calibrate(edit)
    const taught = taughtOf(edit)
    if (taught === undefined) return confidence
    const place = {
      before: text.slice(edit.start - 1, edit.start),
      after: text.slice(edit.end, edit.end + 1),
    }
    return afterDecisions(confidence, taught, place)
  }
}
