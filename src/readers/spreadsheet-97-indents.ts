/**
 * How far in texts of a binary Excel workbook stand, which SheetJS does not say: by the formats of their cells
 * ([MS-XLS], XF), for workbooks of Excel 97 to 2003.
 */
import { isCompoundFile, openCompoundFile } from './compound-file.js'

const records = { eof: 0x000a, format: 0x00e0, sheet: 0x0085 }
/** Cells with text: of the shared strings, of their own, and of several fonts. */
const texts: readonly number[] = [0x00fd, 0x0204, 0x00d6]
const biff8 = 0x0600
/** Text at the right of its cell is set in from there. */
const right = 3

/** By the name of a sheet: gives the characters that a cell is set in by. */
export type Indents = (sheet: string, row: number, column: number) => number

/** Visits the records of a stream from a place on, up to the end of the first part that began there. */
function readRecords(stream: Buffer, start: number, visit: (code: number, data: Buffer) => void): void {
  for (let at = start; at + 4 <= stream.length; ) {
    const code = stream.readUInt16LE(at)
    const size = stream.readUInt16LE(at + 2)
    if (code === records.eof || at + 4 + size > stream.length) return
    visit(code, stream.subarray(at + 4, at + 4 + size))
    at += 4 + size
  }
}

function indentOf(format: Buffer): number {
  return format.length < 9 || (format[6]! & 7) === right ? 0 : format[8]! & 15
}

/** The name of a sheet, whose characters take two bytes where it says so. */
function nameOf(sheet: Buffer): string {
  const isWide = (sheet[7]! & 1) === 1
  return sheet.toString(isWide ? 'utf16le' : 'latin1', 8, 8 + sheet[6]! * (isWide ? 2 : 1))
}

/** The indents of a workbook; none where it is of another kind, or says nothing of them. */
export function readIndents(bytes: Uint8Array): Indents {
  const stream = isCompoundFile(bytes) ? openCompoundFile(bytes)?.stream('Workbook') : undefined
  if (stream === undefined || stream.length < 8 || stream.readUInt16LE(4) !== biff8) return () => 0
  const formats: number[] = []
  const sheets: { readonly name: string; readonly start: number }[] = []
  readRecords(stream, 0, (code, data) => {
    if (code === records.format) formats.push(indentOf(data))
    if (code === records.sheet && data.length > 8)
      sheets.push({ name: nameOf(data), start: data.readUInt32LE(0) })
  })
  const found = new Map<string, number>()
  if (formats.every((indent) => indent === 0)) return () => 0
  for (const { name, start } of sheets) {
    readRecords(stream, start, (code, data) => {
      const indent = texts.includes(code) && data.length >= 6 ? formats[data.readUInt16LE(4)] : undefined
      if (indent !== undefined && indent > 0)
        found.set(`${data.readUInt16LE(0)} ${data.readUInt16LE(2)} ${name}`, indent)
    })
  }
  return (sheet, row, column) => found.get(`${row} ${column} ${sheet}`) ?? 0
}
