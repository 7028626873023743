/** Names of values that a sign states, as statistics print them: P<0.05, AUC>0.8. */
import { type Core, coreOf } from './core.js'
import type { Place } from './place.js'

const relation = /^[<>≤≥＜＞]/
const symbol = /^[A-Za-zͰ-Ͽ][A-Za-z\d.²]*$/

export function statedCores({ mention: { quantity }, own, reading }: Place): Core[] {
  const words = reading.text.slice(own.start, own.end).trim()
  // No owner is looked for before a core of this kind.
  return relation.test(quantity.text) && symbol.test(words) ? [coreOf('thin', words)] : []
}
