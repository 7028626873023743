/** Tests that run what was built take it from one place, which refuses a build of other sources. */
import { expect, test } from 'vitest'
import { filesUnder } from './source.js'

/** Code that a test runs: the program, the library, the page's script. */
const names = /bin\/huanyuan\.js|['"`/]dist\/|\b(documentPage|pageOfDocuments|coverOfPages|pageAssets)\b/

test('each of them asks whether the build is fresh', () => {
  const own = ['tests/support/built.ts', 'tests/repo/built.test.ts']
  const users = filesUnder('tests').filter(({ path, code }) => names.test(code) && !own.includes(path))
  expect(users.length).toBeGreaterThan(4)
  expect(users.filter(({ code }) => !code.includes('support/built.js')).map(({ path }) => path)).toEqual([])
})
