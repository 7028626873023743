/** OFD as several producers write it: the text stands as the pages show it. */
import { describe, expect, it } from 'vitest'
import type { SourceDocument } from '../../src/model/document.js'
import { ProcessingError } from '../../src/model/message.js'
import { deltasOf } from '../../src/readers/ofd/text.js'
import { readDocuments } from '../../src/readers/read.js'
import { pageOf, png, recogniserOf } from '../support/scans.js'
import type { OfdBody } from './samples/ofd.js'
import { barOf, escaped, glyphsOfLine, lineOf, ofdOf, ruledTable, strokeOf } from './samples/ofd.js'
import { archiveOf } from './samples/office.js'
import { sampleTable } from './samples/report.js'

async function read(bytes: Uint8Array): Promise<SourceDocument[]> {
  const documents: SourceDocument[] = []
  for await (const document of readDocuments(bytes, { path: 'a.ofd' })) documents.push(document)
  return documents
}

const body = (...pages: string[]): OfdBody => ({ folder: 'Doc_0', pages })
async function readPages(...pages: string[]): Promise<SourceDocument> {
  return (await read(ofdOf(body(...pages))))[0]!
}

const cellsOf = ({ text, stated }: SourceDocument) =>
  stated.flatMap(({ at: { cell }, start, end }) =>
    cell === null ? [] : [`${cell.table}:${cell.row},${cell.column} ${text.slice(start, end)}`],
  )
const cells = (table: number) =>
  sampleTable.flatMap((row, at) => row.map((text, column) => `${table}:${at},${column} ${text}`))

const object = (attributes: string, content: string) =>
  `<ofd:TextObject ID="1" Font="3" ${attributes}>${content}</ofd:TextObject>`
const picture = '<ofd:ImageObject ID="2" ResourceID="9" Boundary="0 0 210 297" CTM="210 0 0 297 0 0"/>'
const sentence = '全县有学校12所，教师1,306人，增长3.5%。'

describe('text', () => {
  it('with an object for each glyph, in points under a matrix', async () => {
    const { text, messages } = await readPages(glyphsOfLine(sentence, 25, 40))
    expect([text, messages]).toEqual([`${sentence}\n`, []])
  })

  it.each([
    ['as wide as it is where nothing is stated', ''],
    ['at one distance, figures too', 'DeltaX="g 24 4"'],
    ['at a list of distances that is too short', `DeltaX="${Array(6).fill('4').join(' ')}"`],
    ['at distances parted by blanks of all kinds', 'DeltaX=" g  24\n4 "'],
  ])('stands %s', async (_, distances) => {
    const code = `<ofd:TextCode X="0" Y="4" ${distances}>${escaped(sentence)}</ofd:TextCode>`
    const { text } = await readPages(object('Boundary="20 30 120 5" Size="4"', code))
    expect(text).toBe(`${sentence}\n`)
  })

  it('goes on where the next piece says no place of its own in height', async () => {
    const codes =
      '<ofd:TextCode X="0" Y="4" DeltaX="g 3 4">全县学校</ofd:TextCode><ofd:TextCode X="16" DeltaX="2 2">126</ofd:TextCode><ofd:TextCode X="22">所</ofd:TextCode>'
    const { text } = await readPages(object('Boundary="20 30 120 5" Size="4"', codes))
    expect(text).toBe('全县学校126所\n')
  })

  it('keeps characters that are drawn together', async () => {
    const transform = (position: number, codes: number, glyphs: number) =>
      `<ofd:CGTransform CodePosition="${position}" CodeCount="${codes}" GlyphCount="${glyphs}"><ofd:Glyphs>${'7 '.repeat(glyphs)}</ofd:Glyphs></ofd:CGTransform>`
    const code = '<ofd:TextCode X="0" Y="4" DeltaX="2 4 4 4 4">office县所</ofd:TextCode>'
    const { text } = await readPages(
      object('Boundary="20 30 120 5" Size="4"', `${transform(0, 1, 1)}${transform(1, 3, 1)}${code}`),
    )
    expect(text).toBe('office县所\n')
  })

  it('runs down in columns from the right', async () => {
    const column = (text: string, x: number) =>
      object(
        `Boundary="${x} 30 5 160" Size="4"`,
        `<ofd:TextCode X="0" Y="4" DeltaY="g 40 5">${text}</ofd:TextCode>`,
      )
    const columns = ['松河县教育局关于做好学校安全工作', '的通知各乡镇中心学校县直各学校']
    const { text } = await readPages(columns.map((one, at) => column(one, 180 - at * 8)).join(''))
    expect(text.replaceAll('\n', '')).toBe(columns.join(''))
  })

  it('that is turned by a matrix, by its direction, or with the whole page is read as it is meant', async () => {
    const turned = (y: number, text: string) =>
      object(
        `Boundary="${200 - y} 20 5 160" CTM="0 1 -1 0 4 0" Size="4"`,
        `<ofd:TextCode X="0" Y="4" DeltaX="g 30 4">${text}</ofd:TextCode>`,
      )
    const lines = ['全县共有学校十二所教师三百人。', '比上年增加一所教师减少二人。']
    expect(
      (await readPages(lines.map((line, at) => turned(10 * at, line)).join(''))).text.split('\n'),
    ).toEqual(expect.arrayContaining(lines))
    const directed = object(
      'Boundary="180 20 5 160" Size="4" ReadDirection="90" CharDirection="90"',
      `<ofd:TextCode X="0" Y="4" DeltaX="g 30 4">${lines[0]}</ofd:TextCode>`,
    )
    expect((await readPages(directed)).text).toBe(`${lines[0]}\n`)
  })

  it('that is not seen is none: invisible, let through, white on white, beyond the page', async () => {
    const white = lineOf('白色88所', 20, 80).replace('0 0 0', '255 255 255')
    const { text } = await readPages(
      [
        lineOf('可见12所', 20, 30),
        lineOf('隐藏77所', 20, 40, 4, 'Visible="false"'),
        lineOf('透明66所', 20, 50, 4, 'Alpha="0"'),
        lineOf('无色55所', 20, 60, 4, 'Fill="false"'),
        lineOf('页外44所', 20, 400),
        white,
      ].join(''),
    )
    expect(text).toBe('可见12所\n')
  })

  it('white on a dark bar is read, and drawings that pages share stand where they are put', async () => {
    const bar =
      '<ofd:PathObject ID="1" Boundary="15 28 100 8" Fill="true" Stroke="false"><ofd:FillColor Value="0 64 128"/><ofd:AbbreviatedData>M 0 0 L 100 0 L 100 8 L 0 8 C</ofd:AbbreviatedData></ofd:PathObject>'
    const white = lineOf('白字12所。', 20, 30).replace('0 0 0', '255 255 255')
    const composite = '<ofd:CompositeObject ID="4" ResourceID="70" Boundary="0 60 210 20"/>'
    const resources = `<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="70" Width="210" Height="20"><ofd:Content><ofd:PageBlock ID="71">${lineOf('共用图元7所。', 20, 5)}<ofd:CompositeObject ID="4" ResourceID="70" Boundary="0 0 210 20"/></ofd:PageBlock></ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>`
    const [document] = await read(ofdOf({ ...body(`${bar}${white}${composite}`), resources }))
    expect(document!.text.split('\n').slice(0, 2)).toEqual(['白字12所。', '共用图元7所。'])
  })
})

it('distances: repeated ones, broken ones, more than any text has', () => {
  expect(deltasOf('g 3 2.5 1 G 1 4')).toEqual([2.5, 2.5, 2.5, 1, 4])
  expect(deltasOf('g x 2')).toEqual([])
  expect(deltasOf('g 3')).toEqual([])
  expect(deltasOf('a 1')).toEqual([1])
  expect(deltasOf('g 99999999999 1').length).toBeLessThan(1_000_000)
})

it('tables by their lines, in a file with templates and absolute paths', async () => {
  const page = (title: string, table: string) => lineOf(title, 70, 30, 6) + table
  const [document] = await read(
    ofdOf({
      folder: 'Doc_0',
      isAbsolute: true,
      templates: [lineOf('松河县教育局工作简报', 60, 10) + strokeOf(20, 17, 190, 17)],
      pageHead: '<ofd:Template TemplateID="800" ZOrder="Background"/>',
      pages: [
        page('各乡镇学校情况', ruledTable(sampleTable, 50, strokeOf)),
        page('各乡镇教师情况', ruledTable(sampleTable, 50, barOf, glyphsOfLine)),
      ],
    }),
  )
  expect(cellsOf(document!)).toEqual([...cells(0), ...cells(1)])
  const lines = document!.text.trim().split('\n')
  expect([lines[0], lines[5], lines.at(-1)]).toEqual([
    '各乡镇学校情况',
    '各乡镇教师情况',
    '松河县教育局工作简报',
  ])
  expect(document!.pageStarts).toEqual([0, document!.text.indexOf('各乡镇教师情况')])
})

it('a scan with a layer of text that is not painted gives that text, a scan without one is said', async () => {
  const document = await readPages(picture + lineOf(sentence, 25, 40, 4, 'Alpha="0"'), picture)
  expect(document.text).toBe(`${sentence}\n`)
  expect(document.messages.map(({ code, parameters }) => [code, parameters])).toEqual([
    ['scanned-pages', { pages: '2' }],
  ])
  expect((await readPages(picture, picture)).messages.map(({ code }) => code)).toEqual(['scanned-ofd'])
})

it('what is attached and what was put on the pages later is named and not read', async () => {
  const list = (name: string, content: string) => `<ofd:${name} xmlns:ofd="x">${content}</ofd:${name}>`
  const annotation = (type: string, content: string) =>
    `<ofd:Annot ID="9" Type="${type}"><ofd:Appearance Boundary="20 80 90 10">${content}</ofd:Appearance></ofd:Annot>`
  const [document] = await read(
    ofdOf({
      ...body(lineOf(sentence, 20, 30)),
      more: '<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations><ofd:Attachments>/Doc_0/Attachs/Attachments.xml</ofd:Attachments>',
      parts: {
        'Annots/Annotations.xml': list(
          'Annotations',
          '<ofd:Page PageID="1"><ofd:FileLoc>Page_0/Annotation.xml</ofd:FileLoc></ofd:Page>',
        ),
        'Annots/Page_0/Annotation.xml': list(
          'PageAnnot',
          annotation('Stamp', lineOf('已核99', 0, 0)) + annotation('Link', ''),
        ),
        'Attachs/Attachments.xml': list(
          'Attachments',
          '<ofd:Attachment ID="5" Name="明细表" Format="xls"/><ofd:Attachment ID="6" Name="b.pdf" Format="PDF"/>',
        ),
      },
    }),
  )
  expect(document!.text).toBe(`${sentence}\n`)
  expect(document!.messages.map(({ code, parameters }) => [code, parameters])).toEqual([
    ['annotations', { count: 1, kinds: 'Stamp' }],
    ['attachments', { count: 2, names: '明细表.xls, b.pdf' }],
  ])
})

it('each document of a file is one, with a name and an identity of its own', async () => {
  const page = (folder: string, text: string): OfdBody => ({ folder, pages: [lineOf(text, 20, 30)] })
  const documents = await read(ofdOf(page('Doc_0', '学校12所。'), page('Doc_1', '学校12所。')))
  expect(documents.map(({ origin, text }) => [origin.entry, text])).toEqual([
    ['Doc_0', '学校12所。\n'],
    ['Doc_1', '学校12所。\n'],
  ])
  expect(new Set(documents.map(({ id }) => id)).size).toBe(2)
})

it.each([
  ['encrypted', { 'OFD.xml': '<a/>', 'Encryptions.xml': '<a/>' }],
  ['damaged-file', { 'OFD.xml': '<a/>' }],
  ['damaged-file', { 'OFD.xml': '<a' }],
])('a file that cannot be read is %s', async (code, files) => {
  await expect(read(archiveOf(files))).rejects.toSatisfy(
    (cause) => cause instanceof ProcessingError && cause.code === code,
  )
})

it('a page that is a picture in the package is recognised, in its place', async () => {
  const bytes = ofdOf({
    ...body(picture),
    pages: [lineOf(sentence, 20, 30), picture],
    resources:
      '<ofd:MultiMedias><ofd:MultiMedia ID="9"><ofd:MediaFile>scan.png</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>',
    parts: { 'Res/scan.png': png },
  })
  const recogniser = recogniserOf([pageOf([{ text: '扫描页共有藏书1.2万册。', left: 200, top: 200 }])])
  const documents: SourceDocument[] = []
  for await (const document of readDocuments(bytes, { scans: { recogniser } })) documents.push(document)
  const [{ text, messages, recognition }] = documents as [SourceDocument]
  expect(text).toBe(`${sentence}\n扫描页共有藏书1.2万册。\n`)
  expect([messages, recognition!.pages.map(({ page }) => page)]).toEqual([[], [2]])
})
