/** Names of what a figure is compared with: 观察组感染率5.2%,低于对照组的11.8%. */
import { cleanNoun } from '../names/clean-noun.js'
import { compared } from '../phrases/comparison.js'
import { type Core, coreOf } from './core.js'
import type { Place } from './place.js'

/** How many figures back what is compared stands, and how many are compared in one breath. */
const reach = 4
/** How much of a name may say whose it is. */
const longestOwner = 8

/** The first of the bare figures that this one stands among: 高于对照组的12.4天、8.1天. */
function firstOfRow({ contexts, index, ownOf, reading }: Place): number {
  const isJoined = (at: number) => {
    const { left, quantity } = contexts[at]!
    const own = ownOf(at)
    const before = contexts[at - 1]?.quantity.end ?? left.start
    return own.start === own.end && /^[、和与及]$/.test(reading.text.slice(before, quantity.start))
  }
  let at = index
  while (at > index - reach && at > 0 && isJoined(at)) at--
  return at
}

/** What the name of the figure is said of: 感染率 of 观察组感染率, for 对照组. */
function nounFor(words: string, stem: string): string {
  const at = stem.indexOf(words.at(-1)!)
  return at > 0 && at < longestOwner && at + 2 < stem.length ? stem.slice(at + 1) : stem
}

export function comparedCores(place: Place): Core[] {
  const { reading, contexts, mention, mentions, index, first, named } = place
  if (mention.role === 'change') return []
  const opening = firstOfRow(place)
  const { start, end } = contexts[opening]!.left
  const [, other] = compared.exec(reading.text.slice(start, end).trim()) ?? []
  const words = cleanNoun(other ?? '')
  if (words === '') return []
  for (let at = opening - 1; at >= Math.max(first, opening - reach); at--) {
    const { quantity, role } = mentions[at]!
    if (quantity.unit === mention.quantity.unit && role !== 'change')
      return [coreOf('row', words + nounFor(words, named(at).stem), 0, index - opening)]
  }
  return []
}
