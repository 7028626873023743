/** What the user gets of the own reports is what was accepted, line for line. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { describeDifferences, findDifferences } from '../../scripts/golden/differences.js'
import { acceptedText, currentText, listGolden } from '../../scripts/golden/documents.js'
import type { Resources } from '../../src/pipeline/resources.js'
import { loadResources } from '../../src/pipeline/resources.js'
import { root } from '../repo/source.js'

const documents = listGolden()

let resources: Resources
beforeAll(async () => {
  resources = await loadResources()
})

test.each(documents.map((document) => [document.input, document] as const))('%s', async (input, document) => {
  const accepted = acceptedText(document)
  const current = await currentText(document, resources)
  const told = describeDifferences(findDifferences(accepted, current))
  expect
    .soft(told, `${input} reads otherwise (npm run golden shows all, -- --accept takes it)\n${told}`)
    .toBe('')
  expect(current).toBe(accepted)
})

test('every golden file is that of a report', () => {
  const files = readdirSync(join(root, 'tests/golden')).filter((name) => name.endsWith('.txt'))
  expect(files.map((name) => `tests/golden/${name}`).sort()).toEqual(
    documents.map(({ golden }) => golden).sort(),
  )
})
