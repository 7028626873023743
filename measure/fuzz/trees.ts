/**
 * Builds in folders full of other people's files, beside, above and inside of the outputs and under their very names: with
 * links and copies by link, with every format, with and without --force and --resume. Whatever a build says, what it
 * did not make, or what was changed since, is the same before and after.
 */
import {
  appendFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { buildDataset } from '../../src/dataset/build.js'
import { destinationOf } from '../../src/dataset/destination.js'
import { formats } from '../../src/dataset/formats/index.js'
import { ProcessingError } from '../../src/model/message.js'
import type { Resources } from '../../src/pipeline/resources.js'
import { type Choice, seededChoice } from './choice.js'
import { inlineThreads, Stopped } from './inline-threads.js'
import { buildOptions } from './inputs.js'
import type { Outcomes } from './mutations.js'
import { newFolder, readTree, type Tree } from './tree.js'

const folders = [
  '',
  'out',
  'out/text',
  'out/.build',
  'out/markdown',
  'in',
  'in/a',
  'in/a/b',
  'text',
  '.build',
  'deep/x',
]

/** Names that a build writes or makes for itself. */
const names = [
  ...formats.flatMap(({ outputs }) => outputs.map(({ name }) => name)),
  ...['manifest.json', 'messages.jsonl', 'dropped.jsonl', 'files.jsonl', 'timings.json'],
  ...['out.jsonl', 'out.manifest.json', 'out.messages.jsonl', 'out.sqlite', 'out.jsonl.build'],
  ...[
    'plan.jsonl',
    'index-1.jsonl',
    'lock-1.json',
    'huanyuan-build.json',
    'complete',
    'a.txt',
    'b.txt',
    'a.md',
  ],
]

const contents = [
  '全市共有学校98所。\n',
  '{"text":"全市共有学校98所。"}\n',
  '{}',
  '',
  'PK\u0003\u0004',
  '甲县有耕地3万亩。\n',
]

/** Fills a folder with so many files, links to files and folders, and second names of files. */
function plant(root: string, count: number, choice: Choice): void {
  const planted: string[] = []
  for (const folder of folders) if (choice.chance(0.7)) mkdirSync(join(root, folder), { recursive: true })
  const present = [...readTree(root).keys()]
  // More would lead into each other on so many ways that no pattern comes to an end.
  let folderLinks = 2
  while (planted.length < count) {
    // Most names are nobody's, so that most files lie beside.
    const name = choice.chance(0.3) ? choice.one(names) : `${choice.below(1e6)}.${choice.one(['txt', 'dat'])}`
    const parent = choice.one(['', 'in', ...present])
    const path = join(root, parent, name)
    mkdirSync(dirname(path), { recursive: true })
    if (existsSync(path) || planted.includes(path)) continue
    const other = planted.length > 0 ? choice.one(planted) : undefined
    const kind = choice.below(10)
    if (kind === 0 && other !== undefined) symlinkSync(relative(dirname(path), other), path)
    else if (kind === 1 && folderLinks-- > 0)
      symlinkSync(relative(dirname(path), join(root, choice.one(['.', ...present]))) || '.', path)
    else if (kind === 2 && other !== undefined && lstatSync(other).isFile()) linkSync(other, path)
    else writeFileSync(path, `${choice.one(contents)}${choice.chance(0.5) ? choice.below(1e6) : ''}`)
    planted.push(path)
  }
}

/** What a user does to a file that a build made. Gives the paths that are his from now on. */
function tamper(root: string, owned: Set<string>, choice: Choice): void {
  if (owned.size === 0) return
  const path = choice.one([...owned].sort())
  const absolute = join(root, path)
  owned.delete(path)
  switch (choice.below(4)) {
    case 0:
      appendFileSync(absolute, '我的')
      break
    case 1:
      renameSync(absolute, `${absolute}.mine`)
      symlinkSync(`${absolute}.mine`, absolute)
      break
    case 2:
      rmSync(absolute)
      break
    default:
      rmSync(absolute)
      mkdirSync(absolute)
      writeFileSync(join(absolute, 'a.txt'), '我的')
  }
}

/** Paths at which two trees differ and may not: `may` says of which. */
function wrongs(
  before: Tree,
  after: Tree,
  mayChange: (path: string) => boolean,
  mayAppear: (path: string) => boolean,
) {
  const wrong: string[] = []
  for (const path of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(path), after.get(path)]
    if (was === is || (was === undefined ? mayAppear(path) : mayChange(path))) continue
    wrong.push(`${path}: ${was ?? 'nothing'} → ${is ?? 'nothing'}`)
  }
  return wrong
}

interface Field {
  readonly root: string
  readonly resources: Resources
  /** Files that builds made and nobody touched since. */
  readonly owned: Set<string>
  /** Work folders that stopped builds left. */
  readonly works: Set<string>
}

const outs = [
  'out',
  '.',
  'out.jsonl',
  'in',
  'out/records.jsonl',
  'out.sqlite',
  'deep/new/facts.csv',
  'link/out',
  'in/a/',
]

function inputsOf(root: string, choice: Choice): string[] {
  const texts = [...readTree(root).keys()].filter((path) => /\.(txt|jsonl)$/.test(path))
  const wanted = ['in', 'in/**/*.txt', 'out/text', choice.one(texts), choice.one(texts)]
  return [choice.one(wanted), choice.one(wanted)].slice(0, 1 + choice.below(2))
}

/** One build. Gives its outcome, and what is wrong after it. */
async function buildOnce({ root, resources, owned, works }: Field, choice: Choice) {
  const out = choice.one(outs)
  const wanted = choice.chance(0.5) ? [] : choice.some(formats.map(({ id }) => id))
  const inputs = inputsOf(root, choice)
  const how = choice.one([{}, { force: true }, { force: true }, { resume: true }])
  const stop = choice.chance(0.15) ? choice.below(3) : Number.POSITIVE_INFINITY
  const before = readTree(root)
  const told = `${inputs.join(' ')} -o ${out} --format ${wanted.join(',')} ${JSON.stringify(how)}`
  let outcome = 'built'
  try {
    await buildDataset(buildOptions(root, inputs, out, wanted, how), inlineThreads(resources, stop))
  } catch (cause) {
    if (cause instanceof ProcessingError) outcome = cause.code
    else if (cause instanceof Stopped) outcome = 'stopped'
    else throw cause
  }
  const after = readTree(root)
  const under = (path: string, parent: string) => path === parent || path.startsWith(`${parent}/`)
  const [places, work] = placesOf(root, out, wanted)
  const isWork = (path: string) => [...works].some((each) => under(path, each))
  if (outcome === 'stopped' && !before.has(work)) works.add(work)
  const mayChange = (path: string) =>
    isWork(path) ||
    (outcome === 'built' && (owned.has(path) || (before.get(path) === 'folder' && isEmptied(path))))
  const isEmptied = (path: string) => [...before.keys()].some((each) => under(each, path) && owned.has(each))
  const mayAppear = (path: string) =>
    isWork(path) ||
    (outcome === 'built' && places.some((place) => under(path, place))) ||
    // The folders that lead to an output.
    (after.get(path) === 'folder' && under(work, path))
  const wrong = wrongs(before, after, mayChange, mayAppear)
  if (outcome === 'built') {
    if (!existsSync(join(root, work))) works.delete(work)
    for (const path of after.keys()) {
      const isNew = before.get(path) !== after.get(path)
      if (isNew && after.get(path)!.startsWith('file') && places.some((place) => under(path, place)))
        owned.add(path)
    }
    for (const path of [...owned]) if (!after.has(path)) owned.delete(path)
  }
  return [outcome, wrong.map((each) => `${told}: ${outcome}, but ${each}`)] as const
}

/** Paths below the root that a build may make, and that of its work folder. */
function placesOf(
  root: string,
  out: string,
  wanted: readonly string[],
): readonly [readonly string[], string] {
  try {
    const { folder, outputs, companions, nameOf, work } = destinationOf(out, wanted, root)
    const made = [...outputs.map(({ name }) => name), ...companions.map(nameOf)]
    return [made.map((name) => relative(root, join(folder, name))), relative(root, work)]
  } catch {
    return [[], '\0']
  }
}

/** So many builds in a tree of so many files. */
export async function buildInTree(
  resources: Resources,
  files: number,
  builds: number,
  seed: number,
): Promise<Outcomes> {
  const root = newFolder()
  try {
    const choice = seededChoice(seed)
    plant(root, files, choice)
    const field: Field = { root, resources, owned: new Set(), works: new Set() }
    const counts: Record<string, number> = {}
    const faults: string[] = []
    for (let index = 0; index < builds; index++) {
      if (choice.chance(0.3)) tamper(root, field.owned, choice)
      const [outcome, wrong] = await buildOnce(field, choice)
      counts[outcome] = (counts[outcome] ?? 0) + 1
      faults.push(...wrong.map((each) => `seed ${seed}, build ${index}: ${each}`))
    }
    return { counts, faults }
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}
