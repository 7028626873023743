/**
 * The cells of an Excel workbook as they are shown, figures by their number format. Formulas are not computed: the value
 * that was saved with them is taken.
 */
import { indented } from './indent.js'
import { showNumber } from './number-format.js'
import { readRelationships, relationshipsOf } from './office-package.js'
import type { CellRange, Sheet, Workbook } from './sheets.js'
import { newSheet } from './sheets.js'
import { parsePart } from './xml-part.js'

/** Dates and amounts as they are shown where Excel is Chinese; ssf knows those of the United States. */
const chineseFormats: Readonly<Record<number, string>> = {
  5: '#,##0',
  6: '#,##0',
  7: '#,##0.00',
  8: '#,##0.00',
  14: 'yyyy/m/d',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  41: '#,##0',
  42: '#,##0',
  43: '#,##0.00',
  44: '#,##0.00',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
}

/** Characters that XML cannot hold are written by their codes: _x000D_. */
function unescaped(text: string): string {
  return text
    .replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll(/\r\n?/g, '\n')
}

/** Shared strings; how a character is to be read out (rPh) is no part of them. */
function readStrings(part: Uint8Array | undefined): string[] {
  const strings: string[] = []
  let text = ''
  let reading = false
  let phonetic = false
  parsePart(part, {
    open(name) {
      if (name === 'si') text = ''
      if (name === 'rPh') phonetic = true
      reading = name === 't' && !phonetic
    },
    text(piece) {
      if (reading) text += piece
    },
    close(name) {
      if (name === 'si') strings.push(unescaped(text))
      if (name === 'rPh') phonetic = false
      if (name === 't') reading = false
    },
  })
  return strings
}

interface CellStyle {
  /** The number format. */
  readonly format: string | number
  /** How far in text stands. */
  indent: number
}

const plainStyle: CellStyle = { format: 'General', indent: 0 }

/** The styles of cells. */
function readStyles(part: Uint8Array | undefined): CellStyle[] {
  const own = new Map<number, string>()
  const styles: CellStyle[] = []
  let inCells = false
  parsePart(part, {
    open(name, attributes) {
      if (name === 'numFmt') own.set(Number(attributes.numFmtId), attributes.formatCode ?? 'General')
      if (name === 'cellXfs') inCells = true
      if (name === 'alignment' && inCells && styles.length > 0 && attributes.horizontal !== 'right')
        styles.at(-1)!.indent = Number(attributes.indent ?? 0)
      if (name !== 'xf' || !inCells) return
      const id = Number(attributes.numFmtId ?? 0)
      styles.push({ format: own.get(id) ?? chineseFormats[id] ?? id, indent: 0 })
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return styles
}

const isLetter = (code: number) => code >= 65 && code <= 90

/** The column of a name such as AB12; the first one where it names none. Every cell asks, so without a pattern. */
function columnOf(name: string): number {
  let column = 0
  for (let at = name.startsWith('$') ? 1 : 0; isLetter(name.charCodeAt(at)); at++)
    column = column * 26 + name.charCodeAt(at) - 64
  return Math.max(0, column - 1)
}

/** Column and row of a name such as AB12. */
function placeOf(name: string): { row: number; column: number } {
  return { row: Number(/^\$?[A-Z]+\$?(\d+)$/.exec(name)?.[1] ?? 1) - 1, column: columnOf(name) }
}

function rangeOf(reference: string): CellRange {
  const [first = 'A1', last = first] = reference.split(':')
  const from = placeOf(first)
  const to = placeOf(last)
  return { ...from, rowSpan: to.row - from.row + 1, columnSpan: to.column - from.column + 1 }
}

const isTrue = (value = '') => /^(1|true)$/.test(value)

interface Book {
  readonly strings: readonly string[]
  readonly styles: readonly CellStyle[]
  readonly date1904: boolean
}

const asText = (text: string, { indent } = plainStyle) => ({
  text: indented(text, indent),
  isRounded: false,
})

function readSheet(name: string, part: Uint8Array | undefined, book: Book): Sheet {
  const sheet = newSheet(name)
  const place = { row: -1, column: -1, isRowHidden: false }
  let hasFormula = false
  let type = ''
  let style = 0
  let value = ''
  let reading = false
  const shown = () => {
    const look = book.styles[style] ?? plainStyle
    if (type === 's') return asText(book.strings[Number(value)] ?? '', look)
    if (type === 'b') return asText(value === '1' ? 'TRUE' : 'FALSE')
    if (type === 'str' || type === 'inlineStr' || type === 'e' || type === 'd')
      return asText(unescaped(value), look)
    return showNumber(value, look.format, book.date1904)
  }
  parsePart(part, {
    open(tag, attributes) {
      if (tag === 'col' && isTrue(attributes.hidden))
        sheet.hideColumns(Number(attributes.min) - 1, Number(attributes.max) - 1)
      if (tag === 'f') hasFormula = true
      if (tag === 'row') {
        place.isRowHidden = isTrue(attributes.hidden)
        place.row = attributes.r === undefined ? place.row + 1 : Number(attributes.r) - 1
        place.column = -1
      }
      if (tag === 'c') {
        place.column = attributes.r === undefined ? place.column + 1 : columnOf(attributes.r)
        type = attributes.t ?? 'n'
        style = Number(attributes.s ?? 0)
        value = ''
        hasFormula = false
      }
      if (tag === 'mergeCell') sheet.merge(rangeOf(attributes.ref ?? 'A1'))
      reading = tag === 'v' || tag === 't'
    },
    text(piece) {
      if (reading) value += piece
    },
    close(tag) {
      if (tag === 'v' || tag === 't') reading = false
      if (tag !== 'c') return
      if (value !== '') sheet.add(place, shown())
      else if (hasFormula) sheet.addUncomputed(place)
    },
  })
  return sheet.finish()
}

/** The sheets of a workbook that are shown, in their order, from the parts of its package. */
export function readWorkbook(parts: ReadonlyMap<string, Uint8Array>, main: string): Workbook {
  const named: { name: string; id: string }[] = []
  let date1904 = false
  let hiddenSheets = 0
  parsePart(parts.get(main), {
    open(element, { name = '', id = '', date1904: counts, state = 'visible' }) {
      if (element === 'workbookPr') date1904 = isTrue(counts)
      if (element !== 'sheet') return
      if (state === 'visible') named.push({ name, id })
      else hiddenSheets++
    },
  })
  const related = readRelationships(parts.get(relationshipsOf(main)), main)
  // Where the relationships forget a part, it is where every program puts it.
  const partOf = (type: string, usual: string) => {
    const target = [...related.values()].find((relation) => relation.type === type)?.target
    return parts.get(target ?? main.slice(0, main.lastIndexOf('/') + 1) + usual)
  }
  const book: Book = {
    strings: readStrings(partOf('sharedStrings', 'sharedStrings.xml')),
    styles: readStyles(partOf('styles', 'styles.xml')),
    date1904,
  }
  const sheets = named.map(({ name, id }) => readSheet(name, parts.get(related.get(id)?.target ?? ''), book))
  return { sheets, hiddenSheets }
}
