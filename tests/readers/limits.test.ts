/** What cannot be read ends as one clear code; what is hostile costs neither time nor memory. */
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { SourceDocument } from '../../src/model/document.js'
import { ProcessingError } from '../../src/model/message.js'
import { findMainContent } from '../../src/readers/main-content.js'
import { parsePage } from '../../src/readers/page.js'
import type { ReadOptions } from '../../src/readers/read.js'
import { readDocuments, readerOf } from '../../src/readers/read.js'
import { epubOf } from './samples/books.js'
import { hostileFiles } from './samples/hostile.js'
import { markupOf, pageOf } from './samples/markup.js'
import { ofdOf, typesetOfd } from './samples/ofd.js'
import { archiveOf, docxOf, xlsxOf } from './samples/office.js'
import { encryptedPdf, pdfOf, scannedPdf, typeset } from './samples/pdf.js'
import { sampleReport, sampleTable } from './samples/report.js'
import { rtfOf, rtfParagraph } from './samples/rtf.js'
import { docOf } from './samples/word97.js'

const lines = sampleReport('finance-budget')
const texts = lines.map(({ text }) => text)

async function read(bytes: Uint8Array, options: ReadOptions = {}): Promise<SourceDocument[]> {
  const documents: SourceDocument[] = []
  for await (const document of readDocuments(bytes, options)) documents.push(document)
  return documents
}

async function codeOf(bytes: Uint8Array, options: ReadOptions = {}): Promise<string> {
  try {
    const [document] = await read(bytes, options)
    return document?.messages[0]?.code ?? 'read'
  } catch (cause) {
    if (!(cause instanceof ProcessingError)) throw cause
    return cause.code
  }
}

const cut = (bytes: Uint8Array, share: number) => bytes.subarray(0, Math.floor(bytes.length * share))

describe('failures', () => {
  it.each([
    ['a scanned PDF', scannedPdf(), 'scanned-pdf'],
    ['an encrypted PDF', encryptedPdf(), 'encrypted'],
    ['a PDF that is none', Buffer.from('%PDF-1.4 and nothing else'), 'damaged-file'],
    ['half a DOCX', cut(docxOf(lines), 0.5), 'damaged-file'],
    ['a quarter of a DOC', cut(docOf(texts), 0.25), 'damaged-file'],
    [
      'a PNG picture, without the package that reads it',
      Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ', 'base64'),
      'ocr-not-installed',
    ],
  ])('%s', async (_, bytes, code) => expect(await codeOf(bytes)).toBe(code))

  it.each([
    ['docx', docxOf(lines)],
    ['xlsx', xlsxOf(sampleTable)],
    ['ofd', ofdOf({ folder: 'Doc_0', pages: typesetOfd(texts) })],
    ['epub', epubOf({ pages: [`<p>${texts.join('')}</p>`] })],
    // An archive of documents is none of them, whatever the names in it.
    ['zip', archiveOf({ 'a.docx': docxOf(lines), 'b.txt': texts.join('') })],
    ['zip', archiveOf({ 'a/word/b.txt': texts.join(''), 'c.txt': texts[0]! })],
  ])('a %s without its end is called what it was', async (format, whole) => {
    for (const share of [0.7, 0.95]) {
      await expect(read(cut(whole, share), { path: 'a.bin' })).rejects.toMatchObject({
        code: 'damaged-file',
        parameters: { format },
      })
    }
  })

  it('a DOCX of which a byte was altered is called a damaged DOCX', async () => {
    const altered = Buffer.from(docxOf(lines))
    const packed = altered.indexOf('word/document.xml') + 200
    altered[packed] = altered[packed]! ^ 0xff
    await expect(read(altered)).rejects.toMatchObject({
      code: 'damaged-file',
      parameters: { format: 'docx' },
    })
  })

  it('a rich text without its end is read as far as it goes, which is said; a whole one says nothing', async () => {
    const whole = rtfOf(...texts.map((text) => rtfParagraph(text)))
    const codesOf = async (bytes: Uint8Array) => {
      const [document] = await read(bytes, { path: 'a.rtf' })
      return document!.messages.map(({ code }) => code)
    }
    expect(await codesOf(whole)).toEqual([])
    for (const share of [0.5, 0.8, 0.99]) expect(await codesOf(cut(whole, share))).toEqual(['cut-off'])
  })

  it('a PDF with widths for a thousand million characters does not end the process', async () => {
    const whole = Buffer.from(pdfOf(typeset(texts))).toString('latin1')
    const absurd = whole.replace('/W [1 95 500 ', '/W [1 999999999 500 ')
    expect(absurd).not.toBe(whole)
    expect(await codeOf(Buffer.from(absurd, 'latin1'))).toBe('absurd-widths')
  })

  it('a PDF whose forms draw each other a hundred million times', async () => {
    const { bytes } = hostileFiles().find(({ path }) => path === 'forms.pdf')!
    await expect(read(bytes, { path: 'a.pdf' })).rejects.toMatchObject({
      code: 'page-draws-too-much',
      parameters: { page: 1, limit: 10_000 },
    })
  })

  it('a PDF without its end is read as far as it goes, or said to be damaged', async () => {
    const whole = pdfOf(typeset(texts))
    for (const share of [0.5, 0.8, 0.95]) {
      expect(['read', 'damaged-file', 'no-text', 'scanned-pdf']).toContain(await codeOf(cut(whole, share)))
    }
  })
})

describe('formats are known by what they hold', () => {
  it.each([
    ['pdf', pdfOf(typeset(texts))],
    ['docx', docxOf(lines)],
    ['xlsx', xlsxOf(sampleTable)],
    ['doc', docOf(texts)],
    ['zip', archiveOf({ 'a.txt': '教育' })],
    ['html', Buffer.from(pageOf(markupOf(lines)))],
    ['txt', Buffer.from(texts.join('\n'))],
  ])('%s', (id, bytes) => {
    expect(readerOf(bytes, null).id).toBe(id)
    expect(readerOf(bytes, 'report.dat').id).toBe(id)
  })
})

it('a page is not searched for its article where that would take it apart into too many pieces', async () => {
  const page = (blanks: number) => parsePage(`<h1>题${'\u00a0'.repeat(blanks)}目</h1><p>全县有学校12所。</p>`)
  expect(findMainContent(page(20))).toBeDefined()
  expect(findMainContent(page(200_000))).toBeUndefined()
})

describe('archives', () => {
  it('yield each document by name, and one that fails stops no other', async () => {
    const bytes = archiveOf({
      'a.txt': '全县有学校12所。',
      'b/c.docx': docxOf(lines.slice(0, 2)),
      'd.pdf': encryptedPdf(),
      'e.zip': archiveOf({ 'f.txt': '全县有教师300人。' }),
      '__MACOSX/._a.txt': 'x',
    })
    const documents = await read(bytes, { path: 'reports.zip' })
    expect(documents.map(({ origin, messages }) => [origin.entry, messages[0]?.code])).toEqual([
      ['a.txt', undefined],
      ['b/c.docx', undefined],
      ['d.pdf', 'encrypted'],
      ['e.zip/f.txt', undefined],
    ])
    expect(new Set(documents.map(({ id }) => id)).size).toBe(4)
  })

  it('lose a damaged entry alone, also where a broken bit would only change a figure', async () => {
    const names = ['a.txt', 'b.txt', 'c.txt', 'd.txt', 'e.txt']
    const texts = names.map((_, index) => `全县有学校${index + 1}23所。`)
    const stored = Object.fromEntries(names.map((name, index) => [name, Buffer.from(texts[index]!)]))
    const bytes = Buffer.from(zipSync(stored, { level: 0 }))
    bytes[bytes.indexOf('323')]! ^= 1
    const documents = await read(bytes)
    expect(documents.map(({ origin, text, messages }) => [origin.entry, text, messages[0]?.code])).toEqual(
      names.map((name, index) =>
        index === 2 ? [name, '', 'damaged-file'] : [name, texts[index], undefined],
      ),
    )
  })

  it('are unpacked to the limit only', async () => {
    const bomb = archiveOf({ 'a.txt': Buffer.alloc(30_000_000, 0x41) })
    expect(bomb.length).toBeLessThan(100_000)
    expect(await codeOf(bomb, { maxBytes: 1_000_000 })).toBe('too-large')
    const inWord = archiveOf({
      'word/document.xml': Buffer.alloc(30_000_000, 0x41),
      '[Content_Types].xml': '',
    })
    expect(await codeOf(inWord, { maxBytes: 1_000_000 })).toBe('too-large')
  })

  it('in archives in archives end somewhere', async () => {
    let bytes: Uint8Array = archiveOf({ 'a.txt': 'x' })
    for (let depth = 0; depth < 10; depth++) bytes = archiveOf({ 'a.zip': bytes })
    const [document] = await read(bytes)
    expect(document!.messages[0]!.code).toBe('nested-archive')
  })
})

it('lines of Markdown that are almost something cost time in proportion to their length', async () => {
  const long = 300_000
  const almost = [
    `a|b\n${'-'.repeat(long)}${' '.repeat(long)}x\n`,
    `# ${'a'}${' '.repeat(long)}x\n`,
    '['.repeat(long),
    '!['.repeat(long),
    '*a '.repeat(long),
    '$a\\'.repeat(long),
    '`'.repeat(long),
    '<table>\n'.repeat(20_000),
    `${'|a'.repeat(long / 20)}\n${'|-'.repeat(long / 20)}\n`,
    `${'{'.repeat(long)}}`,
  ]
  for (const text of almost) {
    const [document] = await read(Buffer.from(text), { path: 'a.md' })
    expect(document!.text.length).toBeLessThanOrEqual(text.length + 1)
  }
}, 30_000)

describe('web pages', () => {
  it('nested a hundred thousand deep are read', async () => {
    const depth = 100_000
    const page = pageOf(`${'<div>'.repeat(depth)}全县有学校12所。${'</div>'.repeat(depth)}`)
    const code = await codeOf(Buffer.from(page))
    expect(['read', 'damaged-file']).toContain(code)
  })

  it('of four hundred thousand loose marks, or with cells that span a thousand columns and rows, are read', async () => {
    const [marks] = await read(Buffer.from(`<body>${'<'.repeat(400_000)}`))
    expect(marks!.text.trim()).toHaveLength(400_000)
    const row = `<tr>${'<td colspan=1000 rowspan=1000>12</td>'.repeat(40)}</tr>`
    const [wide] = await read(Buffer.from(`<body><table>${row.repeat(100)}</table>`))
    expect(wide!.stated).toEqual([])
    expect(wide!.text.match(/12/g)).toHaveLength(4_000)
  })

  it('nested in tables fifty thousand deep are read', async () => {
    const [document] = await read(Buffer.from(`<body>${'<table><tr><td>'.repeat(50_000)}全县有学校12所。`))
    expect(document!.text).toBe('全县有学校12所。\n')
  })

  it.each([
    ['items and paragraphs that are left open', '<li><p>'],
    ['bodies of tables in their own cells', '<tbody><tr><td>'],
    ['elements with a sign of a tag in an attribute', '<div title="a<b">'],
    ['elements of unknown names', '<report-part>'],
  ])('with fifty thousand %s are read', async (_, tags) => {
    const page = `<body>${tags.repeat(50_000)}全县有学校12所。`
    const [document] = await read(Buffer.from(page), { path: 'a.html' })
    expect(document!.text.trim()).toBe('全县有学校12所。')
  })

  it('with a hundred thousand declarations that never end hold no text', async () => {
    expect(await codeOf(Buffer.from(`<body>${'<!doctype'.repeat(100_000)}`))).toBe('no-text')
  })

  it('keep what stands around elements that nest too deep, and what a script says of tags', async () => {
    const deep = `${'<div>'.repeat(3000)}甲${'</div>'.repeat(3000)}`
    const script = `<script>${'"<div>" '.repeat(3000)}</script>`
    const page = `<body><p>全县有学校12所。</p>${script}${deep}<table><tr><td>乙</td><td>丙</td></tr><tr><td>丁</td><td>12</td></tr></table>`
    const [document] = await read(Buffer.from(page), { path: 'a.html' })
    expect(document!.text).toBe('全县有学校12所。\n甲\n乙\t丙\n丁\t12\n')
  })

  it.each([
    ['no frame', '<p>甲</p><p>乙</p><p>丙</p>'],
    ['a body alone', '<body><p>甲</p><p>乙</p><p>丙</p></body>'],
    ['a head that does not end', '<html><head><title>题</title><body><p>甲</p><p>乙</p><p>丙</p>'],
    ['a head without a body', '<head><meta charset="utf-8"><title>题</title><p>甲</p><p>乙</p><p>丙</p>'],
    ['text behind its end', '<html><body><p>甲</p></body></html><p>乙</p></body></html><p>丙</p>'],
    ['text before its start', '<div>甲</div><html><head></head><body><p>乙</p></body></html><p>丙</p>'],
    ['two bodies', '<html><body><p>甲</p></body><body><p>乙</p><p>丙</p></body></html>'],
  ])('with %s are read whole', async (_, page) => {
    const [document] = await read(Buffer.from(page), { path: 'a.html' })
    expect(document!.text).toBe('甲\n乙\n丙\n')
  })

  it('lose scripts, styles and what is hidden, and keep what is printed', async () => {
    const page = pageOf(
      '<p>全县有学校<b>12</b>所<span style="display:none">99</span>，教师<!-- 88 -->300人。</p><script>77</script>',
    )
    const [document] = await read(Buffer.from(page), { path: 'a.html' })
    expect(document!.text.trim()).toBe('全县有学校12所，教师300人。')
  })
})

describe('tables of texts', () => {
  it('give a document a line, with its number', async () => {
    const rows = [
      '{"text":"全县有学校12所。"}',
      '',
      'not json',
      '{"title":"无"}',
      '{"content":"教师300人。"}',
    ]
    const documents = await read(Buffer.from(rows.join('\n')), { path: 'a.jsonl' })
    expect(documents.map(({ origin, text, messages }) => [origin.entry, text, messages[0]?.code])).toEqual([
      ['1', '全县有学校12所。', undefined],
      ['3', '', 'bad-json'],
      ['4', '', 'no-text-field'],
      ['5', '教师300人。', undefined],
    ])
  })
})
