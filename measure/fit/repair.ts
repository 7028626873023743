/**
 * Fits the parameters of the repair: `npm run fit -- --data DIR [--only detection|search|confidences] [--sweeps N]` reads the
 * odd documents of DIR/dev and of what is made of them, and the texts of DIR/corpora and DIR/corpora-general, and writes
 * corpus/repair/parameters.json with the digest of what it read. Three steps, in this order: thresholds of detection,
 * with each register left out in turn; parameters of the decoder, one after the other; curves and trees of confidence.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Resources } from '../../src/pipeline/resources.js'
import { loadResources, withRepair } from '../../src/pipeline/resources.js'
import { buildLexicon } from '../../src/resources/lexicon.js'
import type { RepairParameters } from '../../src/resources/repair-parameters.js'
import { parameterFiles } from '../../src/resources/repair-parameters.js'
import { isHidden } from '../eval/hide.js'
import { fitConfidences } from './confidences.js'
import { fitDetection } from './detection.js'
import { searchParameters } from './search.js'
import { digestsOf, hidden, readFittingSets } from './sets.js'

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    only: { type: 'string' },
    sweeps: { type: 'string', default: '1' },
  },
})
if (values.data === undefined)
  throw new Error('usage: npm run fit -- --data DIR [--only detection|search|confidences] [--sweeps N]')

const does = (step: string) => values.only === undefined || values.only === step
const [path, forestPath] = parameterFiles
const sets = readFittingSets(values.data)
const resources = await loadResources()
let { parameters }: { parameters: RepairParameters } = resources.candidates

function write(): void {
  const { forest, ...rest } = parameters
  writeFileSync(path!, `${JSON.stringify({ fittedOn: digestsOf(sets), parameters: rest }, null, 2)}\n`)
  const trees = forest.trees.map((tree) => JSON.stringify(tree)).join(',\n')
  writeFileSync(forestPath!, `{"trees":[\n${trees}\n]}\n`)
}

/** The pairs of one set are hidden from the lexicon, so that what only the document proposes is learned too. */
function resourcesOf(now: Resources): (set: string) => Resources {
  const shown = now.lexicon.entries.filter((entry) => !isHidden(entry, hidden.share, hidden.seed))
  const without = withRepair(now, buildLexicon(shown, now.lexicon))
  return (set) => (set === hidden.set ? without : now)
}

if (does('detection')) {
  parameters = { ...parameters, detection: await fitDetection(values.data, resources) }
  write()
}
if (does('search')) {
  parameters = searchParameters(sets, resources, parameters, Number(values.sweeps), console.log)
  write()
}
if (does('confidences')) {
  const unweighed = { ...parameters, forest: { trees: [] } }
  const now = withRepair(resources, resources.lexicon, unweighed)
  parameters = { ...parameters, ...fitConfidences(sets, resourcesOf(now)) }
  write()
}
console.log(readFileSync(path!, 'utf8'))
