/**
 * `npm run golden`: what a change of the code changes for the user, on every own report, clean and damaged.
 * It prints the lines that are new, gone or told otherwise, and ends with code 1 where there are any; `--accept`
 * writes them to `tests/golden`, and takes away the golden files of reports that are no more.
 */
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadResources } from '../src/pipeline/resources.js'
import { describeDifferences, findDifferences, summarise } from './golden/differences.js'
import { acceptedText, currentText, listGolden } from './golden/documents.js'
import { root } from './tables.js'

const { values: options } = parseArgs({ options: { accept: { type: 'boolean', default: false } } })
const documents = listGolden()
const resources = await loadResources()
const all = []
for (const document of documents) {
  const current = await currentText(document, resources)
  const differences = findDifferences(acceptedText(document), current)
  if (options.accept) writeFileSync(join(root, document.golden), current)
  if (differences.length > 0) console.log(`\n${document.input}\n${describeDifferences(differences)}`)
  all.push(...differences)
}
if (options.accept) {
  const known = new Set(documents.map(({ golden }) => golden))
  for (const name of readdirSync(join(root, 'tests/golden'))) {
    if (name.endsWith('.txt') && !known.has(`tests/golden/${name}`)) rmSync(join(root, 'tests/golden', name))
  }
}
if (all.length === 0) console.log(`${documents.length} documents: nothing changes for the user`)
else {
  console.log(`\nAltogether\n${summarise(all)}`)
  console.log(options.accept ? '\naccepted' : '\nnpm run golden -- --accept takes this as right')
  if (!options.accept) process.exitCode = 1
}
