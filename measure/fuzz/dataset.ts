/**
 * `npm run fuzz:dataset`: that a build loses nothing and never says that it is done when it is not. Kills builds, damages
 * their journals, kills and stops the workers of queues, and builds among other people's files; prints how each ended, and
 * ends with exit code 1 at a fault. `--kills N` (200) over all formats, `--updates N` (50) of datasets that are updated,
 * `--mutations N` (2000), `--trees N` (40) of `--files N` (1000) with `--builds N` (30) each; 0 leaves one out.
 * `--queues N` (2) needs Redis. `--seed N` gives other choices. Needs a built command line for kills and queues.
 */
import { parseArgs } from 'node:util'
import { loadResources } from '../../src/pipeline/resources.js'
import { killBuilds } from './kills.js'
import { mutateJournals, type Outcomes } from './mutations.js'
import { disturbQueues } from './queues.js'
import { buildInTree } from './trees.js'
import { killUpdates } from './update-kills.js'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    updates: { type: 'string', default: '50' },
    mutations: { type: 'string', default: '2000' },
    trees: { type: 'string', default: '40' },
    files: { type: 'string', default: '1000' },
    builds: { type: 'string', default: '30' },
    queues: { type: 'string', default: '2' },
    seed: { type: 'string', default: '1' },
  },
})
const [kills, updates, mutations, trees, files, builds, queues, seed] = [
  values.kills,
  values.updates,
  values.mutations,
  values.trees,
  values.files,
  values.builds,
  values.queues,
  values.seed,
].map(Number) as [number, number, number, number, number, number, number, number]

let faults = 0

function print(what: string, outcomes: Outcomes): void {
  console.log(what, outcomes.counts)
  for (const fault of outcomes.faults) console.log(`FAULT ${fault}`)
  faults += outcomes.faults.length
}

const resources = await loadResources()
if (mutations > 0) print(`${mutations} mutations`, await mutateJournals(resources, mutations, seed))
for (let tree = 0; tree < trees; tree++) {
  print(`tree ${tree + 1} of ${files} files`, await buildInTree(resources, files, builds, seed + tree))
}
if (kills > 0) print(`${kills} kills`, await killBuilds(kills, seed))
if (queues > 0) print(`${queues} queues`, await disturbQueues(queues))
if (updates > 0) print(`${updates} kills of updates`, await killUpdates(updates, seed))
console.log(`${faults} faults`)
process.exitCode = faults > 0 ? 1 : 0
