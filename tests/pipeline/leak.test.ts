/** What the library keeps of a document when it is done with it: nothing. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../../scripts/tables.js'

/**
 * Bytes. Each document has a line of 100,000 characters of its own, so that who keeps a part of its text keeps more than
 * this; what the engine makes of the code that runs stays far below.
 */
const most = 50_000

it('no call keeps a part of a document', () => {
  const script = join(root, 'tests', 'pipeline', 'retained.ts')
  const { stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', '--import', 'tsx', script], {
    cwd: root,
    encoding: 'utf8',
  })
  const ways = stdout
    .split('\n')
    .flatMap((line) => (line === '' ? [] : [JSON.parse(line) as [string, number]]))
  expect(ways, stderr).toHaveLength(6)
  expect(ways.filter(([, bytes]) => bytes > most)).toEqual([])
})
