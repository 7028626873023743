import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readHeldOut, trainLanguageModel } from '../../src/learn/train.js'
import { parseLanguageModel } from '../../src/lm/query.js'
import { writeParagraphs } from '../lm/reference.js'

const paragraphs = writeParagraphs(200)
const options = { minimumCounts: [1, 1, 1, 1, 1], minimumCharacterCount: 1 }
let folder = ''
let plain = ''
let zipped = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'train-test-'))
  plain = join(folder, 'a.txt')
  zipped = join(folder, 'a.txt.gz')
  writeFileSync(plain, `${paragraphs.join('\n')}\n\n`)
  writeFileSync(zipped, gzipSync(paragraphs.join('\r\n')))
})

afterAll(() => rmSync(folder, { recursive: true }))

describe('trainLanguageModel', () => {
  it('makes the same bytes in little memory, of plain and of compressed text', async () => {
    const inMemory = await trainLanguageModel([plain], options)
    const streamed = await trainLanguageModel([zipped], {
      ...options,
      memoryBytes: 2000,
      temporaryFolder: folder,
    })
    expect(Buffer.from(streamed.bytes).equals(Buffer.from(inMemory.bytes))).toBe(true)
    expect(readdirSync(folder).sort()).toEqual(['a.txt', 'a.txt.gz'])
    expect(inMemory.symbols).toBe(paragraphs.join('').length + paragraphs.length)
  })

  it('keeps to the size', async () => {
    const { bytes, ngrams } = await trainLanguageModel([plain], { ...options, maximumBytes: 20_000 })
    expect(bytes.length).toBeLessThanOrEqual(20_000)
    expect(bytes.length).toBeGreaterThan(19_000)
    expect(ngrams).toHaveLength(5)
    expect(parseLanguageModel(bytes.buffer as ArrayBuffer).order).toBe(5)
  })

  it('leaves out every n-th paragraph', async () => {
    const heldOut: string[] = []
    for await (const text of readHeldOut(plain, 10)) heldOut.push(text)
    expect(heldOut).toEqual(paragraphs.filter((_, index) => index % 10 === 9))
    const rest = join(folder, 'rest.txt')
    writeFileSync(rest, paragraphs.filter((_, index) => index % 10 !== 9).join('\n'))
    const expected = await trainLanguageModel([rest], options)
    const actual = await trainLanguageModel([plain], { ...options, heldOutEvery: 10 })
    rmSync(rest)
    expect(Buffer.from(actual.bytes).equals(Buffer.from(expected.bytes))).toBe(true)
  })

  it('reports its steps', async () => {
    const steps: string[] = []
    await trainLanguageModel([plain], options, (step) => steps.push(step))
    expect(steps).toEqual(['collect', 'estimate', 'prune', 'pack'])
  })

  it('says which text cannot be read', async () => {
    const path = join(folder, 'missing.txt.gz')
    await expect(trainLanguageModel([path])).rejects.toMatchObject({
      code: 'unreadable-text',
      parameters: { path, reason: 'ENOENT' },
    })
  })

  it('refuses an order that keys cannot hold', async () => {
    await expect(trainLanguageModel([plain], { minimumCounts: [1] })).rejects.toMatchObject({
      code: 'bad-model-order',
    })
  })

  it('refuses a text without paragraphs', async () => {
    const path = join(folder, 'empty.txt')
    writeFileSync(path, '\n \n')
    await expect(trainLanguageModel([path])).rejects.toMatchObject({ code: 'empty-text' })
    rmSync(path)
  })
})
