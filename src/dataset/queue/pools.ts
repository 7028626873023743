/**
 * The threads of a worker. Builds have their own options and tables, so threads serve one build; when a task of another one
 * comes, it waits until those that are under way are done.
 */
import { randomUUID } from 'node:crypto'
import { startThreads, type Threads } from '../threads.js'
import type { WorkUnit } from '../unit.js'
import type { UnitsResult } from '../worker.js'
import type { TaskFolder } from './task-folder.js'

interface Open {
  readonly tasks: TaskFolder
  readonly threads: Promise<Threads>
  /** In the name of each file of records: by chance, so that no two workers ever write one file. */
  readonly writer: number
  readonly underWay: Set<Promise<unknown>>
}

export interface Pools {
  process(tasks: TaskFolder, units: readonly WorkUnit[], signal: AbortSignal): Promise<UnitsResult>
  close(): Promise<void>
}

/** Ends threads; those that never started have none, which the task that asked for them was told. */
async function end({ threads }: Open): Promise<void> {
  const [started] = await Promise.allSettled([threads])
  if (started.status === 'fulfilled') await started.value.destroy()
}

/** `signal` ends whatever the threads are at. */
export function openPools(threads: number): Pools {
  let open: Open | undefined
  const start = (tasks: TaskFolder, signal: AbortSignal): Open => {
    const { document, resources, timeout } = tasks.settings
    const limits = timeout !== undefined && { timeout }
    return {
      tasks,
      threads: startThreads({ threads, document, resources, ...limits, signal }),
      writer: Number.parseInt(randomUUID().slice(0, 8), 16),
      underWay: new Set(),
    }
  }
  async function poolFor(tasks: TaskFolder, signal: AbortSignal): Promise<Open> {
    while (open !== undefined && open.tasks !== tasks) {
      const last = open
      await Promise.allSettled(last.underWay)
      if (open !== last || last.underWay.size > 0) continue
      open = undefined
      await end(last)
    }
    open ??= start(tasks, signal)
    return open
  }
  return {
    async process(tasks, units, signal) {
      const pool = await poolFor(tasks, signal)
      const work = pool.threads.then((started) =>
        started.processUnits({ units, folder: tasks.folder, run: pool.writer }),
      )
      pool.underWay.add(work)
      try {
        return await work
      } finally {
        pool.underWay.delete(work)
      }
    },
    async close() {
      if (open !== undefined) await end(open)
    },
  }
}
