/**
 * Which standard words may stand behind a form, best first: the lexicon's pairs, cut to those that some context could
 * make likely. Worked out once for a lexicon and a language model.
 */
import type { LanguageModel } from '../../lm/query.js'
import type { Lexicon } from '../../resources/lexicon.js'
import { classifierWeights } from '../detect/spun-classifier.js'
import type { Proposal } from '../propose/proposals.js'
import type { RepairParameters, ToolPrior } from '../tool/tool-prior.js'
import { familyCount, mixed, openFamily, parametersFor, toolPrior } from '../tool/tool-prior.js'

/** A pair of one document, at one place. */
export interface LocalPair {
  readonly length: number
  readonly pair: number
}

export interface Candidates {
  readonly lexicon: Lexicon
  readonly model: LanguageModel
  readonly prior: ToolPrior
  readonly parameters: RepairParameters
  /** Pairs of form f worth trying: `pairs[starts[f] … starts[f + 1])`, best first. */
  readonly starts: Int32Array
  readonly pairs: Int32Array
  /** Symbols of form f: `symbols[symbolStarts[f] … symbolStarts[f + 1])`. */
  readonly symbolStarts: Int32Array
  readonly symbols: Uint16Array
  /** log P(form) by the language model, without context; and the probability itself. */
  readonly frequency: Float32Array
  readonly shares: Float32Array
  /** Pairs of one document alone, by the offset of their spun form; empty in prepared candidates. */
  readonly local: ReadonlyMap<number, readonly LocalPair[]>
  /** Log-odds of spun against clean text, by form. */
  readonly gate: Float32Array
}

/** A pair this many nats below the best of its form is not tried: no context gives that much back. */
const widestGap = 7
const mostPairs = 12

function encodeForms(lexicon: Lexicon, model: LanguageModel) {
  const symbolStarts = new Int32Array(lexicon.forms.length + 1)
  lexicon.forms.forEach((form, index) => {
    symbolStarts[index + 1] = symbolStarts[index]! + form.length
  })
  const symbols = new Uint16Array(symbolStarts[lexicon.forms.length]!)
  lexicon.forms.forEach((form, index) => {
    for (let at = 0; at < form.length; at++) {
      symbols[symbolStarts[index]! + at] = model.symbols.ofUnit[form.charCodeAt(at)]!
    }
  })
  return { symbolStarts, symbols }
}

/** Prepares the candidates of every form. */
export function prepareCandidates(
  lexicon: Lexicon,
  model: LanguageModel,
  given: RepairParameters,
): Candidates {
  const parameters = parametersFor(lexicon, given)
  const prior = toolPrior(lexicon, parameters)
  const { symbolStarts, symbols } = encodeForms(lexicon, model)
  const forms = lexicon.forms.length
  const frequency = new Float32Array(forms)
  const states = model.createStates(1)
  for (let form = 0; form < forms; form++) {
    model.clear(states, 0)
    for (let at = symbolStarts[form]!; at < symbolStarts[form + 1]!; at++) {
      frequency[form]! += model.advance(states, 0, symbols[at]!, 0)
    }
  }
  const starts = new Int32Array(forms + 1)
  const pairs: number[] = []
  for (let form = 0; form < forms; form++) {
    const scored: { pair: number; score: number }[] = []
    for (let index = lexicon.spunStarts[form]!; index < lexicon.spunStarts[form + 1]!; index++) {
      const pair = lexicon.spunPairs[index]!
      const standard = lexicon.pairStandard[pair]!
      const score = Math.log(mixed(prior.pairs, pair, parameters.families)) + frequency[standard]!
      scored.push({ pair, score })
    }
    scored.sort((a, b) => b.score - a.score || a.pair - b.pair)
    // Keeping the form competes too: as a word of its own, unless a tool would have replaced it.
    const keep =
      frequency[form]! + Math.log(1 - parameters.spinRate * mixed(prior.keys, form, parameters.families))
    const best = Math.max(keep, scored[0]?.score ?? Number.NEGATIVE_INFINITY)
    for (const { pair, score } of scored.slice(0, mostPairs)) {
      if (score < best - widestGap) break
      pairs.push(pair)
    }
    starts[form + 1] = pairs.length
  }
  const gate = classifierWeights(lexicon, prior, frequency, parameters)
  return {
    lexicon,
    model,
    prior,
    parameters,
    starts,
    pairs: Int32Array.from(pairs),
    symbolStarts,
    symbols,
    frequency,
    shares: frequency.map(Math.exp),
    local: new Map(),
    gate,
  }
}

/** Candidates with the pairs that one document proposes for itself. */
export function withLocalPairs(candidates: Candidates, proposals: readonly Proposal[]): Candidates {
  const { lexicon, prior, parameters } = candidates
  const entries = [...lexicon.entries]
  const pairStandard = new Int32Array(entries.length + proposals.length)
  const pairSpun = new Int32Array(pairStandard.length)
  pairStandard.set(lexicon.pairStandard)
  // The spun side of a local pair is no form of the lexicon; nothing looks it up.
  pairSpun.set(lexicon.pairSpun)
  const pairs = new Float32Array(pairStandard.length * familyCount)
  pairs.set(prior.pairs)
  const local = new Map<number, LocalPair[]>()
  for (const { spun, standard, source, starts } of proposals) {
    const pair = entries.length
    entries.push({
      standard: lexicon.forms[standard]!,
      spun,
      kind: 'sibling',
      evidence: [],
      weight: 1,
      example: '',
      table: source,
    })
    pairStandard[pair] = standard
    pairSpun[pair] = standard
    // Only a tool of the open family makes such swaps; how much of the tool that is, the document has shown.
    pairs[pair * familyCount + openFamily] = parameters.proposal[source]
    for (const start of starts) {
      const here = local.get(start)
      if (here) here.push({ length: spun.length, pair })
      else local.set(start, [{ length: spun.length, pair }])
    }
  }
  return {
    ...candidates,
    lexicon: { ...lexicon, entries, pairStandard, pairSpun },
    prior: { ...prior, pairs },
    local,
  }
}
