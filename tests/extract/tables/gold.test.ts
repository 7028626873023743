/** Every figure of the sample tables says the same in each format: its name, unit, period and direction. */
import { describe, expect, test } from 'vitest'
import { extractFacts } from '../../../src/extract/extract.js'
import { layOut } from '../../../src/layout/layout.js'
import type { SourceDocument } from '../../../src/model/document.js'
import { revise } from '../../../src/model/edit.js'
import { emptyTrace } from '../../../src/model/trace.js'
import { readDocuments } from '../../../src/readers/read.js'
import { loadBoilerplate } from '../../../src/resources/boilerplate.js'
import { segmentDocument } from '../../../src/segment/segment.js'
import { resources } from '../../support/document.js'
import { faultySamples } from './faulty-samples.js'
import { flattenedSamples } from './flattened-samples.js'
import { formats } from './formats.js'
import { layoutSamples } from './layout-samples.js'
import { samples } from './samples.js'

const boilerplate = loadBoilerplate()
async function read(bytes: Uint8Array, path: string): Promise<SourceDocument> {
  for await (const document of readDocuments(bytes, { path })) return document
  throw new Error('no document')
}

/** The facts of the cells of a document, one a line, as the gold has them. */
async function linesOf(bytes: Uint8Array, path: string): Promise<string[]> {
  const laidOut = layOut(await read(bytes, path), boilerplate)
  const repaired = revise<'source', 'repaired'>(laidOut.text, [])
  const spin = { rate: 0, verdict: 'clean' as const, assumed: true, windows: [] }
  const document = { ...laidOut, corrections: [], damage: [], spin, repaired, trace: emptyTrace }
  const { facts } = extractFacts(segmentDocument(document, undefined), resources)
  return facts
    .filter(({ cell }) => cell !== null)
    .map(({ text, indicator, unit, period, change }) => {
      const direction = change === null ? '' : ` ${change.direction}`
      return `${text}: ${indicator} ${unit || '-'} ${period?.text ?? '-'}${direction}`
    })
}

describe.each([...samples, ...faultySamples, ...layoutSamples])('$name', (sample) => {
  test.each(formats)('$path', async ({ path, bytesOf, shows = (printed) => printed }) => {
    const gold = sample.gold.map((line) => line.replace(/^[^:]+/, shows))
    expect(await linesOf(bytesOf(sample), path)).toEqual(gold)
  })
})

test.each(flattenedSamples)('$name', async ({ text, gold }) => {
  expect(await linesOf(Buffer.from(text.join('\n')), 'table.txt')).toEqual(gold)
})
