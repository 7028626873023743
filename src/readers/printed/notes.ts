/**
 * Footnotes of a page of a PDF: lines in smaller type at its end, the first of which opens with a mark.
 */
import { median } from './geometry.js'
import type { Glyph } from './ink.js'
import { glyphsOfLine, textOfLine } from './lines.js'
import type { PageLine } from './ruled.js'

/** In parts of the type size of the page. */
const noteSize = 0.92
const mark = /^(?:\[\d{1,3}\]|[①-⑳⁰¹²³⁴-⁹]|[*＊※]|注\s?\d*[:：])/

/** A footnote in one line, with the glyphs that show it. */
export interface Note {
  readonly text: string
  readonly glyphs: readonly Glyph[]
}

export interface NotedPage {
  readonly body: readonly PageLine[]
  readonly notes: readonly Note[]
}

/** The type size that most of a page is set in. */
function usualSize(lines: readonly PageLine[]): number {
  const sizes: number[] = []
  for (const { segments } of lines) {
    for (const { glyphs } of segments) for (const { size } of glyphs) sizes.push(size)
  }
  return median(sizes) ?? 0
}

/** The lines of a page without its footnotes, and these, each in one line. */
export function withoutNotes(lines: readonly PageLine[]): NotedPage {
  if (!lines.some((line) => mark.test(textOfLine(line)))) return { body: lines, notes: [] }
  const size = usualSize(lines)
  const isSmall = (line: PageLine) => line.table === undefined && line.size <= noteSize * size
  const from = lines.findLastIndex((line) => !isSmall(line)) + 1
  const first = lines.findIndex((line, at) => at >= from && mark.test(textOfLine(line)))
  if (first < 0) return { body: lines, notes: [] }
  const notes: Note[] = []
  for (const line of lines.slice(first)) {
    const text = textOfLine(line)
    const note = mark.test(text) ? { text: '', glyphs: [] } : notes.pop()!
    notes.push({ text: note.text + text, glyphs: [...note.glyphs, ...glyphsOfLine(line)] })
  }
  return { body: lines.slice(0, first), notes }
}
