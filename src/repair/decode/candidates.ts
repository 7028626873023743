/**
 * Which standard words may stand behind a form, best first: the lexicon's pairs, cut to those that some context could
 * make likely. Worked out once for a lexicon and a language model.
 */

import type { LanguageModel } from '../../lm/query.js'
import { append } from '../../model/lists.js'
import type { ProposedPair } from '../../model/pair.js'
import { isAttested, isReversedOnly } from '../../model/pair.js'
import type { Taught } from '../../model/taught.js'
import type { Shelf } from '../../resources/compiled.js'
import { emptyShelf, shelfIn } from '../../resources/compiled.js'
import type { IsWord } from '../../resources/dictionary.js'
import type { WordCounts } from '../../resources/frequencies.js'
import type { Lexicon } from '../../resources/lexicon.js'
import type { RepairParameters } from '../../resources/repair-parameters.js'
import type { Classifier } from '../detect/classify.js'
import type { DisplacedSources } from '../detect/displaced-words.js'
import { displacedOdds } from '../detect/displaced-words.js'
import { meanFit } from '../detect/fit.js'
import { formRates } from '../detect/form-rates.js'
import { spunEvidence } from '../detect/spun-evidence.js'
import { withComposites } from '../tool/composite-pairs.js'
import { listedPairs, withProposed } from '../tool/pair-table.js'
import type { TaughtTool } from '../tool/taught-pairs.js'
import { taughtTool } from '../tool/taught-pairs.js'
import type { ToolKnowledge } from '../tool/tool-posterior.js'
import type { ToolPrior } from '../tool/tool-prior.js'
import { mixed, toolPrior } from '../tool/tool-prior.js'

/** A pair of one document, at one place. */
export interface LocalPair {
  readonly length: number
  readonly pair: number
}

export interface Candidates extends ToolKnowledge {
  readonly lexicon: Lexicon
  readonly model: LanguageModel
  /** Pairs of form f worth trying: `pairs[starts[f] … starts[f + 1])`, best first. */
  readonly starts: Int32Array
  readonly pairs: Int32Array
  /** Symbols of form f: `symbols[symbolStarts[f] … symbolStarts[f + 1])`. */
  readonly symbolStarts: Int32Array
  readonly symbols: Uint16Array
  /** log P(form) by the language model, without context. */
  readonly frequency: Float32Array
  /** Pairs of one document alone, by the offset of their spun form; empty in prepared candidates. */
  readonly local: ReadonlyMap<number, readonly LocalPair[]>
  readonly classifier: Classifier
  readonly directionOf: DirectionOf
  readonly isWord: IsWord
  /** Tables that are worked out of the lexicon and the language model. */
  readonly shelf: Shelf
  /** What they were made of. */
  readonly sources: CandidateSources
  /** What people taught of the tool, where they did. */
  readonly taught?: TaughtTool
  /** The same with the language model of general prose, made when it is first asked for; itself has none. */
  readonly general?: () => Candidates
  /** The same for text that went through two runs, made when it is first asked for. */
  readonly twice?: () => Candidates
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

/** log P of each form by the language model, without context. */
function frequencies(
  model: LanguageModel,
  { symbolStarts, symbols }: Pick<Candidates, 'symbolStarts' | 'symbols'>,
): Float32Array {
  const frequency = new Float32Array(symbolStarts.length - 1)
  const states = model.createStates(1)
  for (let form = 0; form < frequency.length; form++) {
    model.clear(states, 0)
    for (let at = symbolStarts[form]!; at < symbolStarts[form + 1]!; at++) {
      frequency[form]! += model.advance(states, 0, symbols[at]!, 0)
    }
  }
  return frequency
}

/** The pairs of a form that are worth trying, best first. */
function pairsToTry(
  { spunStarts, spunPairs, pairStandard }: Lexicon,
  prior: ToolPrior,
  frequency: Float32Array,
  spinRate: number,
  form: number,
): number[] {
  const scored = Array.from(spunPairs.subarray(spunStarts[form]!, spunStarts[form + 1]!), (pair) => ({
    pair,
    score: Math.log(mixed(prior.pairs, pair, prior.shares)) + frequency[pairStandard[pair]!]!,
  })).sort((a, b) => b.score - a.score || a.pair - b.pair)
  // Keeping the form competes too: as a word of its own, unless a tool would have replaced it.
  const keep = frequency[form]! + Math.log(1 - spinRate * mixed(prior.keys, form, prior.shares))
  const best = Math.max(keep, scored[0]?.score ?? Number.NEGATIVE_INFINITY)
  const likely = scored.slice(0, mostPairs).filter(({ score }) => score >= best - widestGap)
  return likely.map(({ pair }) => pair)
}

/** What candidates are made of. */
export interface CandidateSources {
  readonly lexicon: Lexicon
  /** Of work reports. */
  readonly model: LanguageModel
  /** Of general prose, read when it is first asked for. */
  readonly general?: (() => LanguageModel) | undefined
  /** How common the forms are in clean prose. Default: none was counted, and the model guesses. */
  readonly counts?: WordCounts
  /** What words say of a figure. Default: nothing. */
  readonly directionOf?: DirectionOf
  /** Whether something is a word somewhere. Default: nothing is. */
  readonly isWord?: IsWord
  /** What people said of pairs in the collection that is read; the lexicon holds those that they accepted. */
  readonly taught?: Taught
}

/** Whether a word says that a figure rose or fell. */
export type DirectionOf = (word: string) => 'increase' | 'decrease' | undefined

/** So many words are remembered: more than a lexicon has. */
const mostRemembered = 1 << 16

function remembering(directionOf: DirectionOf): DirectionOf {
  const known = new Map<string, ReturnType<DirectionOf>>()
  return (word) => {
    if (known.has(word)) return known.get(word)
    if (known.size === mostRemembered) known.clear()
    const direction = directionOf(word)
    known.set(word, direction)
    return direction
  }
}

const nothingCounted: WordCounts = { registers: [], counts: new Map() }

/** What a language model says of the forms of a lexicon, and the pairs that are worth trying by it. */
function weighForms(
  lexicon: Lexicon,
  model: LanguageModel,
  { spinRate }: RepairParameters,
  prior: ToolPrior,
) {
  const encoded = encodeForms(lexicon, model)
  const frequency = frequencies(model, encoded)
  const starts = new Int32Array(lexicon.forms.length + 1)
  const pairs: number[] = []
  for (let form = 0; form < lexicon.forms.length; form++) {
    append(pairs, pairsToTry(lexicon, prior, frequency, spinRate, form))
    starts[form + 1] = pairs.length
  }
  return { starts, pairs: Int32Array.from(pairs), ...encoded, frequency }
}

function prepareWith(
  lexicon: Lexicon,
  model: LanguageModel,
  parameters: RepairParameters,
  prior: ToolPrior,
  shelf: Shelf,
): Omit<Candidates, 'classifier' | 'directionOf' | 'isWord' | 'sources'> {
  const weighed = shelf.take('forms', () => weighForms(lexicon, model, parameters, prior))
  return {
    lexicon,
    model,
    table: listedPairs(lexicon),
    prior,
    parameters,
    ...weighed,
    shares: weighed.frequency.map(Math.exp),
    local: new Map(),
    shelf,
  }
}

/** Standard words of a form that are tried where it may be displaced. */
const mostAttested = 3

/** Of each form of two and more characters the likeliest pairs that a tool is known to have. */
function attestedPairs({ lexicon, starts, pairs }: Pick<Candidates, 'lexicon' | 'starts' | 'pairs'>) {
  const { entries, forms } = lexicon
  const isTold = (pair: number) =>
    entries[pair]!.standard.length > 1 && isAttested(entries[pair]!) && !isReversedOnly(entries[pair]!)
  const attestedStarts = new Int32Array(forms.length + 1)
  const attested: number[] = []
  for (let form = 0; form < forms.length; form++) {
    const own = forms[form]!.length < 2 ? [] : [...pairs.subarray(starts[form]!, starts[form + 1]!)]
    append(attested, own.filter(isTold).slice(0, mostAttested))
    attestedStarts[form + 1] = attested.length
  }
  return { starts: attestedStarts, pairs: Int32Array.from(attested) }
}

/** Prepares the candidates of every form; `shelf` has tables of these sources and parameters, if they were compiled. */
export function prepareCandidates(
  sources: CandidateSources,
  parameters: RepairParameters,
  shelf: Shelf = emptyShelf,
): Candidates {
  const {
    lexicon,
    model,
    general,
    counts = nothingCounted,
    directionOf = () => undefined,
    isWord = () => false,
    taught,
  } = sources
  const prior = toolPrior(lexicon, parameters, shelf)
  const prepared = prepareWith(lexicon, model, parameters, prior, shelfIn(shelf, 'reports'))
  const fitOf = (pieces: readonly string[]) => {
    const fit = meanFit(model, pieces)
    if (general === undefined || fit >= parameters.detection.known.fit) return fit
    return Math.max(fit, meanFit(general(), pieces))
  }
  const evidence = {
    trie: lexicon.trie,
    ...shelf.take('evidence', () => {
      const rates = formRates(lexicon.forms, counts, (form) => prepared.shares[form]!)
      const { trie: _, ...tables } = spunEvidence(lexicon, prior, rates, parameters)
      return tables
    }),
  }
  let alternative: Candidates | undefined
  let ofTwoRuns: Candidates | undefined
  let displaced: DisplacedSources | undefined
  const displacedIn: Classifier['displacedIn'] = (text, section) => {
    displaced ??= {
      lexicon,
      ...shelf.take('attested', () => attestedPairs(prepared)),
      reports: prepared,
      general: general && prepareGeneral,
    }
    return displacedOdds(displaced, text, section)
  }
  function prepareGeneral() {
    alternative ??= {
      ...prepareWith(lexicon, general!(), parameters, prior, shelfIn(shelf, 'general')),
      ...shared,
    }
    return alternative
  }
  const classifier = { evidence, detection: parameters.detection, fitOf, displacedIn }
  const shared = {
    classifier,
    directionOf: remembering(directionOf),
    isWord,
    sources,
    ...(taught && { taught: taughtTool(lexicon, taught) }),
  }
  function prepareTwice() {
    ofTwoRuns ??= prepareCandidates({ ...sources, lexicon: withComposites(lexicon) }, parameters)
    return ofTwoRuns
  }
  return {
    ...prepared,
    ...shared,
    twice: prepareTwice,
    ...(general !== undefined && { general: prepareGeneral }),
  }
}

/** A pair that a document proposes, with the form number of its standard word and where its spun form stands. */
export interface Proposal {
  /** One that no lexicon holds, or the number of one that the lexicon holds. */
  readonly pair: ProposedPair | number
  readonly standard: number
  /** Probability that a tool of the open family has the pair, by what the word's other places say. */
  readonly prior: number
  readonly starts: readonly number[]
}

/** Whether a pair of the lexicon is tried wherever its form stands. */
function isTried({ lexicon, starts, pairs }: Candidates, pair: number): boolean {
  const form = lexicon.pairSpun[pair]!
  return pairs.subarray(starts[form]!, starts[form + 1]!).includes(pair)
}

/** Candidates with the pairs that one document proposes for itself. */
export function withProposals(candidates: Candidates, proposals: readonly Proposal[]): Candidates {
  const { lexicon, prior } = candidates
  const unlisted = proposals.flatMap(({ pair, standard }) =>
    typeof pair === 'number' ? [] : [{ pair, standard }],
  )
  const table = withProposed(
    candidates.table,
    unlisted.map(({ pair }) => pair),
    unlisted.map(({ standard }) => standard),
  )
  const families = prior.shares.length
  const pairs = new Float32Array(table.standards.length * families)
  pairs.set(prior.pairs)
  const local = new Map<number, LocalPair[]>()
  let next = lexicon.pairSpun.length
  for (const { pair: proposed, prior: own, starts } of proposals) {
    const isListed = typeof proposed === 'number'
    const pair = isListed ? proposed : next++
    // Only a tool of the open family makes such swaps; how much of the tool that is, the document has shown.
    pairs[pair * families + prior.open] = own
    const { length } = isListed ? lexicon.forms[lexicon.pairSpun[pair]!]! : proposed.spun
    for (const start of starts) {
      const here = local.get(start) ?? []
      local.set(start, here)
      if (!isListed || !isTried(candidates, pair)) here.push({ length, pair })
    }
  }
  return { ...candidates, table, prior: { ...prior, pairs }, local }
}
