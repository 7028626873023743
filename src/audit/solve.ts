/**
 * Masked figures as unknowns with a pattern: 20xx stands for 2000 to 2099. A relation that leaves one value open
 * which fits the pattern solves the mask; more than one leaves it open; none says that the relation is broken.
 */
import type { Interval } from '../model/decimal.js'
import { toDecimal } from '../model/decimal.js'
import type { Figure } from './intervals.js'

export type Solution =
  | { readonly kind: 'one'; readonly value: string }
  | { readonly kind: 'many' }
  | { readonly kind: 'none' }

/** Whole numbers between the ends of the mask that a relation allows. */
export function solveMask(mask: Figure, allowed: Interval): Solution {
  const low = (mask.low.gt(allowed.low) ? mask.low : allowed.low).ceil()
  const high = (mask.high.lt(allowed.high) ? mask.high : allowed.high).floor()
  if (low.gt(high)) return { kind: 'none' }
  if (!low.eq(high)) return { kind: 'many' }
  const scale = mask.fact.low === null ? toDecimal('1') : mask.low.div(toDecimal(mask.fact.low))
  return { kind: 'one', value: low.div(scale).toFixed() }
}
