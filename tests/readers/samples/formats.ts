/** One report in every format that is read: what the contract of the readers is tested on. */
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { epubOf, tarOf } from './books.js'
import { markdownOf, markupOf, pageOf, siteLayouts } from './markup.js'
import { heading, odfOf, odfTable, paragraph } from './odf.js'
import { glyphsOfLine, lineOf, ofdOf, ruledTable, strokeOf, typesetOfd } from './ofd.js'
import { archiveOf, docxOf, xlsxOf } from './office.js'
import { messageOf } from './office2003.js'
import { pdfOf, typeset } from './pdf.js'
import type { SampleLine } from './report.js'
import { plainText, sampleReport, sampleTable } from './report.js'
import { pptxOf, shape, slideParagraph } from './slides.js'
import { docOf } from './word97.js'

export interface Sample {
  readonly name: string
  readonly path: string
  readonly bytes: Uint8Array
  readonly mediaType: string
  /** The reader takes the report line by line as the plain text has it; typeset pages break lines on their own. */
  readonly keepsLines: boolean
}

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** All of them; the first is plain UTF-8. */
export function samplesOf(lines: readonly SampleLine[]): Sample[] {
  const text = plainText(lines)
  const markup = markupOf(lines)
  const texts = lines.map((line) => line.text)
  const header = '工作报告汇编'
  const rows: readonly (readonly [
    name: string,
    path: string,
    bytes: Uint8Array,
    mediaType: string,
    wraps?: true,
  ])[] = [
    ['UTF-8', 'a.txt', Buffer.from(text), 'text/plain'],
    ['UTF-8 with a mark', 'a.txt', Buffer.from(`\uFEFF${text}`), 'text/plain'],
    ['GB18030', 'a.txt', iconv.encode(text, 'gb18030'), 'text/plain'],
    ['UTF-16', 'a.txt', iconv.encode(`\uFEFF${text}`, 'utf-16le'), 'text/plain'],
    ['lines that end as on Windows', 'a.txt', Buffer.from(text.replaceAll('\n', '\r\n')), 'text/plain'],
    ['Markdown', 'a.md', Buffer.from(markdownOf(lines)), 'text/markdown'],
    ['HTML', 'a.html', Buffer.from(pageOf(markup)), 'text/html'],
    ['HTML in GBK', 'a.htm', iconv.encode(pageOf(markup, 'gb2312'), 'gbk'), 'text/html'],
    ...Object.entries(siteLayouts).map(
      ([name, layout]) => [`HTML, ${name}`, 'a.html', Buffer.from(layout(markup)), 'text/html'] as const,
    ),
    ['DOCX', 'a.docx', docxOf(lines), word],
    [
      'ODT',
      'a.odt',
      odfOf(
        'text',
        lines.map(({ text, level }) => (level === 0 ? paragraph(text) : heading(text, level))).join(''),
      ),
      'application/vnd.oasis.opendocument.text',
    ],
    [
      'PPTX',
      'a.pptx',
      pptxOf(texts.map((line) => ({ shapes: shape(slideParagraph(line)) }))),
      'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    ],
    ['EPUB', 'a.epub', epubOf({ pages: [markup] }), 'application/epub+zip'],
    ['DOC', 'a.doc', docOf(texts), 'application/msword'],
    ['JSONL', 'a.jsonl', Buffer.from(`${JSON.stringify({ id: 7, text })}\n`), 'application/jsonl'],
    ['TAR under gzip', 'a.tgz', gzipSync(tarOf([{ name: 'report.txt', content: text }])), 'text/plain'],
    ['ZIP', 'a.zip', archiveOf({ 'report.txt': text }), 'text/plain'],
    ['PDF', 'a.pdf', pdfOf(typeset(texts, { header })), 'application/pdf', true],
    ['PDF in two columns', 'a.pdf', pdfOf(typeset(texts, { header, columns: 2 })), 'application/pdf', true],
    ['OFD', 'a.ofd', ofdOf({ folder: 'Doc_0', pages: typesetOfd(texts) }), 'application/ofd', true],
    [
      'OFD glyph by glyph',
      'a.ofd',
      ofdOf({ folder: 'Doc_0', isAbsolute: true, pages: typesetOfd(texts, glyphsOfLine) }),
      'application/ofd',
      true,
    ],
  ]
  return rows.map(([name, path, bytes, mediaType, wraps = false]) => ({
    name,
    path,
    bytes,
    mediaType,
    keepsLines: !wraps,
  }))
}

/** A table in the formats that hold nothing else. */
export function tablesOf(rows: readonly (readonly string[])[]): Pick<Sample, 'name' | 'path' | 'bytes'>[] {
  const text = rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n')
  return [
    { name: 'XLSX', path: 'a.xlsx', bytes: xlsxOf(rows) },
    { name: 'ODS', path: 'a.ods', bytes: odfOf('spreadsheet', odfTable(rows)) },
    { name: 'CSV', path: 'a.csv', bytes: Buffer.from(text) },
    { name: 'CSV in GB18030', path: 'a.csv', bytes: iconv.encode(text, 'gb18030') },
  ]
}

const written = (name: string) => readFileSync(new URL(`libreoffice/${name}`, import.meta.url))

/**
 * A file of every kind for damage: the formats of a report, tables, and an archive of several formats; of the report,
 * so many lines.
 */
export function damageableSamples(most?: number): Pick<Sample, 'name' | 'path' | 'bytes'>[] {
  const lines = sampleReport('water-power').slice(0, most)
  const report = samplesOf(lines)
  const documents = {
    'a.txt': report[2]!.bytes,
    'b/c.docx': docxOf(sampleReport('finance-budget').slice(0, most)),
  }
  const inner = archiveOf({ 'e.html': pageOf('<p>全县有学校12所。</p>') })
  const nested = archiveOf({ ...documents, 'd.zip': inner })
  const texts = lines.map(({ text }) => text)
  const paragraphs = texts.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('')
  const boundary = 'Content-Type: multipart/mixed; boundary="b"\r\n'
  const part = `--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${texts.join('\r\n')}\r\n`
  return [
    ...report,
    ...tablesOf(sampleTable),
    {
      name: 'Word 2003 XML',
      path: 'a.doc',
      bytes: Buffer.from(
        `<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body>${paragraphs}</w:body></w:wordDocument>`,
      ),
    },
    {
      name: 'mail of two parts',
      path: 'a.eml',
      bytes: Buffer.from(
        `From: a@example.org\r\nSubject: a\r\nMIME-Version: 1.0\r\n${boundary}\r\n${part}${part}--b--\r\n`,
      ),
    },
    {
      name: 'JSON of several texts',
      path: 'a.json',
      bytes: Buffer.from(JSON.stringify(texts.map((text) => ({ title: '报告', content: text })))),
    },
    {
      name: 'OFD with a table',
      path: 'a.ofd',
      bytes: ofdOf({
        folder: 'Doc_0',
        templates: [lineOf('简报', 60, 10)],
        pageHead: '<ofd:Template TemplateID="800"/>',
        pages: [ruledTable(sampleTable, 50, strokeOf)],
      }),
    },
    {
      name: 'web archive',
      path: 'a.mht',
      bytes: messageOf(pageOf(markupOf(sampleReport('water-power'))), 'html'),
    },
    { name: 'XLS', path: 'a.xls', bytes: written('book.xls') },
    { name: 'Excel 2003 XML', path: 'a.xml', bytes: written('sheets.xml') },
    { name: 'PPTX of LibreOffice', path: 'a.pptx', bytes: written('slides.pptx') },
    { name: 'EPUB of LibreOffice', path: 'a.epub', bytes: written('notes.epub') },
    { name: 'PDF of LibreOffice', path: 'a.pdf', bytes: written('slides.pdf') },
    { name: 'RTF', path: 'a.rtf', bytes: written('report.rtf') },
    { name: 'ODT of LibreOffice', path: 'a.odt', bytes: written('report.odt') },
    { name: 'ODT in one file', path: 'a.fodt', bytes: written('report.fodt') },
    { name: 'ODS of LibreOffice', path: 'a.ods', bytes: written('book.ods') },
    { name: 'DOC of LibreOffice', path: 'a.doc', bytes: written('report.doc') },
    { name: 'DOCX of LibreOffice', path: 'a.docx', bytes: written('report.docx') },
    {
      name: 'TAR',
      path: 'a.tar',
      bytes: tarOf([{ name: 'a.txt', content: plainText(lines) }]),
    },
    { name: 'ZIP of several formats', path: 'a.zip', bytes: nested },
  ]
}
