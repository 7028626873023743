/** The shelf of what the repair works out of the lexicon and the language models that ship, as `npm run build` compiled it. */
import { characterFiles } from '../resources/characters.js'
import { type Shelf, shelfOf } from '../resources/compiled.js'
import { frequencyFiles } from '../resources/frequencies.js'
import { languageModelFiles } from '../resources/language-model.js'
import { lexiconFiles } from '../resources/lexicon.js'
import { parameterFiles } from '../resources/repair-parameters.js'
import { toolFiles } from '../resources/tools.js'

/** Goes by the files that all of it is made of. */
export function shippedShelf(): Shelf {
  return shelfOf([
    ...lexiconFiles(),
    ...toolFiles(),
    ...frequencyFiles(),
    ...parameterFiles(),
    ...characterFiles(),
    ...languageModelFiles(),
  ])
}
