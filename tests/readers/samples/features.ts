/**
 * One small sample for each thing that a format can say of a text, in each format that can say it. What our own makers
 * cannot write, LibreOffice wrote.
 */
import { readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import type { LaidOutDocument } from '../../../src/model/document.js'
import { epubOf } from './books.js'
import { markdownTable, markupTable, pageOf } from './markup.js'
import { heading, odfOf, odfTable, paragraph } from './odf.js'
import { lineOf, mergedTable, ofdOf, ruledTable, strokeOf, typesetOfd } from './ofd.js'
import { docxOf, xlsxOf } from './office.js'
import {
  excelXmlOf,
  messageOf,
  wordXmlNoted,
  wordXmlOf,
  wordXmlParagraph,
  wordXmlTable,
} from './office2003.js'
import { pdfOf, typeset, typesetTable } from './pdf.js'
import { sampleTable } from './report.js'
import { rtfNoted, rtfOf, rtfParagraph, rtfTable } from './rtf.js'
import { pptxOf, shape, slideParagraph, slideTable } from './slides.js'
import { docOf } from './word97.js'

export const formats = [
  'txt',
  'md',
  'html',
  'mht',
  'docx',
  'doc',
  'rtf',
  'Word XML',
  'odt',
  'pdf',
  'ofd',
  'pptx',
  'epub',
  'csv',
  'xlsx',
  'xls',
  'Excel XML',
  'ods',
  'eml',
  'json',
  'jsonl',
] as const
export type Format = (typeof formats)[number]

export interface FeatureSamples {
  readonly name: string
  readonly samples: Partial<Readonly<Record<Format, Uint8Array>>>
  isKept(document: LaidOutDocument): boolean
}

const title = '松河县2021年教育工作报告'
const first = '全县共有学校十二所，比上年增加一所。'
const second = '全县共有教师三百人，比上年减少二人。'
const bytes = (text: string) => Buffer.from(text)
const json = (text: string) => bytes(`${JSON.stringify({ text })}\n`)
/** What programs keep lines of text in. */
const inText = (text: string) => ({
  txt: bytes(text),
  eml: messageOf(text, 'plain'),
  json: json(text),
  jsonl: json(text),
})
const inPage = (page: string) => ({ html: bytes(page), mht: messageOf(page, 'html') })
const office = (name: string) => readFileSync(new URL(`libreoffice/${name}`, import.meta.url))
const odt = (...parts: readonly string[]) => odfOf('text', parts.join(''))
const ofd = (...pages: readonly string[]) => ofdOf({ folder: 'Doc_0', pages })
const pptx = (shapes: string, notes?: string) => pptxOf([{ shapes, ...(notes !== undefined && { notes }) }])
const epub = (...pages: readonly string[]) => epubOf({ pages })
const plain = (texts: readonly string[]) => texts.map((text) => ({ text, level: 0 }))

/** Blocks of a kind with their texts. */
function blocksOf({ blocks, text }: LaidOutDocument, kind: string): string[] {
  return blocks.filter((block) => block.kind === kind).map(({ start, end }) => text.slice(start, end))
}

function cellsOf({ blocks, text }: LaidOutDocument): string[] {
  return blocks.flatMap(({ at, start, end }) => {
    if (at.cell === null) return []
    const { row, column, rowSpan, columnSpan } = at.cell
    return [`${row},${column} ${rowSpan}x${columnSpan} ${text.slice(start, end)}`]
  })
}

/** Lines without structure, as each format has them, but for those that our samples cannot write. */
function linesIn(texts: readonly string[], without: readonly Format[] = []): FeatureSamples['samples'] {
  const text = texts.join('\n')
  const samples = {
    ...inText(text),
    md: bytes(texts.join('\n\n')),
    ...inPage(pageOf(texts.map((line) => `<p>${line}</p>`).join(''))),
    docx: docxOf(plain(texts)),
    doc: docOf(texts),
    rtf: rtfOf(...texts.map((line) => rtfParagraph(line))),
    'Word XML': wordXmlOf(...texts.map((line) => wordXmlParagraph(line))),
    odt: odt(...texts.map((line) => paragraph(line))),
    pdf: pdfOf(typeset(texts)),
    ofd: ofd(...typesetOfd(texts)),
    pptx: pptx(shape(texts.map((line) => slideParagraph(line)).join(''))),
    epub: epub(texts.map((line) => `<p>${line}</p>`).join('')),
  }
  return Object.fromEntries(
    Object.entries(samples).filter(([format]) => !without.some((one) => one === format)),
  )
}

const heads = ['基本情况', '学校情况', '小学情况'] as const
const labelled = ['一、基本情况', '（一）学校情况', '1.小学情况'] as const

/** The title, and each head with a paragraph under it. */
const headed = (texts: readonly string[]) => [title, ...texts.flatMap((text) => [text, first])]
const levelsOf = (document: LaidOutDocument) =>
  document.blocks
    .filter(({ kind }) => kind === 'heading')
    .map(({ level, start, end }) => `${level} ${document.text.slice(start, end)}`)

const stated = heads.map((text, index) => ({ text, level: index + 2 }))
const merged =
  '<table><tr><td rowspan=2>乡镇</td><td colspan=2>学校（所）</td></tr><tr><td>小学</td><td>初中</td></tr><tr><td>清溪镇</td><td>12</td><td>3</td></tr></table>'
const odfCell = (text: string, span = '') => `<table:table-cell ${span}>${paragraph(text)}</table:table-cell>`
const mergedOdf = `<table:table table:name="Sheet1"><table:table-row>${odfCell('乡镇', 'table:number-rows-spanned="2"')}${odfCell('学校（所）', 'table:number-columns-spanned="2"')}<table:covered-table-cell/></table:table-row><table:table-row><table:covered-table-cell/>${odfCell('小学')}${odfCell('初中')}</table:table-row><table:table-row>${odfCell('清溪镇')}${odfCell('12')}${odfCell('3')}</table:table-row></table:table>`
const note = '不含民办学校。'
const traditional = '全縣共有學校十二所，教師與職員三百餘人，比上年減少。'
const items = ['改善办学条件', '提高教学质量', '加强校园安全'] as const
const numbered = items.map((item, index) => `${index + 1}. ${item}`)

const rowsOf = (separator: string) =>
  sampleTable.map((row) => row.map((cell) => `"${cell}"`).join(separator)).join('\n')

export const features: readonly FeatureSamples[] = [
  {
    name: 'title',
    samples: {
      ...linesIn([title, first, second]),
      md: bytes(`# ${title}\n\n${first}\n`),
      ...inPage(`<title>${title}-松河县教育局</title><p>${title}</p><p>${first}</p><p>${second}</p>`),
    },
    isKept: (document) => blocksOf(document, 'title').join() === title,
  },
  {
    name: 'headings with labels, three levels',
    samples: linesIn(headed(labelled)),
    isKept: (document) => levelsOf(document).join() === '1 一、基本情况,2 （一）学校情况,3 1.小学情况',
  },
  {
    name: 'headings without labels, three levels',
    samples: {
      md: bytes(
        `# ${title}\n\n${stated.map(({ text, level }) => `${'#'.repeat(level)} ${text}\n\n${first}\n`).join('\n')}`,
      ),
      ...inPage(
        pageOf(
          `<h1>${title}</h1>${stated.map(({ text, level }) => `<h${level}>${text}</h${level}><p>${first}</p>`).join('')}`,
        ),
      ),
      doc: office('features.doc'),
      rtf: rtfOf(
        rtfParagraph(first),
        ...stated.flatMap(({ text, level }) => [rtfParagraph(text, level - 1), rtfParagraph(first)]),
      ),
      'Word XML': wordXmlOf(
        wordXmlParagraph(first),
        ...stated.flatMap(({ text, level }) => [wordXmlParagraph(text, level - 1), wordXmlParagraph(first)]),
      ),
      epub: epub(
        `<h1>${title}</h1>`,
        ...stated.map(({ text, level }) => `<h${level}>${text}</h${level}><p>${first}</p>`),
      ),
      odt: odt(
        paragraph(first),
        ...stated.flatMap(({ text, level }) => [heading(text, level - 1), paragraph(first)]),
      ),
      docx: docxOf([
        { text: first, level: 0 },
        ...stated.flatMap(({ text, level }) => [
          { text, level: level - 1 },
          { text: first, level: 0 },
        ]),
      ]),
    },
    isKept(document) {
      const levels = levelsOf(document)
      return (
        heads.every((text, index) => levels[index]?.endsWith(` ${text}`)) &&
        new Set(levels.map((level) => level[0])).size === 3
      )
    },
  },
  {
    name: 'items of lists, one a block',
    samples: {
      ...linesIn([title, first, ...numbered]),
      ...inPage(
        pageOf(
          `<h1>${title}</h1><p>${first}</p><ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`,
        ),
      ),
      md: bytes(`# ${title}\n\n${first}\n\n${items.map((item) => `- ${item}`).join('\n')}\n`),
    },
    isKept: (document) => {
      const texts = document.blocks.map(({ start, end }) => document.text.slice(start, end))
      return items.every((item) => texts.some((text) => text.endsWith(item)))
    },
  },
  {
    name: 'numbers of lists',
    samples: {
      ...linesIn([title, first, ...numbered]),
      ...inPage(
        pageOf(
          `<h1>${title}</h1><p>${first}</p><ol>${items.map((item) => `<li>${item}</li>`).join('')}</ol>`,
        ),
      ),
    },
    isKept: ({ text }) => numbered.every((item) => text.replaceAll(' ', '').includes(item.replace(' ', ''))),
  },
  {
    name: 'cells of tables',
    samples: {
      ...inText(`${first}\n\n${sampleTable.map((row) => row.join('\t')).join('\n')}\n`),
      md: bytes(`${first}\n\n${markdownTable(sampleTable)}`),
      ...inPage(pageOf(`<p>${first}</p>${markupTable(sampleTable)}`)),
      docx: docxOf(plain([first]), { table: sampleTable.map((row) => row.map((text) => ({ text }))) }),
      doc: docOf([first], sampleTable),
      rtf: rtfOf(
        rtfParagraph(first),
        rtfTable(sampleTable.map((row) => row.map((text, column) => ({ text, end: column + 1 })))),
      ),
      'Word XML': wordXmlOf(
        wordXmlParagraph(first),
        wordXmlTable(sampleTable.map((row) => row.map((text) => ({ text })))),
      ),
      odt: odt(paragraph(first), odfTable(sampleTable)),
      pdf: pdfOf(typesetTable(sampleTable, 30)),
      ofd: ofd(lineOf(first, 20, 30) + ruledTable(sampleTable, 50, strokeOf)),
      ods: odfOf('spreadsheet', odfTable(sampleTable, 'Sheet1')),
      pptx: pptx(slideTable(sampleTable.map((row) => row.map((text) => ({ text }))))),
      epub: epub(`<p>${first}</p>${markupTable(sampleTable)}`),
      csv: bytes(rowsOf(',')),
      xlsx: xlsxOf(sampleTable),
      xls: office('cells.xls'),
      'Excel XML': excelXmlOf(sampleTable.map((row) => row.map((text) => ({ text })))),
    },
    isKept: (document) =>
      cellsOf(document).join() ===
      sampleTable.flatMap((row, at) => row.map((text, column) => `${at},${column} 1x1 ${text}`)).join(),
  },
  {
    name: 'merged cells',
    samples: {
      md: bytes(`${first}\n\n${merged}\n`),
      ...inPage(pageOf(`<p>${first}</p>${merged}`)),
      doc: office('features.doc'),
      pdf: office('features.pdf'),
      rtf: rtfOf(
        rtfParagraph(first),
        rtfTable([
          [
            { text: '乡镇', end: 1, down: 'clvmgf' },
            { text: '学校（所）', end: 3 },
          ],
          [
            { text: '', end: 1, down: 'clvmrg' },
            { text: '小学', end: 2 },
            { text: '初中', end: 3 },
          ],
        ]),
      ),
      'Word XML': wordXmlOf(
        wordXmlParagraph(first),
        wordXmlTable([
          [
            { text: '乡镇', properties: '<w:vmerge w:val="restart"/>' },
            { text: '学校（所）', properties: '<w:gridSpan w:val="2"/>' },
          ],
          [{ text: '', properties: '<w:vmerge/>' }, { text: '小学' }, { text: '初中' }],
        ]),
      ),
      xls: office('merged.xls'),
      'Excel XML': excelXmlOf([
        [
          { text: '乡镇', attributes: 'ss:MergeDown="1"' },
          { text: '学校（所）', attributes: 'ss:MergeAcross="1"' },
        ],
        [{ text: '小学', attributes: 'ss:Index="2"' }, { text: '初中' }],
      ]),
      docx: docxOf(plain([first]), {
        table: [
          [
            { text: '乡镇', down: 'restart' },
            { text: '学校（所）', across: 2 },
          ],
          [{ text: '', down: 'continue' }, { text: '小学' }, { text: '初中' }],
          [{ text: '清溪镇' }, { text: '12' }, { text: '3' }],
        ],
      }),
      odt: odt(paragraph(first), mergedOdf),
      ofd: ofd(lineOf(first, 20, 30) + mergedTable(50, strokeOf)),
      epub: epub(`<p>${first}</p>${merged}`),
      pptx: pptx(
        slideTable([
          [
            { text: '乡镇', attributes: 'rowSpan="2"' },
            { text: '学校（所）', attributes: 'gridSpan="2"' },
            { text: '', attributes: 'hMerge="1"' },
          ],
          [{ text: '', attributes: 'vMerge="1"' }, { text: '小学' }, { text: '初中' }],
          [{ text: '清溪镇' }, { text: '12' }, { text: '3' }],
        ]),
      ),
      ods: odfOf('spreadsheet', mergedOdf),
      xlsx: xlsxOf(
        [
          ['乡镇', '学校（所）', ''],
          ['', '小学', '初中'],
          ['清溪镇', '12', '3'],
        ],
        { merges: ['A1:A2', 'B1:C1'] },
      ),
    },
    isKept: (document) => cellsOf(document).slice(0, 2).join() === '0,0 2x1 乡镇,0,1 1x2 学校（所）',
  },
  {
    name: 'notes',
    samples: {
      md: bytes(`${first}[^1]\n\n[^1]: ${note}\n`),
      ...inPage(
        pageOf(
          `<p>${first}<a href="#fn1" role="doc-noteref"><sup>1</sup></a></p><p>${second}</p><section role="doc-endnotes"><ol><li id="fn1" role="doc-endnote"><p>${note}<a href="#fnref1">↩</a></p></li></ol></section>`,
        ),
      ),
      epub: epub(
        `<p>${first}<a epub:type="noteref" href="#n1">1</a></p><aside epub:type="footnote" id="n1"><p>${note}</p></aside>`,
      ),
      doc: office('features.doc'),
      pdf: office('features.pdf'),
      rtf: rtfOf(rtfNoted(first, note)),
      'Word XML': wordXmlOf(wordXmlNoted(first, note)),
      docx: docxOf(plain([first]), { footnote: note }),
      pptx: pptx(shape(slideParagraph(first)), note),
      odt: odt(
        paragraph(
          `${first}<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>${paragraph(note)}</text:note-body></text:note>`,
        ),
      ),
      ofd: ofd(typesetOfd([title, first, second, first])[0]! + lineOf(`① ${note}`, 25, 250, 3)),
    },
    isKept: (document) => blocksOf(document, 'footnote').some((text) => text.includes(note)),
  },
  {
    name: 'page breaks',
    samples: {
      ...inText(`${first}\n\f${second}\n`),
      md: bytes(`${first}\n\n<!-- PageBreak -->\n\n${second}\n`),
      pdf: pdfOf([...typeset([title, first]), ...typeset(['二、教师情况', second])]),
      pptx: pptxOf([title + first, second].map((text) => ({ shapes: shape(slideParagraph(text)) }))),
      ofd: ofd(...typesetOfd([title, first]), ...typesetOfd(['二、教师情况', second])),
      docx: office('features.docx'),
      doc: office('features.doc'),
      rtf: rtfOf(rtfParagraph(first), '\\page ', rtfParagraph(second)),
      'Word XML': wordXmlOf(
        wordXmlParagraph(first),
        '<w:p><w:r><w:br w:type="page"/></w:r></w:p>',
        wordXmlParagraph(second),
      ),
      odt: office('features.odt'),
    },
    isKept: ({ blocks, text }) =>
      blocks.find(({ start, end }) => text.slice(start, end).includes(second))?.at.page === 2,
  },
  {
    name: 'traditional script',
    samples: {
      ...linesIn([traditional]),
      txt: iconv.encode(traditional, 'big5'),
      html: iconv.encode(pageOf(`<p>${traditional}</p>`, 'big5'), 'big5'),
      csv: iconv.encode(`說明,${traditional}\n`, 'big5'),
      xls: office('merged.xls'),
      'Excel XML': excelXmlOf([[{ text: '說明' }, { text: traditional }]]),
      xlsx: xlsxOf([['說明', traditional]]),
      ods: odfOf('spreadsheet', odfTable([['說明', traditional]])),
    },
    isKept: ({ text, normalised }) =>
      text.includes('全縣共有學校') && normalised.text.includes('全县共有学校十二所,教师与职员'),
  },
  {
    name: 'radicals written as characters',
    samples: {
      ...linesIn(['全县⽣产总值⽐上年增⻓。'], ['pdf']),
      pdf: office('features.pdf'),
      csv: bytes('说明,⽣产增⻓\n'),
      xls: office('merged.xls'),
      'Excel XML': excelXmlOf([[{ text: '说明' }, { text: '⽣产增⻓' }]]),
      xlsx: xlsxOf([['说明', '⽣产增⻓']]),
      ods: odfOf('spreadsheet', odfTable([['说明', '⽣产增⻓']])),
    },
    isKept: ({ normalised }) => /生产.*增长/.test(normalised.text),
  },
]
