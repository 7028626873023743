/**
 * Footnotes of a page of a PDF: lines in smaller type at its end, the first of which opens with a mark.
 */
import { median } from './geometry.js'
import { textOfLine } from './lines.js'
import type { PageLine } from './ruled.js'

/** In parts of the type size of the page. */
const noteSize = 0.92
const mark = /^(?:\[\d{1,3}\]|[①-⑳⁰¹²³⁴-⁹]|[*＊※]|注\s?\d*[:：])/

export interface NotedPage {
  readonly body: readonly PageLine[]
  readonly notes: readonly string[]
}

/** The lines of a page without its footnotes, and these, each in one line. */
export function withoutNotes(lines: readonly PageLine[]): NotedPage {
  const glyphs = lines.flatMap(({ segments }) => segments.flatMap((segment) => segment.glyphs))
  const size = median(glyphs.map((glyph) => glyph.size)) ?? 0
  const isSmall = (line: PageLine) => line.table === undefined && line.size <= noteSize * size
  const from = lines.findLastIndex((line) => !isSmall(line)) + 1
  const first = lines.findIndex((line, at) => at >= from && mark.test(textOfLine(line)))
  if (first < 0) return { body: lines, notes: [] }
  const notes: string[] = []
  for (const line of lines.slice(first)) {
    const text = textOfLine(line)
    if (mark.test(text)) notes.push(text)
    else notes.push(`${notes.pop()!}${text}`)
  }
  return { body: lines.slice(0, first), notes }
}
