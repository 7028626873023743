/**
 * Words in the name of a figure of which another one is only suggested. What is only suggested names nothing; but a name
 * with such a word is less sure, and says so.
 */
import type { Correction } from './correction.js'

type Doubt = Pick<Correction, 'start' | 'end' | 'actual' | 'replacement' | 'status' | 'confidence'>

/** How far before its figure a name is looked for: a clause. */
const reach = 100

/** Finds the likeliest of the suggestions in the name of a figure. The corrections are sorted. */
export function doubtsOf<D extends Doubt>(
  corrections: readonly D[],
): (fact: { readonly start: number; readonly indicator: string }) => D | undefined {
  const suggested = corrections.filter(({ status }) => status === 'suggested')
  const firstFrom = (place: number) => {
    let [low, high] = [0, suggested.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (suggested[middle]!.start < place) low = middle + 1
      else high = middle
    }
    return low
  }
  return ({ start, indicator }) => {
    let found: D | undefined
    for (let at = firstFrom(start - reach); at < suggested.length && suggested[at]!.end <= start; at++) {
      const one = suggested[at]!
      if (indicator.includes(one.actual) && one.confidence >= (found?.confidence ?? 0)) found = one
    }
    return found
  }
}
