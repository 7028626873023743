/**
 * Measures what the repair does beyond whole spun reports: clean documents of every kind, the same documents spun, one
 * spun paragraph in a clean document, reports of which few words were swapped, and tools that behave in other ways.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Resources } from '../../src/pipeline/resources.js'
import { behaviours, makeBehaviours, readRegisters } from './behaviours/index.js'
import type { StatedConfidence } from './calibration.js'
import { commonestSwaps, formatHarm, listErrors } from './clean-kinds.js'
import { formatFolders } from './folders.js'
import { keepPairs, putInParagraphs } from './made-sets.js'
import type { Seen } from './read-and-repair.js'
import { seeAll } from './read-and-repair.js'
import type { EvaluationText } from './sets.js'
import { readSet } from './sets.js'
import { formatParagraphs, formatSpun, statedConfidences } from './spun-kinds.js'

/** Names that `--sets` takes. Those behind `wild-half` are made of the sets that are read. */
export const otherSets: readonly string[] = [
  'wild-clean',
  'wild-spun',
  'wild-half',
  'one-paragraph',
  'one-in-five',
  'folders',
  ...behaviours.map(({ name }) => name),
]

const seed = 1

/** Share of the pairs that a tool with a short list holds. */
const keptShare = 0.2

export interface OtherKinds {
  /** The folder that holds the sets. */
  readonly data: string
  readonly sets: readonly string[]
  readonly resources: Resources
  readonly print: (text: string) => void
}

/** Texts of a set of the data, none where it is missing. */
const readFrom = (data: string, name: string): EvaluationText[] =>
  existsSync(join(data, name)) ? readSet(data, name) : []

async function printClean({ data, resources, print }: OtherKinds): Promise<void> {
  const texts = readFrom(data, 'wild-clean')
  if (texts.length === 0) return
  const seen = await seeAll(texts, { resources, until: 'audit' })
  print('\n## Clean documents of every kind: harm done\n')
  print(formatHarm(seen, resources, false))
  print(`\nCommonest swaps: ${commonestSwaps(seen, 12) || 'none'}`)
  for (const finding of listErrors(seen)) print(finding)
  const assumed = await seeAll(texts, { resources, until: 'audit', assume: 'spun' })
  print('\n## The same, taken as spun because the user says so\n')
  print(formatHarm(assumed, resources, true))
}

async function printSpun({ data, sets, resources, print }: OtherKinds): Promise<Map<string, Seen[]>> {
  const repaired = new Map<string, Seen[]>()
  for (const name of sets) {
    const isMade = name === 'one-in-five'
    if (!isMade && name !== 'wild-spun' && name !== 'wild-half') continue
    const texts = isMade ? keepPairs(readFrom(data, 'spun-known'), keptShare, seed) : readFrom(data, name)
    if (texts.length > 0) repaired.set(name, await seeAll(texts, { resources, until: 'repair' }))
  }
  if (repaired.size > 0) {
    print('\n## Spun documents of every kind: applied swaps\n')
    print(formatSpun(repaired, resources))
  }
  return repaired
}

async function printParagraphs({ data, resources, print }: OtherKinds): Promise<void> {
  const texts = putInParagraphs(readFrom(data, 'wild-clean'), readFrom(data, 'spun-known'), seed)
  if (texts.length === 0) return
  const seen = await seeAll(texts, { resources, until: 'repair' })
  print('\n## Clean documents with one spun paragraph of a report inside\n')
  print(formatParagraphs(seen))
}

async function printFolders({ data, resources, print }: OtherKinds): Promise<void> {
  const given = (names: readonly string[]) =>
    new Map(
      names.map((name) => [name, readFrom(data, name)] as const).filter(([, texts]) => texts.length > 0),
    )
  const spun = given(['spun-known', 'spun-unseen', 'wild-spun', 'wild-half'])
  const known = spun.get('spun-known')
  if (known !== undefined) spun.set('one-in-five', keepPairs(known, keptShare, seed))
  // A site has one tool: the same pairs stay in all of its documents.
  const site = readFrom(data, 'spun-site').map((text) => ({ ...text, position: 0 }))
  if (site.length > 0) spun.set('one short list', keepPairs(site, keptShare, seed))
  const clean = given(['clean', 'wild-clean'])
  if (spun.size === 0 && clean.size === 0) return
  print('\n## Folders of short documents: alone, and with the proof of their folder\n')
  print(await formatFolders(spun, clean, seed, { resources, until: 'repair' }))
}

async function printBehaviours({ data, sets, resources, print }: OtherKinds): Promise<Map<string, Seen[]>> {
  const asked = behaviours.filter(({ name }) => sets.includes(name))
  const clean = asked.length === 0 ? [] : readRegisters((name) => readFrom(data, name))
  const repaired = new Map<string, Seen[]>()
  if (clean.length === 0) return repaired
  for (const [name, texts] of makeBehaviours(asked, clean, seed)) {
    repaired.set(name, await seeAll(texts, { resources, until: 'repair' }))
  }
  print('\n## Tools that behave differently: applied swaps\n')
  print(formatSpun(repaired, resources))
  return repaired
}

/** Prints the tables of the sets that are asked for and at hand. Returns the confidences of the spun ones, by set. */
export async function evaluateOtherKinds(asked: OtherKinds): Promise<Map<string, StatedConfidence[]>> {
  if (asked.sets.includes('wild-clean')) await printClean(asked)
  const repaired = await printSpun(asked)
  if (asked.sets.includes('one-paragraph')) await printParagraphs(asked)
  if (asked.sets.includes('folders')) await printFolders(asked)
  const behaved = await printBehaviours(asked)
  return new Map([...repaired, ...behaved].map(([name, seen]) => [name, statedConfidences(seen)]))
}
