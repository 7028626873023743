/** How reports write words before numbers, and the flags and gaps that all features are made of. */
import { findEnds, longestTail, type Tails, uses, usualNumbers } from '../../resources/tails.js'
import { isQuotient } from '../mentions/mention.js'
import { measureOf } from '../names/name.js'
import { longestNoun } from './divisions.js'
import type { FeatureRow } from './feature-row.js'
import type { Place } from './place.js'

const usual = ['count', 'bare', 'first', 'neighbours', 'use']
const attestations = [...usual, 'tail', ...usual.map((name) => `tail-${name}`)]
export const attestationNames = (of: string) => attestations.map((name) => `${of}:${name}`)

/** Nothing is said: no number of a feature. */
export const nothing = -1
export const flag = (is: boolean) => (is ? 1 : 0)

const ends = new Int32Array(longestTail + 1)

function pushUsual(row: FeatureRow, tails: Tails, words: number, use: number): void {
  const { usual } = tails
  for (let at = 0; at < usualNumbers; at++) row.push(words < 0 ? nothing : usual[words * usualNumbers + at]!)
  row.push(words < 0 ? nothing : tails.uses[words * uses.length + use]!)
}

const events = /(?:人次|[次起件例场项宗批])$/

/** What the number of a figure is used for, by its place among `uses`. */
function useOf({ mention: { role, change, quantity }, table }: Place): number {
  if (role === 'change' && change?.kind !== 'from-to') return uses.indexOf('change')
  if (isQuotient(quantity)) return uses.indexOf('percent')
  const measure = measureOf(quantity, table)
  if (measure === 'money' || measure === 'person') return uses.indexOf(measure)
  if (measure !== 'count') return uses.indexOf('amount')
  return uses.indexOf(events.test(quantity.unit) ? 'event' : 'thing')
}

/** How often reports write the words, and the longest end of them that they write, before numbers; gives the length of that end. */
export function pushAttestation(row: FeatureRow, words: string, place: Place): number {
  const { tails } = place.naming
  const use = useOf(place)
  findEnds(tails, words, ends)
  const tail = longestNoun(tails, ends, longestTail)
  pushUsual(row, tails, words.length > longestTail ? -1 : ends[words.length]!, use)
  row.push(tail)
  pushUsual(row, tails, ends[tail]!, use)
  return tail
}
