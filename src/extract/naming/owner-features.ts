/** What is known of the owner that a candidate puts before its core, as numbers that decision trees ask about. */
import type { NounKind } from '../../resources/indicators.js'
import { findHead } from '../names/name.js'
import { attestationNames, flag, nothing, pushAttestation } from './attestation.js'
import type { Candidate } from './candidates.js'
import { tailLength } from './divisions.js'
import type { FeatureRow } from './feature-row.js'
import type { Place } from './place.js'

const nounKinds: readonly NounKind[] = ['thing', 'person', 'event', 'action', 'amount', 'rate']
/** How many figures are asked whether they have the same owner. */
const reach = 12

export const ownerNames = [
  'owner-length',
  'owner-distance',
  ...attestationNames('owner'),
  ...nounKinds.map((kind) => `owner-noun:${kind}`),
  'seam',
  'owners-before',
  'last-owner',
  'of-same-sentence',
  'of-breaks',
  'of-count',
  'same-end',
]

/** Writes the features of an owner, in the order of `ownerNames`; there may be none. */
export function pushOwner(row: FeatureRow, place: Place, { owner, core }: Candidate, words: string): void {
  const { mention, mentions, contexts, index, table } = place
  if (owner.words === '') {
    for (let at = 0; at < ownerNames.length; at++) row.push(nothing)
    return
  }
  const noun = findHead(owner.words, table)?.kind
  const isNamed = (at: number) => mentions[at]!.name.indicator.startsWith(owner.words)
  let named = 0
  for (let at = Math.max(0, index - reach); at < index; at++) named += flag(isNamed(at))
  const of = mentions[owner.of]
  let breaks = 0
  if (of !== undefined) {
    for (let at = Math.max(owner.of + 1, index - reach); at <= index; at++)
      breaks += flag(contexts[at]!.isBreak)
  }
  row.push(owner.words.length)
  row.push(owner.distance)
  pushAttestation(row, owner.words, place)
  for (const kind of nounKinds) row.push(flag(noun === kind))
  row.push(tailLength(words, place.naming) - core.words.length)
  row.push(named)
  row.push(index === 0 ? nothing : place.named(index - 1).stem === owner.words ? 2 : flag(isNamed(index - 1)))
  row.push(of === undefined ? nothing : flag(of.sentence === mention.sentence))
  row.push(breaks)
  row.push(of === undefined ? nothing : flag(of.quantity.measure === 'count'))
  row.push(flag(owner.words.at(-1) === core.words.at(-1)))
}
