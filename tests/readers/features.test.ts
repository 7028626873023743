/**
 * What each reader keeps of what a format can say: the table of `docs/formats.md` is made of these samples, by
 * `npx vitest run tests/readers/features.test.ts -u`. Reports with labels are in the contract of all readers beside it.
 */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { layOut } from '../../src/layout/layout.js'
import type { LaidOutDocument } from '../../src/model/document.js'
import { readDocuments } from '../../src/readers/read.js'
import { loadBoilerplate } from '../../src/resources/boilerplate.js'
import type { FeatureSamples, Format } from './samples/features.js'
import { features, formats } from './samples/features.js'

const boilerplate = loadBoilerplate()

async function laidOut(format: Format, bytes: Uint8Array): Promise<LaidOutDocument> {
  for await (const document of readDocuments(bytes, { path: `a.${format}` }))
    return layOut(document, boilerplate)
  throw new Error('no document')
}

/** yes, no, or nothing where the format has no such thing. */
async function markOf(feature: FeatureSamples, format: Format): Promise<string> {
  const bytes = feature.samples[format]
  if (bytes === undefined) return ''
  return feature.isKept(await laidOut(format, bytes)) ? 'yes' : 'no'
}

it('the table of what readers keep is fresh; if not, run this test with -u', async () => {
  const rows = await Promise.all(
    features.map(async (feature) => {
      const marks = await Promise.all(formats.map((format) => markOf(feature, format)))
      return `| ${[feature.name, ...marks].join(' | ')} |`
    }),
  )
  const head = [`| | ${formats.join(' | ')} |`, `|---|${formats.map(() => '---|').join('')}`]
  const path = new URL('../../docs/formats.md', import.meta.url)
  const [before] = readFileSync(path, 'utf8').split('| | ')
  // Where the pages of Word end is not known before they are laid out.
  expect(rows.filter((row) => row.includes('| no |') && !row.startsWith('| page breaks |'))).toEqual([])
  await expect(`${before}${[...head, ...rows].join('\n')}\n`).toMatchFileSnapshot(path.pathname)
})
