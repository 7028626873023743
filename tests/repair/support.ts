/** Repair of plain texts with what ships, for the tests of this folder. */
import type { LanguageModel } from '../../src/lm/query.js'
import type { RepairedDocument } from '../../src/model/document.js'
import { revise } from '../../src/model/edit.js'
import type { Candidates } from '../../src/repair/decode/candidates.js'
import { prepareCandidates } from '../../src/repair/decode/candidates.js'
import type { Disguises } from '../../src/repair/disguise/knowledge.js'
import { prepareDisguises } from '../../src/repair/disguise/knowledge.js'
import type { RepairOptions } from '../../src/repair/repair.js'
import { repairDocument } from '../../src/repair/repair.js'
import { loadCharacterTables } from '../../src/resources/characters.js'
import { openDictionary } from '../../src/resources/dictionary.js'
import { loadWordCounts } from '../../src/resources/frequencies.js'
import { languageModelPath, loadLanguageModel } from '../../src/resources/language-model.js'
import { loadLexicon } from '../../src/resources/lexicon.js'
import { loadRepairParameters } from '../../src/resources/repair-parameters.js'
import { foldText } from '../../src/resources/script.js'
import { loadUnits } from '../../src/resources/units.js'

const units = loadUnits()

export function loadCandidates(): Candidates {
  let loaded: LanguageModel | undefined
  const general = () => {
    loaded ??= loadLanguageModel(languageModelPath('general'))
    return loaded
  }
  const sources = { lexicon: loadLexicon(), model: loadLanguageModel(), general, counts: loadWordCounts() }
  return prepareCandidates(sources, loadRepairParameters())
}

const prepared = new WeakMap<Candidates, Disguises>()

/** What finds disguised words, by the models and counts of the candidates; made once for each. */
function disguisesOf(candidates: Candidates): Disguises {
  const disguises = prepared.get(candidates) ?? makeDisguises(candidates)
  prepared.set(candidates, disguises)
  return disguises
}

function makeDisguises({
  model,
  sources: { general = () => model, counts = loadWordCounts() },
}: Candidates): Disguises {
  const characters = loadCharacterTables
  return prepareDisguises({ model, general, counts, characters, isWord: openDictionary() })
}

/** Repairs a text that needs no layout: no block is boilerplate, no space is joined. */
export function repairText(
  candidates: Candidates,
  text: string,
  options: RepairOptions = {},
): RepairedDocument {
  const joined = revise<'source', 'normalised'>(text, [])
  const origin = { path: null, entry: null, mediaType: 'text/plain', encoding: 'utf-8', bytes: text.length }
  return repairDocument(
    {
      id: 'sha256:test',
      origin,
      text,
      stated: [],
      pageStarts: [],
      messages: [],
      blocks: [],
      joins: [],
      normalised: { ...joined, text: foldText(joined.text) },
    },
    { candidates, units, disguises: disguisesOf(candidates) },
    options,
  )
}
