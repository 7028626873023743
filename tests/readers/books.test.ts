/** Presentations, electronic books, and archives other than ZIP. */
import { gzipSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import type { SourceDocument } from '../../src/model/document.js'
import { ProcessingError } from '../../src/model/message.js'
import { readDocuments } from '../../src/readers/read.js'
import type { TarFile } from './samples/books.js'
import { epubOf, tarOf } from './samples/books.js'
import { archiveOf } from './samples/office.js'
import { pptxOf, shape, slideParagraph, slideTable } from './samples/slides.js'
import { cellsOf } from './stated-cells.js'

async function read(bytes: Uint8Array, path: string, maxBytes?: number): Promise<SourceDocument[]> {
  const documents: SourceDocument[] = []
  const options = maxBytes === undefined ? { path } : { path, maxBytes }
  for await (const document of readDocuments(bytes, options)) documents.push(document)
  return documents
}
const codeOf = (bytes: Uint8Array, path: string, maxBytes?: number) =>
  read(bytes, path, maxBytes).then(
    () => 'read',
    (cause) => (cause instanceof ProcessingError ? cause.code : Promise.reject(cause)),
  )
const kindsOf = ({ text, stated }: SourceDocument) =>
  stated.map(({ kind, level, start, end }) => `${kind} ${level} ${text.slice(start, end)}`)

describe('presentations', () => {
  const numbered = (type: string, level = 0) => `<a:pPr lvl="${level}"><a:buAutoNum type="${type}"/></a:pPr>`
  it('give their slides in order, titles, numbers, notes; not what is hidden', async () => {
    const items = [
      slideParagraph('学校12所', numbered('ea1ChsPeriod')),
      slideParagraph('小学9所', numbered('arabicParenBoth', 1)),
      slideParagraph('初中3所', numbered('arabicParenBoth', 1)),
      slideParagraph('教师300人', numbered('ea1ChsPeriod')),
      slideParagraph('以上为年末数'),
      slideParagraph('经费3.6亿元', numbered('ea1ChsPeriod')),
    ]
    const bytes = pptxOf([
      { shapes: shape(slideParagraph('教育工作汇报'), 'ctrTitle') + shape(slideParagraph('2'), 'sldNum') },
      { shapes: shape(slideParagraph('隐藏页99')), isHidden: true },
      {
        shapes: `${shape(slideParagraph('基本情况'), 'title')}<p:grpSp>${shape(items.join(''))}</p:grpSp>${shape(slideParagraph('云溪县教育局'), 'ftr')}`,
        notes: '讲稿：比上年多1所。',
      },
    ])
    const [document] = await read(bytes, 'a.ppt')
    expect(document!.text).toBe(
      '教育工作汇报\n基本情况\n一.学校12所\n(1)小学9所\n(2)初中3所\n二.教师300人\n以上为年末数\n一.经费3.6亿元\n讲稿：比上年多1所。\n云溪县教育局\n',
    )
    expect(kindsOf(document!)).toEqual([
      'heading 1 教育工作汇报',
      'heading 1 基本情况',
      'footnote 0 讲稿：比上年多1所。',
      'boilerplate 0 云溪县教育局',
    ])
    expect(document!.pageStarts).toEqual([0, 7])
  })

  it('give their tables with merged cells, and each choice once', async () => {
    const table = slideTable([
      [
        { text: '乡镇', attributes: 'rowSpan="2"' },
        { text: '学校', attributes: 'gridSpan="2"' },
        { text: '', attributes: 'hMerge="1"' },
      ],
      [{ text: '', attributes: 'vMerge="1"' }, { text: '小学' }, { text: '初中' }],
      [{ text: '清溪镇' }, { text: '12' }, { text: '3' }],
    ])
    const choice = (name: string) => `<mc:${name}>${shape(slideParagraph('面积2.5km<a:rPr/>'))}</mc:${name}>`
    const shapes = `<mc:AlternateContent xmlns:mc="m">${choice('Choice')}${choice('Fallback')}</mc:AlternateContent>${table}`
    const [document] = await read(pptxOf([{ shapes }]), 'a.pptx')
    expect(document!.text.match(/面积/g)).toHaveLength(1)
    expect(cellsOf(document!)).toEqual([
      '0 0,0 2×1 乡镇',
      '0 0,1 1×2 学校',
      '0 1,1 1×1 小学',
      '0 1,2 1×1 初中',
      '0 2,0 1×1 清溪镇',
      '0 2,1 1×1 12',
      '0 2,2 1×1 3',
    ])
  })
})

describe('books', () => {
  it('give their pages in the order of reading, without their table of contents', async () => {
    const pages = [
      '<h1>云溪县教育志</h1><p>全县有学校12所。</p>',
      '<h2>教师</h2><table><tr><td>小学</td><td>200</td></tr><tr><td>初中</td><td>100</td></tr></table>',
    ]
    const [document] = await read(epubOf({ pages }), 'a.epub')
    expect(document!.text).toBe('云溪县教育志\n全县有学校12所。\n教师\n小学\t200\n初中\t100\n')
    expect(kindsOf(document!).slice(0, 2)).toEqual(['heading 1 云溪县教育志', 'heading 2 教师'])
  })

  it('keep raised what a style raises, or moves up by a part of its size, as LibreOffice writes it', async () => {
    const style =
      '<style>.up{font-size:.58em;position:relative;top:-0.33em;vertical-align:baseline}.high{vertical-align:super}.badge{position:absolute;top:-.5em}</style>'
    const pages = [
      `${style}<p>藏书3.6×10<span class="up">4</span>册，造林15.2×10<span class="high">3</span>亩，来信<span class="badge">7</span>封。</p>`,
    ]
    const [document] = await read(epubOf({ pages }), 'a.epub')
    expect(document!.text).toBe('藏书3.6×10⁴册，造林15.2×10³亩，来信7封。\n')
  })

  it('that say no type are known by what they are read by', async () => {
    const files = unzipSync(epubOf({ pages: ['<p>全县有学校12所。</p>'] }))
    delete files.mimetype
    expect((await read(archiveOf(files), 'a.zip')).map(({ text }) => text)).toEqual(['全县有学校12所。\n'])
  })

  it('that are encrypted say so; encrypted fonts keep nobody from reading', async () => {
    const statement = (path: string) => ({
      'META-INF/encryption.xml': `<encryption><EncryptedData><CipherData><CipherReference URI="${path}"/></CipherData></EncryptedData></encryption>`,
    })
    const pages = ['<p>全县有学校12所。</p>']
    const listed = { 'META-INF/manifest.xml': '<manifest/>' }
    expect(await codeOf(epubOf({ pages, more: listed }), 'a.epub')).toBe('read')
    const book = (path: string) => epubOf({ pages, more: statement(path) })
    expect(await codeOf(book('OEBPS/text/%E7%AB%A00.xhtml'), 'a.epub')).toBe('encrypted')
    expect(await codeOf(book('OEBPS/fonts/a.otf'), 'a.epub')).toBe('read')
    expect(await codeOf(epubOf({ pages: [], more: { 'OEBPS/content.opf': '<package/>' } }), 'a.epub')).toBe(
      'damaged-file',
    )
  })
})

describe('archives of other kinds', () => {
  const long = `${'很长的目录名'.repeat(12)}/丁.txt`
  const files: readonly TarFile[] = [
    { name: 'a/', content: '', type: '5' },
    { name: 'a/甲.txt', content: '甲有学校12所。' },
    { name: iconv.encode('乙.txt', 'gb18030'), content: iconv.encode('乙有学校7所。', 'gb18030') },
    { name: '丙.txt', prefix: 'b/c', content: '丙有学校5所。' },
    { name: '././@LongLink', content: `${long}\0`, type: 'L' },
    { name: 'cut.txt', content: '丁有学校3所。' },
    { name: 'pax', content: `${`path=p/戊.txt\n`.length + 3} path=p/戊.txt\n`, type: 'x' },
    { name: 'cut.txt', content: '戊有学校2所。' },
    { name: 'a/.DS_Store', content: 'x' },
    { name: 'b.png', content: Buffer.from('\x89PNG\r\n', 'latin1') },
  ]
  const expected = [
    ['a/甲.txt', '甲有学校12所。', undefined],
    ['乙.txt', '乙有学校7所。', undefined],
    ['b/c/丙.txt', '丙有学校5所。', undefined],
    [long, '丁有学校3所。', undefined],
    ['p/戊.txt', '戊有学校2所。', undefined],
    ['b.png', '', 'ocr-not-installed'],
  ]
  const shown = (documents: readonly SourceDocument[]) =>
    documents.map(({ origin, text, messages }) => [origin.entry, text, messages[0]?.code])

  it.each([
    ['TAR', 'a.tar', tarOf(files)],
    ['TAR under gzip', 'a.tgz', gzipSync(tarOf(files))],
  ])('%s gives each file by its name', async (_, path, bytes) => {
    expect(shown(await read(bytes, path))).toEqual(expected)
  })

  it('gzip gives the file that it compressed, under its own name', async () => {
    const documents = await read(gzipSync('全县有学校12所。'), 'in/年报.txt.gz')
    expect(shown(documents)).toEqual([['年报.txt', '全县有学校12所。', undefined]])
  })

  it('what is cut off, altered or too large is said', async () => {
    const whole = tarOf(files)
    const altered = Buffer.from(whole)
    altered[520]! ^= 1
    altered[512 + 3]! ^= 1
    expect(await codeOf(whole.subarray(0, 1500), 'a.tar')).toBe('damaged-file')
    expect(await codeOf(altered, 'a.tar')).toBe('damaged-file')
    expect(await codeOf(gzipSync(whole).subarray(0, 200), 'a.tgz')).toBe('damaged-file')
    expect(await codeOf(gzipSync(Buffer.alloc(5_000_000)), 'a.gz', 100_000)).toBe('too-large')
  })
})
