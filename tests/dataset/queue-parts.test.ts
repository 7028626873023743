/** The parts of a queue that need no Redis: addresses, jobs, folders, and what becomes of tasks that nobody can do. */
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { addressText, parseAddress } from '../../src/dataset/queue/address.js'
import { confineTo } from '../../src/dataset/queue/confined.js'
import { openDelegate } from '../../src/dataset/queue/delegate.js'
import { type Job, parseJob } from '../../src/dataset/queue/job.js'
import type { JobQueue, JobState } from '../../src/dataset/queue/redis.js'
import { makeTaskFolder, openTaskFolder, type TaskFolder } from '../../src/dataset/queue/task-folder.js'
import type { WorkUnit } from '../../src/dataset/unit.js'
import { temporaryFolder } from '../support/folder.js'
import { runMain } from '../support/terminal.js'

describe('addresses', () => {
  test.each([
    ['redis://cache', { host: 'cache', port: 6379 }],
    ['redis://10.0.0.7:7000/2', { host: '10.0.0.7', port: 7000, db: 2 }],
    ['redis://[::1]:7000', { host: '::1', port: 7000 }],
    ['rediss://me:a%40b@cache', { host: 'cache', port: 6379, username: 'me', password: 'a@b', tls: {} }],
    ['unix:///run/redis.sock', { path: '/run/redis.sock' }],
  ])('%s', (text, address) => {
    expect(parseAddress(text)).toEqual(address)
  })

  test.each(['', 'cache', 'cache:6379', 'http://cache', 'redis:///0', 'redis://cache/words', 'unix://'])(
    'none is %s',
    (text) => {
      expect(parseAddress(text)).toBeUndefined()
    },
  )

  test('are told without name and password', () => {
    const told = (text: string) => addressText(parseAddress(text)!)
    expect(told('rediss://me:secret@cache:7000/3')).toBe('rediss://cache:7000/3')
    expect(told('redis://[::1]')).toBe('redis://[::1]:6379')
    expect(told('unix:///run/redis.sock')).toBe('unix:///run/redis.sock')
  })

  test('that are none are not said again: they may hold a password', async () => {
    for (const words of [
      ['worker', 'http://me:secret@cache', '--input', '.', '--output', '.'],
      ['build', '.', '-o', 'out', '--queue', 'http://me:secret@cache'],
    ]) {
      const { code, err } = await runMain(words, { cwd: temporaryFolder({ 'a.txt': '今天下雨。' }) })
      expect(code).toBe(2)
      expect(err).toContain('redis://HOST:PORT/DATABASE')
      expect(err).not.toContain('secret')
    }
  })
})

describe('jobs', () => {
  const plan = '0123456789abcdef'.repeat(4)
  const job = { plan, run: 3, task: 17 }

  test('name a plan, a run and a task', () => {
    expect(parseJob('task', job)).toEqual(job)
  })

  test.each<[string, string, unknown]>([
    ['another kind', 'format', job],
    ['an option', 'task', { ...job, force: true }],
    ['a path for a plan', 'task', { ...job, plan: '../plan' }],
    ['a plan with more behind it', 'task', { ...job, plan: `${plan}/..` }],
    ['a text for a number', 'task', { ...job, task: '17' }],
    ['no whole number', 'task', { ...job, run: 1.5 }],
    ['no number', 'task', { ...job, task: null }],
    ['a list', 'task', [plan, 3, 17]],
    ['nothing', 'task', undefined],
  ])('are none: %s', (_, name, data) => {
    expect(parseJob(name, data)).toBeUndefined()
  })
})

describe('folders', () => {
  test('hold what lies in them, wherever links lead', () => {
    const cwd = temporaryFolder({ 'in/a.txt': 'a', 'own/b.txt': 'b', 'inside/c.txt': 'c' })
    symlinkSync(join(cwd, 'own/b.txt'), join(cwd, 'in/file'))
    symlinkSync(join(cwd, 'own'), join(cwd, 'in/folder'))
    symlinkSync(join(cwd, 'in'), join(cwd, 'other-name'))
    const confine = confineTo([join(cwd, 'in')])
    const isIn = (path: string) => confine(join(cwd, path)) !== undefined
    expect(['in/a.txt', 'in/new/one.txt', 'other-name/a.txt', 'in/..a.txt'].map(isIn)).not.toContain(false)
    expect(
      ['own/b.txt', 'inside/c.txt', 'in/../own/b.txt', 'in/file', 'in/folder/b.txt', 'in/folder/new.txt'].map(
        isIn,
      ),
    ).not.toContain(true)
  })
})

const settings = {
  plan: 'd'.repeat(64),
  made: {},
  document: { maxBytes: 1, maxCharacters: 1 },
  resources: {},
}
const unitOf = (number: number): WorkUnit => ({
  number,
  path: `${number}.txt`,
  absolute: `/in/${number}.txt`,
  place: `${number}`,
  bytes: 1,
  size: 1,
  modified: 0,
})

describe('the folder of tasks', () => {
  test('gives what was put there, and nothing that was changed since, or is of another plan', () => {
    const work = temporaryFolder()
    const tasks = makeTaskFolder(work, 2, settings)
    tasks.writeTask(1, [unitOf(7)])
    expect(openTaskFolder(work, 2, settings.plan)!.readTask(1)).toEqual([unitOf(7)])
    expect(openTaskFolder(work, 2, 'e'.repeat(64))).toBeUndefined()
    expect(openTaskFolder(work, 1, settings.plan)).toBeUndefined()
    const path = join(tasks.folder, 'task-1.json')
    writeFileSync(path, readFileSync(path, 'utf8').replace('/in/7.txt', '/in/8.txt'))
    expect(tasks.readTask(1)).toBeUndefined()
  })

  test('takes records of its own alone', () => {
    const tasks = makeTaskFolder(temporaryFolder(), 1, settings)
    const resultWith = (file: string) => {
      const entry = { file, offset: 0, length: 1, digest: '' } as never
      tasks.writeResult(1, {
        results: [{ unit: 0, digest: null, entries: [entry], failures: [] }],
        timings: {},
      })
      return tasks.readResult(1)?.results[0]?.entries[0]?.file
    }
    expect(resultWith('records-12-3.jsonl')).toBe('queue-1/records-12-3.jsonl')
    expect(resultWith('../records-12-3.jsonl')).toBeUndefined()
  })
})

/** A queue of which a test says what becomes of jobs. */
function queueOf(stateOf: (job: Job, tasks: TaskFolder) => JobState) {
  const tasks = makeTaskFolder(temporaryFolder(), 1, settings)
  const added: number[] = []
  const removed: number[] = []
  const queue: JobQueue = {
    add: async ({ task }) => {
      added.push(task)
    },
    remove: async ({ task }) => {
      removed.push(task)
    },
    stateOf: async (job) => stateOf(job, tasks),
    counts: async () => ({ workers: 0, active: 0, waiting: 0 }),
    close: async () => {},
  }
  const delegate = openDelegate(queue, tasks, 1, { folder: 2, queue: 5 })
  return { tasks, added, removed, delegate }
}

describe('a task', () => {
  const done = { results: [], timings: {} }

  test('that a queue has forgotten is put there again', async () => {
    const { added, delegate } = queueOf((job, tasks) => {
      if (added.length > 1) tasks.writeResult(job.task, done)
      return { is: 'gone' }
    })
    expect(await delegate.process([unitOf(0)])).toEqual(done)
    expect(added).toEqual([1, 1])
    await delegate.end(new Error('over'))
  })

  test('that takes its workers with it is halved, until one document fails alone', async () => {
    const { added, removed, tasks, delegate } = queueOf((job, folder) => {
      const units = folder.readTask(job.task) ?? []
      if (units.some(({ number }) => number === 2)) return { is: 'lost' }
      const results = units.map(({ number }) => ({ unit: number, digest: 'd', entries: [], failures: [] }))
      folder.writeResult(job.task, { results, timings: {} })
      return { is: 'there' }
    })
    const { results } = await delegate.processUnits([0, 1, 2, 3].map(unitOf))
    expect(results.map(({ unit, failures }) => [unit, failures.map(({ code }) => code)])).toEqual([
      [0, []],
      [1, []],
      [2, ['worker-lost']],
      [3, []],
    ])
    expect(added).toHaveLength(5)
    expect(removed).toHaveLength(3)
    expect(readdirSync(tasks.folder)).toEqual(['settings.json'])
    await delegate.end(new Error('over'))
  })

  test('that is refused ends the build with the reason', async () => {
    const { delegate } = queueOf(() => ({ is: 'refused', reason: 'outside-folders' }))
    await expect(delegate.process([unitOf(0)])).rejects.toMatchObject({
      code: 'task-refused',
      parameters: { reason: 'outside-folders' },
    })
    await delegate.end(new Error('over'))
  })

  test('is taken out of the queue when the build ends', async () => {
    const { removed, delegate } = queueOf(() => ({ is: 'there' }))
    const waiting = [delegate.process([unitOf(0)]), delegate.process([unitOf(1)])]
    const ended = Promise.allSettled(waiting)
    await delegate.end(new Error('over'))
    expect((await ended).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(removed).toEqual([1, 2])
    await expect(delegate.process([unitOf(2)])).rejects.toThrow('over')
  })
})
