/** The recipes of docs/scale-out.md, run as they stand there: each gives the bytes of one machine. */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeInputs } from '../../measure/fuzz/inputs.js'
import { differences, readDataset } from '../../measure/fuzz/tree.js'
import { root } from '../repo/source.js'
import { builtPath } from '../support/built.js'
import { hasSlurm, type Slurm, startSlurm } from '../support/slurm.js'

const program = builtPath('bin/huanyuan.js')
const page = readFileSync(join(root, 'docs/scale-out.md'), 'utf8')

/** The blocks of code under a heading. */
function blocksOf(heading: string): string[] {
  const [, section] = new RegExp(`^## ${heading}\n(.*?)(?=^## )`, 'ms').exec(page)!
  return [...section!.matchAll(/^```\w+\n(.*?)^```$/gms)].map(([, code]) => code!)
}

let cwd: string
let env: NodeJS.ProcessEnv

/**
 * `huanyuan` as a program in the path. What LOST names as a task of an array is killed when it has planned, once, and then
 * does nothing more until it is ended.
 */
const shim = `#!/bin/bash
if [ -n "$SLURM_ARRAY_TASK_ID" ] && [ "$SLURM_ARRAY_TASK_ID" = "$LOST" ] && [ ! -e killed ]; then
  node "${program}" "$@" & pid=$!
  until [ -e "parts/$LOST/.build/plan.jsonl" ]; do sleep 0.02; done
  kill -9 $pid
  touch killed
  sleep 1000
fi
exec node "${program}" "$@"
`

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'huanyuan-test-'))
  makeInputs(cwd, 30)
  renameSync(join(cwd, 'in'), join(cwd, 'reports'))
  mkdirSync(join(cwd, 'bin'))
  writeFileSync(join(cwd, 'bin/huanyuan'), shim)
  chmodSync(join(cwd, 'bin/huanyuan'), 0o755)
  env = {
    ...process.env,
    PATH: `${join(cwd, 'bin')}${delimiter}${process.env.PATH}`,
    HUANYUAN_HEARTBEAT: '100',
    LOST: '3',
  }
  expect(shell('huanyuan build reports -o one --threads 1')).toMatchObject({ status: 0 })
})
afterAll(() => rmSync(cwd, { recursive: true, force: true }))

const shell = (code: string, more: NodeJS.ProcessEnv = {}) =>
  spawnSync('bash', ['-e', '-c', code], { cwd, env: { ...env, ...more }, encoding: 'utf8' })

/** What differs in the merged whole from what one machine makes; the parts and the whole are gone then. */
function differencesOfWhole(): string[] {
  const found = differences(readDataset(join(cwd, 'one')), readDataset(join(cwd, 'whole')))
  for (const name of ['parts', 'whole']) rmSync(join(cwd, name), { recursive: true })
  return found
}

const hasParallel = (process.env.PATH ?? '')
  .split(delimiter)
  .some((folder) => existsSync(join(folder, 'parallel')))

test.each([
  ['GNU parallel', hasParallel],
  ['Slurm', hasSlurm],
])('%s is there', (name, isThere) => {
  // Who tests by hand may have none; where CI is set, nothing is left untried.
  if (!isThere && process.env.CI === undefined) process.stderr.write(`The recipe for ${name} is not tried.\n`)
  else expect(isThere).toBe(true)
})

test.runIf(hasParallel)('GNU parallel', () => {
  const { status, stderr } = shell(blocksOf('GNU parallel')[0]!)
  expect([status, stderr]).toEqual([0, expect.stringContaining('whole')])
  expect(differencesOfWhole()).toEqual([])
})

test('an indexed job of Kubernetes, by its arguments', () => {
  const [manifest] = blocksOf('Kubernetes')
  const [, args] = /args: \[(.*)\]/.exec(manifest!)!
  const [, merge] = /`\[(merge, .*?)\]`/.exec(page)!
  const completions = Number(/completions: (\d+)/.exec(manifest!)![1])
  const call = (list: string, index = '') =>
    `huanyuan ${list
      .split(', ')
      .map((word) => word.replace('$(JOB_COMPLETION_INDEX)', index).replace(/^\/data\//, ''))
      .join(' ')}`
  for (let index = 0; index < completions; index++) {
    const { status, stderr } = shell(call(args!, String(index)), { JOB_COMPLETION_INDEX: String(index) })
    expect([status, stderr]).toEqual([0, expect.stringContaining(`parts/${index}`)])
  }
  expect(shell(call(merge!))).toMatchObject({ status: 0 })
  expect(differencesOfWhole()).toEqual([])
})

test('Spark: each partition through a process, as pipe() starts it', () => {
  const [code] = blocksOf('Spark')
  const [, words] = /\.pipe\("huanyuan (.*?)"\)/.exec(code!)!
  const lines = ['{"text":"全县有学校126所。"}', 'no JSON {', '{"text":"全县有医院8家。"}', '{"text":""}']
  // Spark parts the words at blanks, without a shell, and takes any code but 0 for a failed partition.
  const pipe = (partition: readonly string[]) => {
    const input = partition.map((line) => `${line}\n`).join('')
    const ended = spawnSync(process.execPath, [program, ...words!.split(' ')], {
      cwd,
      env,
      input,
      encoding: 'utf8',
    })
    expect(ended.status).toBe(0)
    return ended.stdout.split('\n').slice(0, -1)
  }
  const parted = [pipe(lines.slice(0, 2)), pipe(lines.slice(2))].flat()
  expect(parted).toHaveLength(lines.length)
  expect(parted[0]).toContain('学校')
  expect(parted[2]).toContain('医院')
})

describe.runIf(hasSlurm)('Slurm', () => {
  let slurm: Slurm
  beforeAll(async () => {
    slurm = await startSlurm(cwd, env)
  })
  afterAll(() => slurm.end())

  test('an array of which a task is killed and requeued, and merged', async () => {
    const [array, submit] = blocksOf('Slurm')
    writeFileSync(join(cwd, 'array.sh'), array!)
    const { status, stdout, stderr } = shell(`${submit}echo $job`, slurm.env)
    expect([status, stderr]).toEqual([0, ''])
    const job = /^\d+$/m.exec(stdout.trim().split('\n').at(-1)!)![0]
    while (!existsSync(join(cwd, 'killed'))) await wait(50)
    const lost = `${job}_3`
    slurm.call('scontrol', 'requeue', lost)
    // A requeued task waits for two minutes, unless it is told not to.
    while (!/PENDING/.test(slurm.call('squeue', '-h', '-j', lost, '-o', '%T'))) await wait(100)
    slurm.call('scontrol', 'update', `JobId=${lost}`, 'StartTime=now')
    while (slurm.call('squeue', '-h') !== '') await wait(200)
    expect(existsSync(join(cwd, 'whole/manifest.json'))).toBe(true)
    expect(differencesOfWhole()).toEqual([])
  })
})

test('the Dockerfile copies what is there, and installs the packages that are tested', () => {
  const lines = readFileSync(join(root, 'Dockerfile'), 'utf8').split('\n')
  const copied = lines.flatMap((line) => /^COPY (?!--from)(.*) \S+$/.exec(line)?.[1]?.split(' ') ?? [])
  expect(copied.filter((name) => !existsSync(join(root, name)))).toEqual([])
  expect(copied).toEqual(expect.arrayContaining(['bin', 'corpus', 'schema', 'src']))
  const { devDependencies, overrides } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const text = lines.join('\n')
  for (const name of ['bullmq', 'ioredis']) expect(text).toContain(` ${name}@${devDependencies[name]}`)
  expect(text).toContain(`overrides.msgpackr-extract=${overrides['msgpackr-extract']}`)
  expect(text).toMatch(/^USER node$/m)
})
