/**
 * Which part of a dataset a call builds: `2/8`, or `auto`, which takes it from who started the call many times: an array of
 * Slurm (SLURM_ARRAY_TASK_…), an indexed job of Kubernetes (JOB_COMPLETION_INDEX), which does not say of how many.
 */
import type { Shard } from '../dataset/plan.js'
import { UsageError } from './failure.js'

const whole = (text: string | undefined) =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined

/** Of an array of Slurm, from the least number on; undefined where its numbers leave some out. */
function slurmShard(env: NodeJS.ProcessEnv, task: number): Shard | undefined {
  const [count, least, most, step = 1] = [
    env.SLURM_ARRAY_TASK_COUNT,
    env.SLURM_ARRAY_TASK_MIN,
    env.SLURM_ARRAY_TASK_MAX,
    env.SLURM_ARRAY_TASK_STEP,
  ].map(whole)
  if (count === undefined || least === undefined || most === undefined || step === 0) return undefined
  const isEven = (most - least) / step + 1 === count && (task - least) % step === 0
  return isEven ? { index: (task - least) / step + 1, count } : undefined
}

/** Throws UsageError where the environment does not say it, or something else. */
function shardOf(env: NodeJS.ProcessEnv, count: number | undefined, value: string): Shard {
  const task = whole(env.SLURM_ARRAY_TASK_ID)
  const index = whole(env.JOB_COMPLETION_INDEX)
  if (task === undefined && index === undefined) throw new UsageError('build.no-shard', { value })
  if (task !== undefined && count === undefined) {
    const shard = slurmShard(env, task)
    // A lone number of a larger array, started again, would be the whole.
    if (shard === undefined || shard.count === 1) throw new UsageError('build.array-shard', { value })
    return shard
  }
  if (count === undefined) throw new UsageError('build.count-shard', { value })
  const shard = { index: task ?? index! + 1, count }
  if (shard.index < 1 || shard.index > count)
    throw new UsageError('build.bad-shard', { value: `${shard.index}/${count}` })
  return shard
}

/** The part that `--shard` asks for. Throws UsageError. */
export function parseShard(value: string, env: NodeJS.ProcessEnv): Shard {
  const [, auto, total] = /^(auto)(?:\/(\d{1,9}))?$/.exec(value) ?? []
  if (auto !== undefined) return shardOf(env, whole(total), value)
  const [, index = 0, count = 0] = (/^(\d+)\/(\d+)$/.exec(value) ?? []).map(Number)
  if (index < 1 || index > count) throw new UsageError('build.bad-shard', { value })
  return { index, count }
}
