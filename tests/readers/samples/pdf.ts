/**
 * Samples of PDF as offices made them for years: Chinese fonts named but not embedded, text in GBK codes, a header and
 * a page number on every page. Written by hand, so that no library smooths them.
 */
import iconv from 'iconv-lite'

/** A piece of text at a place; points from the lower left corner. */
export interface PlacedText {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly size?: number
}

const pageHeight = 842
const margin = 80
const size = 12
const leading = 20

function show({ x, y, text, size: own = size }: PlacedText): string {
  const codes = iconv.encode(text, 'gbk').toString('hex')
  return `BT /F1 ${own} Tf 1 0 0 1 ${x} ${y} Tm <${codes}> Tj ET`
}

/** Numbered objects with a cross-reference table. */
/** A file of these objects, the first of which is the catalog. */
export function fileOf(objects: readonly string[], trailer = ''): Uint8Array {
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const start = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

function contentsOf(
  pages: readonly string[],
  resources: string,
  trailer = '',
  further: readonly string[] = [],
  catalog = '',
): Uint8Array {
  const first = 6
  const kids = pages.map((_, index) => `${first + index * 2} 0 R`).join(' ')
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog}>>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /GBK-EUC-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 5 0 R /DW 1000 /W [1 95 500 814 939 500] >>',
    '<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [-8 -145 1000 859] /ItalicAngle 0 /Ascent 859 /Descent -141 /CapHeight 683 /StemV 80 >>',
    ...pages.flatMap((content, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 ${pageHeight}] /Resources ${resources} /Contents ${first + index * 2 + 1} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
    ...further,
  ]
  return fileOf(objects, trailer)
}

const western = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'
const vertical =
  '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /GBK-EUC-V /DescendantFonts [4 0 R] >>'
const withFont = `<< /Font << /F1 3 0 R /F2 ${western} /F3 ${vertical} >> >>`

/**
 * Pages of operations, with the text that `shown` makes in between; `entries` are added to all pages. Further objects
 * are numbered behind the pages, from `6 + 2 * pages.length` on.
 */
export function drawnPdf(
  pages: readonly (readonly string[])[],
  entries = '',
  further: readonly string[] = [],
): Uint8Array {
  return contentsOf(
    pages.map((operations) => operations.join('\n')),
    `${withFont} ${entries}`,
    '',
    further,
  )
}

/** A page with two layers, L1 that is shown and L2 that is not. */
export function layeredPdf(operations: readonly string[]): Uint8Array {
  const resources = '<< /Font << /F1 3 0 R >> /Properties << /L1 8 0 R /L2 9 0 R >> >>'
  const layer = (name: string) => `<< /Type /OCG /Name (${name}) >>`
  const catalog = '/OCProperties << /OCGs [8 0 R 9 0 R] /D << /ON [8 0 R] /OFF [9 0 R] >> >> '
  return contentsOf([operations.join('\n')], resources, '', [layer('print'), layer('draft')], catalog)
}

/** The objects of a note that a reader wrote on a page, of which the first has this number. */
export function noteObjects(number: number, x: number, y: number, text: string): string[] {
  const content = shown(2, 4, text)
  return [
    `<< /Type /Annot /Subtype /FreeText /Rect [${x} ${y} ${x + 200} ${y + 20}] /F 4 /DA (/F1 12 Tf) /AP << /N ${number + 1} 0 R >> >>`,
    `<< /Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources ${withFont} /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ]
}

export interface Look {
  readonly size?: number
  /** Degrees against the clock. */
  readonly turned?: number
  readonly font?: 'F1' | 'F3'
}

/** The operations that show a text with its first character at a place. */
export function shown(x: number, y: number, text: string, look: Look = {}): string {
  const { size: own = size, turned = 0, font = 'F1' } = look
  const angle = (turned * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle).toFixed(4), Math.sin(angle).toFixed(4)]
  const codes = iconv.encode(text, 'gbk').toString('hex')
  return `BT /${font} ${own} Tf ${cos} ${sin} ${-sin} ${cos} ${x} ${y} Tm <${codes}> Tj ET`
}

/** Text in a font that says of its codes only that they are western letters. */
export function shownUnreadable(x: number, y: number, codes: string): string {
  return `BT /F2 12 Tf 1 0 0 1 ${x} ${y} Tm <${codes}> Tj ET`
}

export type Pen = 'stroke' | 'bar' | 'dots'

/** The operations that draw a line along an axis: as a stroke, as a thin filled bar, or as many short strokes. */
export function ruled(x0: number, y0: number, x1: number, y1: number, pen: Pen = 'stroke'): string {
  if (pen === 'stroke') return `${x0} ${y0} m ${x1} ${y1} l S`
  if (pen === 'bar') return `${x0} ${y0} ${Math.max(x1 - x0, 0.5)} ${Math.max(y1 - y0, 0.5)} re f`
  const length = Math.max(x1 - x0, y1 - y0)
  const [dx, dy] = x1 > x0 ? [1, 0] : [0, 1]
  return Array.from({ length: Math.floor(length / 4) }, (_, at) =>
    ruled(x0 + 4 * at * dx, y0 + 4 * at * dy, x0 + (4 * at + 2) * dx, y0 + (4 * at + 2) * dy),
  ).join('\n')
}

/** The lines of a grid whose sides stand at these places; from the top down. */
export function ruledGrid(xs: readonly number[], ys: readonly number[], pen: Pen = 'stroke'): string[] {
  const across = ys.map((y) => ruled(xs[0]!, y, xs.at(-1)!, y, pen))
  return [...across, ...xs.map((x) => ruled(x, ys.at(-1)!, x, ys[0]!, pen))]
}

/** Pages of placed text. */
export function pdfOf(pages: readonly (readonly PlacedText[])[], trailer = ''): Uint8Array {
  return contentsOf(
    pages.map((texts) => texts.map(show).join('\n')),
    withFont,
    trailer,
  )
}

/** A page that shows nothing but a picture, as scanners make them. */
export function scannedPdf(): Uint8Array {
  const picture = 'q 400 0 0 600 90 120 cm BI /W 2 /H 2 /CS /G /BPC 8 ID abcd EI Q'
  return contentsOf([picture, picture], '<< >>')
}

/** Says that it is encrypted, with a password that nobody knows. */
export function encryptedPdf(): Uint8Array {
  const secret = 'ab'.repeat(32)
  return pdfOf(
    [[{ x: margin, y: 700, text: '内部资料' }]],
    `/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <${secret}> /U <${secret}> >> `,
  )
}

const isHalf = (character: string) => character.charCodeAt(0) < 0x80

/** Lines as a typesetter breaks them: `width` full-width characters, figures kept whole, two spaces to begin with. */
export function wrap(text: string, width: number, indent = ''): string[] {
  const lines: string[] = []
  let line = indent
  let used = indent.length
  for (const piece of text.match(/[\x20-\x7e]+|[^\x20-\x7e]/g) ?? []) {
    const length = isHalf(piece) ? piece.length / 2 : 1
    if (used + length > width && !/^[，。；：、）”％]/.test(piece)) {
      lines.push(line)
      line = ''
      used = 0
    }
    line += piece
    used += length
  }
  lines.push(line)
  return lines
}

function inGroups<T>(items: readonly T[], size: number): T[][] {
  const groups: T[][] = []
  for (let at = 0; at < items.length; at += size) groups.push(items.slice(at, at + size))
  return groups
}

export interface Typeset {
  readonly columns?: number
  readonly header?: string
}

/** Sets paragraphs on pages, in one column or more, with a header and a page number. */
export function typeset(
  paragraphs: readonly string[],
  { columns = 1, header }: Typeset = {},
): PlacedText[][] {
  const inner = 595 - 2 * margin
  const gap = 24
  const columnWidth = (inner - gap * (columns - 1)) / columns
  // One character less than there is room for: punctuation may hang over the end of a line.
  const width = Math.floor(columnWidth / size) - 1
  const lines = paragraphs.flatMap((text, index) => wrap(text, width, index === 0 ? '' : '　　'))
  const perColumn = 32
  const pages = inGroups(lines, perColumn * columns).map((onPage) =>
    onPage.map((text, index) => ({
      x: margin + Math.floor(index / perColumn) * (columnWidth + gap),
      y: pageHeight - 100 - (index % perColumn) * leading,
      text,
    })),
  )
  return pages.map((texts, index) => [
    ...(header === undefined ? [] : [{ x: 220, y: pageHeight - 50, text: header, size: 9 }]),
    ...texts,
    { x: 280, y: 40, text: `- ${index + 1} -`, size: 9 },
  ])
}

/** Sets a table in columns of one width, `perPage` rows a page. */
export function typesetTable(rows: readonly (readonly string[])[], perPage: number): PlacedText[][] {
  return inGroups(rows, perPage).map((onPage) =>
    onPage.flatMap((row, index) =>
      row
        .map((text, column) => ({ x: margin + column * 120, y: pageHeight - 120 - index * leading, text }))
        .filter(({ text }) => text !== ''),
    ),
  )
}
