/** How reports write words before numbers, and the flags and gaps that all features are made of. */
import type { Attested } from '../../resources/naming.js'
import { attestedOf, attestedTail } from './divisions.js'
import type { Place } from './place.js'

const attestations = ['count', 'bare', 'neighbours', 'tail', 'tail-count', 'tail-bare', 'tail-neighbours']
export const attestationNames = (of: string) => attestations.map((name) => `${of}:${name}`)

/** Nothing is said: no number of a feature. */
export const nothing = -1
export const flag = (is: boolean) => (is ? 1 : 0)

function pushCounts(out: number[], found: Attested | undefined): void {
  if (found === undefined) out.push(nothing, nothing, nothing)
  else out.push(Math.log1p(found.count), found.bare / (found.count + 10), Math.log1p(found.neighbours))
}

/** How often reports write the words, and the longest end of them that they write, before numbers. */
export function pushAttestation(out: number[], words: string, { naming }: Place): void {
  const tail = attestedTail(words, naming)
  pushCounts(out, attestedOf(words, naming))
  out.push(tail.length)
  pushCounts(out, naming.tails.get(tail))
}
