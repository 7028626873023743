/**
 * Samples of OFD, written by hand after GB/T 33190 and as several producers write it: coordinates in points under a
 * matrix with an object for each glyph; texts with repeated distances and rules as strokes or thin areas; scans with a
 * layer of recognised text. Nothing here uses what reads them.
 */
import { archiveOf } from './office.js'

const namespace = 'xmlns:ofd="http://www.ofdspec.org/2016"'
const head = '<?xml version="1.0" encoding="UTF-8"?>\n'

export const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

export interface OfdBody {
  /** The folder of the document, and how its parts are named by others. */
  readonly folder: string
  readonly isAbsolute?: boolean
  /** Content of the layers of each page. */
  readonly pages: readonly string[]
  /** What stands in front of the layers of each page. */
  readonly pageHead?: string
  readonly templates?: readonly string[]
  readonly resources?: string
  /** Elements at the end of Document.xml, and further parts by their name in the folder. */
  readonly more?: string
  readonly parts?: Readonly<Record<string, string | Uint8Array>>
}

const pageOf = (content: string, pageHead = '') =>
  `${head}<ofd:Page ${namespace}>${pageHead}<ofd:Content><ofd:Layer ID="900" Type="Body">${content}</ofd:Layer></ofd:Content></ofd:Page>`

function partsOf(body: OfdBody): Record<string, string | Uint8Array> {
  const { folder, isAbsolute = false, pages, pageHead, templates = [], resources = '', more = '' } = body
  const named = (name: string) => (isAbsolute ? `/${folder}/${name}` : name)
  const list = pages.map(
    (_, at) => `<ofd:Page ID="${at + 1}" BaseLoc="${named(`Pages/Page_${at}/Content.xml`)}"/>`,
  )
  const shared = templates.map(
    (_, at) => `<ofd:TemplatePage ID="${800 + at}" BaseLoc="${named(`Tpls/Tpl_${at}/Content.xml`)}"/>`,
  )
  const document = `<ofd:CommonData><ofd:MaxUnitID>999</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>${named('PublicRes.xml')}</ofd:PublicRes>${shared.join('')}</ofd:CommonData><ofd:Pages>${list.join('')}</ofd:Pages>${more}`
  const parts: [string, string | Uint8Array][] = [
    ['Document.xml', `${head}<ofd:Document ${namespace}>${document}</ofd:Document>`],
    [
      'PublicRes.xml',
      `${head}<ofd:Res ${namespace} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="3" FontName="SimSun"/></ofd:Fonts>${resources}</ofd:Res>`,
    ],
    ...pages.map((page, at): [string, string] => [`Pages/Page_${at}/Content.xml`, pageOf(page, pageHead)]),
    ...templates.map((page, at): [string, string] => [`Tpls/Tpl_${at}/Content.xml`, pageOf(page)]),
    ...Object.entries(body.parts ?? {}),
  ]
  return Object.fromEntries(parts.map(([name, content]) => [`${folder}/${name}`, content]))
}

/** A file with these documents. */
export function ofdOf(...bodies: readonly OfdBody[]): Uint8Array {
  const list = bodies.map(
    ({ folder, isAbsolute = false }) =>
      `<ofd:DocBody><ofd:DocInfo><ofd:DocID>0</ofd:DocID></ofd:DocInfo><ofd:DocRoot>${isAbsolute ? '/' : ''}${folder}/Document.xml</ofd:DocRoot></ofd:DocBody>`,
  )
  const root = `${head}<ofd:OFD ${namespace} Version="1.0" DocType="OFD">${list.join('')}</ofd:OFD>`
  return archiveOf({ 'OFD.xml': root, ...Object.assign({}, ...bodies.map(partsOf)) })
}

/** How wide a character is in parts of the type size. */
const widthOf = (character: string) => (character.codePointAt(0)! < 0x2e80 ? 0.5 : 1)

/** A line of text in one object, its distances stated, equal ones together as some producers do. Millimetres. */
export function lineOf(text: string, x: number, y: number, size = 4, attributes = ''): string {
  const distances = [...text].slice(0, -1).map((character) => String(widthOf(character) * size))
  const runs: string[] = []
  for (let at = 0; at < distances.length; ) {
    let count = 1
    while (distances[at + count] === distances[at]) count++
    runs.push(count > 2 ? `g ${count} ${distances[at]}` : Array(count).fill(distances[at]).join(' '))
    at += count
  }
  const width = [...text].reduce((sum, character) => sum + widthOf(character) * size, 0)
  return `<ofd:TextObject ID="1" Boundary="${x} ${y} ${width} ${size}" Font="3" Size="${size}" ${attributes}><ofd:FillColor Value="0 0 0"/><ofd:TextCode X="0" Y="${size * 0.86}" DeltaX="${runs.join(' ')}">${escaped(text)}</ofd:TextCode></ofd:TextObject>`
}

/** A line with an object for each glyph, in points under a matrix; its place is that of the ink of the glyph. */
export function glyphsOfLine(text: string, x: number, y: number, points = 11.34): string {
  const scale = 0.352778
  let at = x
  return [...text]
    .map((character) => {
      const left = at
      at += widthOf(character) * points * scale
      if (character === ' ') return ''
      const [boxX, boxY] = [left + 0.1, y - points * scale * 0.8]
      const code = `<ofd:CGTransform CodePosition="0" CodeCount="1" GlyphCount="1"><ofd:Glyphs>${character.codePointAt(0)! % 7000}</ofd:Glyphs></ofd:CGTransform>`
      return `<ofd:TextObject ID="1" CTM="${scale} 0 0 ${scale} ${-boxX} ${-boxY}" Boundary="${boxX} ${boxY} ${points * scale * 0.9} 0" Font="3" Size="${points}">${code}<ofd:TextCode X="${left / scale}" Y="${y / scale}">${escaped(character)}</ofd:TextCode></ofd:TextObject>`
    })
    .join('')
}

/** A stroke from one place to another. */
export function strokeOf(x0: number, y0: number, x1: number, y1: number): string {
  const [x, y] = [Math.min(x0, x1), Math.min(y0, y1)]
  return `<ofd:PathObject ID="1" Boundary="${x} ${y} ${Math.abs(x1 - x0) + 0.3} ${Math.abs(y1 - y0) + 0.3}" LineWidth="0.3"><ofd:AbbreviatedData>M ${x0 - x} ${y0 - y} L ${x1 - x} ${y1 - y}</ofd:AbbreviatedData></ofd:PathObject>`
}

/** A filled area so thin that it is seen as a line. */
export function barOf(x0: number, y0: number, x1: number, y1: number): string {
  const [width, height] = [Math.max(x1 - x0, 0.2), Math.max(y1 - y0, 0.2)]
  return `<ofd:PathObject ID="1" Boundary="${x0} ${y0} ${width} ${height}" Fill="true" Stroke="false"><ofd:FillColor Value="0 0 0"/><ofd:AbbreviatedData>M 0 0 L ${width} 0 L ${width} ${height} L 0 ${height} C</ofd:AbbreviatedData></ofd:PathObject>`
}

type Ruler = (x0: number, y0: number, x1: number, y1: number) => string

/** A table with lines around its cells, from `top` down; columns are 40 wide, rows 8 high. */
export function ruledTable(
  rows: readonly (readonly string[])[],
  top: number,
  rule: Ruler,
  write: (text: string, x: number, y: number) => string = lineOf,
): string {
  const columns = rows[0]!.length
  const [left, width, height] = [20, 40, 8]
  const across = Array.from({ length: rows.length + 1 }, (_, at) =>
    rule(left, top + at * height, left + columns * width, top + at * height),
  )
  const down = Array.from({ length: columns + 1 }, (_, at) =>
    rule(left + at * width, top, left + at * width, top + rows.length * height),
  )
  const texts = rows.flatMap((row, at) =>
    row.map((text, column) => write(text, left + 2 + column * width, top + 2 + at * height)),
  )
  return [...across, ...down, ...texts].join('')
}

/** A table whose first head stands over two rows and whose second one over two columns, from `top` down. */
export function mergedTable(top: number, rule: Ruler): string {
  const at = (row: number) => top + 8 * row
  const [left, middle, last, right] = [20, 60, 100, 140]
  const across = [rule(left, at(0), right, at(0)), rule(middle, at(1), right, at(1))]
  across.push(rule(left, at(2), right, at(2)), rule(left, at(3), right, at(3)))
  const down = [left, middle, right].map((x) => rule(x, at(0), x, at(3)))
  const texts = [
    lineOf('乡镇', left + 2, at(0) + 6),
    lineOf('学校（所）', middle + 20, at(0) + 2),
    lineOf('小学', middle + 2, at(1) + 2),
    lineOf('初中', last + 2, at(1) + 2),
    lineOf('清溪镇', left + 2, at(2) + 2),
    lineOf('12', middle + 2, at(2) + 2),
    lineOf('3', last + 2, at(2) + 2),
  ]
  return [...across, ...down, rule(last, at(1), last, at(3)), ...texts].join('')
}

/** A report as pages: texts wrapped at 40 characters, with an indent, as an office program typesets them. */
export function typesetOfd(
  texts: readonly string[],
  write: (text: string, x: number, y: number) => string = lineOf,
): string[] {
  const lines = texts.flatMap((text) => {
    const indented = `　　${text}`
    return [...indented].reduce<string[]>((parts, character) => {
      const last = parts.at(-1)
      if (last === undefined || [...last].reduce((sum, one) => sum + widthOf(one), 0) >= 40)
        parts.push(character)
      else parts[parts.length - 1] = last + character
      return parts
    }, [])
  })
  const perPage = 30
  return Array.from({ length: Math.ceil(lines.length / perPage) }, (_, page) =>
    lines
      .slice(page * perPage, (page + 1) * perPage)
      .map((line, at) => {
        const blanks = /^　*/.exec(line)![0].length
        return write(line.slice(blanks), 25 + 4 * blanks, 30 + at * 7)
      })
      .join(''),
  )
}
