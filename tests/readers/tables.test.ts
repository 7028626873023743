/** Tables of every format: the same cells at the same places, whatever stands around them. */
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { layOut } from '../../src/layout/layout.js'
import type { Cell } from '../../src/model/cell.js'
import type { SourceDocument } from '../../src/model/document.js'
import { readDocuments } from '../../src/readers/read.js'
import { loadBoilerplate } from '../../src/resources/boilerplate.js'
import { markdownTable, markupTable, pageOf } from './samples/markup.js'
import type { SampleCell } from './samples/office.js'
import { docxOf, xlsxOf } from './samples/office.js'
import { pdfOf, typeset, typesetTable } from './samples/pdf.js'
import { sampleTable } from './samples/report.js'
import { docOf } from './samples/word97.js'

async function read(bytes: Uint8Array, path: string): Promise<SourceDocument> {
  for await (const document of readDocuments(bytes, { path })) return document
  throw new Error('no document')
}

/** Cells as "row,column text", with the columns and rows that they cover where those are several. */
function cellsOf({ text, stated }: SourceDocument): string[] {
  const shown = ({ row, column, rowSpan, columnSpan }: Cell) =>
    `${row},${column}${columnSpan > 1 ? ` across ${columnSpan}` : ''}${rowSpan > 1 ? ` down ${rowSpan}` : ''}`
  return stated.flatMap(({ at, start, end }) =>
    at.cell === null ? [] : [`${shown(at.cell)} ${text.slice(start, end)}`],
  )
}

const expected = sampleTable.flatMap((row, at) => row.map((text, column) => `${at},${column} ${text}`))
const separated = (separator: string) =>
  sampleTable
    .map((row) => row.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(separator))
    .join('\n')

describe('a table in every format', () => {
  it.each([
    ['HTML', 'a.html', Buffer.from(pageOf(`<p>各乡镇学校情况如下表。</p>${markupTable(sampleTable)}`))],
    ['Markdown', 'a.md', Buffer.from(`各乡镇学校情况如下表。\n\n${markdownTable(sampleTable)}`)],
    ['CSV', 'a.csv', Buffer.from(separated(','))],
    ['CSV in GBK', 'a.csv', iconv.encode(separated(','), 'gbk')],
    ['TSV', 'a.tsv', Buffer.from(separated('\t'))],
    ['DOC', 'a.doc', docOf(['各乡镇学校情况如下表。'], sampleTable)],
    ['DOCX', 'a.docx', docxOf([], { table: sampleTable.map((row) => row.map((text) => ({ text }))) })],
    ['XLSX', 'a.xlsx', xlsxOf(sampleTable)],
    ['PDF', 'a.pdf', pdfOf(typesetTable(sampleTable, 30))],
  ])('%s', async (_, path, bytes) => expect(cellsOf(await read(bytes, path))).toEqual(expected))
})

describe('blanks in front of a cell say how far in its style puts it', () => {
  const rows = [
    ['总人口', '512.3'],
    ['城镇', '280.1'],
  ]
  const markup = (style: string) =>
    `<table><tr><td>总人口</td><td>512.3</td></tr><tr><td style="${style}">城镇</td><td>280.1</td></tr></table>`
  const word = rows.map((row, at) => row.map((text, column) => ({ text, indent: column === 0 ? 2 * at : 0 })))
  it.each([
    ['HTML, in ems', 'a.html', Buffer.from(pageOf(markup('text-indent:2em')))],
    ['HTML, in pixels', 'a.html', Buffer.from(pageOf(markup('color:red;padding-left:32px')))],
    [
      'Markdown, by name',
      'a.md',
      Buffer.from('| 总人口 | 512.3 |\n|---|---|\n| &emsp;&emsp;城镇 | 280.1 |\n'),
    ],
    ['DOCX', 'a.docx', docxOf([], { table: word })],
    ['XLSX', 'a.xlsx', xlsxOf(rows, { indented: ['城镇'] })],
  ])('%s', async (_, path, bytes) => {
    const document = await read(bytes, path)
    expect(document.text).toMatch(/(?:^|\n)总人口\t512\.3\n\u3000\u3000城镇\t280\.1\n/)
    expect(cellsOf(document)).toEqual(['0,0 总人口', '0,1 512.3', '1,0 城镇', '1,1 280.1'])
  })
})

it('a PDF table over two pages is one table, its head printed again left out', async () => {
  const [head = [], ...rest] = Array.from({ length: 41 }, (_, at) =>
    at === 0 ? ['村名', '户数', '人口'] : [`第${at}村`, String(100 + at), String(400 + 3 * at)],
  )
  const rows = [head, ...rest.slice(0, 25), head, ...rest.slice(25)]
  const document = await read(pdfOf(typesetTable(rows, 26)), 'a.pdf')
  expect(cellsOf(document)).toEqual(
    [head, ...rest].flatMap((row, at) => row.map((text, column) => `${at},${column} ${text}`)),
  )
  expect(document.pageStarts).toHaveLength(2)
})

it('headers of a PDF stand behind the text, with the first page that has them', async () => {
  const paragraphs = Array.from({ length: 120 }, (_, index) => `第${index + 1}项工作已经按期完成。`)
  const pages = typeset(paragraphs).map((texts, index) => [
    { x: 220, y: 790, text: index < 2 ? '工作报告汇编' : '附录与说明', size: 9 },
    ...texts,
  ])
  const { text, stated, pageStarts } = await read(pdfOf(pages), 'a.pdf')
  expect(pageStarts).toHaveLength(4)
  expect(stated.map(({ kind, start, end, at }) => [kind, text.slice(start, end), at.page])).toEqual([
    ['boilerplate', '工作报告汇编', 1],
    ['boilerplate', '附录与说明', 3],
  ])
})

describe('merged cells', () => {
  const merged = [
    '0,0 down 2 乡镇',
    '0,1 across 2 学校（所）',
    '1,1 小学',
    '1,2 初中',
    '2,0 清溪镇',
    '2,1 12',
    '2,2 3',
  ]

  it('DOCX', async () => {
    const table: SampleCell[][] = [
      [
        { text: '乡镇', down: 'restart' },
        { text: '学校（所）', across: 2 },
      ],
      [{ text: '', down: 'continue' }, { text: '小学' }, { text: '初中' }],
      [{ text: '清溪镇' }, { text: '12' }, { text: '3' }],
    ]
    expect(cellsOf(await read(docxOf([], { table }), 'a.docx'))).toEqual(merged)
  })

  it('HTML', async () => {
    const table =
      '<table><tr><th rowspan="2">乡镇</th><th colspan=2>学校（所）</th></tr><tr><td>小学</td><td>初中</td></tr><tr><td>清溪镇</td><td>12</td><td>3</td></tr></table>'
    expect(cellsOf(await read(Buffer.from(pageOf(table)), 'a.html'))).toEqual(merged)
  })

  it('XLSX', async () => {
    const rows = [
      ['乡镇', '学校（所）', ''],
      ['', '小学', '初中'],
      ['清溪镇', '12', '3'],
    ]
    expect(cellsOf(await read(xlsxOf(rows, { merges: ['A1:A2', 'B1:C1'] }), 'a.xlsx'))).toEqual(merged)
  })
})

it('what stands above the table of a sheet is text, and the sheet has a name', async () => {
  const rows = [['清溪县学校情况统计表', '', ''], ['单位：所、人', '', ''], ...sampleTable]
  const document = await read(xlsxOf(rows, { sheet: '附表一' }), 'a.xlsx')
  expect(document.text.split('\n').slice(0, 3)).toEqual(['附表一', '清溪县学校情况统计表', '单位：所、人'])
  expect(cellsOf(document)).toEqual(expected)
})

it('footnotes of DOCX follow the text, stated as such', async () => {
  const document = await read(
    docxOf([{ text: '全县共有学校12所。', level: 0 }], { footnote: '不含民办学校。' }),
    'a.docx',
  )
  const notes = document.stated.filter(({ kind }) => kind === 'footnote')
  expect(notes.map(({ start, end }) => document.text.slice(start, end))).toEqual([
    expect.stringContaining('不含民办学校。'),
  ])
})

it('a cell of several lines is one block of a table, and none of its lines another', async () => {
  const document = await read(Buffer.from('门店,备注\n城东店,"一行\n两行"\n城西店,无\n'), 'a.csv')
  const { blocks, text } = layOut(document, loadBoilerplate())
  expect(blocks.map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`)).toEqual(
    ['门店', '备注', '城东店', '一行\n两行', '城西店', '无'].map((cell) => `table ${cell}`),
  )
})
