/** Two builds in one place, by the built command line: one at a time, whatever was killed or paused. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { makeInputs, shortReport } from '../../measure/fuzz/inputs.js'
import { type Running, startRunning } from '../../measure/fuzz/running.js'
import { differences, readDataset } from '../../measure/fuzz/tree.js'
import { isGone, ownerName } from '../../src/dataset/lock-owner.js'
import { builtPath } from '../support/built.js'

const children: ChildProcess[] = []

/** Starts a build whose lock beats every so many milliseconds. */
function start(words: string, heartbeat: number): Running {
  const args = [builtPath('bin/huanyuan.js'), 'build', ...words.split(' '), '--lang', 'en', '--threads', '1']
  const running = startRunning(process.execPath, args, { cwd, heartbeat })
  children.push(running.child)
  return running
}

const build = (words: string, heartbeat = 50) => start(words, heartbeat).ended

/** Waits until a build, the first one in its place or a later one, has done something. */
async function atWork({ child }: Running, run = 1): Promise<void> {
  const index = join(cwd, `out/.build/index-${run}.jsonl`)
  while (child.exitCode === null && !(statSync(index, { throwIfNoEntry: false })?.size ?? 0)) await wait(5)
}

const cwd = mkdtempSync(join(tmpdir(), 'huanyuan-test-'))
afterAll(() => rmSync(cwd, { recursive: true, force: true }))

// Inputs that take a while, and the dataset of them that nobody disturbed.
beforeAll(async () => {
  makeInputs(cwd, 8)
  mkdirSync(join(cwd, 'in/long'))
  for (let number = 0; number < 24; number++) {
    const text = Array.from({ length: 12 }, (_, part) => shortReport(1000 + 20 * number + part)).join('\n')
    writeFileSync(join(cwd, 'in/long', `${number}.txt`), text)
  }
  expect(await build('in -o whole')).toMatchObject({ code: 0 })
}, 240_000)

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  rmSync(join(cwd, 'out'), { recursive: true, force: true })
})

/** That the dataset is the one that nobody disturbed. */
function expectWhole(): void {
  expect(differences(readDataset(join(cwd, 'whole')), readDataset(join(cwd, 'out')))).toEqual([])
}

test('a builder that was paused past its heartbeat stops when another has taken over', async () => {
  const paused = start('in -o out', 50)
  await atWork(paused)
  expect(paused.child.kill('SIGSTOP')).toBe(true)
  const next = start('in -o out --resume', 50)
  await atWork(next, 2)
  // Both are at work for a moment.
  paused.child.kill('SIGCONT')
  const [first, second] = await Promise.all([paused.ended, next.ended])
  expect(second, second.err).toMatchObject({ code: 0 })
  expect(first.code, first.err).toBe(2)
  expect(first.err).toContain('another run took this build over')
  expectWhole()
}, 240_000)

test('a builder that wakes when all is done touches nothing of it', async () => {
  const paused = start('in -o out', 50)
  await atWork(paused)
  paused.child.kill('SIGSTOP')
  expect(await build('in -o out --force')).toMatchObject({ code: 0 })
  paused.child.kill('SIGCONT')
  expect(await paused.ended).toMatchObject({ code: 2, err: expect.stringContaining('took this build over') })
  expectWhole()
}, 240_000)

test('one that lives is not disturbed; one that was killed is followed at once', async () => {
  // Seldom enough that a busy machine is not taken for a dead one.
  const living = start('in -o out', 1000)
  await atWork(living)
  const plain = await build('in -o out', 1000)
  expect(plain).toMatchObject({ code: 2, err: expect.stringContaining('--resume') })
  const resumed = await build('in -o out --resume', 1000)
  // On a fast machine the living one may be done before its second beat is seen; then it was done by itself.
  if (resumed.code === 0) expect(await living.ended).toMatchObject({ code: 0 })
  else expect(resumed.err).toMatch(/another build is at work|exists already/)
  living.child.kill('SIGKILL')
  await living.ended
  await build('in -o out --resume')
  expectWhole()
}, 240_000)

test('one that was killed when only its work folder was left is followed', async (context) => {
  for (let attempt = 0; attempt < 5; attempt++) {
    rmSync(join(cwd, 'out'), { recursive: true, force: true })
    const killed = start('in -o out', 1000)
    while (killed.child.exitCode === null && !existsSync(join(cwd, 'out/timings.json'))) await wait(0)
    killed.child.kill('SIGKILL')
    await killed.ended
    if (!existsSync(join(cwd, 'out/.build'))) continue
    expect(await build('in -o out --resume')).toMatchObject({ code: 0 })
    expectWhole()
    return
  }
  context.skip('five builds were done before they could be killed')
}, 240_000)

test('of several that begin at once one builds, and the others say so', async () => {
  const ends = await Promise.all(Array.from({ length: 3 }, () => build('in -o out', 2000)))
  expect(ends.filter(({ code }) => code === 0)).toHaveLength(1)
  for (const { code, err } of ends) {
    if (code !== 0)
      expect([code, err]).toEqual([2, expect.stringMatching(/another build|not finished|exists already/)])
  }
  expectWhole()
}, 240_000)

test('one that ends at Ctrl-C makes nobody wait', async () => {
  const stopped = start('in -o out', 60_000)
  await atWork(stopped)
  stopped.child.kill('SIGINT')
  expect(await stopped.ended).toMatchObject({ code: 130 })
  // With this heartbeat it would be waited for for five minutes.
  expect(await build('in -o out --resume', 60_000)).toMatchObject({ code: 0 })
  expectWhole()
}, 240_000)

test.runIf(ownerName() !== '')(
  'one that was killed on this machine is followed at once',
  async () => {
    const killed = start('in -o out', 60_000)
    await atWork(killed)
    killed.child.kill('SIGKILL')
    await killed.ended
    // With this heartbeat it would be waited for for five minutes.
    expect(await build('in -o out --resume', 60_000)).toMatchObject({ code: 0 })
    expectWhole()
  },
  240_000,
)

test('only of a process of this machine it is certain that it is gone', async () => {
  const own = ownerName()
  const child = spawn(process.execPath, ['-e', ''], { stdio: 'ignore' })
  await new Promise((resolve) => child.on('close', resolve))
  expect(isGone(own)).toBe(false)
  expect(isGone('')).toBe(false)
  if (own === '') return
  const place = own.slice(0, own.lastIndexOf(' '))
  expect(isGone(`${place} ${child.pid}`)).toBe(true)
  expect(isGone(`other${place} ${child.pid}`)).toBe(false)
})
