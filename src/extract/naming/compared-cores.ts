/** Names of what a figure is compared with: 观察组感染率5.2%,低于对照组的11.8%. */
import { cleanNoun } from '../names/clean-noun.js'
import { compared } from '../phrases/comparison.js'
import { type Core, coreOf } from './core.js'
import type { Place } from './place.js'
import { rowOf } from './row-cores.js'

/** How many figures back what is compared stands. */
const reach = 4
/** How much of a name may say whose it is. */
const longestOwner = 8

/** What the name of the figure is said of: 感染率 of 观察组感染率, for 对照组. */
function nounFor(words: string, stem: string): string {
  const at = stem.indexOf(words.at(-1)!)
  return at > 0 && at < longestOwner && at + 2 < stem.length ? stem.slice(at + 1) : stem
}

export function comparedCores(place: Place): Core[] {
  const { reading, contexts, mention, mentions, index, first, named } = place
  // 得分低于平均分的18人 counts those who are told so.
  if (mention.role === 'change' || mention.quantity.measure === 'count') return []
  const { first: opening } = rowOf(place, true)
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
