/**
 * The parameters of the repair: what was fitted on documents with known substitutions. `corpus/repair/parameters.json`
 * holds them, `npm run fit` makes that file. Which of them earns what is in docs/evaluation.md.
 */
import type { PairKind, ProposalSource } from '../model/pair.js'
import type { Forest } from './forest.js'
import { readJson } from './json.js'
import { corpusPath } from './tsv.js'

/** What a confidence depends on (src/repair/decide/features.ts says what each means). */
export const confidenceFeatures = [
  'bias',
  'logOdds',
  'open',
  'repeated',
  'elsewhere',
  'places',
  'converted',
  'rivals',
  'foreign',
  'foreignLogOdds',
  'character',
  'antonym',
] as const
export type ConfidenceFeature = (typeof confidenceFeatures)[number]

/**
 * What the forest that corrects the curves asks beside those (src/repair/decide/circumstances.ts says what each means), in
 * the order of its features: these come behind `confidenceFeatures`, and a 1 for the class of the pair behind these.
 */
export const circumstances = [
  'prior',
  'gain',
  'kept',
  'spun',
  'fit',
  'rival',
  'rivalCount',
  'spunIsKey',
  'holds',
  'used',
  'replaced',
  'survived',
  'spunReplaced',
  'spunSurvived',
  'standardFrequency',
  'spunFrequency',
  'coverage',
  'standardLength',
  'spunLength',
  'family',
  'variant',
  'sibling',
  'sharesCharacter',
  'rivalGain',
  'gainSum',
  'unattestedShare',
  'spunInClean',
  'standardInClean',
] as const
export type Circumstance = (typeof circumstances)[number]

/** Classes of pairs, each with a curve of its own: attested, attested the other way round only, known, proposed. */
export const pairClasses = ['attested', 'reversed', 'known', 'thesaurus', 'shape', 'context'] as const
export type PairClass = (typeof pairClasses)[number]

/** A logistic curve: the weight of each feature. */
export type ConfidenceCurve = Readonly<Record<ConfidenceFeature, number>>

/** How a text is told to be spun (src/repair/detect). */
export interface Detection {
  /** Share of a tool's words that a text is expected to show replaced. */
  readonly coverage: number
  /** Share of them whose survival speaks against. */
  readonly survivalCoverage: number
  /** Most that one form may say against and for, in nats. */
  readonly mostAgainst: number
  readonly mostFor: number
  /** Forms that weigh less are no markers; none counts more in the proof of a document. */
  readonly leastMarker: number
  readonly mostPerForm: number
  /** What a marker gains per logarithm of its count. */
  readonly repetition: number
  /** Least weight of a form that no clean prose holds, for it to be restored where nothing else is known. */
  readonly unheardMarker: number
  /** Distinct markers that a proof needs. */
  readonly leastForms: number
  /** Chinese characters below which a text is too short to tell. */
  readonly shortText: number
  /** Log-likelihood ratio from which a text is proven spun, and what a thousand Chinese characters speak against. */
  readonly leastLikelihood: number
  readonly lengthCost: number
  /** The proof by forms alone, of texts in a register that a language model knows. */
  readonly known: {
    /** Mean log-probability of a symbol from which a model knows the register. */
    readonly fit: number
    /** Forms that weigh less are no markers there. */
    readonly leastMarker: number
    /** Least sum of a stretch, in nats; it rises with the logarithm of the text's length over `shortText`. */
    readonly least: number
    readonly perLength: number
    readonly lengthCost: number
    /** How much standard words that stand speak against a passage there, in [0, 1]. */
    readonly survival: number
  }
  /** The proof by trial: what a text's repair gains by each of its edits tells a spun text from one that is strange. */
  readonly trial: {
    /** Least sum of a stretch for which the repair is tried. */
    readonly least: number
    /** Least gain of an edit on average, in nats; least edits, and least characters of the passages that hold them. */
    readonly gain: number
    readonly edits: number
    readonly size: number
  }
  /** What is enough of a document beside others of its source that are spun (src/repair/detect/source.ts). */
  readonly source: {
    /** Distinct markers that a document needs. */
    readonly leastForms: number
    /** Log-likelihood ratio where half of the source's documents are spun; or sum of its markers, in nats. */
    readonly leastLikelihood: number
    readonly least: number
  }
  /** What a thousand Chinese characters of a passage speak against. */
  readonly passageLengthCost: number
  /** What a passage must gain by its repair before the gain counts, per passage and per character, and its most. */
  readonly gainTax: number
  readonly gainTaxRate: number
  readonly mostGain: number
  /** Mean log-probability of a symbol of a repaired text below which no language model knows its register. */
  readonly homeFit: number
  /** Nats a symbol by which the general model must read the repaired text better to be taken. */
  readonly generalGain: number
}

/** Least confidences where more than the general one is asked for. */
export interface DecisionParameters {
  /** Of any swap in a text whose register no language model knows. */
  readonly foreign: number
  /** Of a single character, or one that becomes a word, where the document does not prove it or no model knows its register. */
  readonly single: number
  /** Of a swap that turns the meaning around. */
  readonly antonym: number
  /**
   * What the context alone must say for such a swap, in nats, where a language model knows the register or none does; or
   * what all places of its pair must gain together.
   */
  readonly antonymContext: { readonly home: number; readonly foreign: number; readonly together: number }
  /**
   * Of a pair that the document proposes, and of one that only knowledge holds, where the document does not repeat it; where
   * no language model knows the register, repetition is no proof.
   */
  readonly unattested: number
  /** Other occurrences, in expectation, from which a swap is repeated. */
  readonly repeated: number
  /** Probabilities to be spun, and to be spun by forms alone, of a passage that one swap by itself does not convict. */
  readonly lone: { readonly spun: number; readonly byForms: number }
}

export interface RepairParameters {
  readonly detection: Detection
  /** Share of the families before anything is known: of the known tools together, of other attested pairs, open. */
  readonly shares: { readonly tools: number; readonly attested: number; readonly open: number }
  /** Share of the learned family where a learned table is at hand; the others give way. */
  readonly learnedShare: number
  /** Swaps that the prior of the families is worth. */
  readonly familyPrior: number
  /** Probability that a tool of a public family holds a word that its list has. */
  readonly holdsListed: number
  /** Probability that a tool of the open family holds a word of the lexicon. */
  readonly holdsOpen: number
  /** Factor on a pair that is attested the other way round only: most pairs that tools reverse stand in both ways. */
  readonly reversedFactor: number
  /** Factors on the values of a word in the open family, by kind. */
  readonly kindFactors: Readonly<Record<PairKind, number>>
  /** Share of the single characters, and of the words, that a tool holds of those in its family's lists. */
  readonly characters: number
  readonly words: number
  /** Occurrences that these priors are worth. */
  readonly coveragePrior: number
  /** Factor for a pair of single characters: they stand inside too many words. */
  readonly characterFactor: number
  /** Take every passage as spun, whatever the words say: for measuring what the spin rate earns. */
  readonly assumeSpun: boolean
  /** Share of the replaceable words that a tool replaces in a passage that it was applied to. */
  readonly spinRate: number
  /** Most that keeping a surviving key may cost, in nats. */
  readonly survivalCap: number
  /** Pseudo-counts of the prior against what the document shows: of holding a key, of choosing a value. */
  readonly keyPrior: number
  readonly valuePrior: number
  /** Pseudo-count of a word's expected uses, and exponent of the document's preference for its own words. */
  readonly topicPrior: number
  readonly topicScale: number
  /** Weighings after the first one, each with what the last one showed of the document. */
  readonly rounds: number
  /** Probability that a tool of the open family made a swap that the document alone proposes, by why it is proposed. */
  readonly proposal: Readonly<Record<ProposalSource, number>> & {
    /** Least of a pair that the lexicon holds and no tool is known to have, where the document's places speak for it. */
    readonly known: number
  }
  /** Exponent of the language model's probabilities. */
  readonly contextScale: number
  /** Least confidences of what is applied beside the general one: see src/repair/decide/rules.ts. */
  readonly decision: DecisionParameters
  /** From probabilities to confidences, by class of pair. */
  readonly curves: Readonly<Record<PairClass, ConfidenceCurve>>
  /** What the circumstances of an edit add to the log-odds that its curve gives. */
  readonly forest: Forest
}

const parametersPath = () => corpusPath('repair', 'parameters.json')
const forestPath = () => corpusPath('repair', 'forest.json')

/** The files that are read. */
export const parameterFiles = (): readonly string[] => [parametersPath(), forestPath()]

/** What the first file holds: the parameters without the forest, and what they were fitted on. */
export interface FittedParameters {
  readonly fittedOn: Readonly<Record<string, string>>
  readonly parameters: Omit<RepairParameters, 'forest'>
}

/** The parameters that ship. Throws ProcessingError `unreadable-table` or `bad-table`. */
export function loadRepairParameters(): RepairParameters {
  const { parameters } = readJson<FittedParameters>(parametersPath())
  return { ...parameters, forest: readJson<Forest>(forestPath()) }
}
