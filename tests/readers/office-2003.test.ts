/** Documents and workbooks of Office 2003 in XML, under the names by which they go. */
import { expect, it } from 'vitest'
import type { SourceDocument } from '../../src/model/document.js'
import { readDocuments } from '../../src/readers/read.js'

async function read(markup: string, path: string): Promise<SourceDocument> {
  for await (const document of readDocuments(Buffer.from(`<?xml version="1.0"?>\n${markup}`), { path }))
    return document
  throw new Error('no document')
}

const cellsOf = ({ text, stated }: SourceDocument) =>
  stated.flatMap(({ at: { cell }, start, end }) =>
    cell === null
      ? []
      : [`${cell.row},${cell.column} ${cell.rowSpan}×${cell.columnSpan} ${text.slice(start, end)}`],
  )

it('a Word document gives its text with labels, notes and tables', async () => {
  const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`
  const cell = (text: string, properties = '') =>
    `<w:tc><w:tcPr>${properties}</w:tcPr><w:p>${run(text)}</w:p></w:tc>`
  const note = `<w:r><w:footnote><w:p>${run('不含教学点。')}</w:p></w:footnote></w:r>`
  const body = [
    `<w:p><w:pPr><w:pStyle w:val="1"/><w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/><wx:t wx:val="一、"/></w:listPr></w:pPr>${run('学校')}</w:p>`,
    `<w:p>${run('共12')}<aml:annotation w:type="Word.Deletion"><aml:content>${run('7')}</aml:content></aml:annotation><aml:annotation w:type="Word.Insertion"><aml:content>${run('3')}</aml:content></aml:annotation>${run('所')}${note}${run('。')}</w:p>`,
    `<w:tbl><w:tr>${cell('乡镇', '<w:vmerge w:val="restart"/>')}${cell('小学')}</w:tr><w:tr>${cell('', '<w:vmerge/>')}${cell('18')}</w:tr></w:tbl>`,
    `<w:sectPr><w:hdr><w:p>${run('云岭县年报')}</w:p></w:hdr></w:sectPr>`,
  ]
  const styles = '<w:styles><w:style w:styleId="1"><w:name w:val="heading 1"/></w:style></w:styles>'
  const namespaces =
    'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="urn:wx" xmlns:aml="urn:aml"'
  const document = await read(
    `<w:wordDocument ${namespaces}>${styles}<w:body>${body.join('')}</w:body></w:wordDocument>`,
    'a.doc',
  )
  expect(document.text).toBe('一、学校\n共123所。\n乡镇\t小学\n18\n不含教学点。\n云岭县年报\n')
  expect(document.stated.map(({ kind }) => kind)).toEqual([
    'heading',
    'table',
    'table',
    'table',
    'footnote',
    'boilerplate',
  ])
  expect(cellsOf(document)).toEqual(['0,0 2×1 乡镇', '0,1 1×1 小学', '1,1 1×1 18'])
})

it('an Excel workbook gives its cells as they are shown', async () => {
  const data = (text: string, type = 'String') => `<Data ss:Type="${type}">${text}</Data>`
  const cell = (content: string, attributes = '') => `<Cell ${attributes}>${content}</Cell>`
  const row = (cells: readonly string[], attributes = '') => `<Row ${attributes}>${cells.join('')}</Row>`
  const rows = [
    row([cell(data('2019年学校情况'), 'ss:MergeAcross="3"')]),
    row(['乡镇', '代码', '学校', '截至'].map((text) => cell(data(text)))),
    row([
      cell(data('白水镇')),
      cell(data('077')),
      cell(data('18.04', 'Number'), 'ss:StyleID="s1"'),
      cell(data('2019-12-31T00:00:00.000', 'DateTime'), 'ss:StyleID="s2"'),
    ]),
    row([cell(data('旧镇')), cell(data('9', 'Number'))], 'ss:Hidden="1"'),
    row(
      [
        cell(`${data('石桥乡')}<Comment>${data('待查66')}</Comment>`),
        cell(data('0.125', 'Number'), 'ss:Index="3" ss:StyleID="s3"'),
      ],
      'ss:Index="6"',
    ),
    row([cell(data('合计')), cell('', 'ss:Index="3" ss:Formula="=1+1"')]),
  ]
  const styles = [
    ['s1', '0.0'],
    ['s2', 'Long Date'],
    ['s3', 'Percent'],
  ].map(([id, format]) => `<Style ss:ID="${id}"><NumberFormat ss:Format="${format}"/></Style>`)
  const sheet = (name: string, content: string, visible: string) =>
    `<Worksheet ss:Name="${name}">${content}<WorksheetOptions><Visible>${visible}</Visible></WorksheetOptions></Worksheet>`
  const table = `<Table><Column/><Column ss:Hidden="1"/>${rows.join('')}</Table>`
  const markup = `<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles>${styles.join('')}</Styles>${sheet('学校', table, 'SheetVisible')}${sheet('底稿', `<Table>${row([cell(data('底稿'))])}</Table>`, 'SheetHidden')}</Workbook>`
  const document = await read(markup, 'a.xls')
  expect(document.text).toBe(
    '学校\n2019年学校情况\n乡镇\t学校\t截至\n白水镇\t18.0\t2019年12月31日\n石桥乡\t12.50%\n合计\n',
  )
  expect(document.messages.map(({ code, parameters }) => [code, parameters])).toEqual([
    ['rounded-figures', { count: 1 }],
    ['hidden-cells', { rows: 1, columns: 1, sheets: 1 }],
    ['uncomputed-formulas', { cell: 'C7', count: 1 }],
  ])
})
