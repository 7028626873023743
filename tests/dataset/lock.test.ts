/** Two builds in one place, by the built command line: one at a time, whatever was killed or paused. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { makeInputs, shortReport } from '../../measure/fuzz/inputs.js'
import { differences, readDataset } from '../../measure/fuzz/tree.js'
import { root } from '../repo/source.js'
import { temporaryFolder } from '../support/folder.js'

interface Running {
  readonly child: ChildProcess
  readonly ended: Promise<{ readonly code: number | null; readonly err: string }>
}

/** Starts a build whose lock beats every so many milliseconds. */
function start(cwd: string, words: string, heartbeat: number): Running {
  const args = [join(root, 'bin/huanyuan.js'), 'build', ...words.split(' '), '--lang', 'en', '--threads', '1']
  const child = spawn(process.execPath, args, {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HUANYUAN_HEARTBEAT: String(heartbeat) },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let err = ''
  child.stderr!.on('data', (chunk: Buffer) => {
    err += chunk.toString()
  })
  const ended = new Promise<{ code: number | null; err: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, err })),
  )
  return { child, ended }
}

const build = (cwd: string, words: string, heartbeat = 50) => start(cwd, words, heartbeat).ended

/** Waits until a build has done something. */
async function atWork(cwd: string, { child }: Running): Promise<void> {
  const work = join(cwd, 'out/.build')
  const isAtWork = () =>
    existsSync(work) &&
    readdirSync(work).some((name) => name.startsWith('index-') && readFileSync(join(work, name)).length > 0)
  while (child.exitCode === null && !isAtWork()) await wait(5)
}

/** Inputs that take a while, and the dataset of them that nobody disturbed. */
async function inputs(): Promise<string> {
  const cwd = temporaryFolder()
  makeInputs(cwd, 30)
  mkdirSync(join(cwd, 'in/long'))
  for (let number = 0; number < 60; number++) {
    const text = Array.from({ length: 20 }, (_, part) => shortReport(1000 + 20 * number + part)).join('\n')
    writeFileSync(join(cwd, 'in/long', `${number}.txt`), text)
  }
  expect(await build(cwd, 'in -o whole')).toMatchObject({ code: 0 })
  return cwd
}

test('a builder that was paused past its heartbeat stops when another has taken over', async () => {
  const cwd = await inputs()
  const paused = start(cwd, 'in -o out', 50)
  await atWork(cwd, paused)
  expect(paused.child.kill('SIGSTOP')).toBe(true)
  const next = start(cwd, 'in -o out --resume', 50)
  await atWork(cwd, next)
  // Both are at work for a moment.
  paused.child.kill('SIGCONT')
  const [first, second] = await Promise.all([paused.ended, next.ended])
  expect(second, second.err).toMatchObject({ code: 0 })
  expect(first.code, first.err).toBe(2)
  expect(first.err).toContain('another run took this build over')
  expect(differences(readDataset(join(cwd, 'whole')), readDataset(join(cwd, 'out')))).toEqual([])
}, 240_000)

test('a builder that wakes when all is done touches nothing of it', async () => {
  const cwd = await inputs()
  const paused = start(cwd, 'in -o out', 50)
  await atWork(cwd, paused)
  paused.child.kill('SIGSTOP')
  expect(await build(cwd, 'in -o out --force')).toMatchObject({ code: 0 })
  paused.child.kill('SIGCONT')
  expect(await paused.ended).toMatchObject({ code: 2, err: expect.stringContaining('took this build over') })
  expect(differences(readDataset(join(cwd, 'whole')), readDataset(join(cwd, 'out')))).toEqual([])
}, 240_000)

test('one that lives is not disturbed; one that was killed is followed at once', async () => {
  const cwd = await inputs()
  // Seldom enough that a busy machine is not taken for a dead one.
  const living = start(cwd, 'in -o out', 1000)
  await atWork(cwd, living)
  const plain = await build(cwd, 'in -o out', 1000)
  expect(plain).toMatchObject({ code: 2, err: expect.stringContaining('--resume') })
  const resumed = await build(cwd, 'in -o out --resume', 1000)
  // On a fast machine the living one may be done before its second beat is seen.
  if (living.child.exitCode === null) expect(resumed.err).toContain('another build is at work')
  living.child.kill('SIGKILL')
  await living.ended
  await build(cwd, 'in -o out --resume')
  expect(differences(readDataset(join(cwd, 'whole')), readDataset(join(cwd, 'out')))).toEqual([])
}, 240_000)

test('of several that begin at once one builds, and the others say so', async () => {
  const cwd = await inputs()
  const ends = await Promise.all(Array.from({ length: 3 }, () => build(cwd, 'in -o out', 2000)))
  expect(ends.filter(({ code }) => code === 0)).toHaveLength(1)
  for (const { code, err } of ends) {
    if (code !== 0) expect([code, err]).toEqual([2, expect.stringMatching(/another build|not finished|exists already/)])
  }
  expect(differences(readDataset(join(cwd, 'whole')), readDataset(join(cwd, 'out')))).toEqual([])
}, 240_000)

test('one that ends at Ctrl-C makes nobody wait', async () => {
  const cwd = await inputs()
  const stopped = start(cwd, 'in -o out', 60_000)
  await atWork(cwd, stopped)
  stopped.child.kill('SIGINT')
  expect(await stopped.ended).toMatchObject({ code: 130 })
  // With this heartbeat it would be waited for for five minutes.
  expect(await build(cwd, 'in -o out --resume', 60_000)).toMatchObject({ code: 0 })
  expect(differences(readDataset(join(cwd, 'whole')), readDataset(join(cwd, 'out')))).toEqual([])
}, 240_000)
