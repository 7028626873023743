/** What is known of a figure whatever its name may be, as numbers that decision trees ask about. */
import { attestationNames, flag, nothing, pushAttestation } from './attestation.js'
import { longestQualifier } from './divisions.js'
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

/** The features of a place, in the order of `placeNames`. */
export function placeFeatures(place: Place): number[] {
  const { mention, context, index, first, mentions } = place
  const { quantity, phrase, role, change } = mention
  const before = mentions[index - 1]
  const out = [
    flag(role === 'change'),
    flag(role === 'part'),
    flag(mention.parent !== null),
    flag(phrase.among),
  ]
  for (const measure of measures) out.push(flag(quantity.measure === measure))
  out.push(mention.words.length)
  pushAttestation(out, mention.words, place)
  out.push(
    index - first,
    index,
    flag(context.isBound),
    flag(context.isBreak),
    flag(context.opensBehind),
    flag(phrase.respective),
    flag(phrase.shareOf !== null),
    change === null ? 0 : change.of === null ? 1 : 2,
    before === undefined ? nothing : flag(before.quantity.unit === quantity.unit),
    before === undefined ? nothing : flag(before.sentence === mention.sentence),
    before === undefined ? nothing : longestQualifier(place.named(index - 1).divisions).length,
    first >= index ? nothing : longestQualifier(place.named(first).divisions).length,
  )
  return out
}
