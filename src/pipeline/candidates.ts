/**
 * The candidates of the repair as they are loaded: with the tables that `npm run build` worked out of what ships, or,
 * where users add pairs of their own, with tables made anew.
 */
import type { CandidateSources, Candidates } from '../repair/decode/candidates.js'
import { prepareCandidates } from '../repair/decode/candidates.js'
import { vocabularyOf } from '../repair/propose/vocabulary.js'
import { emptyShelf, shelfOf } from '../resources/compiled.js'
import { frequencyFiles, loadWordCounts } from '../resources/frequencies.js'
import { languageModelFiles, languageModelPath, loadLanguageModel } from '../resources/language-model.js'
import { lexiconFiles, loadLexicon } from '../resources/lexicon.js'
import { loadRepairParameters, parameterFiles } from '../resources/repair-parameters.js'
import { toolFiles } from '../resources/tools.js'

/** What their tables are made of. */
const files = () => [
  ...lexiconFiles(),
  ...toolFiles(),
  ...frequencyFiles,
  ...parameterFiles,
  ...languageModelFiles,
]

/** Prepares candidates; `isShipped` says that the lexicon is the one that ships. */
export function loadCandidates(sources: CandidateSources, isShipped: boolean): Candidates {
  return prepareCandidates(sources, loadRepairParameters(), isShipped ? shelfOf(files()) : emptyShelf)
}

/** Asks for every table that the candidates of what ships are ever asked for. */
export function loadCandidateTables(): void {
  const model = loadLanguageModel(languageModelPath('reports'))
  const other = loadLanguageModel(languageModelPath('general'))
  const sources = { lexicon: loadLexicon(), model, general: () => other, counts: loadWordCounts() }
  const candidates = loadCandidates(sources, true)
  candidates.classifier.displacedIn!('', [])
  vocabularyOf(candidates)
  vocabularyOf(candidates.general!())
}
