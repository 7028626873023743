/**
 * The data that records depend on, by kind, and its hashes.
 * Invariant: what `loadResources` and the segmenter read is what is listed here, file for file; a test compares the two.
 */
import { boilerplateFiles } from '../resources/boilerplate.js'
import { characterFiles } from '../resources/characters.js'
import { claimFiles } from '../resources/claims.js'
import { cueFiles } from '../resources/cues.js'
import { frequencyFiles } from '../resources/frequencies.js'
import { hashFiles } from '../resources/identity.js'
import { indicatorFiles } from '../resources/indicators.js'
import { languageModelPath, languageModels } from '../resources/language-model.js'
import { lexiconFiles } from '../resources/lexicon.js'
import { namingFiles } from '../resources/naming.js'
import { parameterFiles } from '../resources/repair-parameters.js'
import { scriptFiles } from '../resources/script.js'
import { toolFiles } from '../resources/tools.js'
import { unitFiles } from '../resources/units.js'
import { segmenterFiles } from '../segment/open-segmenter.js'

/** Every file that the stages read, by kind; `tables` are those of the user. */
export function resourceFiles(tables: readonly string[] = []): Readonly<Record<string, readonly string[]>> {
  return {
    'language-model': languageModels.map(languageModelPath),
    lexicon: lexiconFiles(),
    tools: toolFiles(),
    words: frequencyFiles(),
    characters: characterFiles(),
    parameters: parameterFiles(),
    units: unitFiles(),
    indicators: indicatorFiles(),
    naming: namingFiles(),
    cues: cueFiles(),
    claims: claimFiles(),
    boilerplate: boilerplateFiles(),
    script: scriptFiles(),
    segmentation: segmenterFiles(),
    ...(tables.length > 0 && { tables }),
  }
}

/** SHA-256 of each kind of data, and of the users' own tables together. Throws ProcessingError `unreadable-table`. */
export function resourceHashes(tables: readonly string[]): Readonly<Record<string, string>> {
  const kinds = Object.entries(resourceFiles(tables))
  return Object.fromEntries(kinds.map(([kind, paths]) => [kind, hashFiles(paths)]))
}
