/**
 * Masked figures as unknowns with a pattern: 20xx stands for 2000 to 2099. If a relation allows exactly one value that
 * fits the pattern, the mask is solved; if several fit, it stays open; if none fits, the relation does not hold.
 */
import { decimal, type Interval, toDecimal, toValue } from '../model/decimal.js'
import type { Exact } from '../model/exact.js'
import type { Figure } from './intervals.js'

export type Solution =
  | { readonly kind: 'one'; readonly value: Exact }
  | { readonly kind: 'many' }
  | { readonly kind: 'none' }

/** Whole numbers between the ends of the mask that a relation allows. */
export function solveMask(mask: Figure, allowed: Interval): Solution {
  const low = (mask.low.gt(allowed.low) ? mask.low : allowed.low).ceil()
  const high = (mask.high.lt(allowed.high) ? mask.high : allowed.high).floor()
  if (low.gt(high)) return { kind: 'none' }
  if (!low.eq(high)) return { kind: 'many' }
  // The high end is never zero.
  const scale = mask.fact.high === null ? decimal(1) : mask.high.div(toDecimal(mask.fact.high))
  return { kind: 'one', value: toValue(low.div(scale)) }
}
