/**
 * What is believed about the tool while a document is read: the prior, and what the document has shown so far —
 * which family the tool is of, how often a key was replaced, by which value, and how often it survived. An edge never
 * counts as evidence for itself: its own share is taken out.
 */
import type { Lexicon } from '../../resources/lexicon.js'
import type { Candidates } from '../decode/candidates.js'
import type { RepairParameters, ToolPrior } from './tool-prior.js'
import { familyCount, mixed } from './tool-prior.js'

export interface ToolPosterior {
  readonly lexicon: Lexicon
  readonly prior: ToolPrior
  readonly parameters: RepairParameters
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
  /** Probability of each form in standard prose. */
  readonly shares: Float32Array
  /** Characters of spun text read so far: with the shares, how often each form is to be expected. */
  size: number
  /** Costs of pairs and of kept keys as the belief stands, for askers without a share of their own; NaN is unknown. */
  readonly pairCosts: Float32Array
  readonly keyCosts: Float32Array
}

/** A belief with room for counts of every pair and form. */
export function openPosterior(candidates: Candidates): ToolPosterior {
  return beliefOf(candidates, candidates.lexicon.entries.length, candidates.lexicon.forms.length)
}

/** The belief after a clean text: nothing was tried, nothing is counted, and nothing may be. */
export function untriedPosterior(candidates: Candidates): ToolPosterior {
  return beliefOf(candidates, 0, 0)
}

function beliefOf({ lexicon, prior, parameters, shares }: Candidates, pairs: number, forms: number): ToolPosterior {
  return {
    lexicon,
    prior,
    parameters,
    families: Float64Array.from(parameters.families),
    characters: parameters.characters,
    words: parameters.words,
    used: new Float32Array(pairs),
    replaced: new Float32Array(forms),
    survived: new Float32Array(forms),
    shares,
    size: 0,
    pairCosts: new Float32Array(pairs).fill(Number.NaN),
    keyCosts: new Float32Array(forms).fill(Number.NaN),
  }
}

function coverage(belief: ToolPosterior, key: number): number {
  return belief.lexicon.forms[key]!.length === 1 ? belief.characters : belief.words
}

/** Probability that the tool holds the key, `own` and `ownKept` being what the asker itself counted. */
function holds(belief: ToolPosterior, key: number, own: number, ownKept: number): number {
  const strength = belief.parameters.keyPrior
  const replaced = Math.max(0, belief.replaced[key]! - own)
  const survived = Math.max(0, belief.survived[key]! - ownKept)
  const before = mixed(belief.prior.keys, key, belief.families) * coverage(belief, key)
  return (strength * before + replaced) / (strength + replaced + survived)
}

/**
 * A document speaks of its own things: a word that it uses elsewhere is likelier here than in prose at large. Log of
 * the smoothed ratio of its count to the expected one, `own` being the asker's share.
 */
function topic(belief: ToolPosterior, key: number, own: number): number {
  const { topicPrior, topicScale } = belief.parameters
  const count = Math.max(0, belief.replaced[key]! + belief.survived[key]! - own)
  return topicScale * Math.log((topicPrior + count) / (topicPrior + belief.size * belief.shares[key]!))
}

/** Forgets the costs that were worked out: the belief has changed. */
export function forgetCosts(belief: ToolPosterior): void {
  belief.pairCosts.fill(Number.NaN)
  belief.keyCosts.fill(Number.NaN)
}

/** A share below this changes no cost that matters. */
const leastShare = 0.01

/** Log-probability that a spun passage holds this pair's value where the standard word stood. */
export function editCost(belief: ToolPosterior, pair: number, own: number): number {
  if (own >= leastShare) return weighEdit(belief, pair, own)
  let cost = belief.pairCosts[pair]!
  if (Number.isNaN(cost)) {
    cost = weighEdit(belief, pair, 0)
    belief.pairCosts[pair] = cost
  }
  return cost
}

/** Log-probability that a key survives in a spun passage. */
export function keepCost(belief: ToolPosterior, key: number, own: number): number {
  if (own >= leastShare) return weighKept(belief, key, own)
  let cost = belief.keyCosts[key]!
  if (Number.isNaN(cost)) {
    cost = weighKept(belief, key, 0)
    belief.keyCosts[key] = cost
  }
  return cost
}

function weighEdit(belief: ToolPosterior, pair: number, own: number): number {
  const { parameters, lexicon, prior, families } = belief
  const key = lexicon.pairStandard[pair]!
  const strength = parameters.valuePrior
  const used = Math.max(0, belief.used[pair]! - own)
  const replaced = Math.max(used, belief.replaced[key]! - own)
  const before = mixed(prior.pairs, pair, families) / mixed(prior.keys, key, families)
  const chosen = (strength * before + used) / (strength + replaced)
  return Math.log(parameters.spinRate * holds(belief, key, own, 0) * chosen) + topic(belief, key, own)
}

function weighKept(belief: ToolPosterior, key: number, own: number): number {
  const { parameters } = belief
  const cost = Math.log(1 - parameters.spinRate * holds(belief, key, 0, own))
  return Math.max(cost, -parameters.survivalCap) + topic(belief, key, own)
}

/** Learns how much of what such tools hold this one holds, from the keys that were replaced and those that survived. */
export function learnCoverage(belief: ToolPosterior): void {
  const { lexicon, parameters, replaced, survived, prior, families } = belief
  const { coveragePrior } = parameters
  const gone = { characters: parameters.characters * coveragePrior, words: parameters.words * coveragePrior }
  const all = { characters: coveragePrior, words: coveragePrior }
  for (let form = 0; form < replaced.length; form++) {
    const count = replaced[form]! + survived[form]!
    // Only keys that such a tool surely holds tell.
    if (count < 0.01 || mixed(prior.keys, form, families) < 0.5) continue
    const kind = lexicon.forms[form]!.length === 1 ? 'characters' : 'words'
    gone[kind] += replaced[form]!
    all[kind] += count
  }
  belief.characters = gone.characters / all.characters
  belief.words = gone.words / all.words
}

/** Steps of expectation and maximisation a round: the shares of a short document settle within them. */
const familySteps = 5

/** Learns the families' shares from the pairs that the document used. */
export function learnFamilies(belief: ToolPosterior): void {
  const { parameters, prior, families, used } = belief
  const pairs: number[] = []
  for (let pair = 0; pair < used.length; pair++) if (used[pair]! >= 0.05) pairs.push(pair)
  for (let step = 0; step < familySteps; step++) {
    const shares = parameters.families.map((share) => share * parameters.familyPrior)
    for (const pair of pairs) {
      const whole = mixed(prior.pairs, pair, families)
      if (whole === 0) continue
      for (let family = 0; family < familyCount; family++) {
        const joint = families[family]! * prior.pairs[pair * familyCount + family]!
        shares[family]! += (used[pair]! * joint) / whole
      }
    }
    const total = shares.reduce((sum, share) => sum + share, 0)
    for (let family = 0; family < familyCount; family++) families[family] = shares[family]! / total
  }
}
