/** Compiles tables into `dist/tables.bin`, a step of `npm run build`: those that are large enough for it to be felt. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadCandidateTables } from '../src/pipeline/candidates.js'
import { compileTables } from '../src/resources/compiled.js'
import { loadDictionary } from '../src/resources/dictionary.js'
import { loadWordCounts } from '../src/resources/frequencies.js'
import { loadLexicon } from '../src/resources/lexicon.js'
import { loadTails } from '../src/resources/naming.js'
import { root } from './tables.js'

const bytes = compileTables(() => {
  loadLexicon()
  loadWordCounts()
  loadTails()
  loadDictionary()
  loadCandidateTables()
})
writeFileSync(join(root, 'dist', 'tables.bin'), bytes)
