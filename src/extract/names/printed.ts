/** Names as they are printed, with what the unit adds. The id is that of the known indicator; an alias never changes words. */
import type { Quantity } from '../../model/fact.js'
import type { IndicatorTable } from '../../resources/indicators.js'
import { cleanNoun } from './clean-noun.js'
import { type Name, nameOf, withSuffix } from './name.js'

export function printedName(words: string, quantity: Quantity, table: IndicatorTable): Name {
  const name = nameOf(words, quantity, table)
  const noun = cleanNoun(words)
  if (name.indicator.startsWith(noun)) return name
  return { ...name, indicator: withSuffix(noun, quantity, table), stem: noun }
}
