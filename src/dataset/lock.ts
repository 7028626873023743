/**
 * Who has a work folder to himself. Each run has a number and makes the lock of that number, which only one can; the
 * lock beats while its run lives. One that stood still for some beats is taken over, on whatever machine it was made,
 * and one whose process is certainly gone, at once; no clock is asked. Who was paused for so long, or was wrongly taken
 * for gone, finds his lock gone, and stops.
 * Invariant: a number is given once, so that no two runs ever write one file.
 */

import { randomUUID } from 'node:crypto'
import { closeSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { most } from '../model/lists.js'
import { ProcessingError } from '../model/message.js'
import { packagePath } from '../resources/place.js'
import type { HeartbeatData } from './heartbeat.js'
import { isGone, ownerName } from './lock-owner.js'
import { isLockOf, type LockHead, lockText, ownerIn } from './lock-text.js'

/** Milliseconds between two beats. */
export const usualHeartbeat = 2000
/** Beats after which a lock that stood still is taken over. */
const patience = 5

export interface Lock {
  readonly run: number
  /** Throws ProcessingError `build-lost` where another run has taken over. Called before whatever others would see. */
  check(): void
  release(): void
}

/** The number of the run that a name in the work folder belongs to; 0 where to none. */
function runOf(name: string): number {
  return Number(/^(?:lock|index|records|finish|queue)-(\d+)/.exec(name)?.[1] ?? 0)
}

/** Name of the lock of a run, there as long as the run is not over. */
export const lockName = (run: number) => `lock-${run}.json`

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw cause
  }
}

function running(path: string, heartbeat: number): ProcessingError {
  return new ProcessingError('build-running', { path, seconds: Math.ceil((heartbeat * patience) / 1000) })
}

/** Waits until a lock has stood still long enough, or is gone, or its owner is. Throws ProcessingError `build-running` where it beats. */
async function awaitSilence(folder: string, run: number, heartbeat: number): Promise<void> {
  const path = join(folder, lockName(run))
  const seen = readText(path)
  if (isGone(ownerIn(seen ?? ''))) return
  for (let waited = 0; waited < heartbeat * patience; waited += heartbeat / 2) {
    const text = readText(path)
    if (text === undefined) return
    if (text !== seen) throw running(folder, heartbeat)
    await wait(heartbeat / 2)
  }
}

function createLock(path: string, head: LockHead): boolean {
  try {
    const file = openSync(path, 'wx')
    writeSync(file, lockText(head, 0))
    closeSync(file)
    return true
  } catch (cause) {
    // The folder is gone where its build has just come to its end.
    if (['EEXIST', 'ENOENT'].includes((cause as NodeJS.ErrnoException).code ?? '')) return false
    throw cause
  }
}

/** Takes the lock of a work folder. Throws ProcessingError `build-running`, and what the file system says. */
export async function takeLock(folder: string, heartbeat: number): Promise<Lock> {
  const names = readdirSync(folder)
  const locks = names.filter((name) => name.startsWith('lock-')).map(runOf)
  if (locks.length > 0) await awaitSilence(folder, most(locks), heartbeat)
  // From the names that were there before the wait: who was faster meanwhile has this very number.
  const run = 1 + Math.max(0, ...names.map(runOf))
  const path = join(folder, lockName(run))
  const token = randomUUID()
  const head: LockHead = { token, owner: ownerName() }
  if (!createLock(path, head)) throw running(folder, heartbeat)
  const others = readdirSync(folder).filter((name) => name !== lockName(run))
  if (others.some((name) => runOf(name) >= run)) {
    rmSync(path)
    throw running(folder, heartbeat)
  }
  for (const name of others) if (name.startsWith('lock-')) rmSync(join(folder, name), { force: true })
  const beating = new Worker(packagePath('dist', 'program', 'heartbeat.js'), {
    workerData: { path, head, interval: heartbeat } satisfies HeartbeatData,
    execArgv: [],
  })
  // A builder whose thread cannot run is taken for dead by others, and finds its lock gone like any other.
  beating.on('error', () => {})
  beating.unref()
  const isOurs = () => isLockOf(token, readText(path) ?? '')
  const release = () => {
    process.off('exit', release)
    void beating.terminate()
    if (isOurs()) rmSync(path, { force: true })
  }
  // Who ends by his own will, such as at Ctrl-C, makes nobody wait.
  process.on('exit', release)
  return {
    run,
    check() {
      if (!isOurs()) throw new ProcessingError('build-lost', { path: folder })
    },
    release,
  }
}
