/**
 * What LibreOffice made of the tracked changes of each sample, as it was kept: all accepted is the repaired text, all
 * rejected the source. Where the repair has changed, `KEEP_OUTPUTS=1 npx vitest run tests/tracked/libreoffice.test.ts`
 * makes the files anew.
 */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { processDocument } from '../../src/pipeline/process.js'
import { loadResources } from '../../src/pipeline/resources.js'
import { keptOutput } from './kept.js'
import { isWhole, samples } from './samples.js'
import { textIn } from './views.js'

const resources = await loadResources()

test.each(samples.filter(isWhole))('LibreOffice and $name', async ({ name, bytes }) => {
  const kept = (what: 'accept' | 'reject') => textIn(readFileSync(keptOutput(name, what)))
  for await (const record of processDocument(bytes, { resources, path: 'a.docx', assume: 'spun' })) {
    expect(await kept('accept')).toBe(record.repaired.text)
    expect(await kept('reject')).toBe(record.source.text)
    expect(record.repaired.text).not.toBe(record.source.text)
  }
})
