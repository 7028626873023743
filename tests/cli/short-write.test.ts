/** Standard output as a file that finds room for a part alone: nobody is to take that part for the whole. */
import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { builtPath } from '../support/built.js'
import { temporaryFolder } from '../support/folder.js'

const program = builtPath('bin/huanyuan.js')

test.skipIf(process.platform === 'win32')('a part of what was to be written is no success', () => {
  const cwd = temporaryFolder({})
  const script = 'ulimit -f 8; exec "$0" "$1" schema --lang en > schema.json'
  const { status, stderr } = spawnSync('/bin/sh', ['-c', script, process.execPath, program], { cwd })
  expect(statSync(join(cwd, 'schema.json')).size).toBeGreaterThan(0)
  expect([status, String(stderr)]).toEqual([
    2,
    'huanyuan: standard output cannot be written (the file is as large as files may be here)\n',
  ])
})
