/** Reading in a process of its own, by the built program: what goes wrong there costs one document, and no more. */
import { describe, expect, it } from 'vitest'
import type { DocumentOptions, DocumentRecord } from '../../src/index.js'
import { hostilePdf } from '../readers/samples/hostile/pdf.js'
import { archiveOf, docxOf } from '../readers/samples/office.js'
import { sampleReport } from '../readers/samples/report.js'
import { builtPath } from '../support/built.js'

const { loadResources, processDocument } = (await import(
  builtPath('dist/program/index.js')
)) as typeof import('../../src/index.js')
const resources = await loadResources()
const lines = sampleReport('finance-budget').slice(0, 4)
const word = docxOf(lines)
const mebibyte = 1024 ** 2
/** The engine alone takes more. */
const tooLittle = 10 * mebibyte

async function process(
  bytes: Uint8Array,
  options: Omit<DocumentOptions, 'resources'> = {},
): Promise<DocumentRecord[]> {
  const records: DocumentRecord[] = []
  for await (const record of processDocument(bytes, { ...options, resources })) records.push(record)
  return records
}

/** A PDF that says in a few bytes which characters some hundred million codes are. */
const { bytes: absurdPdf } = hostilePdf().find(({ path }) => path === 'codes.pdf')!

const patience = 300_000

describe('a document that is read in another process', { timeout: patience }, () => {
  it('gives the record that it gives in this one', async () => {
    const unlimited = { maxMemory: Number.POSITIVE_INFINITY, maxSeconds: Number.POSITIVE_INFINITY }
    const own = await process(word, { path: 'a.docx' })
    expect(own).toEqual(await process(word, { path: 'a.docx', ...unlimited }))
    expect(own[0]!.origin).toMatchObject({ path: 'a.docx', entry: null })
  })

  it('fails with the code that it fails with in this one', async () => {
    const half = word.subarray(0, word.length / 2)
    await expect(process(half)).rejects.toMatchObject({
      code: 'damaged-file',
      parameters: { format: 'docx' },
    })
  })

  it('is given up where that takes too much memory, and the next one is read', async () => {
    await expect(process(word, { maxMemory: tooLittle })).rejects.toMatchObject({
      code: 'reading-memory',
      parameters: { limit: 10 },
    })
    expect(await process(word)).toHaveLength(1)
  })

  it('is given up where its parser fills the memory without ever coming back', async () => {
    await expect(process(absurdPdf, { maxMemory: 250 * mebibyte })).rejects.toMatchObject({
      code: 'reading-memory',
    })
    expect(await process(word)).toHaveLength(1)
  })

  it('is given up where that takes too long', async () => {
    await expect(process(word, { maxSeconds: 0.001 })).rejects.toMatchObject({
      code: 'reading-time',
      parameters: { seconds: 0.001 },
    })
  })

  it('costs no other one of its archive', async () => {
    const archive = archiveOf({ 'a.txt': '全县有学校12所。', 'b.docx': word, 'c.txt': '教师300人。' })
    const records = await process(archive, { maxMemory: tooLittle })
    expect(records.map(({ origin, messages }) => [origin.entry, messages[0]?.code])).toEqual([
      ['a.txt', undefined],
      ['b.docx', 'reading-memory'],
      ['c.txt', undefined],
    ])
  })

  it('is given up where a signal says so, and the next one is read', async () => {
    const controller = new AbortController()
    const reading = process(absurdPdf, { maxMemory: 2 ** 40, signal: controller.signal })
    setTimeout(() => controller.abort(new Error('enough')), 20)
    await expect(reading).rejects.toThrow('enough')
    await expect(process(word, { signal: controller.signal })).rejects.toThrow('enough')
    expect(await process(word, { signal: new AbortController().signal })).toHaveLength(1)
  })

  it('may be one of several at a time', async () => {
    const all = await Promise.all([word, word, word].map((bytes) => process(bytes)))
    expect(all.map((records) => records[0]!.source.text)).toEqual(Array(3).fill(all[0]![0]!.source.text))
  })

  it('is no plain text: that is read where it is asked for', async () => {
    for (const [path, text] of [
      ['a.txt', '全县有学校12所。'],
      ['a.html', '<p>全县有学校12所。</p>'],
    ] as const) {
      const [record] = await process(Buffer.from(text), { path, maxMemory: tooLittle })
      expect(record!.source.text.trim()).toBe('全县有学校12所。')
    }
  })
})
