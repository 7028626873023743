/**
 * Sheets of a workbook as SpreadsheetML: cells with their types, a bold header that stays in sight, widths, filters.
 * A figure is a number where its digits survive as one, else a text; a text is never a formula.
 * Invariant: what XML cannot hold is written the way spreadsheets write it; a text that is too long ends in `…`.
 */
import type { Column, ColumnType } from '../tables/columns.js'
import { isDecimal } from '../tables/columns.js'
import type { PrintedFigure, SheetCell } from './figure.js'
import { figureFormats, figureOf, formatOf } from './figure.js'

/** Most UTF-16 code units of a cell. */
const longestText = 32_767
/** Most digits that a spreadsheet keeps of a number. */
const keptDigits = 15

/** Places in `cellXfs` of the styles below; those of figures come behind. */
const styles = { plain: 0, header: 1, date: 2, quoted: 3, figures: 4 }
/** Numbers of formats below this one are those that spreadsheets know by themselves. */
const firstFormat = 164

const formats = ['yyyy\\-mm\\-dd', ...figureFormats]
const formatsXml = formats.map(
  (code, index) => `<numFmt numFmtId="${firstFormat + index}" formatCode="${code}"/>`,
)
const figuresXml = figureFormats.map(
  (_, index) =>
    `<xf numFmtId="${firstFormat + 1 + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
)

export const stylesXml =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  `<numFmts count="${formats.length}">${formatsXml.join('')}</numFmts>` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>' +
  '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill>' +
  '<fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="${styles.figures + figureFormats.length}">` +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyFont="1"/>' +
  `<xf numFmtId="${firstFormat}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>` +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/>' +
  `${figuresXml.join('')}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'

const markup: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold.
const special = /[&<>\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)/g

/**
 * XML for a text: line breaks as cells have them, other control characters by a name such as `_x0007_`, and so the sign
 * that opens such a name where it is meant.
 */
function escapeText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(special, (character) => {
    const known = markup[character]
    if (known !== undefined) return known
    // No spreadsheet shows these, and some stop at them.
    if (/[\0\uFFFE\uFFFF]/.test(character)) return '\uFFFD'
    return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
  })
}

/** The text as a cell can hold it: the end of one that is too long gives way to a sign of that. */
function shortened(text: string): string {
  if (text.length <= longestText) return text
  const cut = text.slice(0, longestText - 1)
  // Half a surrogate pair is no character.
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`
}

/** Letters of a column: A for 0, AA for 26. */
function lettersOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : lettersOf(Math.floor(index / 26) - 1) + last
}

function textCell(place: string, text: string, style: number): string {
  const styled = style === styles.plain ? '' : ` s="${style}"`
  // Readers of XML may drop space at the ends of a text that does not ask to keep it.
  const kept = /^\s|\s$/.test(text) ? ' xml:space="preserve"' : ''
  return `<c r="${place}"${styled} t="inlineStr"><is><t${kept}>${escapeText(shortened(text))}</t></is></c>`
}

function numberCell(place: string, number: string, style: number): string {
  return `<c r="${place}"${style === styles.plain ? '' : ` s="${style}"`}><v>${number}</v></c>`
}

/** Whether a decimal has no more digits than a spreadsheet keeps. */
function isKept(decimal: string): boolean {
  const digits = decimal
    .replace(/[-.]/g, '')
    .replace(/^0+/, '')
    .replace(/(?<!0)0+$/, '')
  return digits.length <= keptDigits && Number.isFinite(Number(decimal)) && decimal.length < 300
}

/** Days since the end of 1899 as spreadsheets count them; undefined before March 1900, where they miscount. */
function serialOf(date: string): number | undefined {
  const time = Date.parse(`${date}T00:00:00Z`)
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date) return undefined
  const days = time / 86_400_000 + 25_569
  return days >= 61 ? days : undefined
}

/** A text that somebody edits does not become a formula where its style says that it is text. */
const plainText = (place: string, text: string) =>
  textCell(place, text, /^[=+\-@]/.test(text) ? styles.quoted : styles.plain)

function figureCell(place: string, figure: PrintedFigure): string {
  if (!isDecimal(figure.value) || !isKept(figure.value)) return plainText(place, figure.text)
  return numberCell(place, figure.value, styles.figures + formatOf(figure))
}

/** A cell of a column; one of a column of decimals is shown in the digits that it is said in. */
function cellXml(cell: SheetCell, type: ColumnType, place: string): string {
  if (cell === null) return ''
  if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`
  if (typeof cell === 'number') return numberCell(place, String(cell), styles.plain)
  if (typeof cell === 'object') {
    if ('head' in cell) return textCell(place, cell.head, styles.header)
    return figureCell(place, cell)
  }
  if (type === 'decimal') return figureCell(place, figureOf(cell))
  if (type === 'date') {
    const serial = serialOf(cell)
    if (serial !== undefined) return numberCell(place, String(serial), styles.date)
  }
  return plainText(place, cell)
}

const widths: Readonly<Record<ColumnType, number>> = {
  text: 16,
  integer: 10,
  offset: 10,
  decimal: 16,
  date: 12,
  share: 12,
  boolean: 10,
}
/** Columns of prose, in characters. */
const prose: Readonly<Record<string, number>> = {
  path: 40,
  document: 32,
  title: 40,
  indicator: 28,
  section: 32,
  sentence: 60,
  expression: 40,
  explanation: 60,
  about: 80,
}

export interface SheetXml {
  /** What stands before the rows, the header row included. */
  readonly opening: string
  /** A row of cells; `number` counts from 1, the header being the first. */
  row(cells: readonly SheetCell[], number: number): string
  /** What stands behind the rows, of which `count` are there, the header included. */
  closing(count: number): string
}

/** How a table becomes a sheet; the first sheet is the one that is shown. Heads are names where none are given. */
export function sheetXml(
  columns: readonly (Pick<Column<never>, 'name' | 'type'> & { readonly head?: string })[],
  isFirst: boolean,
): SheetXml {
  const letters = columns.map((_, index) => lettersOf(index))
  const cols = columns.map(({ name, type }, index) => {
    const width = prose[name] ?? widths[type]
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`
  })
  const header = columns.map(({ name, head = name }, index) =>
    textCell(`${letters[index]}1`, head, styles.header),
  )
  return {
    opening:
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      `<sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0">` +
      '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
      `</sheetView></sheetViews><cols>${cols.join('')}</cols><sheetData><row r="1">${header.join('')}</row>`,
    row(cells, number) {
      let xml = `<row r="${number}">`
      for (const [index, cell] of cells.entries()) {
        // Cells beyond the columns go on without a head.
        const letter = letters[index] ?? lettersOf(index)
        xml += cellXml(cell, columns[index]?.type ?? 'text', `${letter}${number}`)
      }
      return `${xml}</row>`
    },
    closing: (count) =>
      `</sheetData><autoFilter ref="A1:${letters[letters.length - 1]}${count}"/></worksheet>`,
  }
}
