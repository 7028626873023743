/**
 * Builds that were stopped, whose work folders are then cut, flipped, swapped and dropped at random. A resumed one ends in
 * equal bytes, or in one error after which its advice leads to equal bytes. Anything else is a fault.
 */
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildDataset } from '../../src/dataset/build.js'
import type { BuildOptions } from '../../src/dataset/build-options.js'
import { ProcessingError } from '../../src/model/message.js'
import type { Resources } from '../../src/pipeline/resources.js'
import { type Choice, seededChoice } from './choice.js'
import { inlineThreads, Stopped } from './inline-threads.js'
import { buildOptions, makeInputs, makeRecordInputs } from './inputs.js'
import { differences, newFolder, readDataset, type Tree } from './tree.js'

export interface Outcomes {
  /** How often each outcome came: `equal bytes`, or the code of an error. */
  readonly counts: Readonly<Record<string, number>>
  readonly faults: readonly string[]
}

/** Changes some bytes, and says what it did. */
type Mutation = (bytes: Buffer, choice: Choice) => readonly [string, Buffer]

function cutTwice(length: number, choice: Choice): readonly [number, number] {
  const cuts = [choice.below(length + 1), choice.below(length + 1)].sort((a, b) => a - b)
  return [cuts[0]!, cuts[1]!]
}

function withLines(bytes: Buffer, change: (lines: string[]) => void): Buffer {
  const lines = bytes.toString('latin1').split('\n')
  change(lines)
  return Buffer.from(lines.join('\n'), 'latin1')
}

const mutations: readonly Mutation[] = [
  (bytes, { below }) => ['cut', bytes.subarray(0, below(bytes.length + 1))],
  () => ['emptied', Buffer.alloc(0)],
  (bytes, { below }) => {
    const flipped = Buffer.from(bytes)
    if (flipped.length > 0) flipped[below(flipped.length)]! ^= 1 << below(8)
    return ['a bit flipped', flipped]
  },
  (bytes, choice) => {
    const [start, end] = cutTwice(bytes.length, choice)
    return ['zeros over a piece', Buffer.from(bytes).fill(0, start, end)]
  },
  (bytes, choice) => {
    const [start, end] = cutTwice(bytes.length, choice)
    return ['a piece dropped', Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)])]
  },
  (bytes, { below }) => [
    'a line dropped',
    withLines(bytes, (lines) => lines.splice(below(Math.max(1, lines.length - 1)), 1)),
  ],
  (bytes, { below }) => [
    'two lines swapped',
    withLines(bytes, (lines) => {
      const [a, b] = [below(lines.length), below(lines.length)]
      ;[lines[a], lines[b]] = [lines[b]!, lines[a]!]
    }),
  ],
  (bytes, { below }) => [
    'a line twice',
    withLines(bytes, (lines) => {
      const at = below(lines.length)
      lines.splice(at, 0, lines[at]!)
    }),
  ],
  (bytes) => ['half a line added', Buffer.concat([bytes, Buffer.from('{"unit":0,"entries":[')])],
]

/** Changes a work folder, and says how. `others` are work folders of other builds. */
function mutate(folder: string, others: readonly string[], choice: Choice): string {
  const names = readdirSync(folder)
    .filter((each) => statSync(join(folder, each)).isFile())
    .sort()
  if (names.length === 0) return 'nothing left'
  const name = choice.one(names)
  const path = join(folder, name)
  const which = choice.below(mutations.length + 3)
  if (which === mutations.length) {
    rmSync(path)
    return `${name} dropped`
  }
  if (which === mutations.length + 1) {
    const other = choice.one(names)
    const [mine, its] = [readFileSync(path), readFileSync(join(folder, other))]
    writeFileSync(path, its)
    writeFileSync(join(folder, other), mine)
    return `${name} and ${other} swapped`
  }
  if (which === mutations.length + 2) {
    const from = join(choice.one(others), name)
    if (!existsSync(from)) return 'nothing'
    writeFileSync(path, readFileSync(from))
    return `${name} of another build`
  }
  const [what, bytes] = mutations[which]!(readFileSync(path), choice)
  writeFileSync(path, bytes)
  return `${name}: ${what}`
}

const formats = ['jsonl', 'text']

/** A build in `out`, which is stopped at these tasks, one after the other. */
async function stopAt(options: BuildOptions, resources: Resources, tasks: readonly number[]): Promise<void> {
  for (const [index, task] of tasks.entries()) {
    const how = { ...options, resume: index > 0 }
    const stopped = await buildDataset(how, inlineThreads(resources, task)).catch((cause: unknown) => cause)
    if (!(stopped instanceof Stopped)) throw new Error(`not stopped at task ${task}: ${String(stopped)}`)
  }
}

async function codeOf(options: BuildOptions, resources: Resources): Promise<string | undefined> {
  try {
    await buildDataset(options, inlineThreads(resources))
    return undefined
  } catch (cause) {
    if (cause instanceof ProcessingError) return cause.code
    throw cause
  }
}

interface Case {
  readonly folder: string
  readonly whole: Tree
  readonly resources: Resources
  /** Folders of outputs of builds that were stopped. */
  readonly stopped: readonly string[]
}

async function tryOne(
  { folder, whole, resources, stopped }: Case,
  choice: Choice,
): Promise<readonly [string, string | undefined]> {
  const out = join(folder, 'out')
  rmSync(out, { recursive: true, force: true })
  cpSync(choice.one(stopped), out, { recursive: true })
  const work = join(out, '.build')
  const others = [...stopped.map((each) => join(each, '.build')), join(folder, 'other', '.build')]
  const told: string[] = []
  for (let times = 1 + choice.below(3); times > 0; times--) told.push(mutate(work, others, choice))
  const what = told.join(', ')
  const options = buildOptions(folder, ['in'], 'out', formats)
  const code = await codeOf({ ...options, resume: true }, resources)
  if (code === undefined) {
    const different = differences(whole, readDataset(out))
    return [
      'equal bytes',
      different.length === 0 ? undefined : `${what}: no error, but ${different.join('; ')}`,
    ]
  }
  const written = readdirSync(out).filter((name) => name !== '.build')
  if (written.length > 0) return [code, `${what}: ${code}, but ${written.join(', ')} were written`]
  if (code === 'work-foreign') rmSync(work, { recursive: true })
  const again = await codeOf({ ...options, force: true }, resources)
  const different = again === undefined ? differences(whole, readDataset(out)) : [again]
  return [
    code,
    different.length === 0 ? undefined : `${what}: ${code}, and its advice led to ${different.join('; ')}`,
  ]
}

/** Damages so many work folders. */
export async function mutateJournals(resources: Resources, times: number, seed: number): Promise<Outcomes> {
  const folder = newFolder()
  try {
    makeInputs(join(folder, 'texts'), 24)
    const texts = buildOptions(join(folder, 'texts'), ['in'], 'out', ['jsonl'])
    await buildDataset(texts, inlineThreads(resources))
    const records = readFileSync(join(folder, 'texts', 'out', 'records.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
    makeRecordInputs(folder, records)
    const optionsOf = (out: string) => buildOptions(folder, ['in'], out, formats)
    await buildDataset(optionsOf('whole'), inlineThreads(resources))
    // Stopped in the work, in the work of a later run, and while the formats are written.
    const tasks = [[1], [3], [2, 2], [1, 1, 1], [4]]
    const stopped: string[] = []
    for (const [index, at] of tasks.entries()) {
      await stopAt(optionsOf(`stopped-${index}`), resources, at)
      stopped.push(join(folder, `stopped-${index}`))
    }
    await stopAt(buildOptions(folder, ['in/2016'], 'other', formats), resources, [1])
    const counts: Record<string, number> = {}
    const faults: string[] = []
    const choice = seededChoice(seed)
    const whole = readDataset(join(folder, 'whole'))
    for (let index = 0; index < times; index++) {
      const [outcome, fault] = await tryOne({ folder, whole, resources, stopped }, choice)
      counts[outcome] = (counts[outcome] ?? 0) + 1
      if (fault !== undefined) faults.push(`${index}: ${fault}`)
    }
    return { counts, faults }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
