/** Compiles tables into `dist/tables.bin`, a step of `npm run build`: those that are large enough for it to be felt. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadResources } from '../src/pipeline/resources.js'
import { compileTables } from '../src/resources/compiled.js'
import { root } from './tables.js'

const bytes = await compileTables(async () => {
  const { candidates, disguises, naming } = await loadResources()
  candidates.general!()
  candidates.isWord('')
  disguises.knowledge()
  naming()
})
writeFileSync(join(root, 'dist', 'tables.bin'), bytes)
