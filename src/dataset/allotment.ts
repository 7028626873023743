/**
 * How many cores this process may use: those that the system lets it run on, no more than its group of processes has time
 * for (a container, a job of Slurm), and no more than Slurm gave its task where it binds nobody to cores.
 */
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { least } from '../model/lists.js'

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    // Another system, another version of groups, or none of our business.
    return undefined
  }
}

/** Cores' worth of time by the quota of a group (version 2: one file, version 1: two). */
function quotaIn(folder: string): number {
  const [quota, period] = read(join(folder, 'cpu.max'))?.split(' ') ?? [
    read(join(folder, 'cpu.cfs_quota_us')),
    read(join(folder, 'cpu.cfs_period_us')),
  ]
  const cores = Number(quota) / Number(period)
  // "max", and -1, are no quota.
  return cores > 0 ? cores : Number.POSITIVE_INFINITY
}

/** The least quota of a group and those around it, below where they are mounted. */
function quotaAbove(mounted: string, group: string): number {
  const here = quotaIn(join(mounted, group))
  return group === '/' ? here : Math.min(here, quotaAbove(mounted, dirname(group)))
}

/** Cores' worth of time that the groups of this process have; infinite where nothing limits them. */
export function coresByQuota(system = '/'): number {
  const groups = (read(join(system, 'proc/self/cgroup')) ?? '').split('\n')
  const quotas = groups.map((line) => {
    const [, controllers = '', group = '/'] = /^\d+:([^:]*):(\/.*)$/.exec(line) ?? []
    if (controllers === '') return quotaAbove(join(system, 'sys/fs/cgroup'), group)
    if (!controllers.split(',').includes('cpu')) return Number.POSITIVE_INFINITY
    return Math.min(
      quotaAbove(join(system, 'sys/fs/cgroup', controllers), group),
      quotaAbove(join(system, 'sys/fs/cgroup/cpu'), group),
    )
  })
  return least(quotas)
}

/** Cores that this process may use, one at least. */
export function allottedCores(
  env: NodeJS.ProcessEnv = process.env,
  quota = coresByQuota(),
  cores = availableParallelism(),
): number {
  const task = Number(env.SLURM_CPUS_PER_TASK ?? env.SLURM_CPUS_ON_NODE)
  const given = task > 0 ? task : Number.POSITIVE_INFINITY
  // Of half a core a thread makes use too.
  return Math.max(1, Math.min(cores, given, Math.ceil(quota)))
}
