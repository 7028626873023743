/**
 * The posterior of the tool while a document is read: the prior, and what the document has shown so far, which is
 * the tool's family, how often a key was replaced, by which value, and how often it survived.
 * Source of the method: expectation and maximisation over the readings of the document.
 * Invariant: an edge never counts as evidence for itself; its own share is taken out.
 */

import type { RepairParameters } from '../../resources/repair-parameters.js'
import type { PairTable } from './pair-table.js'
import type { ToolPrior } from './tool-prior.js'
import { mixed } from './tool-prior.js'

/** What a posterior starts from. */
export interface ToolKnowledge {
  readonly table: PairTable
  readonly prior: ToolPrior
  readonly parameters: RepairParameters
  /** Probability of each form in standard prose. */
  readonly shares: Float32Array
}

export interface ToolPosterior extends ToolKnowledge {
  /** What it started from. */
  readonly knowledge: ToolKnowledge
  /** Share of each family in the tool; sums to 1. */
  readonly families: Float64Array
  /** Probability that the tool replaces single characters at all, as some do and some do not. */
  characters: number
  /** Share of the words that such tools hold which this one holds: lists are long or short. */
  words: number
  /** Expected number of times that a pair was used. */
  readonly used: Float32Array
  /** Expected number of times that a key was replaced; that it survived. */
  readonly replaced: Float32Array
  readonly survived: Float32Array
  /** The pairs and keys that these counts speak of, so that nobody looks through a whole lexicon for them. */
  readonly counted: { readonly pairs: Set<number>; readonly keys: Set<number> }
  /** Whether the tool replaces the first place of a word alone: then a word that it replaced survives further on. */
  firstOnly: boolean
  /** Characters of spun text read so far: with the shares, how often each form is to be expected. */
  size: number
  /** As the posterior stands; those of all documents while it has seen nothing. */
  costs: Costs
}

/** Costs of pairs or of kept keys, for askers without a share of their own; 0 is unknown, and those known are listed. */
interface CostTable {
  readonly costs: Float32Array
  readonly known: number[]
}

interface Costs {
  readonly pairs: CostTable
  readonly keys: CostTable
}

const unknownTable = (size: number): CostTable => ({ costs: new Float32Array(size), known: [] })

function unknownCosts(pairs: number, keys: number): Costs {
  return { pairs: unknownTable(pairs), keys: unknownTable(keys) }
}

/** Keeps a cost that was worked out. */
function noteCost({ costs, known }: CostTable, index: number, cost: number): number {
  if (costs[index] === 0) known.push(index)
  costs[index] = cost
  return costs[index]!
}

function forgetTable({ costs, known }: CostTable): void {
  for (const index of known) costs[index] = 0
  known.length = 0
}

/** What pairs and keys cost before anything is known of a document: worked out once for all. */
const firstCosts = new WeakMap<ToolKnowledge, Costs>()

function firstCostsOf(knowledge: ToolKnowledge): Costs {
  let costs = firstCosts.get(knowledge)
  if (costs === undefined) {
    const { standards, lexicon } = knowledge.table
    costs = unknownCosts(standards.length, lexicon.forms.length)
    firstCosts.set(knowledge, costs)
  }
  return costs
}

/** A posterior that has seen nothing yet, with room for counts of every pair and form. */
export function openPosterior(knowledge: ToolKnowledge): ToolPosterior {
  const { standards, lexicon } = knowledge.table
  return posteriorOf(knowledge, standards.length, lexicon.forms.length, firstCostsOf(knowledge))
}

/** The posterior after a clean text: nothing was tried, nothing is counted, and nothing may be. */
export function untriedPosterior(knowledge: ToolKnowledge): ToolPosterior {
  return posteriorOf(knowledge, 0, 0, unknownCosts(0, 0))
}

function posteriorOf(knowledge: ToolKnowledge, pairs: number, forms: number, costs: Costs): ToolPosterior {
  const { table, prior, parameters, shares } = knowledge
  return {
    knowledge,
    table,
    prior,
    parameters,
    shares,
    families: Float64Array.from(prior.shares),
    characters: parameters.characters,
    words: parameters.words,
    used: new Float32Array(pairs),
    replaced: new Float32Array(forms),
    survived: new Float32Array(forms),
    counted: { pairs: new Set(), keys: new Set() },
    firstOnly: false,
    size: 0,
    costs,
  }
}

/** Counts uses of a pair. */
export function countPair(tool: ToolPosterior, pair: number, share: number): void {
  const key = tool.table.standards[pair]!
  tool.used[pair]! += share
  tool.replaced[key]! += share
  tool.counted.pairs.add(pair)
  tool.counted.keys.add(key)
}

/** Counts survivals of a key. */
export function countSurvival(tool: ToolPosterior, key: number, share: number): void {
  tool.survived[key]! += share
  tool.counted.keys.add(key)
}

/** Expected counts, as a posterior has them; arrays may be shorter than the posterior's own. */
export type ToolCounts = Pick<ToolPosterior, 'used' | 'replaced' | 'survived'>

/** Takes counts into a posterior that has none. */
export function takeCounts(tool: ToolPosterior, { used, replaced, survived }: ToolCounts): void {
  tool.used.set(used)
  tool.replaced.set(replaced)
  tool.survived.set(survived)
  for (let pair = 0; pair < used.length; pair++) if (used[pair] !== 0) tool.counted.pairs.add(pair)
  for (let key = 0; key < replaced.length; key++) {
    if (replaced[key] !== 0 || survived[key] !== 0) tool.counted.keys.add(key)
  }
}

/** In the order of their numbers, so that sums are the same whatever was counted first. */
const inOrder = (numbers: ReadonlySet<number>) => Int32Array.from(numbers).sort()

function coverage(tool: ToolPosterior, key: number): number {
  return tool.table.lexicon.forms[key]!.length === 1 ? tool.characters : tool.words
}

/** How many of a key's survivals tell that the tool does not hold it. */
function telling({ firstOnly }: ToolPosterior, replaced: number, survived: number): number {
  return firstOnly ? survived * Math.max(0, 1 - replaced) : survived
}

/** Probability that the tool holds the key, `own` and `ownKept` being what the asker itself counted. */
function holds(tool: ToolPosterior, key: number, own: number, ownKept: number): number {
  const strength = tool.parameters.keyPrior
  const replaced = Math.max(0, tool.replaced[key]! - own)
  const survived = telling(tool, replaced, Math.max(0, tool.survived[key]! - ownKept))
  const before = mixed(tool.prior.keys, key, tool.families) * coverage(tool, key)
  return (strength * before + replaced) / (strength + replaced + survived)
}

/**
 * A document speaks of its own things: a word that it uses elsewhere is likelier here than in prose at large. Log of
 * the smoothed ratio of its count to the expected one, `own` being the asker's share.
 */
function topic(tool: ToolPosterior, key: number, own: number): number {
  const { topicPrior, topicScale } = tool.parameters
  const count = Math.max(0, tool.replaced[key]! + tool.survived[key]! - own)
  return topicScale * Math.log((topicPrior + count) / (topicPrior + tool.size * tool.shares[key]!))
}

/** Forgets the costs that were worked out: whoever changes a posterior says so before it is asked again. */
export function forgetCosts(tool: ToolPosterior): void {
  const { pairs, keys } = tool.costs
  if (firstCosts.get(tool.knowledge) === tool.costs) {
    tool.costs = unknownCosts(pairs.costs.length, keys.costs.length)
    return
  }
  forgetTable(pairs)
  forgetTable(keys)
}

/**
 * What it costs that a tool which replaces first places alone replaced a word once more, in nats: rare, and not impossible,
 * for a text may be put together of several.
 */
const againCost = 2

/** A share below this changes no cost that matters. */
const leastShare = 0.01

/** Log-probability that a spun passage holds this pair's value where the standard word stood. */
export function editCost(tool: ToolPosterior, pair: number, own: number): number {
  if (own >= leastShare) return weighEdit(tool, pair, own)
  const known = tool.costs.pairs.costs[pair]!
  return known === 0 ? noteCost(tool.costs.pairs, pair, weighEdit(tool, pair, 0)) : known
}

/** Log-probability that a key survives in a spun passage. */
export function keepCost(tool: ToolPosterior, key: number, own: number): number {
  if (own >= leastShare) return weighKept(tool, key, own)
  const known = tool.costs.keys.costs[key]!
  return known === 0 ? noteCost(tool.costs.keys, key, weighKept(tool, key, 0)) : known
}

function weighEdit(tool: ToolPosterior, pair: number, own: number): number {
  const { parameters, table, prior, families } = tool
  const key = table.standards[pair]!
  const strength = parameters.valuePrior
  const used = Math.max(0, tool.used[pair]! - own)
  const replaced = Math.max(used, tool.replaced[key]! - own)
  const before = mixed(prior.pairs, pair, families) / mixed(prior.keys, key, families)
  const chosen = (strength * before + used) / (strength + replaced)
  const again = tool.firstOnly ? againCost * Math.min(1, Math.max(0, tool.replaced[key]! - own)) : 0
  return Math.log(parameters.spinRate * holds(tool, key, own, 0) * chosen) + topic(tool, key, own) - again
}

function weighKept(tool: ToolPosterior, key: number, own: number): number {
  const { parameters } = tool
  const tried = telling(tool, tool.replaced[key]!, 1)
  const cost = Math.log(1 - parameters.spinRate * tried * holds(tool, key, 0, own))
  return Math.max(cost, -parameters.survivalCap) + topic(tool, key, own)
}

/** Learns how much of what such tools hold this one holds, from the keys that were replaced and those that survived. */
export function learnCoverage(tool: ToolPosterior): void {
  const { parameters, replaced, survived, prior, families } = tool
  const { forms } = tool.table.lexicon
  const { coveragePrior } = parameters
  const gone = { characters: parameters.characters * coveragePrior, words: parameters.words * coveragePrior }
  const all = { characters: coveragePrior, words: coveragePrior }
  for (const form of inOrder(tool.counted.keys)) {
    const count = replaced[form]! + telling(tool, replaced[form]!, survived[form]!)
    // Only keys that such a tool surely holds tell.
    if (count < 0.01 || mixed(prior.keys, form, families) < 0.5) continue
    const kind = forms[form]!.length === 1 ? 'characters' : 'words'
    gone[kind] += replaced[form]!
    all[kind] += count
  }
  tool.characters = gone.characters / all.characters
  tool.words = gone.words / all.words
}

/** Steps of expectation and maximisation a round: the shares of a short document settle within them. */
const familySteps = 5

/** Learns the families' shares from the pairs that the document used. */
export function learnFamilies(tool: ToolPosterior): void {
  const { parameters, prior, families, used } = tool
  const pairs = inOrder(tool.counted.pairs).filter((pair) => used[pair]! >= 0.05)
  for (let step = 0; step < familySteps; step++) {
    const shares = Array.from(prior.shares, (share) => share * parameters.familyPrior)
    for (const pair of pairs) {
      const whole = mixed(prior.pairs, pair, families)
      if (whole === 0) continue
      for (let family = 0; family < families.length; family++) {
        const joint = families[family]! * prior.pairs[pair * families.length + family]!
        shares[family]! += (used[pair]! * joint) / whole
      }
    }
    const total = shares.reduce((sum, share) => sum + share, 0)
    for (let family = 0; family < families.length; family++) families[family] = shares[family]! / total
  }
}
