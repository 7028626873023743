/**
 * The cells of an OpenDocument spreadsheet as they were shown when it was saved: the format keeps that text beside the
 * figure. Where the text is not the figure but for rounding, the figure is written out.
 */
import { formatExact, isZero, lastDigitExponent, parseExact, shiftValue } from '../../model/exact.js'
import { indented } from '../indent.js'
import type { ShownNumber } from '../number-format.js'
import { showNumber } from '../number-format.js'
import { serialOf } from '../serial-date.js'
import type { Sheet, SheetBuilder, Workbook } from '../sheets.js'
import { newSheet } from '../sheets.js'
import type { Attributes } from '../xml-part.js'
import { parsePart } from '../xml-part.js'
import type { OdfStyles } from './styles.js'
import { countOf } from './tables.js'

const plain = (text: string): ShownNumber => ({ text, isRounded: false })

/** The figure of a cell as its text shows it, where that is the figure but for rounding. */
function showFigure(value: string, text: string): ShownNumber {
  const exact = showNumber(value, 'General', false)
  const printed = /(?:\d[\d,]*)?\.?\d+/.exec(text)?.[0]
  if (printed === undefined || text.replace(printed, '').match(/\d/) !== null || /[eE]\+?\d/.test(text))
    return exact
  if (!/^-?[\d.]+$/.test(exact.text)) return exact
  const decimals = /\.(\d+)/.exec(printed)?.[1]?.length ?? 0
  const scaled = shiftValue(parseExact(exact.text), /%/.test(text) ? 2 : 0)
  const difference = Math.abs(Number(printed.replaceAll(',', '')) - Math.abs(Number(formatExact(scaled))))
  // Amounts in thousands, and what else the text says otherwise.
  if (!(difference <= 0.500001 * 10 ** -decimals)) return exact
  const hasSign = !exact.text.startsWith('-') || isZero(scaled) || /[-−－负負]/.test(text)
  const signed = hasSign ? text : text.replace(/\(([^()]*)\)/, '$1').replace(/[\d.]/, '-$&')
  return { text: signed, isRounded: !isZero(scaled) && lastDigitExponent(scaled) < -decimals }
}

/** A day in the order of the file's own place, which is that of China here. */
function showLocalDay(value: string, text: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(value) ?? []
  if (day === undefined) return text
  const time = /T(\d\d):(\d\d)/.exec(value)
  const clock = time === null || !/:/.test(text) ? '' : ` ${Number(time[1])}:${time[2]}`
  return `${year}/${Number(month)}/${Number(day)}${clock}`
}

function showCell(attributes: Attributes, text: string, styles: OdfStyles): ShownNumber {
  const { 'value-type': type = 'string', value, 'date-value': date, 'style-name': name } = attributes
  const { dataStyle, indent } = styles.style('table-cell', name)
  // Some producers leave the text to whoever opens the file.
  const format = styles.format(dataStyle)
  if (value !== undefined && /^(float|percentage|currency)$/.test(type))
    return text === '' ? showNumber(value, format ?? 'General', false) : showFigure(value, text)
  if (type === 'date' && date !== undefined) {
    if (styles.isLocalDate(dataStyle) || (text === '' && format === undefined))
      return plain(showLocalDay(date, text))
    return text === '' ? showNumber(serialOf(date), format!, false) : plain(text)
  }
  if (text === '' && type === 'boolean') return plain((attributes['boolean-value'] ?? '').toUpperCase())
  return plain(indented(text === '' ? (attributes['string-value'] ?? '') : text, indent))
}

/** Elements of a cell and of a sheet whose text is not the cell's. */
const skipped = new Set(
  'annotation shapes tracked-changes forms frame custom-shape g title desc ruby-text'.split(' '),
)

/** Cells that are repeated with something in them, in one file; more only cost memory. */
const mostRepeated = 100_000

/** The sheets of a spreadsheet that are shown. Throws where it is no well-formed XML. */
export function readSheets(part: Uint8Array | undefined, styles: OdfStyles): Workbook {
  const sheets: Sheet[] = []
  let hiddenSheets = 0
  let sheet: SheetBuilder | undefined
  let isHidden = false
  const place = { row: 0, column: 0, isRowHidden: false }
  let columns = 0
  let nextRow = 0
  let rows = 1
  let repeats = 1
  let budget = mostRepeated
  let cell: Attributes = {}
  let lines: string[] = []
  let paragraphs = 0
  let skippedDepth = 0
  const isCollapsed = ({ visibility }: Attributes) => visibility === 'collapse' || visibility === 'filter'
  const write = (text: string) => {
    if (paragraphs > 0) lines.push(`${lines.pop() ?? ''}${text}`)
  }
  const addCell = () => {
    const text = lines.join('\n').trim()
    const shown = showCell(cell, text, styles)
    const isEmpty = shown.text === ''
    const span = {
      rowSpan: countOf(cell['number-rows-spanned']),
      columnSpan: countOf(cell['number-columns-spanned']),
    }
    for (let down = 0; !isEmpty && down < rows; down++) {
      for (let across = 0; across < repeats; across++) {
        if (down + across > 0 && --budget < 0) return
        const at = { ...place, row: place.row + down, column: place.column + across }
        sheet?.add(at, shown)
        if (span.rowSpan + span.columnSpan > 2) sheet?.merge({ ...at, ...span })
      }
    }
    if (isEmpty && cell.formula !== undefined) sheet?.addUncomputed(place)
  }
  parsePart(part, {
    open(name, attributes) {
      if (skippedDepth > 0 || skipped.has(name)) {
        skippedDepth++
        return
      }
      if (name === 'table') {
        isHidden = styles.style('table', attributes['style-name']).isHidden
        sheet = newSheet(attributes.name ?? '')
        columns = 0
        nextRow = 0
      } else if (name === 'table-column') {
        const count = countOf(attributes['number-columns-repeated'])
        if (isCollapsed(attributes)) sheet?.hideColumns(columns, columns + count - 1)
        columns += count
      } else if (name === 'table-row') {
        rows = countOf(attributes['number-rows-repeated'])
        Object.assign(place, { row: nextRow, column: 0, isRowHidden: isCollapsed(attributes) })
        nextRow += rows
      } else if (name === 'table-cell' || name === 'covered-table-cell') {
        repeats = countOf(attributes['number-columns-repeated'])
        cell = attributes
        lines = []
      } else if (name === 'p') {
        paragraphs++
        lines.push('')
      } else if (name === 's') write(' '.repeat(Math.min(100, countOf(attributes.c))))
      else if (name === 'tab') write('\t')
      else if (name === 'line-break') write('\n')
    },
    text(piece) {
      if (skippedDepth === 0) write(piece.replaceAll(/[ \t\r\n]+/g, ' '))
    },
    close(name) {
      if (skippedDepth > 0) {
        skippedDepth--
        return
      }
      if (name === 'p') paragraphs--
      if (name === 'table-cell') addCell()
      if (name === 'table-cell' || name === 'covered-table-cell') place.column += repeats
      if (name !== 'table' || sheet === undefined) return
      if (isHidden) hiddenSheets++
      else sheets.push(sheet.finish())
      sheet = undefined
    },
  })
  return { sheets, hiddenSheets }
}
