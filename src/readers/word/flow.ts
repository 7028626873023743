/**
 * What Word documents of every format come to: paragraphs and tables in reading order, as Word shows them. Drawing them
 * states headings, notes and cells.
 */
import type { Drawing, DrawnCell } from '../drawing.js'
import { addLine, addStated, addTable } from '../drawing.js'
import { indented } from '../indent.js'
import type { TracedText } from '../traced-text.js'
import { joinTraced, tracedLines } from '../traced-text.js'
import type { GridCell } from './grid.js'

export interface Paragraph {
  readonly kind: 'paragraph'
  /** Lines of a paragraph are parted by line feeds. */
  readonly text: string
  /** 1 to 9 for headings, 0 for all others. */
  readonly level: number
  /** How far in its first line stands, in characters. */
  readonly indent?: number
  /** Of each character, its number in the file, where the reader was asked for it. */
  readonly origins?: readonly number[]
}

export interface FlowTable {
  readonly kind: 'table'
  readonly cells: readonly GridCell<Flow>[]
}

export type Flow = readonly (Paragraph | FlowTable)[]

/** Cells above this length hold prose. In characters. */
const longestCell = 200

/** The text of a cell without the tables in it. */
function ownText(flow: Flow): string {
  return flow.flatMap((part) => (part.kind === 'paragraph' ? [part.text] : [])).join('\n')
}

/** A line that is to be drawn, with its origins if they are known. */
interface Line {
  readonly text: string
  readonly traced?: TracedText
}

function paragraphLines({ text, origins }: Paragraph): Line[] {
  if (origins === undefined && !text.includes('\n')) return [{ text }]
  const lines = text.split('\n')
  if (origins === undefined) return lines.map((line) => ({ text: line }))
  const traced = tracedLines({ text, origins })
  return lines.map((line, index) => ({ text: line, traced: traced[index]! }))
}

/** The origins of the text of a cell, if they are known. */
function ownTraced(flow: Flow): TracedText | undefined {
  const texts = flow.flatMap((part) =>
    part.kind === 'paragraph' && part.origins !== undefined
      ? [{ text: part.text, origins: part.origins }]
      : [],
  )
  return texts.length === 0 ? undefined : joinTraced(texts, '\n')
}

/** Whether a table only lays out a page: it has one column, or most of its text stands in cells of prose. */
function isLayout({ cells }: FlowTable): boolean {
  if (cells.every(({ column }) => column === cells[0]!.column)) return true
  let all = 0
  let prose = 0
  for (const { content } of cells) {
    const { length } = ownText(content)
    all += length
    if (length > longestCell) prose += length
  }
  return 2 * prose > all
}

/** How far in a cell stands: as its first paragraph does by its style. */
const indentOf = ([first]: Flow) => (first?.kind === 'paragraph' ? (first.indent ?? 0) : 0)

/** A table in a cell stands as a table of its own behind the one around it. */
function drawTable(drawing: Drawing, table: FlowTable): void {
  if (isLayout(table)) {
    for (const { content } of table.cells) drawFlow(drawing, content)
    return
  }
  const cells = table.cells.map(({ content, ...place }): DrawnCell => {
    const traced = ownTraced(content)
    return { text: indented(ownText(content), indentOf(content)), ...(traced && { traced }), ...place }
  })
  if (cells.some(({ text }) => text.trim() !== '')) addTable(drawing, cells)
  for (const { content } of table.cells) {
    drawFlow(
      drawing,
      content.filter(({ kind }) => kind === 'table'),
    )
  }
}

export function drawFlow(drawing: Drawing, flow: Flow): void {
  for (const part of flow) {
    if (part.kind === 'table') drawTable(drawing, part)
    else if (part.level > 0) {
      const traced = ownTraced([part])
      const level = Math.min(part.level, 6)
      addStated(drawing, part.text, 'heading', { level, traced })
    } else for (const { text, ...known } of paragraphLines(part)) addLine(drawing, text, known)
  }
}

/** The lines of a flow, those of its tables too. */
function linesOf(flow: Flow): Line[] {
  return flow.flatMap((part) =>
    part.kind === 'paragraph' ? paragraphLines(part) : part.cells.flatMap(({ content }) => linesOf(content)),
  )
}

export function drawNotes(drawing: Drawing, notes: Flow): void {
  for (const { text, ...known } of linesOf(notes)) addStated(drawing, text.trim(), 'footnote', known)
}

/** Numbers of pages, with the words and signs around them. */
const pageNumber = /^[\s\d第页共/／,，.·•—–\-~〜()（）]*$|^page\s{0,9}\d{0,9}(?:\s{0,9}of\s{0,9}\d{0,9})?$/i

/** Draws what stands at the edges of pages: each line once, and none that only counts pages. */
export function drawEdges(drawing: Drawing, edges: Flow): void {
  const drawn = new Set<string>()
  for (const { text, ...known } of linesOf(edges)) {
    const line = text.trim()
    if (pageNumber.test(line) || drawn.has(line)) continue
    drawn.add(line)
    addStated(drawing, line, 'boilerplate', known)
  }
}
