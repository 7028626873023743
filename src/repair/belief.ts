/**
 * What is believed about the tool while a document is read: the prior, and what the document has shown so far —
 * how often a key was replaced, by which value, and how often it survived. An edge never counts as evidence for
 * itself: its own share is taken out.
 */
import type { Lexicon } from '../resources/lexicon.js'
import type { RepairParameters, ToolPrior } from './weights.js'

export interface Belief {
  readonly lexicon: Lexicon
  readonly prior: ToolPrior
  readonly parameters: RepairParameters
  /** Expected number of times that a pair was used. */
  readonly used: Float32Array
  /** Expected number of times that a key was replaced; that it survived. */
  readonly replaced: Float32Array
  readonly survived: Float32Array
}

export function priorBelief(lexicon: Lexicon, prior: ToolPrior, parameters: RepairParameters): Belief {
  return {
    lexicon,
    prior,
    parameters,
    used: new Float32Array(lexicon.entries.length),
    replaced: new Float32Array(lexicon.forms.length),
    survived: new Float32Array(lexicon.forms.length),
  }
}

/** Probability that the tool holds the key, `own` and `ownKept` being what the asker itself counted. */
function holds(belief: Belief, key: number, own: number, ownKept: number): number {
  const strength = belief.parameters.keyPrior
  const replaced = Math.max(0, belief.replaced[key]! - own)
  const survived = Math.max(0, belief.survived[key]! - ownKept)
  return (strength * belief.prior.holds[key]! + replaced) / (strength + replaced + survived)
}

/** Log-probability that a spun passage holds this pair's value where the standard word stood. */
export function editCost(belief: Belief, pair: number, own: number): number {
  const { parameters, lexicon } = belief
  const key = lexicon.pairStandard[pair]!
  const strength = parameters.valuePrior
  const used = Math.max(0, belief.used[pair]! - own)
  const replaced = Math.max(used, belief.replaced[key]! - own)
  const chosen = (strength * belief.prior.chooses[pair]! + used) / (strength + replaced)
  return Math.log(parameters.spinRate * holds(belief, key, own, 0) * chosen)
}

/** Log-probability that a key survives in a spun passage. */
export function keepCost(belief: Belief, key: number, own: number): number {
  const { parameters } = belief
  const cost = Math.log(1 - parameters.spinRate * holds(belief, key, 0, own))
  return Math.max(cost, -parameters.survivalCap)
}
