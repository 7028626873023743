/**
 * A worker: does the tasks of the builds whose work folders it is shown, as the build's own threads would, and puts their
 * results there. The work is done in threads, so that signs of life go on.
 */
import { realpathSync } from 'node:fs'
import { ProcessingError } from '../../model/message.js'
import { usualHeartbeat } from '../lock.js'
import type { WorkUnit } from '../unit.js'
import type { QueueAddress } from './address.js'
import { BuildMissing, openBuilds, type RefusalReason, TaskRefusal } from './builds.js'
import { confineTo } from './confined.js'
import { parseJob } from './job.js'
import { openPools } from './pools.js'
import { farewell, GivenBack, type OnConnection, openJobWorker } from './redis.js'

/** Signs of life that must be missing before a task is given to another worker. */
const missingBeats = 5
/** Milliseconds that tasks under way may still take when the worker is to stop. */
const usualGrace = 20_000

export interface WorkOptions {
  readonly address: QueueAddress
  /** Absolute folders that inputs, tables and models may lie in. */
  readonly inputs: readonly string[]
  /** Absolute folder of a dataset, or of several. */
  readonly output: string
  readonly threads: number
  /** Milliseconds between two signs of life. */
  readonly heartbeat?: number
  /** Milliseconds that tasks under way may still take when the worker is to stop. */
  readonly grace?: number
  /** Ends the work: what is under way is finished, or given back where it takes long. */
  readonly signal: AbortSignal
  readonly onConnection: OnConnection
  readonly onReady: () => void
  /** Told of each task that is not done, with what of it is meant. */
  readonly onRefusal: (reason: RefusalReason, detail: string) => void
}

/** Tasks and documents of a worker. */
export interface WorkCounts {
  tasks: number
  documents: number
}

const until = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })

/** The units with the true paths of their files. Throws TaskRefusal where one leads outside. */
function confined(units: readonly WorkUnit[], confine: (path: string) => string | undefined): WorkUnit[] {
  return units.map((unit) => {
    const absolute = confine(unit.absolute)
    if (absolute === undefined) throw new TaskRefusal('outside-folders', unit.absolute)
    return { ...unit, absolute }
  })
}

/** What to say of a task that failed here and may not fail elsewhere, in one word where there is one. */
function reasonOf(cause: unknown): Error {
  if (!(cause instanceof ProcessingError)) return cause as Error
  const { reason } = cause.parameters
  return new Error(String(reason ?? cause.code))
}

/**
 * Works until it is told to stop. Throws ProcessingError `no-queue-package` or `queue-unreachable`, and what the file system
 * says where a folder is not there.
 */
export async function workQueue(options: WorkOptions): Promise<WorkCounts> {
  const { heartbeat = usualHeartbeat, grace = usualGrace, signal, onRefusal } = options
  const confine = confineTo(options.inputs)
  const buildOf = openBuilds(realpathSync(options.output), confine)
  const pools = openPools(options.threads)
  const ending = new AbortController()
  const counts: WorkCounts = { tasks: 0, documents: 0 }
  let underWay = 0

  async function doTask(name: string, data: unknown): Promise<void> {
    const job = parseJob(name, data)
    if (job === undefined) throw new TaskRefusal('bad-task', JSON.stringify([name, data]).slice(0, 200))
    const { tasks, isOver } = buildOf(job)
    const units = tasks.readTask(job.task)
    // Done by another one, or nobody's any more.
    if (units === undefined || tasks.hasResult(job.task) || isOver()) return
    const result = await pools.process(tasks, confined(units, confine), ending.signal)
    if (isOver()) return
    tasks.writeResult(job.task, result)
    counts.tasks++
    for (const { entries } of result.results) counts.documents += entries.length
  }

  async function process(name: string, data: unknown): Promise<void> {
    underWay++
    try {
      await doTask(name, data)
    } catch (cause) {
      if (ending.signal.aborted) throw new GivenBack()
      const isRefused = cause instanceof TaskRefusal || cause instanceof BuildMissing
      if (!isRefused) throw reasonOf(cause)
      onRefusal(cause.reason, cause.detail)
      throw cause
    } finally {
      underWay--
    }
  }

  const worker = await openJobWorker({
    address: options.address,
    jobs: options.threads,
    lock: heartbeat * missingBeats,
    onConnection: options.onConnection,
    process,
  })
  options.onReady()
  await until(signal)
  const closing = worker.close(underWay === 0 ? farewell : grace + farewell)
  const timer = setTimeout(() => ending.abort(new GivenBack()), grace)
  await closing
  clearTimeout(timer)
  await pools.close()
  return counts
}
