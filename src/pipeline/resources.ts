/**
 * Loads lexicon, language model and tables once, to be shared by all documents. The segmenter's dictionary costs most
 * of a second and a quarter of a gigabyte, so it is loaded when words are first asked for.
 */
import type { Chooser } from '../extract/naming/choose.js'
import { type LanguageModel, parseLanguageModel } from '../lm/query.js'
import type { Taught } from '../model/taught.js'
import type { Candidates, DirectionOf } from '../repair/decode/candidates.js'
import { prepareCandidates } from '../repair/decode/candidates.js'
import type { Disguises } from '../repair/disguise/knowledge.js'
import { prepareDisguises } from '../repair/disguise/knowledge.js'
import { taughtShare, withTaught } from '../repair/tool/taught-pairs.js'
import type { BoilerplateTable } from '../resources/boilerplate.js'
import { loadBoilerplate } from '../resources/boilerplate.js'
import { loadCharacterTables } from '../resources/characters.js'
import type { ClaimTable } from '../resources/claims.js'
import { loadClaims } from '../resources/claims.js'
import { emptyShelf } from '../resources/compiled.js'
import { loadCues } from '../resources/cues.js'
import { openDictionary } from '../resources/dictionary.js'
import { loadWordCounts } from '../resources/frequencies.js'
import type { IndicatorTable } from '../resources/indicators.js'
import { loadIndicators } from '../resources/indicators.js'
import type { LanguageModelBytes, LanguageModelName } from '../resources/language-model.js'
import { languageModelPath, loadLanguageModel } from '../resources/language-model.js'
import type { Lexicon } from '../resources/lexicon.js'
import { loadLexicon } from '../resources/lexicon.js'
import { type Naming, openNaming } from '../resources/naming.js'
import { usePackage } from '../resources/place.js'
import type { RepairParameters } from '../resources/repair-parameters.js'
import { loadRepairParameters } from '../resources/repair-parameters.js'
import type { UnitTable } from '../resources/units.js'
import { loadUnits } from '../resources/units.js'
import { openSegmenter } from '../segment/open-segmenter.js'
import type { Segmenter } from '../segment/segmenter.js'
import { shippedShelf } from './shelf.js'

export interface ResourceOptions {
  /** Users' tables of pairs (TSV, as in `corpus/lexicon`), beside those that ship. */
  readonly lexicon?: readonly string[]
  /** Words never touched. */
  readonly protect?: readonly string[]
  /** Users' tables of units, as in `corpus/units`. */
  readonly units?: readonly string[]
  /** Users' tables of indicators, as in `corpus/indicators`. */
  readonly indicators?: readonly string[]
  /**
   * The folder of the package, `node_modules/huanyuan`, for programs into which the library was bundled; one for a
   * process, and said before anything else is asked for.
   */
  readonly dataDir?: string
  /** The language models, where another thread has read them already (`readLanguageModels`). */
  readonly languageModels?: LanguageModelBytes
}

export interface Resources {
  readonly lexicon: Lexicon
  readonly model: LanguageModel
  readonly candidates: Candidates
  readonly disguises: Disguises
  readonly boilerplate: BoilerplateTable
  readonly units: UnitTable
  readonly indicators: IndicatorTable
  readonly claims: ClaimTable
  /** What names are chosen by, read when it is first asked for. */
  readonly naming: () => Naming
  /** Chooses names in another way; by default as `naming` says. */
  readonly choose?: Chooser
  /** Loads its dictionary when it first cuts. */
  readonly segmenter: Segmenter
}

const shipped = new WeakSet<Resources>()

/** Whether resources are those that ship, without tables of one's own and as they were loaded. */
export const areShipped = (resources: Resources): boolean => shipped.has(resources)

/** Loads one set of resources. Rejects as `openResources` throws, and with TypeError where `dataDir` is not the package. */
export async function loadResources(options: ResourceOptions = {}): Promise<Resources> {
  return openResources(options)
}

/**
 * One set of resources. Throws ProcessingError where a table or the model cannot be read or says something that it must
 * not.
 */
export function openResources(options: ResourceOptions = {}): Resources {
  if (options.dataDir !== undefined) usePackage(options.dataDir)
  const lexicon = loadLexicon({ tables: options.lexicon ?? [], protect: options.protect ?? [] })
  const modelOf = (name: LanguageModelName) =>
    options.languageModels === undefined
      ? loadLanguageModel(languageModelPath(name))
      : parseLanguageModel(options.languageModels[name])
  const model = modelOf('reports')
  let generalModel: LanguageModel | undefined
  const general = () => {
    generalModel ??= modelOf('general')
    return generalModel
  }
  const cues = loadCues()
  const counts = loadWordCounts()
  const directionOf: DirectionOf = (word) => {
    if (cues.increase.says(word)) return 'increase'
    return cues.decrease.says(word) ? 'decrease' : undefined
  }
  const isWord = openDictionary()
  const isShipped = (options.lexicon ?? []).length === 0
  const shelf = isShipped ? shippedShelf() : emptyShelf
  const sources = { lexicon, model, general, counts, directionOf, isWord }
  const candidates = prepareCandidates(sources, loadRepairParameters(), shelf)
  const characters = loadCharacterTables
  const resources: Resources = {
    lexicon,
    model,
    candidates,
    disguises: prepareDisguises({ model, general, counts, characters, isWord }, shelf),
    boilerplate: loadBoilerplate(),
    units: loadUnits(options.units),
    indicators: loadIndicators(options.indicators, cues),
    claims: loadClaims(cues),
    naming: openNaming(),
    segmenter: openSegmenter(),
  }
  const own = [options.lexicon, options.protect, options.units, options.indicators]
  if (own.every((tables = []) => tables.length === 0)) shipped.add(resources)
  return resources
}

/** The same resources for a collection of whose pairs people decided some. */
export function withTaughtPairs(resources: Resources, taught: Taught): Resources {
  if (taught.pairs.length === 0) return resources
  const { sources, parameters } = resources.candidates
  const hasTable = resources.lexicon.attests('learned')
  const lexicon = withTaught(resources.lexicon, taught.pairs)
  const candidates = prepareCandidates(
    { ...sources, lexicon, taught },
    hasTable ? parameters : { ...parameters, learnedShare: taughtShare },
  )
  return { ...resources, lexicon, candidates }
}

/** The same resources with another lexicon or other parameters of the repair. */
export function withRepair(
  resources: Resources,
  lexicon: Lexicon,
  parameters: RepairParameters = resources.candidates.parameters,
): Resources {
  return {
    ...resources,
    lexicon,
    candidates: prepareCandidates({ ...resources.candidates.sources, lexicon }, parameters),
  }
}
