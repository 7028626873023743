/** Small files that ask for more than they are, each with what is to become of it. Of our own making. */
import { deflateSync } from 'node:zlib'
import { strFromU8, unzipSync } from 'fflate'
import { seededRandom } from '../../support/random.js'
import { odfOf } from './odf.js'
import { archiveOf, docxOf, xlsxOf } from './office.js'
import { fileOf, pdfOf } from './pdf.js'
import { zipOf } from './zip.js'

export interface Hostile {
  readonly path: string
  readonly bytes: Uint8Array
  /** Codes of the failures that may end it; empty where it must be read. */
  readonly codes: readonly string[]
  /** What its text holds, if it is read. */
  readonly holds?: string
}

const fact = '全县共有学校98所。'
const text = (content: string) => Buffer.from(content)
const million = 1_000_000

/** A PDF of one page with the content, its stream as it is given. */
function pdfOfStream(
  stream: string,
  filter: string,
  resources = '',
  further: readonly string[] = [],
): Uint8Array {
  return fileOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << ${resources} >> /Contents 4 0 R >>`,
    `<< /Length ${stream.length} ${filter} >>\nstream\n${stream}\nendstream`,
    ...further,
  ])
}

/** Blanks of so many million bytes, packed twice. */
function packedPdf(millions: number): Uint8Array {
  const once = deflateSync(Buffer.alloc(millions * million, 0x20))
  return pdfOfStream(deflateSync(once).toString('latin1'), '/Filter [/FlateDecode /FlateDecode]')
}

/** Forms that draw each other ten times, over so many levels. */
function fannedPdf(levels: number): Uint8Array {
  const first = 5
  const forms = Array.from({ length: levels }, (_, at) => {
    const content = at === levels - 1 ? '0 0 9 9 re f' : '/F Do '.repeat(10)
    const resources = at === levels - 1 ? '' : `/Resources << /XObject << /F ${first + at + 1} 0 R >> >>`
    return `<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] ${resources} /Length ${content.length} >>\nstream\n${content}\nendstream`
  })
  return pdfOfStream('/F Do', '', `/XObject << /F ${first} 0 R >>`, forms)
}

function wideWidthsPdf(): Uint8Array {
  const whole = Buffer.from(pdfOf([[{ x: 72, y: 700, text: fact }]])).toString('latin1')
  return Buffer.from(whole.replace('/W [1 95 500 ', '/W [1 %\n999999999 500 '), 'latin1')
}

/** Entities that hold each other ten times, over so many levels. */
function entities(levels: number): string {
  const declared = Array.from(
    { length: levels },
    (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`,
  )
  return `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e0 "98所">${declared.join('')}]><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body><w:p><w:r><w:t>&e${levels};</w:t></w:r></w:p></w:body></w:wordDocument>`
}

/** Bytes that begin as a format does and go on at random, the same for the same seed. */
function begunAs(head: string, seed: number): Uint8Array {
  const random = seededRandom(seed)
  return Buffer.concat([
    text(head),
    Buffer.from(Array.from({ length: 4000 }, () => Math.floor(random() * 256))),
  ])
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

const nestedArchive = (depth: number): Uint8Array =>
  archiveOf({ 'a.zip': depth === 0 ? Buffer.alloc(80 * million) : nestedArchive(depth - 1) })

const tooMuch = ['reading-memory', 'reading-time'] as const

/** Of each, what the bound of a test ends, or what a reader says before. */
export function hostileFiles(): Hostile[] {
  return [
    { path: 'widths.pdf', bytes: wideWidthsPdf(), codes: [...tooMuch, 'damaged-file'], holds: fact },
    { path: 'packed.pdf', bytes: packedPdf(600), codes: [...tooMuch, 'no-text'] },
    { path: 'forms.pdf', bytes: fannedPdf(8), codes: ['page-draws-too-much'] },
    { path: 'rubbish.pdf', bytes: begunAs('%PDF-1.4\n', 1), codes: ['damaged-file'] },
    { path: 'rubbish.docx', bytes: begunAs('PK\x03\x04', 2), codes: ['damaged-file'] },
    {
      path: 'rubbish.doc',
      bytes: Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), begunAs('', 3)]),
      codes: ['damaged-file'],
    },
    {
      path: 'rubbish.rtf',
      bytes: begunAs('{\\rtf1 ', 4),
      codes: ['damaged-file', 'no-text', 'binary-input'],
      holds: '',
    },
    { path: 'one-string.xlsx', bytes: sharedCells('学'.repeat(million), 4000), codes: ['text-too-long'] },
    {
      path: 'repeated.ods',
      bytes: odfOf('spreadsheet', cellsOf('学'.repeat(100_000), 1000, 1000)),
      codes: ['text-too-long'],
    },
    {
      path: 'blanks.odt',
      bytes: odfOf('text', `<text:p>${fact}<text:s text:c="999999999"/></text:p>`),
      codes: [],
      holds: fact,
    },
    {
      path: 'span.docx',
      bytes: docxOf([], { table: [[{ text: '学校', across: 999_999_999 }, { text: '98所' }]] }),
      codes: [],
      holds: '98所',
    },
    { path: 'entities.doc', bytes: text(entities(12)), codes: ['damaged-file'] },
    { path: 'archives.zip', bytes: nestedArchive(4), codes: ['too-large', 'damaged-file', 'nested-archive'] },
    {
      path: 'count.zip',
      bytes: zipOf(
        [1, 2, 3].map((at) => ({ name: `${at}.txt`, text: fact })),
        { count: 1 },
      ),
      codes: [],
      holds: fact,
    },
    {
      path: 'damaged.zip',
      bytes: zipOf([{ name: 'a.txt', text: fact, checksum: 1 }]),
      codes: ['damaged-file'],
    },
    {
      path: 'encrypted.zip',
      bytes: zipOf([{ name: 'a.txt', text: fact, encrypted: true }]),
      codes: ['encrypted'],
    },
    {
      path: 'nested.html',
      bytes: text(`${'<table><tr><td>'.repeat(100_000)}${fact}`),
      codes: [],
      holds: fact,
    },
    {
      path: 'spans.html',
      bytes: text(`<table><tr><td colspan=999999999 rowspan=999999999>学校<td>98所</table>`),
      codes: [],
      holds: '98所',
    },
    {
      path: 'wide.md',
      bytes: text(['|a', '|-', '|1'].map((cell) => cell.repeat(100_000)).join('|\n')),
      codes: ['too-many-columns'],
    },
    {
      path: 'lists.jsonl',
      bytes: text(`{"text":${'['.repeat(100_000)}"${fact}"${']'.repeat(100_000)}}\n`),
      codes: ['no-text-field', 'bad-json'],
    },
    { path: 'masks.txt', bytes: text('20xx年'.repeat(100_000)), codes: [], holds: '20xx年' },
    { path: 'one-line.txt', bytes: text(`${fact.slice(0, -1)}，`.repeat(15_000)), codes: [], holds: '98所' },
    {
      path: 'powers.txt',
      bytes: text(`全年收入5×10^999999999元，1e999999999元。${fact}`),
      codes: [],
      holds: fact,
    },
    { path: 'brackets.txt', bytes: text(`${'（'.repeat(100_000)}${fact}`), codes: [], holds: fact },
    { path: 'zero.txt', bytes: text(`全县\0共有学校98所。${fact}`), codes: [], holds: fact },
    { path: `${'长'.repeat(80)}.txt`, bytes: text(fact), codes: [], holds: fact },
  ]
}
