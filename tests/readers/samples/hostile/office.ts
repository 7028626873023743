/** Documents and workbooks that ask for more than they are. */
import { strFromU8, unzipSync } from 'fflate'
import { odfOf } from '../odf.js'
import { archiveOf, docxOf, xlsxOf } from '../office.js'
import { fact, type Hostile, million } from './contract.js'
import { begunAs } from './random.js'

/** Entities that hold each other ten times, over so many levels. */
function entities(levels: number): string {
  const declared = Array.from(
    { length: levels },
    (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`,
  )
  return `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e0 "98所">${declared.join('')}]><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body><w:p><w:r><w:t>&e${levels};</w:t></w:r></w:p></w:body></w:wordDocument>`
}

const cellsOf = (content: string, columns: number, rows: number) =>
  `<table:table table:name="a"><table:table-row table:number-rows-repeated="${rows}"><table:table-cell table:number-columns-repeated="${columns}"><text:p>${content}</text:p></table:table-cell></table:table-row></table:table>`

/** A workbook that shows one text in so many cells. */
function sharedCells(content: string, count: number): Uint8Array {
  const parts = unzipSync(xlsxOf([[content, '1']]))
  const name = 'xl/worksheets/sheet1.xml'
  const row = '<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>'
  const sheet = strFromU8(parts[name]!).replace(/<row .*<\/row>/, row.repeat(count / 2))
  return archiveOf({ ...parts, [name]: sheet })
}

/** A document whose paragraphs are counted by a list of this format. */
function countedDocx(format: string, start: string, label: string, count: number): Uint8Array {
  const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
  const rels = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
  const paragraph = `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>${fact}</w:t></w:r></w:p>`
  return archiveOf({
    '[Content_Types].xml': `<Types><Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/><Override PartName="/word/numbering.xml" ContentType="${types}.numbering+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${rels}"><Relationship Id="a" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${rels}"><Relationship Id="a" Type="${office}/numbering" Target="numbering.xml"/></Relationships>`,
    'word/document.xml': `<w:document ${space}><w:body>${paragraph.repeat(count)}</w:body></w:document>`,
    'word/numbering.xml': `<w:numbering ${space}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${label}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
  })
}

export const hostileOffice = (): Hostile[] => [
  { path: 'rubbish.docx', bound: 'refusal', bytes: begunAs('PK\x03\x04', 2), codes: ['damaged-file'] },
  {
    path: 'rubbish.doc',
    bound: 'refusal',
    bytes: Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), begunAs('', 3)]),
    codes: ['damaged-file'],
  },
  {
    path: 'rubbish.rtf',
    bound: 'refusal',
    bytes: begunAs('{\\rtf1 ', 4),
    codes: ['damaged-file', 'no-text', 'binary-input'],
    holds: '',
  },
  {
    path: 'one-string.xlsx',
    bound: 'limit',
    bytes: sharedCells('学'.repeat(million), 4000),
    codes: ['text-too-long'],
  },
  {
    path: 'repeated.ods',
    bound: 'limit',
    bytes: odfOf('spreadsheet', cellsOf('学'.repeat(100_000), 1000, 1000)),
    codes: ['text-too-long'],
  },
  {
    path: 'blanks.odt',
    bound: 'length',
    bytes: odfOf('text', `<text:p>${fact}<text:s text:c="999999999"/></text:p>`),
    codes: [],
    holds: fact,
  },
  {
    path: 'span.docx',
    bound: 'length',
    bytes: docxOf([], { table: [[{ text: '学校', across: 999_999_999 }, { text: '98所' }]] }),
    codes: [],
    holds: '98所',
  },
  { path: 'entities.doc', bound: 'refusal', bytes: Buffer.from(entities(12)), codes: ['damaged-file'] },
  {
    path: 'label.docx',
    bound: 'length',
    bytes: countedDocx('decimal', '1', '%1'.repeat(100_000), 300),
    codes: [],
    holds: fact,
  },
  {
    path: 'roman.docx',
    bound: 'length',
    bytes: countedDocx('upperRoman', '1000000000000', '%1.', 3),
    codes: [],
    holds: fact,
  },
  {
    path: 'breaks.xlsx',
    bound: 'length',
    bytes: xlsxOf([[`中${'\n'.repeat(10_000)}文`, '98']]),
    codes: [],
    holds: '98',
  },
  {
    path: 'long-figures.xlsx',
    bound: 'length',
    bytes: xlsxOf([
      ['项目', '数'],
      ['收入', '123456789012'],
      ['存款', '98765432101234'],
      ['差额', '-1234567890123'],
      ['比例', '0.123456789012345'],
    ]),
    codes: [],
    holds: '123456789012',
    values: ['123456789012', '98765432101234', '-1234567890123', '0.123456789012345'],
  },
]
