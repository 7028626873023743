/** PDF of one page each, that ask for more than they are. */
import { deflateSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { fileOf } from '../pdf.js'
import { compressedFileOf } from '../pdf-streams.js'
import { fact, type Hostile, million, tooMuch } from './contract.js'
import { begunAs } from './random.js'

interface WidthsFile {
  readonly further?: readonly string[]
  readonly make?: (objects: readonly string[]) => Uint8Array
  /** Of lines across, or downwards. */
  readonly writing?: 'H' | 'V'
}

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

/** A PDF with these widths of its characters, and further objects from number 8 on. */
function withWidths(
  widths: string,
  { further = [], make = fileOf, writing = 'H' }: WidthsFile = {},
): Uint8Array {
  const codes = iconv.encode(fact, 'gbk').toString('hex')
  const content = `BT /F1 12 Tf 72 700 Td <${codes}> Tj ET`
  return make([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    `<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /GBK-EUC-${writing} /DescendantFonts [6 0 R] >>`,
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R /DW 1000 ${widths} >>`,
    '<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [-8 -145 1000 859] /ItalicAngle 0 /Ascent 859 /Descent -141 /CapHeight 683 /StemV 80 >>',
    ...further,
  ])
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

/** Widths for some thousand million characters, however they are written. */
const absurdWidths = {
  plain: withWidths('/W [1 999999999 500]'),
  'behind-a-list': withWidths('/W [0 [500] 1 999999999 500]'),
  'behind-a-remark': withWidths('/W [1 %a\n999999999 500]'),
  'by-reference': withWidths('/W [1 8 0 R 500]', { further: ['999999999'] }),
  'list-by-reference': withWidths('/W 8 0 R', { further: ['[1 999999999 500]'] }),
  'by-another-spelling': withWidths('/#57 [1 999999999 500]'),
  'in-an-object-stream': withWidths('/W [1 999999999 500]', { make: compressedFileOf }),
  'by-reference-in-an-object-stream': withWidths('/W [1 8 0 R 500]', {
    make: compressedFileOf,
    further: ['999999999'],
  }),
  'downwards-in-an-object-stream': withWidths('/W2 [0 999999999 -1000 500 880]', {
    make: compressedFileOf,
    writing: 'V',
  }),
}

export const hostilePdf = (): Hostile[] => [
  { path: 'packed.pdf', bound: 'memory', bytes: packedPdf(400, 2), codes: [...tooMuch, 'no-text'] },
  { path: 'forms.pdf', bound: 'limit', bytes: fannedPdf(8), codes: ['page-draws-too-much'] },
  { path: 'rubbish.pdf', bound: 'refusal', bytes: begunAs('%PDF-1.4\n', 1), codes: ['damaged-file'] },
  { path: 'packed-thrice.pdf', bound: 'memory', bytes: packedPdf(400, 3), codes: [...tooMuch, 'no-text'] },
  { path: 'codes.pdf', bound: 'memory', bytes: wideCodes(50), codes: tooMuch },
  ...Object.entries(absurdWidths).map(([name, bytes]) => ({
    path: `widths-${name}.pdf`,
    bound: 'limit' as const,
    bytes,
    codes: ['absurd-widths'],
  })),
  {
    path: 'widths-that-may-be.pdf',
    bound: 'length',
    bytes: withWidths('/W [0 65535 1000 7 [500 123456789]] /W2 [0 65535 -1000 500 880] /W3 [0 999999999 5]', {
      further: ['[0 999999999 1000]'],
    }),
    codes: [],
    holds: fact,
  },
]
