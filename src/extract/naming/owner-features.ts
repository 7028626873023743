/** What is known of the owner that a candidate puts before its core, as numbers that decision trees ask about. */
import type { NounKind } from '../../resources/indicators.js'
import { findHead } from '../names/heads.js'
import { attestationNames, flag, nothing, pushAttestation } from './attestation.js'
import type { Candidate } from './candidates.js'
import type { FeatureRow } from './feature-row.js'
import type { Owner } from './owners.js'
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

const seamAt = ownerNames.indexOf('seam')
const sameEndAt = ownerNames.indexOf('same-end')

const isNamed = ({ mentions }: Place, at: number, words: string) =>
  mentions[at]!.name.indicator.startsWith(words)

/** How many figures before have the owner, and whether the last one has. */
function pushNamed(row: FeatureRow, place: Place, words: string): void {
  const { index } = place
  let named = 0
  for (let at = Math.max(0, index - reach); at < index; at++) named += flag(isNamed(place, at, words))
  row.push(named)
  if (index === 0) row.push(nothing)
  else row.push(place.named(index - 1).stem === words ? 2 : flag(isNamed(place, index - 1, words)))
}

/** The figure that the owner belongs to. */
function pushFigure(row: FeatureRow, { mention, mentions, contexts, index }: Place, at: number): void {
  const of = mentions[at]
  let breaks = 0
  if (of !== undefined) {
    for (let next = Math.max(at + 1, index - reach); next <= index; next++)
      breaks += flag(contexts[next]!.isBreak)
  }
  row.push(of === undefined ? nothing : flag(of.sentence === mention.sentence))
  row.push(breaks)
  row.push(of === undefined ? nothing : flag(of.quantity.measure === 'count'))
}

/** All that candidates with one owner share, with room for what each has of its own. */
function pushShared(row: FeatureRow, place: Place, { words, distance, of }: Owner): void {
  const noun = findHead(words, place.table)?.kind
  row.push(words.length)
  row.push(distance)
  pushAttestation(row, words, place)
  for (const kind of nounKinds) row.push(flag(noun === kind))
  row.push(nothing)
  pushNamed(row, place, words)
  pushFigure(row, place, of)
  row.push(nothing)
}

/** Writes the features of an owner, in the order of `ownerNames`; there may be none. `tail`: how long an end of the name is usual. */
export function pushOwner(row: FeatureRow, place: Place, { owner, core }: Candidate, tail: number): void {
  const { words } = owner
  if (words === '') {
    for (let at = 0; at < ownerNames.length; at++) row.push(nothing)
    return
  }
  const first = row.length
  row.pushOf(owner, () => pushShared(row, place, owner))
  row.set(first + seamAt, tail - core.words.length)
  row.set(first + sameEndAt, flag(words.at(-1) === core.words.at(-1)))
}
