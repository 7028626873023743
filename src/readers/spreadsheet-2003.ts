/** The cells of a workbook in Excel 2003 XML as they are shown, figures by their number format. */
import { showNumber } from './number-format.js'
import { serialOf } from './serial-date.js'
import type { Sheet, SheetBuilder, Workbook } from './sheets.js'
import { newSheet } from './sheets.js'
import { parsePart } from './xml-part.js'

/** Formats that have names, as they are shown where Excel is Chinese. */
const namedFormats: Readonly<Record<string, string>> = {
  General: 'General',
  'General Number': 'General',
  Fixed: '0.00',
  Standard: '#,##0.00',
  Currency: '#,##0.00',
  Percent: '0.00%',
  Scientific: '0.00E+00',
  'Short Date': 'yyyy/m/d',
  'Medium Date': 'yyyy/m/d',
  'General Date': 'yyyy/m/d h:mm',
  'Long Date': 'yyyy"年"m"月"d"日"',
}

function showValue(value: string, type: string, format: string | undefined) {
  if (type === 'Number') return showNumber(value, format ?? 'General', false)
  if (type === 'DateTime') return showNumber(serialOf(value), format ?? 'yyyy/m/d', false)
  if (type === 'Boolean') return { text: value === '1' ? 'TRUE' : 'FALSE', isRounded: false }
  return { text: value, isRounded: false }
}

/** Repeated elements follow each other, unless one says its place, from 1. */
const placeAfter = (last: number, index: string | undefined) =>
  index === undefined ? last + 1 : Number(index) - 1

/** Rows and columns that an element covers beside its own. */
const more = (value = '0') => Math.max(0, Number(value) || 0)

/** The workbook that a file holds. Throws where it is no well-formed XML. */
export function readSingleFile(bytes: Uint8Array): Workbook {
  const formats = new Map<string, string>()
  const sheets: Sheet[] = []
  let hiddenSheets = 0
  let style = ''
  let sheet: SheetBuilder | undefined
  let isSheetHidden = false
  const place = { row: -1, column: -1, isRowHidden: false }
  let column = -1
  let across = 0
  let format: string | undefined
  let type = ''
  let value = ''
  let hasFormula = false
  const path: string[] = []
  const inData = () => path.includes('Data') && !path.includes('Comment')
  parsePart(bytes, {
    open(element, attributes) {
      const { Name = '', ID = '', Index, Hidden, Span, StyleID = '' } = attributes
      if (element === 'Style') style = ID
      if (element === 'NumberFormat') {
        const { Format = 'General' } = attributes
        formats.set(style, namedFormats[Format] ?? Format)
      }
      if (element === 'Worksheet') {
        sheet = newSheet(Name)
        isSheetHidden = false
        Object.assign(place, { row: -1, column: -1 })
        column = -1
      }
      if (element === 'Column') {
        column = placeAfter(column, Index)
        if (Hidden === '1') sheet?.hideColumns(column, column + more(Span))
        column += more(Span)
      }
      if (element === 'Row') {
        Object.assign(place, { row: placeAfter(place.row, Index), column: -1, isRowHidden: Hidden === '1' })
        across = 0
      }
      if (element === 'Cell') {
        place.column = placeAfter(place.column + across, Index)
        across = more(attributes.MergeAcross)
        const down = more(attributes.MergeDown)
        if (across + down > 0) sheet?.merge({ ...place, rowSpan: down + 1, columnSpan: across + 1 })
        format = formats.get(StyleID)
        hasFormula = attributes.Formula !== undefined
        value = ''
        type = ''
      }
      if (element === 'Data' && !path.includes('Comment')) type = attributes.Type ?? 'String'
      path.push(element)
    },
    text(piece) {
      if (inData()) value += piece
      if (path.at(-1) === 'Visible') isSheetHidden = piece !== 'SheetVisible'
    },
    close(element) {
      path.pop()
      if (element === 'Cell' && type !== '') sheet?.add(place, showValue(value, type, format))
      if (element === 'Cell' && type === '' && hasFormula) sheet?.addUncomputed(place)
      if (element !== 'Worksheet' || sheet === undefined) return
      if (isSheetHidden) hiddenSheets++
      else sheets.push(sheet.finish())
    },
  })
  return { sheets, hiddenSheets }
}
