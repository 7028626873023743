/** Exact values are no strings inside: nobody looks for a slash, a point or a sign in one. */
import { expect, test } from 'vitest'
import { filesUnder } from './source.js'

/** Layers that handle values; others handle paths and addresses, which have slashes of their own. */
const layers = new Set(['model', 'numerals', 'quantities', 'extract', 'audit', 'resources', 'pipeline'])
const parsing = /\b(?:includes|indexOf|split|startsWith)\('[/.-]'\)/

test('values are not looked into as texts', () => {
  const places = filesUnder('src').filter(({ layer, code }) => layers.has(layer) && parsing.test(code))
  expect(places.map(({ path }) => path)).toEqual([])
})
