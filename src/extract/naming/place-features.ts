/** What is known of a figure whatever its name may be, as numbers that decision trees ask about. */
import { attestationNames, flag, nothing, pushAttestation } from './attestation.js'
import { longestQualifier } from './divisions.js'
import type { FeatureRow } from './feature-row.js'
import type { Place } from './place.js'

const measures = ['count', 'money', 'percent', 'other'] as const

export const placeNames = [
  'change',
  'part',
  'parent',
  'among',
  ...measures.map((measure) => `measure:${measure}`),
  'own-length',
  ...attestationNames('own'),
  'in-sentence',
  'in-paragraph',
  'bound',
  'break',
  'opens',
  'respective',
  'share',
  'changes',
  'same-unit',
  'same-sentence',
  'last-qualifier',
  'first-qualifier',
]

/** Writes the features of a place, in the order of `placeNames`. */
export function pushPlace(row: FeatureRow, place: Place): void {
  const { mention, context, index, first, mentions } = place
  const { quantity, phrase, role, change } = mention
  const before = mentions[index - 1]
  row.push(flag(role === 'change'))
  row.push(flag(role === 'part'))
  row.push(flag(mention.parent !== null))
  row.push(flag(phrase.among))
  for (const measure of measures) row.push(flag(quantity.measure === measure))
  row.push(mention.words.length)
  pushAttestation(row, mention.words, place)
  row.push(index - first)
  row.push(index)
  row.push(flag(context.isBound))
  row.push(flag(context.isBreak))
  row.push(flag(context.opensBehind))
  row.push(flag(phrase.respective))
  row.push(flag(phrase.shareOf !== null))
  row.push(change === null ? 0 : change.of === null ? 1 : 2)
  row.push(before === undefined ? nothing : flag(before.quantity.unit === quantity.unit))
  row.push(before === undefined ? nothing : flag(before.sentence === mention.sentence))
  row.push(before === undefined ? nothing : longestQualifier(place.named(index - 1).divisions).length)
  row.push(first >= index ? nothing : longestQualifier(place.named(first).divisions).length)
}
