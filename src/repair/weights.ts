/**
 * What is believed about the tool before and after reading a document: how likely it holds a standard word as a key,
 * and which value it chose for it. All figures are natural logarithms of probabilities.
 * Source of the model: REPAIR notes of the project (noisy channel, key survival, one key–one value).
 */
import type { Lexicon, LexiconEntry } from '../resources/lexicon.js'

/** What was measured on documents with known substitutions; see docs/evaluation.md. */
export interface RepairParameters {
  /** Probability that a tool holds a word as a key, by its best evidence. */
  readonly keyAttested: number
  readonly keyKnown: number
  /** Relative weight of a value by evidence. */
  readonly valueAttested: number
  readonly valueKnown: number
  /** Factors by kind. */
  readonly siblingFactor: number
  readonly antonymFactor: number
  /** Share of the replaceable words that a tool replaces in a passage that it was applied to. */
  readonly spinRate: number
  /** Most that keeping a surviving key may cost, in nats. */
  readonly survivalCap: number
  /** Pseudo-counts of the prior against what the document shows: of holding a key, of choosing a value. */
  readonly keyPrior: number
  readonly valuePrior: number
  /** Exponent of the language model's probabilities. */
  readonly contextScale: number
}

export const repairParameters: RepairParameters = {
  keyAttested: 0.85,
  keyKnown: 0.3,
  valueAttested: 1,
  valueKnown: 0.15,
  siblingFactor: 0.6,
  antonymFactor: 0.8,
  spinRate: 0.95,
  survivalCap: 2,
  keyPrior: 3,
  valuePrior: 1.5,
  contextScale: 0.9,
}

/** Beliefs by form (as a key) and by pair (as the value chosen), in [0, 1]. */
export interface ToolPrior {
  readonly holds: Float32Array
  readonly chooses: Float32Array
}

export function isAttested(entry: LexiconEntry): boolean {
  return entry.evidence.some((one) => one !== 'knowledge')
}

function valueWeight(entry: LexiconEntry, parameters: RepairParameters): number {
  const kind =
    entry.kind === 'sibling'
      ? parameters.siblingFactor
      : entry.kind === 'antonym'
        ? parameters.antonymFactor
        : 1
  return entry.weight * kind * (isAttested(entry) ? parameters.valueAttested : parameters.valueKnown)
}

/** The beliefs before a document is read. The values of a key share its mass. */
export function toolPrior(lexicon: Lexicon, parameters: RepairParameters): ToolPrior {
  const holds = new Float32Array(lexicon.forms.length)
  const chooses = new Float32Array(lexicon.entries.length)
  for (let form = 0; form < lexicon.forms.length; form++) {
    const from = lexicon.standardStarts[form]!
    const to = lexicon.standardStarts[form + 1]!
    let total = 0
    let attested = false
    for (let index = from; index < to; index++) {
      const pair = lexicon.standardPairs[index]!
      const entry = lexicon.entries[pair]!
      const weight = valueWeight(entry, parameters)
      chooses[pair] = weight
      total += weight
      if (isAttested(entry)) attested = true
    }
    if (from === to) continue
    holds[form] = attested ? parameters.keyAttested : parameters.keyKnown
    for (let index = from; index < to; index++) chooses[lexicon.standardPairs[index]!]! /= total
  }
  return { holds, chooses }
}
