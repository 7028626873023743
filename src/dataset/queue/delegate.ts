/**
 * Workers of a queue in the place of a build's threads: a task is laid down in the work folder and named in the queue, and
 * is done when its result stands in the folder. The formats are written here.
 * Invariant: what Redis says makes no task done. It is only asked whether a task that takes long is still in the queue.
 */
import { ProcessingError } from '../../model/message.js'
import { processByHalves } from '../halves.js'
import { madeHere } from '../made-of.js'
import type { BuildPlace, StartThreads } from '../make.js'
import type { BuildThreads } from '../run-units.js'
import { startThreads } from '../threads.js'
import type { WorkUnit } from '../unit.js'
import type { UnitsResult } from '../worker.js'
import type { QueueAddress } from './address.js'
import type { Job } from './job.js'
import type { JobQueue, OnConnection, QueueCounts } from './redis.js'
import { farewell, openJobQueue, within } from './redis.js'
import { makeTaskFolder, type TaskFolder } from './task-folder.js'

/** Tasks that are in the queue at once: enough for a hundred workers, few enough to lose nothing by. */
const mostTasks = 256
/** Milliseconds between two looks at the folder, and at the queue. */
const usualPauses = { folder: 50, queue: 2000 }
/** Looks at the queue that must miss a job before it is put there again. */
const patience = 2

interface Waiting {
  readonly job: Job
  readonly resolve: (result: UnitsResult) => void
  readonly reject: (cause: unknown) => void
  /** Looks at the queue that have missed it. */
  missed: number
}

interface Delegate {
  /** The same in parts, where the whole takes its workers with it. */
  processUnits(units: readonly WorkUnit[]): Promise<UnitsResult>
  process(units: readonly WorkUnit[]): Promise<UnitsResult>
  /** Rejects what waits, and takes it out of the queue. */
  end(cause: unknown): Promise<void>
}

/** Opens a run's end of the queue. */
export function openDelegate(
  queue: JobQueue,
  tasks: TaskFolder,
  run: number,
  pauses = usualPauses,
): Delegate {
  const waiting = new Map<number, Waiting>()
  const { plan } = tasks.settings
  let next = 1
  let ended: { readonly cause: unknown } | undefined
  const settle = (task: number, how: (waiting: Waiting) => void) => {
    const found = waiting.get(task)
    waiting.delete(task)
    if (found !== undefined) how(found)
  }
  const fail = (task: number, cause: unknown) => settle(task, ({ reject }) => reject(cause))

  function collect(): void {
    for (const task of tasks.results()) {
      const result = tasks.readResult(task)
      // Of a task that was done twice the second result comes when nobody waits for it.
      tasks.clear(task)
      if (result !== undefined) settle(task, ({ resolve }) => resolve(result))
    }
  }

  async function lookAt(task: number, { job }: Waiting): Promise<void> {
    const state = await queue.stateOf(job)
    const found = waiting.get(task)
    if (found === undefined || ended !== undefined) return
    found.missed = state.is === 'gone' ? found.missed + 1 : 0
    if (found.missed >= patience) {
      found.missed = 0
      await queue.add(job)
    }
    if (state.is === 'there' || state.is === 'gone') return
    await queue.remove(job)
    tasks.clear(task)
    fail(task, state.is === 'refused' ? refusal(state.reason) : new ProcessingError('worker-lost'))
  }

  let isLooking = false
  async function lookAtAll(): Promise<void> {
    if (isLooking) return
    isLooking = true
    try {
      for (const [task, each] of [...waiting]) await lookAt(task, each)
    } finally {
      isLooking = false
    }
  }

  const failAll = (cause: unknown) => {
    ended ??= { cause }
    for (const task of [...waiting.keys()]) fail(task, cause)
  }
  const whole = (look: () => void) => () => {
    try {
      if (ended === undefined) look()
    } catch (cause) {
      failAll(cause)
    }
  }
  const timers = [
    setInterval(whole(collect), pauses.folder),
    setInterval(() => void lookAtAll().catch(failAll), pauses.queue),
  ]

  async function process(units: readonly WorkUnit[]): Promise<UnitsResult> {
    if (ended !== undefined) throw ended.cause
    const task = next++
    const job = { plan, run, task }
    tasks.writeTask(task, units)
    const done = new Promise<UnitsResult>((resolve, reject) => {
      waiting.set(task, { job, resolve, reject, missed: 0 })
    })
    queue.add(job).catch((cause) => fail(task, cause))
    return done
  }

  return {
    process,
    processUnits: (units) => processByHalves(units, process),
    async end(cause) {
      for (const timer of timers) clearInterval(timer)
      const left = [...waiting.values()]
      failAll(cause)
      for (const { job } of left) await queue.remove(job)
    },
  }
}

/** What a worker said when it refused a task, cut where it goes on and on. */
const refusal = (reason: string) => new ProcessingError('task-refused', { reason: reason.slice(0, 300) })

/** How many workers there are and what they are at, as it was a moment ago. */
function watchCounts(queue: JobQueue): { readonly latest: () => QueueCounts; readonly end: () => void } {
  let latest: QueueCounts = { workers: 0, active: 0, waiting: 0 }
  const look = () => {
    queue.counts().then(
      (counts) => {
        latest = counts
      },
      // Some who run Redis for others let nobody count its clients.
      () => {},
    )
  }
  look()
  const timer = setInterval(look, usualPauses.queue / 2)
  return { latest: () => latest, end: () => clearInterval(timer) }
}

/**
 * Gives the work of a build to the workers of a queue. What it starts rejects with ProcessingError `no-queue-package`,
 * `queue-unreachable`, and `task-refused` where a worker cannot do what is asked.
 */
export function startQueued(address: QueueAddress, onConnection: OnConnection): StartThreads {
  return async (options, place: BuildPlace): Promise<BuildThreads> => {
    const { document, timeout, signal } = options
    // Where the package lies, each machine knows itself.
    const { dataDir: _, ...resources } = options.resources
    const queue = await openJobQueue(address, onConnection)
    const tasks = makeTaskFolder(place.folder, place.run, {
      plan: place.plan,
      made: madeHere({ document, resources }),
      document,
      resources,
      ...(timeout !== undefined && { timeout }),
    })
    const delegate = openDelegate(queue, tasks, place.run)
    const counts = watchCounts(queue)
    const stop = () => void delegate.end(signal?.reason)
    signal?.addEventListener('abort', stop)
    let writing: Promise<BuildThreads> | undefined
    return {
      lanes: mostTasks,
      workers: counts.latest,
      processUnits: ({ units }) => delegate.processUnits(units),
      async writeFormat(task) {
        writing ??= startThreads(options)
        return (await writing).writeFormat(task)
      },
      async destroy() {
        signal?.removeEventListener('abort', stop)
        counts.end()
        await within(farewell, delegate.end(new ProcessingError('build-lost', { path: place.folder })))
        await queue.close()
        await (await writing)?.destroy()
      },
    }
  }
}
