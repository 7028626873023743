/**
 * Pruning to a given size by relative entropy (Stolcke 1998, "Entropy-based Pruning of Backoff Language Models"):
 * removes the n-grams whose removal changes the model least. The frequency of a context is taken from raw counts,
 * because the lower orders of Kneser–Ney do not give it (Chelba et al. 2010).
 * Invariant: the context and suffix of a kept n-gram are kept; the probabilities after a context sum to 1.
 */
import type { EstimatedModel, EstimatedOrder } from './estimate.js'

/**
 * The model without its least telling n-grams, so that `bytesOf(counts)` is at most `maximumBytes`; `counts` is
 * indexed by order. Unigrams always stay.
 */
export function pruneToSize(
  model: EstimatedModel,
  maximumBytes: number,
  bytesOf: (counts: readonly number[]) => number,
): EstimatedModel {
  const counts = model.orders.map((order) => order.length)
  if (bytesOf(counts) <= maximumBytes) return model
  const scores = scoreOrders(model)
  const countsAt = (threshold: number): number[] =>
    scores.map((values, order) => (order < 2 ? counts[order]! : countAbove(values, threshold)))
  // The logarithm of the threshold is found by halving; sixty steps exhaust a double's precision.
  let tooLow = -200
  let highEnough = 10
  for (let step = 0; step < 60; step++) {
    const middle = (tooLow + highEnough) / 2
    if (bytesOf(countsAt(Math.exp(middle))) <= maximumBytes) highEnough = middle
    else tooLow = middle
  }
  return dropBelow(model, scores, Math.exp(highEnough))
}

function countAbove(values: Float64Array, threshold: number): number {
  let count = 0
  for (const value of values) if (value > threshold) count++
  return count
}

/**
 * How much relative entropy each n-gram's removal would cost, in nats a symbol; at least as much as that of any
 * n-gram that extends it, so that one threshold for all keeps contexts and suffixes.
 */
function scoreOrders(model: EstimatedModel): Float64Array[] {
  const scores = model.orders.map((order) => new Float64Array(order.length))
  for (let n = model.orders.length - 1; n >= 2; n--) {
    const order = model.orders[n]!
    const lower = model.orders[n - 1]!
    const own = scores[n]!
    const below = scores[n - 1]!
    const { listed, listedBelow } = listedMass(order, lower)
    for (let entry = 0; entry < order.length; entry++) {
      const context = order.context[entry]!
      const suffix = order.suffix[entry]!
      const cost = removalCost(
        order.probability[entry]!,
        lower.probability[suffix]!,
        Math.max(1 - listed[context]!, 1e-12),
        Math.max(1 - listedBelow[context]!, 1e-12),
      )
      const score = Math.max(own[entry]!, (cost * lower.raw[context]!) / model.total)
      own[entry] = score
      if (score > below[context]!) below[context] = score
      if (score > below[suffix]!) below[suffix] = score
    }
  }
  return scores
}

/** Relative entropy after one context if an n-gram falls back on the lower order (Stolcke's eq. 6 without P(h)). */
function removalCost(probability: number, lower: number, free: number, freeBelow: number): number {
  const weight = Math.log(free / freeBelow)
  const weightAfter = Math.log((free + probability) / (freeBelow + lower))
  const moved = probability * (Math.log(lower) + weightAfter - Math.log(probability))
  return Math.max(-(moved + free * (weightAfter - weight)), 0)
}

/** Per context the probability of what is listed after it, in this order and by the lower one. */
function listedMass(order: EstimatedOrder, lower: EstimatedOrder) {
  const listed = new Float64Array(lower.length)
  const listedBelow = new Float64Array(lower.length)
  for (let entry = 0; entry < order.length; entry++) {
    const context = order.context[entry]!
    listed[context] = listed[context]! + order.probability[entry]!
    listedBelow[context] = listedBelow[context]! + lower.probability[order.suffix[entry]!]!
  }
  return { listed, listedBelow }
}

function dropBelow(model: EstimatedModel, scores: Float64Array[], threshold: number): EstimatedModel {
  const orders: EstimatedOrder[] = model.orders.slice(0, 2)
  let renumbered = new Uint32Array(orders[1]!.length).map((_, id) => id)
  for (let n = 2; n < model.orders.length; n++) {
    const { kept, numbers } = keepAbove(model.orders[n]!, scores[n]!, threshold, renumbered)
    orders[n - 1] = withWeights(orders[n - 1]!, kept)
    orders.push(kept)
    renumbered = numbers
  }
  return { orders, total: model.total }
}

/** The entries above the threshold, their contexts and suffixes renumbered; `numbers` maps old entries to new. */
function keepAbove(order: EstimatedOrder, scores: Float64Array, threshold: number, renumbered: Uint32Array) {
  const numbers = new Uint32Array(order.length)
  const entries: number[] = []
  for (let entry = 0; entry < order.length; entry++) {
    if (scores[entry]! <= threshold) continue
    numbers[entry] = entries.length
    entries.push(entry)
  }
  const pick = (values: Uint32Array) => Uint32Array.from(entries, (entry) => values[entry]!)
  const kept: EstimatedOrder = {
    order: order.order,
    length: entries.length,
    high: pick(order.high),
    low: pick(order.low),
    raw: pick(order.raw),
    probability: Float64Array.from(entries, (entry) => order.probability[entry]!),
    context: pick(order.context).map((entry) => renumbered[entry]!),
    suffix: pick(order.suffix).map((entry) => renumbered[entry]!),
    backoff: new Float64Array(entries.length).fill(1),
    children: new Uint32Array(entries.length),
  }
  return { kept, numbers }
}

/** The lower order with back-off weights and child counts for what is left above it. */
function withWeights(lower: EstimatedOrder, order: EstimatedOrder): EstimatedOrder {
  const { listed, listedBelow } = listedMass(order, lower)
  const children = new Uint32Array(lower.length)
  for (const context of order.context) children[context] = children[context]! + 1
  const backoff = listed.map((mass, entry) => {
    if (children[entry] === 0) return 1
    return Math.max(1 - mass, 1e-9) / Math.max(1 - listedBelow[entry]!, 1e-9)
  })
  return { ...lower, children, backoff }
}
