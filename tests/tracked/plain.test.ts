/** New Word files of documents of other formats: they say the same text, with its headings and tables as such. */
import { describe, expect, it, test } from 'vitest'
import { processDocument, processText } from '../../src/pipeline/process.js'
import { loadResources } from '../../src/pipeline/resources.js'
import { readDocuments } from '../../src/readers/read.js'
import { wordFileOf } from '../../src/tracked/word-file.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { cellsOf } from '../readers/stated-cells.js'
import { commentsIn, textIn, textsOf, withoutOurs } from './views.js'

const resources = await loadResources()

async function recordOf(text: string, path: string): Promise<DocumentRecord> {
  const bytes = new TextEncoder().encode(text)
  for await (const record of processDocument(bytes, { resources, path, assume: 'spun' })) return record
  throw new Error('no record')
}

const fileOf = (record: DocumentRecord, isAccepted = false) =>
  wordFileOf(record, undefined, { language: 'en', isAccepted, maxBytes: 2 ** 26 })

/** Without white space, and the commas that part the cells of a table of text. */
const ink = (text: string) => text.replaceAll(/[\s,]/g, '')

const report = [
  '教诲局2019年事情总结',
  '',
  '一、黉舍环境',
  '2019年，全县共有黉舍2016所，此中小学2000所，中学15所。门 生41297人。',
  '（一）事情。一是扎实做好各项教诲事情。二是获得了较着成效。',
  '1. 专任先生2748人\r',
  '2. 学历合格率达99.6%\r',
].join('\n')

const page = `<html><body><h1>教诲局事情总结</h1><table><tr><th rowspan=2>黉舍</th><th colspan=2>门生</th></tr>
<tr><td>男</td><td>女</td></tr><tr><td>一般高中</td><td>126</td><td></td></tr></table><p>此中小学78所。</p></body></html>`

describe.each([
  ['a text', report, 'a.txt'],
  ['a page', page, 'a.html'],
  ['a table', '黉舍,门生\n小学,78\n书院,9\n', 'a.csv'],
])('of %s', (_, source, path) => {
  it('accepted it says the repaired text, rejected the source', async () => {
    const record = await recordOf(source, path)
    const { bytes, lost } = await fileOf(record)
    expect(record.repaired.text).toMatch(/学校/)
    expect(lost).toEqual([])
    expect(ink(await textIn(bytes))).toBe(ink(record.repaired.text))
    expect(ink(await textIn(withoutOurs(bytes)))).toBe(ink(record.source.text))
    expect(ink(await textIn((await fileOf(record, true)).bytes))).toBe(ink(record.repaired.text))
  })
})

test('headings, items and tables are such', async () => {
  const { bytes } = await fileOf(await recordOf(report, 'a.txt'))
  const { 'word/document.xml': xml = '' } = textsOf(bytes)
  const styles = [...xml.matchAll(/<w:pStyle w:val="(\w+)"/g)].map(([, style]) => style)
  expect(styles).toEqual(['Title', 'Heading1', 'Heading2', 'Item', 'Heading3', 'Heading3'])
  expect(commentsIn(bytes).join('\n')).toContain('2000 + 15 = 2016')
  const record = await recordOf(page, 'a.html')
  for await (const document of readDocuments((await fileOf(record, true)).bytes, { path: 'a.docx' }))
    expect(cellsOf(document)).toEqual([
      '0 0,0 2×1 学校',
      '0 0,1 1×2 学生',
      '0 1,1 1×1 男',
      '0 1,2 1×1 女',
      '0 2,0 1×1 普通高中',
      '0 2,1 1×1 126',
    ])
})

test('a table with more columns than Word has is lines of text', async () => {
  const rows = ['黉舍', '门生'].map((name) => [name, ...Array.from({ length: 70 }, (_, at) => String(at))])
  const record = await recordOf(rows.map((row) => row.join(',')).join('\n'), 'a.csv')
  const { bytes } = await fileOf(record)
  expect(textsOf(bytes)['word/document.xml']).not.toContain('<w:tbl>')
  expect(ink(await textIn(bytes))).toBe(ink(record.repaired.text))
  expect(ink(await textIn(withoutOurs(bytes)))).toBe(ink(record.source.text))
})

test('what XML cannot hold is a sign, and nothing in a text is markup', async () => {
  const text = '全县黉舍126所，\u0007<w:p/>&amp;\ud800 门生41297人。'
  const record = processText(text, { resources, assume: 'spun' })
  const { bytes } = await fileOf(record)
  expect(await textIn(bytes)).toBe('全县学校126所，\uFFFD<w:p/>&amp;\uFFFD 学生41297人。\n')
})

test('of a record without blocks the text is one paragraph', async () => {
  const record = processText('全县黉舍126所。', { resources, assume: 'spun' })
  expect(await textIn((await fileOf({ ...record, blocks: [] })).bytes)).toBe('全县学校126所。\n')
})
