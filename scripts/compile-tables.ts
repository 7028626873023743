/** Compiles tables into `dist/tables.bin`, a step of `npm run build`: those that are large enough for it to be felt. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadResources } from '../src/pipeline/resources.js'
import { vocabularyOf } from '../src/repair/propose/vocabulary.js'
import { compileTables } from '../src/resources/compiled.js'
import { root } from './tables.js'

/** Asks for every table that is ever asked for. */
const bytes = await compileTables(async () => {
  const { candidates, disguises, naming } = await loadResources()
  candidates.classifier.displacedIn!('', [])
  for (const ofModel of [candidates, candidates.general!()]) vocabularyOf(ofModel)
  candidates.isWord('')
  disguises.knowledge()
  naming()
})
writeFileSync(join(root, 'dist', 'tables.bin'), bytes)
