/** What a build does for the workers of a queue costs in proportion to what it asks of them; Redis stands aside. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDelegate } from '../../src/dataset/queue/delegate.js'
import type { Job } from '../../src/dataset/queue/job.js'
import type { JobQueue, JobState } from '../../src/dataset/queue/redis.js'
import { makeTaskFolder, type TaskFolder } from '../../src/dataset/queue/task-folder.js'
import type { WorkUnit } from '../../src/dataset/unit.js'
import { temporaryFolder } from '../support/folder.js'
import { growthOf, mostGrowth } from '../support/growth.js'

const patience = 300_000
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
const units = (count: number) => Array.from({ length: count }, (_, at) => unitOf(at))

/** What a worker does with a task of the folder. */
type Worker = (tasks: TaskFolder, task: number) => void

const doing: Worker = (tasks, task) => {
  const results = (tasks.readTask(task) ?? []).map(({ number }) => ({
    unit: number,
    digest: 'd',
    entries: [],
    failures: [],
  }))
  tasks.writeResult(task, { results, timings: { repair: 1 } })
}

/** A queue whose worker does a task as soon as it is there; `stateOf` is what is said of those that are not done. */
function delegateOf(worker: Worker, stateOf: (job: Job) => JobState = () => ({ is: 'there' })) {
  const tasks = makeTaskFolder(temporaryFolder(), 1, settings)
  const queue: JobQueue = {
    add: async ({ task }) => worker(tasks, task),
    remove: async () => {},
    stateOf: async (job) => stateOf(job),
    counts: async () => ({ workers: 1, active: 0, waiting: 0 }),
    close: async () => {},
  }
  return { tasks, delegate: openDelegate(queue, tasks, 1, { folder: 1, queue: 1 }) }
}

type Delegate = ReturnType<typeof openDelegate>

async function run(
  { delegate }: { readonly delegate: Delegate },
  work: (delegate: Delegate) => Promise<unknown>,
): Promise<void> {
  try {
    await work(delegate)
  } finally {
    await delegate.end(new Error('over'))
  }
}

/** As many tasks at once as a build has. */
async function inWindows(delegate: Delegate, count: number): Promise<void> {
  const window = 256
  for (let from = 0; from < count; from += window) {
    const some = units(Math.min(window, count - from))
    await Promise.all(some.map((unit) => delegate.process([unit])))
  }
}

const shapes: Readonly<Record<string, (count: number) => Promise<void>>> = {
  tasks: (count) => run(delegateOf(doing), (delegate) => inWindows(delegate, count)),
  'units of one task': (count) => run(delegateOf(doing), (delegate) => delegate.process(units(count))),
  'tasks that the queue forgets': (count) => {
    const seen = new Set<number>()
    const second: Worker = (tasks, task) => {
      if (seen.has(task)) doing(tasks, task)
      seen.add(task)
    }
    return run(
      delegateOf(second, () => ({ is: 'gone' })),
      (delegate) => inWindows(delegate, count),
    )
  },
  'tasks that take their workers with them': (count) =>
    run(
      delegateOf(
        () => {},
        () => ({ is: 'lost' }),
      ),
      (delegate) => delegate.processUnits(units(count)),
    ),
  'results that nobody waits for': (count) => {
    const made = delegateOf(doing)
    for (let at = 0; at < count; at++) made.tasks.writeResult(1_000_000 + at, { results: [], timings: {} })
    return run(made, (delegate) => delegate.process(units(1)))
  },
  'results that do not vouch for themselves': (count) => {
    const made = delegateOf(doing)
    for (let at = 0; at < count; at++) writeFileSync(join(made.tasks.folder, `result-${2 + at}.json`), '{}')
    return run(made, (delegate) => delegate.process(units(1)))
  },
}

describe('a queue costs in proportion', () => {
  it('has five shapes or more', () => expect(Object.keys(shapes).length).toBeGreaterThanOrEqual(5))

  it.each(Object.entries(shapes))('%s', { timeout: patience }, async (_, work) => {
    expect(await growthOf(work, 16, 1024)).toBeLessThan(mostGrowth)
  })
})
