/**
 * Log-odds of each passage of a proven text that it was spun, by its forms alone. A form that stands often counts less
 * each time, the more so the less it says; each counts once a passage.
 */
import type { Detection } from '../../resources/repair-parameters.js'
import { eachMatch } from './matches.js'
import type { Passage } from './passages.js'
import type { SpunEvidence } from './spun-evidence.js'

/** Exponent of a form's count that its weight is divided by: labels and current words stand often. */
function damping(weight: number): number {
  if (weight >= 4) return 0
  return weight >= 2.5 ? 0.5 : 1
}

/** `survival`, in [0, 1], is how much standard words that stand speak against. */
export function passageOdds(
  { trie, odds }: SpunEvidence,
  text: string,
  passages: readonly Passage[],
  { passageLengthCost }: Detection,
  survival: number,
): number[] {
  const counts = new Map<number, number>()
  const found = passages.map(({ start, end }) => {
    const forms: number[] = []
    eachMatch(trie, text, start, end, (form) => {
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
