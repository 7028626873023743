/** The names of the fonts of a Word file ([MS-DOC], SttbfFfn), by their number. */
import type { WordFile } from './file.js'
import { tables } from './file.js'

/** Where the name stands in what is said of a font. */
const nameAt = 40

export function readFonts(file: WordFile): (number: number) => string {
  const bytes = file.table(tables.fonts)
  const names: string[] = []
  for (let at = 4; at < bytes.length; at += 1 + bytes.readUInt8(at)) {
    const entry = bytes.subarray(at, at + 1 + bytes.readUInt8(at))
    names.push(entry.toString('utf16le', nameAt).split('\0')[0] ?? '')
  }
  return (number) => names[number] ?? ''
}
