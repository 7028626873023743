/**
 * A world small enough to work out by hand: a bigram model with stated probabilities, and lexicons of a few pairs.
 */
import type { LanguageModel, ModelStates } from '../../src/lm/query.js'
import type { SymbolTable } from '../../src/lm/symbols.js'
import { begin, chooseSymbols, countCharacters, end } from '../../src/lm/symbols.js'
import type { ListedPair } from '../../src/model/pair.js'
import type { CandidateSources, Candidates } from '../../src/repair/decode/candidates.js'
import { prepareCandidates } from '../../src/repair/decode/candidates.js'
import type { Lexicon, LexiconRest } from '../../src/resources/lexicon.js'
import { buildLexicon } from '../../src/resources/lexicon.js'
import type { ConfidenceCurve, RepairParameters } from '../../src/resources/repair-parameters.js'
import type { SpinnerTool } from '../../src/resources/tools.js'

/** An entry with the parts that a test does not speak of filled in. */
export function listed(standard: string, spun: string, parts: Partial<ListedPair> = {}): ListedPair {
  return {
    origin: 'listed',
    standard,
    spun,
    kind: 'synonym',
    evidence: ['knowledge'],
    weight: 1,
    example: '',
    table: 'small',
    ...parts,
  }
}

export function toolNamed(id: string, share: number, pairs: readonly string[] = []): SpinnerTool {
  return { id, name: { en: id, zh: id }, share, pairs }
}

function symbolsOf(alphabet: string): SymbolTable {
  const counts = new Float64Array(0x10000)
  countCharacters(alphabet, counts)
  return chooseSymbols(counts, 1)
}

/**
 * A bigram model. `bigrams` gives ln P(second | first) by two characters, `^` for the begin of a paragraph and `$` for
 * its end; every other symbol has the log-probability `otherwise`, whatever stands before it.
 */
export function bigramModel(bigrams: Readonly<Record<string, number>>, otherwise = -5): LanguageModel {
  const symbols = symbolsOf(Object.keys(bigrams).join('').replaceAll(/[\^$]/g, ''))
  const idOf = (character: string) =>
    character === '^' ? begin : character === '$' ? end : symbols.ofUnit[character.charCodeAt(0)]!
  const scores = new Map(
    Object.entries(bigrams).map(([pair, score]) => [idOf(pair[0]!) * 4096 + idOf(pair[1]!), score]),
  )
  const scoreOf = (before: number, symbol: number) => scores.get(before * 4096 + symbol) ?? otherwise
  const peek = ({ latest }: ModelStates, from: number, symbol: number) =>
    latest[from] === 0 ? otherwise : scoreOf(latest[from]!, symbol)
  return {
    order: 2,
    symbols,
    logProbability: (ids, start, last) => (start < last ? scoreOf(ids[last - 1]!, ids[last]!) : otherwise),
    scoreParagraph(ids, length, into) {
      let sum = 0
      for (let at = 0; at < length; at++) {
        const score = scoreOf(at === 0 ? begin : ids[at - 1]!, ids[at]!)
        if (into) into[at] = score
        sum += score
      }
      return sum
    },
    createStates(capacity, held) {
      const latest = new Int32Array(capacity)
      if (held !== undefined) latest.set(held.latest)
      return { capacity, latest, earlier: new Int32Array(capacity), backoffs: new Float32Array(capacity) }
    },
    clear(states, slot) {
      states.latest[slot] = 0
    },
    startParagraph(states, slot) {
      states.latest[slot] = begin
    },
    peek,
    advance(states, from, symbol, to) {
      const score = peek(states, from, symbol)
      states.latest[to] = symbol
      return score
    },
    stateKey: ({ latest }, slot) => latest[slot]!,
    known: ({ latest }, slot) => Number(latest[slot] !== 0),
    matched: ({ latest }, from, symbol) => (scores.has(latest[from]! * 4096 + symbol) ? 2 : 1),
    backOff: (_, __, answer) => answer,
    refine: (_, __, ___, answer) => answer,
    announce: () => {},
    lookedUp: () => 0,
  }
}

/** A lexicon of a few pairs. */
export function smallLexicon(entries: readonly ListedPair[], rest: LexiconRest = {}): Lexicon {
  return buildLexicon(entries, rest)
}

/** A curve that takes the decoder's probability as it is, but for `bias`. */
function plainCurve(bias: number): ConfidenceCurve {
  return {
    bias,
    logOdds: 1,
    open: 0,
    repeated: 0,
    elsewhere: 0,
    places: 0,
    converted: 0,
    rivals: 0,
    foreign: 0,
    foreignLogOdds: 0,
    character: 0,
    antonym: 0,
  }
}

/**
 * Parameters for calculations by hand, stated here so that a new fit changes none of them: the model counts in full, and
 * no word is a favourite.
 */
export const plainParameters: RepairParameters = {
  detection: {
    coverage: 0.5,
    survivalCoverage: 0.25,
    mostAgainst: 0.5,
    mostFor: 5,
    leastMarker: 1,
    mostPerForm: 6,
    repetition: 0.5,
    unheardMarker: 4,
    leastForms: 2,
    shortText: 20,
    leastLikelihood: 3,
    lengthCost: 10,
    known: { fit: -3, leastMarker: 2, least: 8, perLength: 2, lengthCost: 20, survival: 0.25 },
    trial: { least: 100, gain: 7.5, edits: 6, size: 150 },
    source: { leastForms: 2, leastLikelihood: 1, least: 4 },
    passageLengthCost: 10,
    gainTax: 1,
    gainTaxRate: 0.1,
    mostGain: 4,
    homeFit: -4,
    generalGain: 0.5,
  },
  shares: { tools: 0.9, attested: 0.07, open: 0.03 },
  learnedShare: 0.5,
  familyPrior: 6,
  holdsListed: 0.96,
  holdsOpen: 0.3,
  reversedFactor: 0.35,
  kindFactors: { synonym: 1, sibling: 0.35, antonym: 0.04, variant: 0.4, doubled: 0.05 },
  characters: 0.5,
  words: 0.85,
  coveragePrior: 4,
  characterFactor: 0.03,
  assumeSpun: false,
  spinRate: 0.95,
  survivalCap: 4,
  keyPrior: 4,
  valuePrior: 0.5,
  topicPrior: 2,
  topicScale: 0,
  rounds: 2,
  proposal: { shape: 0.005, thesaurus: 0.02, context: 0.002, known: 0.05 },
  contextScale: 1,
  decision: {
    foreign: 0.75,
    single: 0.96,
    antonym: 0.95,
    antonymContext: { home: 0.5, foreign: 1, together: 20 },
    unattested: 0.9,
    repeated: 1.5,
    lone: { spun: 0.7, byForms: 0.2 },
  },
  curves: {
    attested: plainCurve(0),
    reversed: plainCurve(-1),
    known: plainCurve(-0.5),
    thesaurus: plainCurve(-1.5),
    shape: plainCurve(-2),
    context: plainCurve(-2.5),
  },
  forest: { trees: [] },
}

/** Candidates of a few pairs; `sources` adds a model of general prose, and counts of the forms in clean prose. */
export function smallCandidates(
  entries: readonly ListedPair[],
  model: LanguageModel,
  parameters: RepairParameters = plainParameters,
  rest: LexiconRest = {},
  sources: Pick<CandidateSources, 'general' | 'counts' | 'directionOf'> = {},
): Candidates {
  return prepareCandidates({ lexicon: smallLexicon(entries, rest), model, ...sources }, parameters)
}
