/**
 * What stands in a queue: which task of which plan, and nothing else. Whoever can write to the queue can ask for tasks that
 * a build has laid down in its work folder, and for nothing beside: no path, no option, no text of a job is ever used.
 */

export interface Job {
  /** Digest of the plan that the task is of. */
  readonly plan: string
  /** Number of the build's run, and of its task. */
  readonly run: number
  readonly task: number
}

/** The one kind of jobs. */
export const jobName = 'task'

/** A name of its own for each task of all builds: a task stands in the queue once. */
export const jobId = ({ plan, run, task }: Job) => `${plan.slice(0, 16)}-${run}-${task}`

const isNumber = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) > 0 && (value as number) < 1e9

/** The job that was asked for; undefined where it says anything more, or less, than which task is meant. */
export function parseJob(name: string, data: unknown): Job | undefined {
  if (name !== jobName || typeof data !== 'object' || data === null) return undefined
  const { plan, run, task, ...others } = data as Readonly<Record<string, unknown>>
  const isPlain = typeof plan === 'string' && /^[\da-f]{64}$/.test(plan) && Object.keys(others).length === 0
  return isPlain && isNumber(run) && isNumber(task) ? { plan, run, task } : undefined
}
