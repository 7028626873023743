/** Small files that ask for more than they are, each with what is to become of it. Of our own making. */
import { deflateSync } from 'node:zlib'
import { strFromU8, unzipSync } from 'fflate'
import { seededRandom } from '../../support/random.js'
import { odfOf } from './odf.js'
import { archiveOf, docxOf, xlsxOf } from './office.js'
import { fileOf, pdfOf } from './pdf.js'
import { zipOf } from './zip.js'

/**
 * What ends it: it costs no more than its length lets expect; a limit of its reader; the memory, or the time, that reading
 * may take; its reader sees at once that it is damaged, encrypted or empty.
 */
export type Bound = 'length' | 'limit' | 'memory' | 'refusal'

export interface Hostile {
  readonly path: string
  readonly bytes: Uint8Array
  readonly bound: Bound
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

/** Blanks of so many million bytes, packed again and again. */
function packedPdf(millions: number, times: number): Uint8Array {
  let stream: Buffer = Buffer.alloc(millions * million, 0x20)
  for (let time = 0; time < times; time++) stream = deflateSync(stream)
  return pdfOfStream(stream.toString('latin1'), `/Filter [${'/FlateDecode '.repeat(times)}]`)
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

/** A PDF with other widths of its characters than those of the sample, and further objects. */
function withWidths(widths: string, further = ''): Uint8Array {
  const whole = Buffer.from(pdfOf([[{ x: 72, y: 700, text: fact }]])).toString('latin1')
  const absurd = whole.replace('/W [1 95 500 ', widths).replace('%%EOF', `%%EOF\n${further}`)
  return Buffer.from(absurd, 'latin1')
}

/** A table of characters with so many ranges of sixteen million codes each. */
function wideCodes(ranges: number): Uint8Array {
  const range = (at: number) => {
    const high = at.toString(16).padStart(2, '0')
    return `<${high}000000> <${high}ffffff> <4e00>`
  }
  const rows = Array.from({ length: ranges }, (_, at) => range(at)).join('\n')
  const map = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00000000> <ffffffff> endcodespacerange ${ranges} beginbfrange\n${rows}\nendbfrange endcmap end end`
  const font =
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>'
  const below =
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 >>'
  return pdfOfStream('BT /F1 12 Tf 72 700 Td <5168> Tj ET', '', '/Font << /F1 5 0 R >>', [
    font,
    below,
    `<< /Length ${map.length} >>\nstream\n${map}\nendstream`,
  ])
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

/** Lines that tell a terminal something. */
const commanding = text(`\u001b]0;X\u0007\u001b[2J全县\u009b31m共有\u202e学校98所。\n${fact}`)
const begun = (head: string, part: string, count: number) => text(`<html><body>${head}${part.repeat(count)}`)
const spunEnds = '全市共有黉舍98所，此中小学78所，咱们要踊跃推动教导奇迹。'

/** Of each, what the bound of a test ends, or what a reader says before. */
export function hostileFiles(): Hostile[] {
  return [
    {
      path: 'widths.pdf',
      bytes: withWidths('/W [1 %\n999999999 500 '),
      codes: ['reading-memory'],
      bound: 'memory',
    },
    { path: 'packed.pdf', bound: 'memory', bytes: packedPdf(400, 2), codes: [...tooMuch, 'no-text'] },
    { path: 'forms.pdf', bound: 'limit', bytes: fannedPdf(8), codes: ['page-draws-too-much'] },
    { path: 'rubbish.pdf', bound: 'refusal', bytes: begunAs('%PDF-1.4\n', 1), codes: ['damaged-file'] },
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
    { path: 'entities.doc', bound: 'refusal', bytes: text(entities(12)), codes: ['damaged-file'] },
    {
      path: 'archives.zip',
      bound: 'limit',
      bytes: nestedArchive(4),
      codes: ['too-large', 'damaged-file', 'nested-archive'],
    },
    {
      path: 'count.zip',
      bound: 'length',
      bytes: zipOf(
        [1, 2, 3].map((at) => ({ name: `${at}.txt`, text: fact })),
        { count: 1 },
      ),
      codes: [],
      holds: fact,
    },
    {
      path: 'damaged.zip',
      bound: 'refusal',
      bytes: zipOf([{ name: 'a.txt', text: fact, checksum: 1 }]),
      codes: ['damaged-file'],
    },
    {
      path: 'encrypted.zip',
      bound: 'refusal',
      bytes: zipOf([{ name: 'a.txt', text: fact, encrypted: true }]),
      codes: ['encrypted'],
    },
    {
      path: 'nested.html',
      bound: 'length',
      bytes: text(`${'<table><tr><td>'.repeat(100_000)}${fact}`),
      codes: [],
      holds: fact,
    },
    {
      path: 'spans.html',
      bound: 'length',
      bytes: text(`<table><tr><td colspan=999999999 rowspan=999999999>学校<td>98所</table>`),
      codes: [],
      holds: '98所',
    },
    {
      path: 'wide.md',
      bound: 'limit',
      bytes: text(['|a', '|-', '|1'].map((cell) => cell.repeat(100_000)).join('|\n')),
      codes: ['too-many-columns'],
    },
    {
      path: 'lists.jsonl',
      bound: 'refusal',
      bytes: text(`{"text":${'['.repeat(100_000)}"${fact}"${']'.repeat(100_000)}}\n`),
      codes: ['no-text-field', 'bad-json'],
    },
    { path: 'masks.txt', bound: 'length', bytes: text('20xx年'.repeat(100_000)), codes: [], holds: '20xx年' },
    {
      path: 'one-line.txt',
      bound: 'length',
      bytes: text(`${fact.slice(0, -1)}，`.repeat(15_000)),
      codes: [],
      holds: '98所',
    },
    {
      path: 'powers.txt',
      bound: 'length',
      bytes: text(`全年收入5×10^999999999元，1e999999999元。${fact}`),
      codes: [],
      holds: fact,
    },
    {
      path: 'brackets.txt',
      bound: 'length',
      bytes: text(`${'（'.repeat(100_000)}${fact}`),
      codes: [],
      holds: fact,
    },
    { path: 'zero.txt', bound: 'length', bytes: text(`全县\0共有学校98所。${fact}`), codes: [], holds: fact },
    { path: `${'长'.repeat(80)}.txt`, bound: 'length', bytes: text(fact), codes: [], holds: fact },
    { path: 'packed-thrice.pdf', bound: 'memory', bytes: packedPdf(400, 3), codes: [...tooMuch, 'no-text'] },
    { path: 'codes.pdf', bound: 'memory', bytes: wideCodes(50), codes: tooMuch },
    {
      path: 'widths-by-reference.pdf',
      bound: 'memory',
      bytes: withWidths('/W [1 99 0 R 500 ', '99 0 obj\n999999999\nendobj\n'),
      codes: [...tooMuch, 'damaged-file'],
      holds: fact,
    },
    {
      path: 'widths-by-another-spelling.pdf',
      bound: 'memory',
      bytes: withWidths('/#57 [1 999999999 500 '),
      codes: [...tooMuch, 'damaged-file'],
      holds: fact,
    },
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
    { path: 'commands.txt', bound: 'length', bytes: commanding, codes: [], holds: fact },
    { path: 'blanks.html', bound: 'length', bytes: begun('<pre>a', ' ', 300_000), codes: [], holds: 'a' },
    {
      path: 'declarations.html',
      bound: 'length',
      bytes: begun(fact, '<!doctype', 100_000),
      codes: [],
      holds: fact,
    },
    { path: 'items.html', bound: 'length', bytes: begun(fact, '<li><p>', 100_000), codes: [], holds: fact },
    {
      path: 'own-elements.html',
      bound: 'length',
      bytes: begun(fact, '<x-a>', 100_000),
      codes: [],
      holds: fact,
    },
    {
      path: 'attributes.html',
      bound: 'length',
      bytes: begun(fact, '<div a="<">', 100_000),
      codes: [],
      holds: fact,
    },
    {
      path: 'spun-ends.txt',
      bound: 'length',
      bytes: text(spunEnds.repeat(40) + '全市小学占多数。'.repeat(20_000) + spunEnds.repeat(40)),
      codes: [],
      holds: '占多数',
    },
    {
      path: 'parts.txt',
      bound: 'length',
      bytes: text(`全市学校9所，${'其中：小学7所，'.repeat(12_000)}。`),
      codes: [],
      holds: '7所',
    },
    {
      path: 'one-name.zip',
      bound: 'length',
      bytes: zipOf([1, 2, 3].map((at) => ({ name: 'a.txt', text: `${fact}${at}` }))),
      codes: [],
      holds: `${fact}3`,
    },
    {
      path: 'names.zip',
      bound: 'length',
      bytes: zipOf([
        { name: '__proto__', text: fact },
        { name: '报告.txt', text: fact },
        { name: Buffer.from('b1a8b8e62e747874', 'hex'), text: `${fact}二` },
      ]),
      codes: [],
      holds: `${fact}二`,
    },
    {
      path: 'commanding-name.zip',
      bound: 'refusal',
      bytes: zipOf([{ name: 'a\u001b]0;X\u0007.pdf', text: '%PDF-1.4 and no more' }]),
      codes: ['damaged-file'],
    },
    {
      path: 'second-encrypted.zip',
      bound: 'refusal',
      bytes: zipOf([
        { name: 'a.txt', text: fact },
        { name: 'b.txt', text: fact, encrypted: true },
      ]),
      codes: ['encrypted'],
      holds: fact,
    },
    {
      path: 'changed-digit.zip',
      bound: 'refusal',
      bytes: zipOf([{ name: 'a.txt', text: fact, checksum: 7 }], { long: true }),
      codes: ['damaged-file'],
    },
    {
      path: 'all-damaged.zip',
      bound: 'refusal',
      bytes: zipOf(Array.from({ length: 2000 }, (_, at) => ({ name: `${at}.txt`, text: fact, checksum: 1 }))),
      codes: ['damaged-file'],
    },
  ]
}
