/**
 * Fits the parameters of the repair: `npm run fit -- --data DIR [--only STEP] [--sweeps N]` reads the odd documents of
 * DIR/dev and of what is made of them, and the texts of DIR/corpora and DIR/corpora-general, and writes
 * corpus/repair/parameters.json with the digest of what it read. Steps, in this order: `detection`, the thresholds of the
 * proof, `trial` and `source`, those of the other two, all with each register left out in turn; `search`, the parameters
 * of the decoder, one after the other; `confidences`, curves and trees; `decision`, what is asked beside a confidence.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Resources } from '../../src/pipeline/resources.js'
import { loadResources, withRepair } from '../../src/pipeline/resources.js'
import { buildLexicon } from '../../src/resources/lexicon.js'
import type { Detection, RepairParameters } from '../../src/resources/repair-parameters.js'
import { parameterFiles } from '../../src/resources/repair-parameters.js'
import { isHidden } from '../eval/hide.js'
import { fitConfidences } from './confidences.js'
import { fitDecision } from './decision.js'
import { fitDetection } from './detection.js'
import { searchParameters } from './search.js'
import { digestsOf, hidden, readFittingSets } from './sets.js'
import { fitSource } from './source.js'
import { recordTrials, searchTrial } from './trial.js'

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    only: { type: 'string' },
    sweeps: { type: 'string', default: '1' },
  },
})
const steps = ['detection', 'trial', 'source', 'search', 'confidences', 'decision'] as const
type Step = (typeof steps)[number]
if (values.data === undefined || (values.only !== undefined && !steps.some((step) => step === values.only)))
  throw new Error(`usage: npm run fit -- --data DIR [--only ${steps.join('|')}] [--sweeps N]`)

const does = (step: Step) => values.only === undefined || values.only === step
const [path, forestPath] = parameterFiles()
const resources = await loadResources()
const sets = readFittingSets(values.data, resources.lexicon)
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

/** The resources with the parameters that are fitted so far. */
const fitted = () => withRepair(resources, resources.lexicon, parameters)

function setDetection(parts: Partial<Detection>): void {
  parameters = { ...parameters, detection: { ...parameters.detection, ...parts } }
  write()
}

if (does('detection')) setDetection(await fitDetection(values.data, fitted()))
if (does('trial')) {
  const { spun, clean } = await recordTrials(values.data, sets, fitted())
  setDetection({ trial: searchTrial(spun, clean) })
}
if (does('source')) setDetection({ source: await fitSource(values.data, sets, fitted()) })
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
if (does('decision')) {
  const { decision, homeFit } = fitDecision(sets, resourcesOf(fitted()))
  parameters = { ...parameters, decision }
  setDetection({ homeFit })
}
console.log(readFileSync(path!, 'utf8'))
