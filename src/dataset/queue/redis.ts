/**
 * The queue in Redis, by BullMQ: the only file that knows either. Both packages are asked for by those who use a queue, so
 * they are loaded here and when first needed.
 * Invariant: the queue holds nothing that cannot be asked for anew. Redis that was away, or came back empty, costs time.
 */
import { setTimeout as wait } from 'node:timers/promises'
import type { Redis } from 'ioredis'
import { ProcessingError } from '../../model/message.js'
import { addressText, type QueueAddress } from './address.js'
import { type Job, jobId, jobName } from './job.js'

/** All builds share one queue; whose a task is, it says itself. */
const queueName = 'huanyuan'

/** Milliseconds that the first connection may take. */
const patience = 10_000

/** How often a task that threw is tried, and how often one whose worker was lost is given to another. */
const attempts = 4
const lostWorkers = 5
/** What BullMQ says of a job that lost more workers than that. */
const lostText = /^job stalled/

/** Milliseconds that a farewell to Redis may take, which may be away. */
export const farewell = 3000

/** Resolves when the work is done, has failed, or has taken so long. */
export async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise((resolve) => {
    timer = setTimeout(resolve, milliseconds)
  })
  await Promise.race([work.catch(() => {}), over])
  clearTimeout(timer)
}

async function load() {
  try {
    const [queues, { Redis: Client }] = await Promise.all([import('bullmq'), import('ioredis')])
    return { ...queues, Client }
  } catch (cause) {
    if ((cause as { code?: string }).code !== 'ERR_MODULE_NOT_FOUND') throw cause
    throw new ProcessingError('no-queue-package')
  }
}

/** Told when Redis goes away, with what the connection says, and when it is back. */
export type OnConnection = (reason: string | undefined) => void

/** A connection that is made anew as often as it is lost. Throws ProcessingError `queue-unreachable`. */
async function connect(Client: typeof Redis, address: QueueAddress, onConnection: OnConnection) {
  const retryStrategy = (times: number) => Math.min(times * 100, 2000)
  const connection = new Client({ ...address, maxRetriesPerRequest: null, retryStrategy })
  let reason = 'ETIMEDOUT'
  let isAway = false
  let isLeft = false
  const isReady = new Promise<boolean>((resolve) => connection.once('ready', () => resolve(true)))
  connection.on('error', (cause: NodeJS.ErrnoException) => {
    reason = cause.code ?? cause.message
  })
  const given = new AbortController()
  const isThere = await Promise.race([isReady, wait(patience, false, { signal: given.signal })])
  given.abort()
  if (!isThere) {
    connection.disconnect()
    throw new ProcessingError('queue-unreachable', { queue: addressText(address), reason })
  }
  connection.on('close', () => {
    if (isLeft) return
    if (!isAway) onConnection(reason === 'ETIMEDOUT' ? 'ECONNRESET' : reason)
    isAway = true
  })
  connection.on('ready', () => {
    if (isAway) onConnection(undefined)
    isAway = false
  })
  const leave = () => {
    isLeft = true
    connection.disconnect()
  }
  return { connection, leave }
}

/** What became of a job: it waits or is worked at, its workers were lost or refused it, or nobody knows it. */
export type JobState =
  | { readonly is: 'there' | 'lost' | 'gone' }
  | { readonly is: 'refused'; readonly reason: string }

export interface QueueCounts {
  readonly workers: number
  /** Tasks that are worked at, and tasks that wait. */
  readonly active: number
  readonly waiting: number
}

/** The end of a queue that asks. Its calls wait while Redis is away. */
export interface JobQueue {
  add(job: Job): Promise<void>
  remove(job: Job): Promise<void>
  stateOf(job: Job): Promise<JobState>
  counts(): Promise<QueueCounts>
  close(): Promise<void>
}

/** Throws ProcessingError `no-queue-package` or `queue-unreachable`. */
export async function openJobQueue(address: QueueAddress, onConnection: OnConnection): Promise<JobQueue> {
  const { Queue, Client } = await load()
  const { connection, leave } = await connect(Client, address, onConnection)
  const queue = new Queue(queueName, {
    connection,
    defaultJobOptions: {
      attempts,
      backoff: { type: 'exponential', delay: 500 },
      // What is done stands in the work folder.
      removeOnComplete: true,
    },
  })
  // Of the connection we hear from itself.
  queue.on('error', () => {})
  return {
    add: async (job) => {
      await queue.add(jobName, job, { jobId: jobId(job) })
    },
    remove: async (job) => {
      await queue.remove(jobId(job))
    },
    async stateOf(asked) {
      const job = await queue.getJob(jobId(asked))
      if (job === undefined) return { is: 'gone' }
      if (!(await job.isFailed())) return { is: 'there' }
      const reason = String(job.failedReason)
      return lostText.test(reason) ? { is: 'lost' } : { is: 'refused', reason }
    },
    async counts() {
      const [workers, { active = 0, ...waiting }] = await Promise.all([
        queue.getWorkersCount(),
        queue.getJobCounts('active', 'waiting', 'delayed', 'prioritized'),
      ])
      return { workers, active, waiting: Object.values(waiting).reduce((sum, count) => sum + count, 0) }
    },
    async close() {
      await within(farewell, queue.close())
      leave()
    },
  }
}

/** A job that nobody should try again: its reason is all that it leaves. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
}

/** A job that is given back, for another worker. */
export class GivenBack extends Error {
  override readonly name = 'GivenBack'
}

export interface JobWorkerOptions {
  readonly address: QueueAddress
  /** Jobs at once. */
  readonly jobs: number
  /** Milliseconds without a sign of life after which a job is another worker's. */
  readonly lock: number
  readonly onConnection: OnConnection
  /** What a job names; what it throws is tried again, but for a Refusal. */
  process(name: string, data: unknown): Promise<void>
}

export interface JobWorker {
  /** Takes no more jobs; resolves when those that were taken are done or given back, or so many milliseconds are over. */
  close(milliseconds: number): Promise<void>
}

/** The end of a queue that works. Throws ProcessingError as `openJobQueue` does. */
export async function openJobWorker(options: JobWorkerOptions): Promise<JobWorker> {
  const { address, jobs, lock, onConnection, process } = options
  const { Worker, UnrecoverableError, WaitingError, Client } = await load()
  const { connection, leave } = await connect(Client, address, onConnection)
  const worker = new Worker(
    queueName,
    async (job, token) => {
      try {
        await process(job.name, job.data)
      } catch (cause) {
        if (cause instanceof Refusal) throw new UnrecoverableError(cause.message)
        if (!(cause instanceof GivenBack)) throw cause
        await job.moveToWait(token)
        throw new WaitingError()
      }
    },
    {
      connection,
      concurrency: jobs,
      lockDuration: lock,
      stalledInterval: lock,
      maxStalledCount: lostWorkers,
      // Bad jobs of others stay to be looked at, but not without end.
      removeOnFail: { count: 1000 },
      runRetryDelay: 500,
    },
  )
  // A job whose lock was lost says so here; another worker has it, or had it.
  worker.on('error', () => {})
  return {
    async close(milliseconds) {
      await within(milliseconds, worker.close())
      leave()
    },
  }
}
