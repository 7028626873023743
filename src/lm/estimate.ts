/**
 * Interpolated modified Kneser–Ney estimation (Chen and Goodman 1998, "An Empirical Study of Smoothing Techniques for
 * Language Modeling", eq. 26): three discounts per order, continuation counts below the highest order. The mass of
 * n-grams removed by count pruning goes to the lower order.
 * Invariant: the probabilities after a context sum to 1.
 */
import { contextHigh, contextLow, suffixHigh, suffixLow } from './keys.js'
import { findNgram, type KeptNgrams, type NgramTable, scanNgrams } from './ngrams.js'
import { begin, none } from './symbols.js'
import type { CountedWindows } from './windows.js'

/** The model's n-grams of one order in back-off form. Arrays run parallel to the table's entries. */
export interface EstimatedOrder {
  readonly order: number
  readonly length: number
  readonly high: Uint32Array
  readonly low: Uint32Array
  readonly raw: Uint32Array
  /** P(last symbol | the symbols before it). 0 for symbols that are never predicted (order 1: none, begin). */
  readonly probability: Float64Array
  /** Entry of the n-gram without its last symbol, in the order below; 0 throughout for order 1. */
  readonly context: Uint32Array
  /** Entry of the n-gram without its first symbol, in the order below; 0 throughout for order 1. */
  readonly suffix: Uint32Array
  /** As a context: the weight of the lower order for symbols not listed after it; 1 if none is listed. */
  readonly backoff: Float64Array
  /** As a context: how many n-grams of the next order it begins. */
  readonly children: Uint32Array
}

export interface EstimatedModel {
  /** Indexed by order; entry 0 is not used. */
  readonly orders: readonly EstimatedOrder[]
  readonly total: number
}

/** Discounts for adjusted counts of 1, 2 and 3 or more, at index 1 to 3. */
function discountsOf(countsOfCounts: Float64Array): Float64Array {
  const [, n1 = 0, n2 = 0, n3 = 0, n4 = 0] = countsOfCounts
  const discounts = new Float64Array([0, 0.5, 1, 1.5])
  // Text too small to tell keeps these; so does a count that the formula would raise.
  if (n1 === 0 || n2 === 0 || n3 === 0 || n4 === 0) return discounts
  const y = n1 / (n1 + 2 * n2)
  const estimates = [0, 1 - (2 * y * n2) / n1, 2 - (3 * y * n3) / n2, 3 - (4 * y * n4) / n3]
  for (let count = 1; count <= 3; count++) {
    const estimate = estimates[count]!
    if (estimate > 0 && estimate < count) discounts[count] = estimate
  }
  return discounts
}

/** Estimates all orders. Reads the windows once more, for the totals after each kept context. */
export function estimate(windows: CountedWindows, kept: KeptNgrams): EstimatedModel {
  const { tables, countsOfCounts } = kept
  const totals = contextTotals(windows, tables)
  const orders: EstimatedOrder[] = []
  for (const table of tables) {
    if (table.order === 0) orders.push(emptyOrder(table))
    else if (table.order === 1) orders.push(estimateUnigrams(table, discountsOf(countsOfCounts[1]!)))
    else {
      const lower = { table: tables[table.order - 1]!, estimated: orders[table.order - 1]! }
      orders.push(
        estimateOrder(table, lower, totals[table.order - 1]!, discountsOf(countsOfCounts[table.order]!)),
      )
    }
  }
  return { orders, total: kept.total }
}

/** For every kept context the sum of adjusted counts after it, of n-grams that are kept or not. */
function contextTotals(windows: CountedWindows, tables: readonly NgramTable[]): Float64Array[] {
  const totals = tables.map((table) => new Float64Array(table.length))
  scanNgrams(windows, (order, high, low, _raw, adjusted) => {
    if (order === 1) return
    const context = findNgram(tables[order - 1]!, contextHigh(high, low), contextLow(low))
    if (context >= 0) totals[order - 1]![context] = totals[order - 1]![context]! + adjusted
  })
  return totals
}

function emptyOrder(table: NgramTable): EstimatedOrder {
  const { order, length, high, low, raw } = table
  return {
    order,
    length,
    high,
    low,
    raw,
    probability: new Float64Array(length),
    context: new Uint32Array(length),
    suffix: new Uint32Array(length),
    backoff: new Float64Array(length).fill(1),
    children: new Uint32Array(length),
  }
}

/** Unigrams are interpolated with the uniform distribution over all symbols that can follow. */
function estimateUnigrams(table: NgramTable, discounts: Float64Array): EstimatedOrder {
  const estimated = emptyOrder(table)
  const { probability } = estimated
  let total = 0
  for (const count of table.adjusted) total += count
  let listed = 0
  for (let id = 0; id < table.length; id++) {
    const count = table.adjusted[id]!
    if (count > 0) probability[id] = (count - discounts[Math.min(count, 3)]!) / total
    listed += probability[id]!
  }
  const uniform = (1 - listed) / (table.length - 2)
  for (let id = 0; id < table.length; id++) {
    probability[id] = id === none || id === begin ? 0 : probability[id]! + uniform
  }
  return estimated
}

function estimateOrder(
  table: NgramTable,
  lower: { table: NgramTable; estimated: EstimatedOrder },
  totals: Float64Array,
  discounts: Float64Array,
): EstimatedOrder {
  const result = emptyOrder(table)
  const { probability, context, suffix } = result
  const { backoff, children } = lower.estimated
  const suffixHighMask = suffixHigh[table.order - 1]!
  const suffixLowMask = suffixLow[table.order - 1]!
  for (let entry = 0; entry < table.length; entry++) {
    const high = table.high[entry]!
    const low = table.low[entry]!
    const parent = findNgram(lower.table, contextHigh(high, low), contextLow(low))
    context[entry] = parent
    suffix[entry] = findNgram(lower.table, (high & suffixHighMask) >>> 0, (low & suffixLowMask) >>> 0)
    const count = table.adjusted[entry]!
    const share = (count - discounts[Math.min(count, 3)]!) / totals[parent]!
    probability[entry] = share
    backoff[parent] = backoff[parent]! - share
    children[parent] = children[parent]! + 1
  }
  for (let entry = 0; entry < table.length; entry++) {
    const weight = backoff[context[entry]!]!
    probability[entry] = probability[entry]! + weight * lower.estimated.probability[suffix[entry]!]!
  }
  return result
}
