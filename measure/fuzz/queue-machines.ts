/** Redis, workers and builds by a queue, as processes that can be killed and stopped: by the built command line. */
import type { ChildProcess } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Running, startRunning } from './running.js'

const command = fileURLToPath(new URL('../../bin/huanyuan.js', import.meta.url))

/** Debian's server, or what REDIS_SERVER_PATH names. */
export const redisPath = process.env.REDIS_SERVER_PATH ?? '/usr/bin/redis-server'
export const hasRedis = existsSync(redisPath)

/** Milliseconds between two signs of life: a worker that stood still for five of them has lost its task. */
export const heartbeat = 300

/** Processes of a test below one folder, with a Redis that keeps nothing. */
export interface Machines {
  readonly address: string
  startRedis(): Promise<void>
  stopRedis(signal: NodeJS.Signals): Promise<void>
  worker(...words: readonly string[]): Running
  build(...words: readonly string[]): Running
  /** Ends whatever still runs. */
  end(): Promise<void>
}

export function openMachines(cwd: string): Machines {
  const children: ChildProcess[] = []
  const socket = join(cwd, 'redis.sock')
  const address = `unix://${socket}`
  let redis: Running | undefined

  function start(program: string, words: readonly string[]): Running {
    const running = startRunning(program, words, { cwd, heartbeat })
    children.push(running.child)
    return running
  }
  const huanyuan = (...words: readonly string[]) => {
    return start(process.execPath, [command, ...words, '--lang', 'en', '--threads', '1'])
  }

  return {
    address,
    async startRedis() {
      redis = start(redisPath, ['--port', '0', '--unixsocket', socket, '--save', '', '--dir', cwd])
      while (!existsSync(socket)) await wait(20)
    },
    async stopRedis(signal) {
      redis?.child.kill(signal)
      await redis?.ended
    },
    worker: (...words) => huanyuan('worker', address, ...words),
    build: (...words) => huanyuan('build', ...words),
    async end() {
      for (const child of children) {
        if (child.exitCode === null && child.signalCode === null) {
          child.kill('SIGKILL')
          await new Promise((resolve) => child.once('close', resolve))
        }
      }
    },
  }
}

/** Waits until the build in `out` has heard of something that was done. */
export async function atWork({ child }: Running, out: string): Promise<void> {
  const work = join(out, '.build')
  const isDone = () =>
    existsSync(work) &&
    readdirSync(work).some((name) => /^index-/.test(name) && statSync(join(work, name)).size > 0)
  while (child.exitCode === null && !isDone()) await wait(5)
}
