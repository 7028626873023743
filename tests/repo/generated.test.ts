/** Generated files are what `npm run generate` would write now. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { generatedFiles, indexes } from '../../scripts/generate.js'
import { root } from './source.js'

describe.each([...generatedFiles()])('%s', (path, content) => {
  test('is fresh; if not, run npm run generate', () => {
    expect(readFileSync(join(root, path), 'utf8')).toBe(content)
  })
})

test('each folder of plug-ins has an index', () => {
  const paths = [...generatedFiles().keys()]
  expect(paths).toEqual(expect.arrayContaining(indexes.map(({ folder }) => `${folder}/index.ts`)))
})
