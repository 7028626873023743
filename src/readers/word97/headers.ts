/** The headers and footers of a Word file ([MS-DOC], PlcfHdd): where each stands in the text. */
import type { WordFile } from './file.js'
import { tables } from './file.js'

/** Lines between text and notes stand in front of them. */
const separators = 6

export function headerStories(file: WordFile): { readonly start: number; readonly end: number }[] {
  const { start, end } = file.stories.headers
  const bytes = file.table(tables.headers)
  const places = Array.from({ length: Math.floor(bytes.length / 4) }, (_, at) =>
    Math.min(end, start + bytes.readUInt32LE(4 * at)),
  )
  return places
    .map((from, at) => ({ start: from, end: places[at + 1] ?? from }))
    .slice(separators)
    .filter((range) => range.end > range.start)
}
