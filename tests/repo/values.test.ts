/** How exact values are written is known to one file: nobody else looks for a slash, a point or a sign in one. */
import { expect, test } from 'vitest'
import { filesUnder } from './source.js'

/** Layers that handle values; others handle paths and addresses, which have slashes of their own. */
const layers = new Set(['model', 'numerals', 'quantities', 'extract', 'audit', 'resources', 'pipeline'])
const parsing = /\b(?:includes|indexOf|split|startsWith)\('[/.-]'\)/

test('values are taken apart and put together in src/model/exact.ts alone', () => {
  const places = filesUnder('src').filter(({ layer, code }) => layers.has(layer) && parsing.test(code))
  expect(places.map(({ path }) => path)).toEqual(['src/model/exact.ts'])
})
