/**
 * Weighs a lattice under the posterior of the tool: forward–backward over the readings of each passage, and over the
 * row of passages whether each was spun. The result is, for every edge, the probability that it was made.
 * Source of the method: forward–backward on a word lattice (as in speech recognition), a two-state model on top.
 */

import type { Assumption } from '../../model/correction.js'
import type { Detection } from '../../resources/repair-parameters.js'
import type { HmmPrior } from '../detect/hmm.js'
import { addLogs, smoothPassages } from '../detect/hmm.js'
import type { ToolPosterior } from '../tool/tool-posterior.js'
import { countPair, countSurvival, editCost, keepCost } from '../tool/tool-posterior.js'
import type { Lattice, LatticePassage } from './lattice.js'

export interface Posterior {
  /** Probability of each edge of the lattice. */
  readonly edges: Float32Array
  /** Probability of each arc that keeps a key, by arc. */
  readonly survivals: Float32Array
  /** Probability that each passage was spun. */
  readonly spun: Float64Array
}

/** What is known of the row of passages, and whether the user said so. */
export interface PassagePrior extends HmmPrior {
  readonly assume: Assumption
  /** Whether standard words that stand may speak against a passage; default true. */
  readonly standingTells?: boolean
  /** What is known of each passage of the lattice, where nothing is to be estimated. */
  readonly given?: Float64Array
}

/** Space for the sums of one lattice, kept between weighings. */
export interface Sums {
  forward: Float64Array
  backward: Float64Array
  weights: Float32Array
}

export function emptySums(): Sums {
  return { forward: new Float64Array(0), backward: new Float64Array(0), weights: new Float32Array(0) }
}

function fitSums(sums: Sums, lattice: Lattice): void {
  if (sums.forward.length < lattice.nodes) {
    sums.forward = new Float64Array(lattice.nodeKey.length)
    sums.backward = new Float64Array(lattice.nodeKey.length)
  }
  if (sums.weights.length < lattice.arcs) sums.weights = new Float32Array(lattice.arcFrom.length)
}

/** Weights of the arcs under a posterior of the tool; an arc's own share in the counts, by the last weighing, is taken out. */
function weighArcs(
  lattice: Lattice,
  tool: ToolPosterior,
  last: Posterior | undefined,
  weights: Float32Array,
): void {
  const edgeCosts = new Float32Array(lattice.edges)
  for (let edge = 0; edge < lattice.edges; edge++) {
    edgeCosts[edge] = editCost(tool, lattice.edgePair[edge]!, last?.edges[edge] ?? 0)
  }
  for (let arc = 0; arc < lattice.arcs; arc++) {
    const edge = lattice.arcEdge[arc]!
    const survivor = lattice.arcSurvivor[arc]!
    let cost = 0
    if (edge >= 0) cost = edgeCosts[edge]!
    else if (survivor >= 0) cost = keepCost(tool, survivor, last?.survivals[arc] ?? 0)
    weights[arc] = lattice.arcScore[arc]! + cost
  }
}

/** Forward and backward sums of one passage; returns the log-sum over all its readings. */
function sumPassage(lattice: Lattice, passage: number, sums: Sums): number {
  const { firstArc, lastArc, firstNode, lastNode, endNode } = lattice.passages[passage]!
  const { forward, backward, weights } = sums
  forward.fill(Number.NEGATIVE_INFINITY, firstNode, lastNode)
  backward.fill(Number.NEGATIVE_INFINITY, firstNode, lastNode)
  forward[firstNode] = 0
  for (let arc = firstArc; arc < lastArc; arc++) {
    const to = lattice.arcTo[arc]!
    forward[to] = addLogs(forward[to]!, forward[lattice.arcFrom[arc]!]! + weights[arc]!)
  }
  let total = Number.NEGATIVE_INFINITY
  for (let node = endNode; node >= 0; node = lattice.nodeNext[node]!) {
    backward[node] = 0
    total = addLogs(total, forward[node]!)
  }
  for (let arc = lastArc - 1; arc >= firstArc; arc--) {
    const from = lattice.arcFrom[arc]!
    backward[from] = addLogs(backward[from]!, backward[lattice.arcTo[arc]!]! + weights[arc]!)
  }
  return total
}

/**
 * What the language model says of a passage: how much better it reads with all its repairs than as it stands. Odd but
 * clean text gains a little too, in proportion to its length, so that much is taken off; what is left is bounded, for no
 * score of a language model alone may convict.
 */
function gainOf(
  { start, end, keptScore }: LatticePassage,
  total: number,
  { gainTax, gainTaxRate, mostGain }: Detection,
  standingTells: boolean,
): number {
  const gain = total - keptScore
  if (gain < 0) return standingTells ? gain : 0
  return Math.min(mostGain, Math.max(0, gain - gainTax - gainTaxRate * (end - start)))
}

/** Probability that each passage was spun, from its forms and from what its repair gains. */
function weighPassages(
  lattice: Lattice,
  totals: readonly number[],
  prior: PassagePrior,
  detection: Detection,
): Float64Array {
  const { passages } = lattice
  if (prior.given !== undefined) return prior.given
  if (prior.assume !== 'auto') return new Float64Array(passages.length).fill(prior.assume === 'spun' ? 1 : 0)
  const odds = passages.map((passage, index) =>
    passage.firstArc === passage.lastArc
      ? passage.classifierOdds
      : passage.classifierOdds + gainOf(passage, totals[index]!, detection, prior.standingTells ?? true),
  )
  return smoothPassages(odds, (passage) => passages[passage]!.opensParagraph, prior)
}

/** Weighs the lattice; `last` is the weighing that the counts of `tool` come from, if any. */
export function weighLattice(
  lattice: Lattice,
  tool: ToolPosterior,
  last: Posterior | undefined,
  prior: PassagePrior,
  sums: Sums,
): Posterior {
  fitSums(sums, lattice)
  weighArcs(lattice, tool, last, sums.weights)
  const totals = lattice.passages.map((_, passage) => sumPassage(lattice, passage, sums))
  const spun = weighPassages(lattice, totals, prior, tool.parameters.detection)
  const edges = new Float32Array(lattice.edges)
  const survivals = new Float32Array(lattice.arcs)
  lattice.passages.forEach(({ firstArc, lastArc }, passage) => {
    const share = spun[passage]!
    const total = totals[passage]!
    for (let arc = firstArc; arc < lastArc; arc++) {
      const edge = lattice.arcEdge[arc]!
      if (edge < 0 && lattice.arcSurvivor[arc]! < 0) continue
      const log =
        sums.forward[lattice.arcFrom[arc]!]! + sums.weights[arc]! + sums.backward[lattice.arcTo[arc]!]!
      const probability = share * Math.exp(log - total)
      if (edge >= 0) edges[edge] = Math.min(1, edges[edge]! + probability)
      else survivals[arc] = probability
    }
  })
  return { edges, survivals, spun }
}

/** Adds what a weighing shows to the counts of the tool; `sign` -1 takes it out again. */
export function countUses(tool: ToolPosterior, lattice: Lattice, posterior: Posterior, sign: 1 | -1): void {
  for (let edge = 0; edge < lattice.edges; edge++) {
    const share = sign * posterior.edges[edge]!
    if (share === 0) continue
    countPair(tool, lattice.edgePair[edge]!, share)
  }
  for (let arc = 0; arc < lattice.arcs; arc++) {
    const share = posterior.survivals[arc]!
    if (share !== 0) countSurvival(tool, lattice.arcSurvivor[arc]!, sign * share)
  }
}
