/** Builds by a queue: the bytes of one machine, whoever is killed, stopped or away; and what no job can ask for. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Queue } from 'bullmq'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeInputs } from '../../measure/fuzz/inputs.js'
import {
  atWork,
  hasRedis,
  type Machines,
  openMachines,
  redisPath,
} from '../../measure/fuzz/queue-machines.js'
import { disturbQueues } from '../../measure/fuzz/queues.js'
import { differences, readDataset } from '../../measure/fuzz/tree.js'
import { parseAddress } from '../../src/dataset/queue/address.js'
import { workQueue } from '../../src/dataset/queue/work.js'
import { refuseStaleBuild } from '../support/built.js'

refuseStaleBuild()

test(`Redis is at ${redisPath}; REDIS_SERVER_PATH names another`, ({ skip }) => {
  // Who tests by hand may have none; where CI is set, nothing is left untried.
  if (!hasRedis && process.env.CI === undefined) skip('builds by a queue are not tried')
  expect(hasRedis).toBe(true)
})

describe.runIf(hasRedis)('by a queue', () => {
  let cwd: string
  let machines: Machines
  beforeAll(async () => {
    cwd = mkdtempSync(join(tmpdir(), 'huanyuan-test-'))
    makeInputs(cwd, 40)
    machines = openMachines(cwd)
    await machines.startRedis()
    expect(await machines.build('in', '-o', 'whole').ended).toMatchObject({ code: 0 })
  })
  afterAll(async () => {
    await machines.end()
    rmSync(cwd, { recursive: true, force: true })
  })

  const outOf = (name: string) => join(cwd, name)
  const differencesOf = (name: string) => differences(readDataset(outOf('whole')), readDataset(outOf(name)))

  async function openQueue() {
    const connection = new Redis({ path: join(cwd, 'redis.sock'), maxRetriesPerRequest: null })
    return { connection, queue: new Queue('huanyuan', { connection }) }
  }

  /** Puts jobs into the queue as anybody could who reaches it; gives why each failed. */
  async function reasonsOf(jobs: readonly (readonly [name: string, data: unknown])[]): Promise<string[]> {
    const { connection, queue } = await openQueue()
    try {
      const added = await Promise.all(jobs.map(([name, data]) => queue.add(name, data)))
      const reasons: string[] = []
      for (const { id } of added) {
        let job = await queue.getJob(id!)
        for (; !job!.failedReason; job = await queue.getJob(id!)) await wait(20)
        reasons.push(job!.failedReason)
      }
      return reasons
    } finally {
      await queue.close()
      connection.disconnect()
    }
  }

  test('one of three workers is killed, one loses its task and goes on: the bytes of one machine', async () => {
    expect(await disturbQueues(1)).toEqual({ counts: { 'the same': 1 }, faults: [] })
  })

  test('Redis that is killed and comes back empty costs nothing but time', async () => {
    const worker = machines.worker('--input', 'in', '--output', '.')
    const build = machines.build('in', '-o', 'restarted', '--queue', machines.address)
    await atWork(build, outOf('restarted'))
    await machines.stopRedis('SIGKILL')
    rmSync(join(cwd, 'redis.sock'), { force: true })
    await wait(300)
    await machines.startRedis()
    expect(await build.ended).toMatchObject({ code: 0 })
    expect(differencesOf('restarted')).toEqual([])
    worker.child.kill('SIGTERM')
    const { code, err } = await worker.ended
    expect(code).toBe(0)
    expect(err).toMatch(/is away.*is there again.*tasks done: [1-9]/s)
  })

  test('a build that was killed goes on with what its workers did', async () => {
    const worker = machines.worker('--input', 'in', '--output', '.')
    const build = machines.build('in', '-o', 'killed', '--queue', machines.address)
    await atWork(build, outOf('killed'))
    build.child.kill('SIGKILL')
    await build.ended
    const again = machines.build('in', '-o', 'killed', '--queue', machines.address, '--resume')
    expect(await again.ended).toMatchObject({ code: 0 })
    expect(differencesOf('killed')).toEqual([])
    worker.child.kill('SIGTERM')
    expect(await worker.ended).toMatchObject({ code: 0 })
  })

  test('what a worker that is to stop has no time for is given back', async () => {
    const build = machines.build('in', '-o', 'given', '--queue', machines.address)
    const stop = new AbortController()
    const refusals: string[] = []
    const working = workQueue({
      address: parseAddress(machines.address)!,
      inputs: [outOf('in')],
      output: cwd,
      threads: 2,
      grace: 0,
      signal: stop.signal,
      onConnection: () => {},
      onReady: () => {},
      onRefusal: (reason) => refusals.push(reason),
    })
    const { connection, queue } = await openQueue()
    while ((await queue.getActiveCount()) === 0) await wait(10)
    stop.abort()
    const { tasks } = await working
    expect([await queue.getActiveCount(), await queue.getFailedCount(), refusals]).toEqual([0, 0, []])
    await queue.close()
    connection.disconnect()
    const worker = machines.worker('--input', 'in', '--output', '.')
    expect(await build.ended).toMatchObject({ code: 0 })
    expect(differencesOf('given')).toEqual([])
    worker.child.kill('SIGTERM')
    const { err } = await worker.ended
    expect(Number(/tasks done: (\d+)/.exec(err)![1])).toBeGreaterThan(tasks)
  })

  test('a worker ends when it is told to, also while Redis is away', async () => {
    const worker = machines.worker('--input', 'in', '--output', '.')
    while (!worker.err().includes('waiting for tasks')) await wait(20)
    await machines.stopRedis('SIGKILL')
    rmSync(join(cwd, 'redis.sock'), { force: true })
    worker.child.kill('SIGTERM')
    expect(await worker.ended).toMatchObject({ code: 0 })
    await machines.startRedis()
  })

  test('jobs that ask for more than a task of a plan are refused, and said', async () => {
    const worker = machines.worker('--input', 'in', '--output', '.')
    const plan = 'f'.repeat(64)
    const asked = { plan, run: 1, task: 1 }
    const reasons = await reasonsOf([
      ['task', { ...asked, absolute: '/etc/passwd' }],
      ['task', { ...asked, options: { out: '/tmp', force: true } }],
      ['task', { ...asked, plan: '../../whole' }],
      ['task', { ...asked, task: '../settings' }],
      ['remove', asked],
      ['task', null],
    ])
    expect(reasons).toEqual(Array.from({ length: 6 }, () => 'bad-task'))
    worker.child.kill('SIGTERM')
    const { err } = await worker.ended
    expect(err.match(/refused a task: it names more, or less, than a task of a plan/g)).toHaveLength(6)
    expect(err).toContain('/etc/passwd')
  })

  test('a plan that leads out of the folders of the call is refused, by links too', async () => {
    mkdirSync(outOf('secret'))
    writeFileSync(outOf('secret/own.txt'), '不应读取的文件。')
    mkdirSync(outOf('linked'))
    symlinkSync(outOf('secret/own.txt'), outOf('linked/own.txt'))
    const worker = machines.worker('--input', 'linked', '--output', '.')
    const build = machines.build('linked', '-o', 'outside', '--queue', machines.address)
    const { code, err } = await build.ended
    expect(code).toBe(2)
    expect(err).toContain(
      'a worker refused its task (a file lies outside the folders that its --input names)',
    )
    worker.child.kill('SIGTERM')
    const told = await worker.ended
    expect(told.err).toContain('linked/own.txt')
    expect(existsSync(outOf('outside/records.jsonl'))).toBe(false)
  })

  test('a build of another place is not found, which is said', async () => {
    mkdirSync(outOf('elsewhere'))
    const worker = machines.worker('--input', 'in', '--output', 'elsewhere')
    const build = machines.build('in', '-o', 'lost', '--queue', machines.address)
    const { code, err } = await build.ended
    expect(code).toBe(2)
    expect(err).toContain('no build of this plan lies in the folder that its --output names')
    worker.child.kill('SIGTERM')
    expect(await worker.ended).toMatchObject({ code: 0 })
  })
})
