/** The pages about the library are made without a warning: whatever is exported names nothing that is not explained. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../support/folder.js'
import { root } from './source.js'

test('npm run docs', { timeout: 180_000 }, () => {
  const out = temporaryFolder({})
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'docs', '--', '--out', out], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  })
  expect(stdout + stderr).not.toContain('[warning]')
  expect(status).toBe(0)
  for (const page of [
    'functions/index.accept',
    'functions/index.createHuanyuan',
    'variables/writers_schema.recordSchema',
  ])
    expect(existsSync(join(out, `${page}.html`)), page).toBe(true)
})
