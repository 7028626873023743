/**
 * Names as they are printed, with what the unit adds, of clean words. The id is that of the known indicator; an alias never
 * changes words.
 */
import type { Quantity } from '../../model/fact.js'
import type { IndicatorTable } from '../../resources/indicators.js'
import { type Name, nameOfNoun } from './name.js'
import { withSuffix } from './suffix.js'

export function printedName(noun: string, quantity: Quantity, table: IndicatorTable): Name {
  const name = nameOfNoun(noun, quantity, table)
  if (name.indicator.startsWith(noun)) return name
  return { ...name, indicator: withSuffix(noun, quantity, table), stem: noun }
}
