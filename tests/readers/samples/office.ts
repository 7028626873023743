/** Samples of Office Open XML, written by hand: Word with headings, a table and a footnote; Excel with a sheet. */
import { strToU8, zipSync } from 'fflate'
import type { SampleLine } from './report.js'

const escapeMarkup = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Makes a ZIP of named texts or bytes. */
export function archiveOf(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const entries = Object.entries(files).map(
    ([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content] as const,
  )
  return zipSync(Object.fromEntries(entries), { mtime: '2020-01-01T00:00:00Z' })
}

function types(overrides: Readonly<Record<string, string>>): string {
  const parts = Object.entries(overrides).map(
    ([part, type]) =>
      `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`,
  )
  return `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts.join('')}</Types>`
}

function relationsOf(targets: Readonly<Record<string, string>>): string {
  const items = Object.entries(targets).map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${relations}/${type}" Target="${target}"/>`,
  )
  return `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`
}

function paragraph({ text, level }: SampleLine): string {
  const style = level === 0 ? '' : `<w:pPr><w:pStyle w:val="Heading${level}"/></w:pPr>`
  // Word splits a paragraph into runs wherever it likes, also inside a figure.
  const middle = Math.floor(text.length / 2)
  const runs = [text.slice(0, middle), text.slice(middle)].map(
    (run) => `<w:r><w:t xml:space="preserve">${escapeMarkup(run)}</w:t></w:r>`,
  )
  return `<w:p>${style}${runs.join('')}</w:p>`
}

export interface SampleCell {
  readonly text: string
  /** Columns that the cell covers. */
  readonly across?: number
  /** Opens a cell over several rows, or goes on with one. */
  readonly down?: 'restart' | 'continue'
  /** How far in its paragraph stands, in characters. */
  readonly indent?: number
}

function tableMarkup(rows: readonly (readonly SampleCell[])[]): string {
  const cell = ({ text, across, down, indent = 0 }: SampleCell) => {
    const span = across === undefined ? '' : `<w:gridSpan w:val="${across}"/>`
    const merge = down === undefined ? '' : `<w:vMerge w:val="${down}"/>`
    const set = indent === 0 ? '' : `<w:pPr><w:ind w:left="${210 * indent}"/></w:pPr>`
    const content = paragraph({ text, level: 0 }).replace('<w:p>', `<w:p>${set}`)
    return `<w:tc><w:tcPr>${span}${merge}</w:tcPr>${content}</w:tc>`
  }
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`
}

export interface WordParts {
  readonly table?: readonly (readonly SampleCell[])[]
  readonly footnote?: string
}

export function docxOf(lines: readonly SampleLine[], { table, footnote }: WordParts = {}): Uint8Array {
  const reference =
    footnote === undefined
      ? ''
      : '<w:p><w:r><w:t>注</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
  const body = [...lines.map(paragraph), table === undefined ? '' : tableMarkup(table), reference].join('')
  const styles = [1, 2, 3].map(
    (level) =>
      `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/></w:style>`,
  )
  const notes = `<w:footnote w:id="2">${paragraph({ text: footnote ?? '', level: 0 })}</w:footnote>`
  return archiveOf({
    '[Content_Types].xml': types({
      '/word/document.xml': 'wordprocessingml.document.main',
      '/word/styles.xml': 'wordprocessingml.styles',
      '/word/footnotes.xml': 'wordprocessingml.footnotes',
    }),
    '_rels/.rels': relationsOf({ officeDocument: 'word/document.xml' }),
    'word/_rels/document.xml.rels': relationsOf({ styles: 'styles.xml', footnotes: 'footnotes.xml' }),
    'word/document.xml': `${head}<w:document ${word}><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': `${head}<w:styles ${word}>${styles.join('')}</w:styles>`,
    'word/footnotes.xml': `${head}<w:footnotes ${word}>${notes}</w:footnotes>`,
  })
}

const columnName = (column: number) => String.fromCharCode(65 + column)

/** A workbook of one sheet. Figures are numbers of one format, other cells shared strings; `merges` are ranges such as A1:C1. */
export function xlsxOf(
  rows: readonly (readonly string[])[],
  {
    sheet = '附表',
    merges = [],
    format = 'General',
    indented = [],
  }: {
    readonly sheet?: string
    readonly merges?: readonly string[]
    readonly format?: string
    /** Texts that their alignment puts further in. */
    readonly indented?: readonly string[]
  } = {},
): Uint8Array {
  const strings: string[] = []
  const cellOf = (text: string, row: number, column: number) => {
    const place = `${columnName(column)}${row + 1}`
    if (text === '') return ''
    if (/^-?\d+(\.\d+)?$/.test(text)) return `<c r="${place}" s="1"><v>${text}</v></c>`
    const style = indented.includes(text) ? ' s="2"' : ''
    return `<c r="${place}" t="s"${style}><v>${strings.push(text) - 1}</v></c>`
  }
  const data = rows
    .map(
      (row, at) => `<row r="${at + 1}">${row.map((text, column) => cellOf(text, at, column)).join('')}</row>`,
    )
    .join('')
  const merged = merges.map((range) => `<mergeCell ref="${range}"/>`).join('')
  const sheetNs = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
  return archiveOf({
    '[Content_Types].xml': types({
      '/xl/workbook.xml': 'spreadsheetml.sheet.main',
      '/xl/worksheets/sheet1.xml': 'spreadsheetml.worksheet',
      '/xl/sharedStrings.xml': 'spreadsheetml.sharedStrings',
      '/xl/styles.xml': 'spreadsheetml.styles',
    }),
    '_rels/.rels': relationsOf({ officeDocument: 'xl/workbook.xml' }),
    'xl/_rels/workbook.xml.rels': relationsOf({
      worksheet: 'worksheets/sheet1.xml',
      sharedStrings: 'sharedStrings.xml',
      styles: 'styles.xml',
    }),
    'xl/workbook.xml': `${head}<workbook ${sheetNs} xmlns:r="${relations}"><sheets><sheet name="${sheet}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/worksheets/sheet1.xml': `${head}<worksheet ${sheetNs}><sheetData>${data}</sheetData>${merged === '' ? '' : `<mergeCells>${merged}</mergeCells>`}</worksheet>`,
    'xl/styles.xml': `${head}<styleSheet ${sheetNs}><numFmts count="1"><numFmt numFmtId="164" formatCode="${escapeMarkup(format)}"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="0"><alignment horizontal="left" indent="2"/></xf></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `${head}<sst ${sheetNs}>${strings.map((text) => `<si><t>${escapeMarkup(text)}</t></si>`).join('')}</sst>`,
  })
}
