/** How the review is opened in a browser: where there is one, and by a file that nobody else can read. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { Readable, Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { entranceFile, hasBrowser } from '../../src/cli/browser.js'

function terminal(env: Readonly<Record<string, string>>, isTTY = true) {
  const nowhere = Object.assign(new Writable(), { isTTY })
  return { stdin: Readable.from([]), stdout: nowhere, stderr: nowhere, env, cwd: '.' }
}

test.each([
  ['a screen of X', { DISPLAY: ':0' }, 'linux', true],
  ['a screen of Wayland', { WAYLAND_DISPLAY: 'wayland-0' }, 'linux', true],
  ['no screen', {}, 'linux', false],
  ['a Mac', {}, 'darwin', true],
  ['Windows', {}, 'win32', true],
  [
    'a screen that is elsewhere',
    { DISPLAY: 'localhost:10.0', SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22' },
    'linux',
    false,
  ],
  ['nobody who looks', { DISPLAY: ':0', CI: 'true' }, 'linux', false],
])('%s', (_, env: Readonly<Record<string, string>>, platform, has) => {
  expect(hasBrowser(terminal(env), platform)).toBe(has)
  expect(hasBrowser(terminal(env, false), platform)).toBe(false)
})

test('the file that leads to the review is of its user alone, and goes', () => {
  const { path, remove } = entranceFile('http://127.0.0.1:1/?enter=secret')
  expect(readFileSync(path, 'utf8')).toContain('content="0;url=http://127.0.0.1:1/?enter=secret"')
  expect(readFileSync(path, 'utf8')).toContain('no-referrer')
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(path).not.toContain('secret')
  remove()
  expect(existsSync(path)).toBe(false)
})
