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
  /** Whether the tool replaces the first place of a word alone: then a word that it replaced survives further on. */
  firstOnly: boolean
  /** Characters of spun text read so far: with the shares, how often each form is to be expected. */
  size: number
  /** Costs of pairs and of kept keys as the posterior stands, for askers without a share of their own; NaN is unknown. */
  readonly pairCosts: Float32Array
  readonly keyCosts: Float32Array
}

/** A posterior that has seen nothing yet, with room for counts of every pair and form. */
export function openPosterior(knowledge: ToolKnowledge): ToolPosterior {
  const { standards, lexicon } = knowledge.table
  return posteriorOf(knowledge, standards.length, lexicon.forms.length)
}

/** The posterior after a clean text: nothing was tried, nothing is counted, and nothing may be. */
export function untriedPosterior(knowledge: ToolKnowledge): ToolPosterior {
  return posteriorOf(knowledge, 0, 0)
}

function posteriorOf(knowledge: ToolKnowledge, pairs: number, forms: number): ToolPosterior {
  const { table, prior, parameters, shares } = knowledge
  return {
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
    firstOnly: false,
    size: 0,
    pairCosts: new Float32Array(pairs).fill(Number.NaN),
    keyCosts: new Float32Array(forms).fill(Number.NaN),
  }
}

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

/** Forgets the costs that were worked out: the posterior has changed. */
export function forgetCosts(tool: ToolPosterior): void {
  tool.pairCosts.fill(Number.NaN)
  tool.keyCosts.fill(Number.NaN)
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
  let cost = tool.pairCosts[pair]!
  if (Number.isNaN(cost)) {
    cost = weighEdit(tool, pair, 0)
    tool.pairCosts[pair] = cost
  }
  return cost
}

/** Log-probability that a key survives in a spun passage. */
export function keepCost(tool: ToolPosterior, key: number, own: number): number {
  if (own >= leastShare) return weighKept(tool, key, own)
  let cost = tool.keyCosts[key]!
  if (Number.isNaN(cost)) {
    cost = weighKept(tool, key, 0)
    tool.keyCosts[key] = cost
  }
  return cost
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
  for (let form = 0; form < replaced.length; form++) {
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
  const pairs: number[] = []
  for (let pair = 0; pair < used.length; pair++) if (used[pair]! >= 0.05) pairs.push(pair)
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
