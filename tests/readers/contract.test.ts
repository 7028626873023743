/** The contract of all readers: the same report through every format gives the same lines and the same facts. */
import iconv from 'iconv-lite'
import { Converter } from 'opencc-js'
import { describe, expect, it } from 'vitest'
import type { SourceDocument } from '../../src/model/document.js'
import { processDocument } from '../../src/pipeline/process.js'
import { loadResources } from '../../src/pipeline/resources.js'
import { readDocuments } from '../../src/readers/read.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { checkRecord } from '../support/invariants.js'
import { samplesOf } from './samples/formats.js'
import { plainText, sampleReport } from './samples/report.js'

const resources = await loadResources()

async function only<T>(items: AsyncIterable<T>): Promise<T> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  expect(all).toHaveLength(1)
  return all[0]!
}

function checkSource({ text, stated, pageStarts, messages }: SourceDocument): void {
  let end = 0
  for (const block of stated) {
    expect(block.start).toBeGreaterThanOrEqual(end)
    expect(block.end).toBeGreaterThan(block.start)
    expect(text.slice(block.start, block.end)).toBe(text.slice(block.start, block.end).trim())
    end = block.end
  }
  expect(end).toBeLessThanOrEqual(text.length)
  expect([...pageStarts].sort((a, b) => a - b)).toEqual(pageStarts)
  expect(messages).toEqual([])
}

const linesOf = (text: string) =>
  text
    .split(/\r?\n/)
    .map((line) => line.replace(/^#+ /, '').trim())
    .filter((line) => line !== '')

/** What a fact says, without where it stands. */
function factsOf({ facts }: DocumentRecord) {
  return facts.map(({ text, indicator, indicatorId, value, low, high, unit, bound, role, status }) => ({
    text: text.replace(/\s/g, ''),
    indicator,
    indicatorId,
    value,
    low,
    high,
    unit,
    bound,
    role,
    status,
  }))
}

describe.each(['education-bureau-halfyear', 'grain-agriculture'])('%s', (id) => {
  const lines = sampleReport(id)
  const [plain, ...others] = samplesOf(lines)
  const record = async (bytes: Uint8Array, path: string) =>
    only(processDocument(bytes, { resources, path, assume: 'clean' }))

  it.each(samplesOf(lines).map((sample) => [sample.name, sample] as const))('%s', async (_, sample) => {
    const document = await only(readDocuments(sample.bytes, { path: sample.path }))
    checkSource(document)
    expect(document.origin.mediaType).toBe(sample.mediaType)
    const texts = lines.map(({ text }) => text)
    if (sample.keepsLines)
      expect(linesOf(document.text).filter((line) => texts.includes(line))).toEqual(texts)
    else expect(document.text.replace(/\s/g, '')).toContain(texts.slice(0, 2).join('').replace(/\s/g, ''))
  })

  it.each(others.map((sample) => [sample.name, sample] as const))('facts of %s', async (_, sample) => {
    const expected = await record(plain!.bytes, plain!.path)
    const actual = await record(sample.bytes, sample.path)
    checkRecord(actual)
    expect(factsOf(actual)).toEqual(factsOf(expected))
  })

  it('values, units, bounds and indicators of its traditional version in Big5', async () => {
    const traditional: string = Converter({ from: 'cn', to: 'tw' })(plainText(lines))
    const keysOf = ({ facts }: DocumentRecord) =>
      facts.map(({ value, low, high, unit, bound, indicatorId }) => [
        value,
        low,
        high,
        unit,
        bound,
        indicatorId,
      ])
    const actual = await record(iconv.encode(traditional, 'big5'), 'a.txt')
    expect(actual.origin.encoding).toBe('big5')
    expect(actual.source.text).toBe(traditional)
    expect(keysOf(actual)).toEqual(keysOf(await record(plain!.bytes, plain!.path)))
  })
})

describe('a damaged report', () => {
  const [plain, ...others] = samplesOf(sampleReport('grain-agriculture', 'damaged'))
  const repairsOf = async (bytes: Uint8Array, path: string) => {
    const { corrections } = await only(processDocument(bytes, { resources, path }))
    return corrections
      .filter(({ kind, status }) => kind === 'swap' && status === 'applied')
      .map(({ actual, replacement }) => `${actual} → ${replacement}`)
  }

  it.each(others.map((sample) => [sample.name, sample] as const))('repairs of %s', async (_, sample) => {
    const expected = await repairsOf(plain!.bytes, plain!.path)
    expect(expected.length).toBeGreaterThan(50)
    expect(await repairsOf(sample.bytes, sample.path)).toEqual(expected)
  })
})
