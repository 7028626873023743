/** How reports write words before numbers, and the flags and gaps that all features are made of. */
import { findEnds, longestTail, type Tails, usualNumbers } from '../../resources/tails.js'
import { longestNoun } from './divisions.js'
import type { FeatureRow } from './feature-row.js'
import type { Place } from './place.js'

const attestations = ['count', 'bare', 'neighbours', 'tail', 'tail-count', 'tail-bare', 'tail-neighbours']
export const attestationNames = (of: string) => attestations.map((name) => `${of}:${name}`)

/** Nothing is said: no number of a feature. */
export const nothing = -1
export const flag = (is: boolean) => (is ? 1 : 0)

const ends = new Int32Array(longestTail + 1)

function pushUsual(row: FeatureRow, { usual }: Tails, words: number): void {
  for (let at = 0; at < usualNumbers; at++) row.push(words < 0 ? nothing : usual[words * usualNumbers + at]!)
}

/** How often reports write the words, and the longest end of them that they write, before numbers; gives the length of that end. */
export function pushAttestation(row: FeatureRow, words: string, { naming: { tails } }: Place): number {
  findEnds(tails, words, ends)
  const tail = longestNoun(tails, ends, longestTail)
  pushUsual(row, tails, words.length > longestTail ? -1 : ends[words.length]!)
  row.push(tail)
  pushUsual(row, tails, ends[tail]!)
  return tail
}
