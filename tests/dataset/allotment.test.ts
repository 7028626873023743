/** Cores by what the system allots: quotas of groups, old and new, and Slurm. */
import { describe, expect, test } from 'vitest'
import { allottedCores, coresByQuota } from '../../src/dataset/allotment.js'
import { temporaryFolder } from '../support/folder.js'

describe('quotas', () => {
  test.each<[string, number, Record<string, string>]>([
    ['none', Number.POSITIVE_INFINITY, {}],
    ['of version 2', 2, { 'proc/self/cgroup': '0::/\n', 'sys/fs/cgroup/cpu.max': '200000 100000\n' }],
    [
      'of version 2 without a limit',
      Number.POSITIVE_INFINITY,
      { 'proc/self/cgroup': '0::/\n', 'sys/fs/cgroup/cpu.max': 'max 100000\n' },
    ],
    [
      'of a group around, which is less',
      1.5,
      {
        'proc/self/cgroup': '0::/pods/one\n',
        'sys/fs/cgroup/pods/one/cpu.max': '400000 100000\n',
        'sys/fs/cgroup/pods/cpu.max': '150000 100000\n',
      },
    ],
    [
      'of version 1',
      3,
      {
        'proc/self/cgroup': '5:cpu,cpuacct:/docker/one\n4:memory:/docker/one\n',
        'sys/fs/cgroup/cpu,cpuacct/docker/one/cpu.cfs_quota_us': '300000\n',
        'sys/fs/cgroup/cpu,cpuacct/docker/one/cpu.cfs_period_us': '100000\n',
        'sys/fs/cgroup/memory/docker/one/cpu.max': '100000 100000\n',
      },
    ],
    [
      'of version 1 in a container, which sees its group as the top, without a limit',
      Number.POSITIVE_INFINITY,
      {
        'proc/self/cgroup': '1:cpu:/docker/one\n',
        'sys/fs/cgroup/cpu/cpu.cfs_quota_us': '-1\n',
        'sys/fs/cgroup/cpu/cpu.cfs_period_us': '100000\n',
      },
    ],
  ])('%s', (_, cores, files) => {
    expect(coresByQuota(temporaryFolder(files))).toBe(cores)
  })
})

describe('cores', () => {
  test.each<[string, number, NodeJS.ProcessEnv, number]>([
    ['those of the machine', 8, {}, Number.POSITIVE_INFINITY],
    ['those of a quota, the last one in part', 3, {}, 2.5],
    ['those of a task of Slurm', 2, { SLURM_CPUS_PER_TASK: '2', SLURM_CPUS_ON_NODE: '6' }, 4],
    ['those of a job of Slurm', 6, { SLURM_CPUS_ON_NODE: '6' }, Number.POSITIVE_INFINITY],
    ['one at least', 1, {}, 0.2],
    ['no more than there are', 8, { SLURM_CPUS_PER_TASK: '64' }, Number.POSITIVE_INFINITY],
  ])('%s', (_, cores, env, quota) => {
    expect(allottedCores(env, quota, 8)).toBe(cores)
  })
})
