/** Which part a call builds, where an array of Slurm or an indexed job of Kubernetes says it. */
import { describe, expect, test } from 'vitest'
import { parseShard } from '../../src/cli/shard.js'

const array = (task: number, count: number, least: number, most: number, step?: number) => ({
  SLURM_ARRAY_TASK_ID: String(task),
  SLURM_ARRAY_TASK_COUNT: String(count),
  SLURM_ARRAY_TASK_MIN: String(least),
  SLURM_ARRAY_TASK_MAX: String(most),
  ...(step !== undefined && { SLURM_ARRAY_TASK_STEP: String(step) }),
})

describe('a part', () => {
  test.each<[string, string, NodeJS.ProcessEnv, string]>([
    ['by its name, whatever the environment says', '2/4', array(1, 8, 1, 8), '2/4'],
    ['of an array from 1', 'auto', array(3, 8, 1, 8, 1), '3/8'],
    ['of an array from 0', 'auto', array(0, 8, 0, 7), '1/8'],
    ['of an array with steps', 'auto', array(20, 4, 10, 25, 5), '3/4'],
    ['of a lone number of a larger array', 'auto/8', array(3, 1, 3, 3), '3/8'],
    ['of an indexed job', 'auto/4', { JOB_COMPLETION_INDEX: '0' }, '1/4'],
    ['of an indexed job, the last one', 'auto/4', { JOB_COMPLETION_INDEX: '3' }, '4/4'],
  ])('%s', (_, value, env, part) => {
    const { index, count } = parseShard(value, env)
    expect(`${index}/${count}`).toBe(part)
  })

  test.each<[string, string, NodeJS.ProcessEnv, string]>([
    ['nobody says which', 'auto/8', {}, 'build.no-shard'],
    ['an array leaves numbers out', 'auto', array(1, 3, 1, 7), 'build.array-shard'],
    ['a lone number would be the whole', 'auto', array(3, 1, 3, 3), 'build.array-shard'],
    ['an indexed job says no count', 'auto', { JOB_COMPLETION_INDEX: '0' }, 'build.count-shard'],
    ['there are not so many', 'auto/4', { JOB_COMPLETION_INDEX: '4' }, 'build.bad-shard'],
    ['numbers of the array begin at 0', 'auto/4', { SLURM_ARRAY_TASK_ID: '0' }, 'build.bad-shard'],
    ['it is no part', '5/4', {}, 'build.bad-shard'],
    ['it is another word', 'autos', {}, 'build.bad-shard'],
  ])('is refused where %s', (_, value, env, key) => {
    expect(() => parseShard(value, env)).toThrow(expect.objectContaining({ key }))
  })
})
