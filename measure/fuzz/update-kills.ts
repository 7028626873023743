/**
 * Updates of an archive that grows, by the built command line, killed at random moments and gone on with, with all
 * formats at once. Each ends in the bytes of a build of all that is there which nobody disturbed, its journal with them.
 */
import { appendFileSync, cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { formats } from '../../src/dataset/formats/index.js'
import { type Choice, seededChoice } from './choice.js'
import { makeInputs, shortReport } from './inputs.js'
import { build } from './kills.js'
import type { Outcomes } from './mutations.js'
import { differences, newFolder, readDataset } from './tree.js'

const all = formats.map(({ id }) => id).join(',')
const words = ['in', '--update', '--format', all]

/** One update that is killed until it is done. Gives outcomes and what is wrong. */
async function killUpdate(folder: string, longest: number, choice: Choice): Promise<[string[], string[]]> {
  const outcomes: string[] = []
  let how: string[] = []
  for (let tries = 0; tries < 12; tries++) {
    const killAfter = tries < 6 ? choice.below(Math.ceil(longest * 1.1)) : undefined
    const { code, err } = await build(folder, [...words, '-o', 'out', ...how], killAfter)
    if (code === 0) {
      const wrong = differences(readDataset(join(folder, 'whole')), readDataset(join(folder, 'out')))
      return [[...outcomes, 'equal bytes'], wrong.map((each) => `after ${outcomes.join(', ')}: ${each}`)]
    }
    outcomes.push(code === null ? 'killed' : (err.trimEnd().split('\n').at(-1) ?? ''))
    // A kill that came before the work began left nothing to go on with, which is told.
    how = ['--resume']
  }
  return [outcomes, [`never done: ${outcomes.join(', ')}`]]
}

/** Kills so many updates, each of a dataset that was whole before. */
export async function killUpdates(kills: number, seed: number): Promise<Outcomes> {
  const folder = newFolder()
  const counts: Record<string, number> = {}
  const faults: string[] = []
  const choice = seededChoice(seed)
  try {
    makeInputs(folder, 8)
    const first = await build(folder, [...words, '-o', 'before'])
    if (first.code !== 0) throw new Error(`an undisturbed build ends with ${first.code}: ${first.err}`)
    // Something new, something changed, something gone.
    for (let number = 0; number < 6; number++)
      writeFileSync(join(folder, 'in', `new-${number}.txt`), shortReport(300 + number))
    appendFileSync(join(folder, 'in', '1.txt'), shortReport(400))
    rmSync(join(folder, 'in', '2.txt'))
    const whole = await build(folder, [...words, '-o', 'whole'])
    if (whole.code !== 0) throw new Error(`an undisturbed build ends with ${whole.code}: ${whole.err}`)
    while ((counts.killed ?? 0) < kills) {
      rmSync(join(folder, 'out'), { recursive: true, force: true })
      cpSync(join(folder, 'before'), join(folder, 'out'), { recursive: true, preserveTimestamps: true })
      const [outcomes, wrong] = await killUpdate(folder, whole.milliseconds, choice)
      for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1
      faults.push(...wrong)
    }
    return { counts, faults }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
