/**
 * `npm run mutate`: whether the tests notice when code is broken. Draws lines of repair, quantities, extract and audit
 * by a seed, breaks one at a time, and runs the tests of its folder, nothing else. Prints each with the test that
 * caught it, and ends with code 1 where fewer than nine of ten are caught.
 * `--seed N --count N --only FOLDER`.
 */
import { parseArgs } from 'node:util'
import type { Mutant } from './mutate/draw.js'
import { drawMutants } from './mutate/draw.js'
import { inParallel, judge } from './mutate/judge.js'

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '40' },
    only: { type: 'string' },
  },
})
const rooms = ['repair', 'quantities', 'extract', 'audit']
const leastShare = 0.9
const workers = 2
/** Milliseconds that unbroken tests may take. */
const patience = 300_000

const folders = options.only === undefined ? rooms : [options.only]
const mutants = drawMutants(folders, Number(options.count), Number(options.seed))
const used = [...new Set(mutants.map(({ folder }) => folder))]
/** What a folder's tests took unbroken, in milliseconds. */
const usual = new Map<string, number>()

await inParallel(used, workers, async (folder) => {
  const { failed, tests, milliseconds } = await judge({ folder, path: undefined, text: '' }, patience)
  if (failed !== undefined || tests === 0) {
    console.error(`tests/${folder} must pass before anything is broken: ${failed ?? 'there are none'}`)
    process.exit(2)
  }
  usual.set(folder, milliseconds)
  console.log(`tests/${folder}: ${tests} tests pass in ${(milliseconds / 1000).toFixed(0)} s`)
})

const caught: Mutant[] = []
await inParallel(mutants, workers, async (mutant) => {
  const { failed, milliseconds } = await judge(mutant, 3 * usual.get(mutant.folder)! + 20_000)
  if (failed !== undefined) caught.push(mutant)
  const verdict = failed === undefined ? 'SURVIVED' : `caught by ${failed}`
  console.log(`\n${mutant.path}:${mutant.line} (${(milliseconds / 1000).toFixed(0)} s) ${verdict}`)
  console.log(`  - ${mutant.before}\n  + ${mutant.after}`)
})

console.log('')
for (const folder of used) {
  const of = (list: readonly Mutant[]) => list.filter((mutant) => mutant.folder === folder).length
  console.log(`${folder}: ${of(caught)} of ${of(mutants)} caught`)
}
const least = Math.ceil(leastShare * mutants.length)
console.log(
  `seed ${options.seed}: ${caught.length} of ${mutants.length} caught, at least ${least} are wanted`,
)
if (caught.length < least) process.exitCode = 1
