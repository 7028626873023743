/**
 * Builds by a queue of three workers of which one is killed and one is stopped until its task is another's, and goes on then.
 * Each gives the files of a build that nobody disturbed.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { makeInputs } from './inputs.js'
import type { Outcomes } from './mutations.js'
import { atWork, heartbeat, openMachines } from './queue-machines.js'
import type { Running } from './running.js'
import { differences, newFolder, readDataset } from './tree.js'

/** Texts enough that workers are at tasks when they are disturbed. */
const texts = 120

/** Milliseconds in which a worker that stands still loses its task, and another takes it up. */
const lostAfter = heartbeat * 12

/** One build with its workers; gives how it ended, and what its files are. */
async function disturbedBuild(cwd: string, out: string) {
  const machines = openMachines(cwd)
  try {
    await machines.startRedis()
    const worker = () => machines.worker('--input', 'in', '--output', '.')
    const [killed, paused, other] = [worker(), worker(), worker()] as [Running, Running, Running]
    const build = machines.build('in', '-o', out, '--queue', machines.address)
    await atWork(build, join(cwd, out))
    killed.child.kill('SIGKILL')
    paused.child.kill('SIGSTOP')
    await wait(lostAfter)
    paused.child.kill('SIGCONT')
    const { code, err } = await build.ended
    for (const { child } of [paused, other]) child.kill('SIGTERM')
    const codes = await Promise.all([paused, other].map(({ ended }) => ended.then((end) => end.code)))
    return { code, err, codes }
  } finally {
    await machines.end()
  }
}

/** Builds so many times. */
export async function disturbQueues(times: number): Promise<Outcomes> {
  const counts: Record<string, number> = {}
  const faults: string[] = []
  const cwd = newFolder()
  try {
    makeInputs(cwd, texts)
    const alone = openMachines(cwd)
    await alone.build('in', '-o', 'whole').ended
    const whole = readDataset(join(cwd, 'whole'))
    for (let time = 0; time < times; time++) {
      const { code, err, codes } = await disturbedBuild(cwd, 'out')
      const wrong = code === 0 ? differences(whole, readDataset(join(cwd, 'out'))) : [err]
      const end = wrong.length === 0 && codes.every((each) => each === 0) ? 'the same' : 'other'
      counts[end] = (counts[end] ?? 0) + 1
      if (end === 'other') faults.push(`time ${time + 1}: ${codes} ${wrong.slice(0, 5).join('; ')}`)
      rmSync(join(cwd, 'out'), { recursive: true, force: true })
    }
    return { counts, faults }
  } finally {
    rmSync(cwd, { recursive: true, force: true })
  }
}
