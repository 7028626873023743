/**
 * Fits the parameters of the repair: `npm run fit -- --data DIR [--only curves|search|detection] [--sweeps N]` reads the
 * odd documents of DIR/dev and of what is made of them, and the texts of DIR/corpora and DIR/corpora-general, and writes
 * corpus/repair/parameters.json with the digest of what it read. Three steps, in this order: thresholds of detection,
 * with each register left out in turn; parameters of the decoder, one after the other; curves of confidence.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { loadResources, withRepair } from '../../src/pipeline/resources.js'
import type { RepairParameters } from '../../src/resources/repair-parameters.js'
import { parameterFiles } from '../../src/resources/repair-parameters.js'
import { fitCurves } from './curves.js'
import { fitDetection } from './detection.js'
import { searchParameters } from './search.js'
import { digestsOf, readFittingSets } from './sets.js'

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    only: { type: 'string' },
    sweeps: { type: 'string', default: '1' },
  },
})
if (values.data === undefined)
  throw new Error('usage: npm run fit -- --data DIR [--only detection|search|curves] [--sweeps N]')

const does = (step: string) => values.only === undefined || values.only === step
const [path] = parameterFiles
const sets = readFittingSets(values.data)
const resources = await loadResources()
let { parameters }: { parameters: RepairParameters } = resources.candidates
const withParameters = () => withRepair(resources, resources.lexicon, parameters)

function write(): void {
  writeFileSync(path!, `${JSON.stringify({ fittedOn: digestsOf(sets), parameters }, null, 2)}\n`)
}

if (does('detection')) {
  parameters = { ...parameters, detection: await fitDetection(values.data, resources) }
  write()
}
if (does('search')) {
  parameters = searchParameters(sets, resources, parameters, Number(values.sweeps), console.log)
  write()
}
if (does('curves')) {
  parameters = { ...parameters, curves: fitCurves(sets, withParameters()) }
  write()
}
console.log(readFileSync(path!, 'utf8'))
