/** The library on threads: records as the calls in one thread give them, in order; what fails, and what is ended. */
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type * as Library from '../../src/index.js'
import { builtPath } from '../support/built.js'

const spun = '全市共有黉舍98所，此中：小学78所，中学20所。咱们要踊跃推动教导奇迹进展，增强黉舍治理。'

let library: typeof Library
let huanyuan: Library.Huanyuan
beforeAll(async () => {
  library = (await import(pathToFileURL(builtPath('dist/program/index.js')).href)) as typeof Library
  huanyuan = await library.createHuanyuan({ threads: 2, assume: 'spun', timeout: 120 })
})
afterAll(() => huanyuan.close())

test('a text and bytes have the records that one thread gives, with the resources that ship', async () => {
  expect(await huanyuan.processText(spun)).toEqual(library.processText(spun, { assume: 'spun' }))
  const [record, ...more] = await huanyuan.processDocument(Buffer.from(spun), { path: 'a.txt' })
  expect([record?.origin.path, record?.repaired.text, more]).toEqual([
    'a.txt',
    library.repair(spun, { assume: 'spun' }).repaired.text,
    [],
  ])
})

test('many come out in their order, each told, and one that fails fails alone', async () => {
  const inputs = ['一', '二', '', '四'].map((name, index) => ({
    bytes: index === 2 ? Buffer.from('%PDF-1.7 and nothing more') : Buffer.from(`${name}：${spun}`),
    path: index === 2 ? 'b.pdf' : `${name}.txt`,
  }))
  const told: number[] = []
  const seen: string[] = []
  for await (const outcome of huanyuan.processAll(inputs, { onProgress: (done) => told.push(done) })) {
    seen.push(
      'error' in outcome ? outcome.error.code : (outcome.records[0]?.source.text.slice(0, 1) ?? 'nothing'),
    )
  }
  expect(seen).toEqual(['一', '二', 'damaged-file', '四'])
  expect(told).toEqual([1, 2, 3, 4])
})

test('a signal ends what runs, and what was not begun; the threads work on', async () => {
  const controller = new AbortController()
  const running = huanyuan.processText(spun.repeat(200), { signal: controller.signal })
  setTimeout(() => controller.abort(new Error('enough')), 50)
  await expect(running).rejects.toThrow('enough')
  await expect(huanyuan.processText(spun, { signal: controller.signal })).rejects.toThrow('enough')
  expect((await huanyuan.processText(spun)).spin.verdict).toBe('spun')
})

describe('wrong options are told before anything begins', () => {
  test.each<[object, string]>([
    [{ assume: 'perhaps' }, "assume must be one of auto, spun, clean, not 'perhaps'"],
    [{ applyFrom: 2 }, 'applyFrom must be a number from 0 to 1, not 2'],
    [{ resources: Promise.resolve() }, 'resources must be what loadResources gives, awaited, not a promise'],
    [{ asume: 'spun' }, 'there is no option asume'],
    [{ maxCharacters: '5' }, "maxCharacters must be a number above 0, not '5'"],
  ])('%j', async (options, message) => {
    expect(() => library.processText(spun, options)).toThrow(new TypeError(message))
    const documents = library.processDocument(Buffer.from(spun), options)
    await expect(documents.next()).rejects.toThrow(message)
  })

  test('so are a text that is none, bytes that are none, and threads that are none', async () => {
    expect(() => library.processText(Buffer.from(spun) as never)).toThrow('the text must be a string')
    await expect(library.processDocument(spun as never).next()).rejects.toThrow('must be a Uint8Array')
    await expect(library.createHuanyuan({ threads: 0 })).rejects.toThrow('threads must be a whole number')
  })
})

test('writers give what the formats print, and a check its sentence in both languages', () => {
  const record = library.processText('全县共有在校学生23000人，其中：小学12000人，初中8000人，高中4000人。')
  const [check] = record.checks
  expect(library.describeCheck(check!)).toContain('does not add up')
  expect(library.describeCheck(check!, 'zh')).toContain('不符')
  expect(library.renderHtml(record, 'zh')).toContain('<html')
  expect(library.renderMarkdown(record)).toContain('在校学生23000人')
  expect(library.renderReport(record, 'zh')).toContain('（第 1 行）')
  expect(JSON.parse(library.renderSarif(record))).toMatchObject({ version: '2.1.0' })
  expect(library.renderDiff(record)).toBe('--- standard input\n+++ standard input\n')
})

test('refuses work when it is closed', async () => {
  const closed = await library.createHuanyuan({ threads: 1 })
  await closed.close()
  await expect(closed.processText('今天下雨。')).rejects.toThrow('it was closed')
  await expect(closed.processDocument(Buffer.from('今天下雨。'))).rejects.toThrow('it was closed')
  expect(() => closed.processAll([])).toThrow('it was closed')
})
