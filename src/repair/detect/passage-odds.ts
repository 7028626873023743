/**
 * Log-odds of each passage of a proven text that it was spun, by its forms alone. A form that stands often counts less
 * each time, the more so the less it says; each counts once a passage.
 */
import type { Detection } from '../../resources/repair-parameters.js'
import type { FirstPlaces } from './first-places.js'
import { eachMatch } from './matches.js'
import type { Passage } from './passages.js'
import type { SpunEvidence } from './spun-evidence.js'

/** Exponent of a form's count that its weight is divided by: labels and current words stand often. */
function damping(weight: number): number {
  if (weight >= 4) return 0
  return weight >= 2.5 ? 0.5 : 1
}

/** What a text's proof says of the words that stand in it. */
export interface Standing {
  /** How much standard words that stand speak against a passage, in [0, 1]. */
  readonly survival: number
  /** Where a tool replaced first places alone: those of all forms. What stands further on was never tried. */
  readonly firstPlaces?: FirstPlaces | undefined
}

export function passageOdds(
  { trie, odds }: SpunEvidence,
  text: string,
  passages: readonly Passage[],
  { passageLengthCost }: Detection,
  { survival, firstPlaces }: Standing,
): number[] {
  const counts = new Map<number, number>()
  const found = passages.map(({ start, end }) => {
    const forms: number[] = []
    eachMatch(trie, text, start, end, (form, at) => {
      if (odds[form]! <= 0 && at > (firstPlaces?.get(form) ?? at)) return
      forms.push(form)
      counts.set(form, (counts.get(form) ?? 0) + 1)
    })
    return forms
  })
  return passages.map(({ han }, index) => {
    let sum = (-passageLengthCost * han) / 1000
    const seen = new Set<number>()
    for (const form of found[index]!) {
      const weight = odds[form]!
      if (weight <= 0) sum += survival * weight
      else if (!seen.has(form)) sum += weight / counts.get(form)! ** damping(weight)
      seen.add(form)
    }
    return sum
  })
}
