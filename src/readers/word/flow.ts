/**
 * What Word documents of every format come to: paragraphs and tables in reading order, as Word shows them. Drawing them
 * states headings, notes and cells.
 */
import type { Drawing, DrawnCell } from '../drawing.js'
import { addLine, addStated, addTable } from '../drawing.js'
import { indented } from '../indent.js'
import type { GridCell } from './grid.js'

export interface Paragraph {
  readonly kind: 'paragraph'
  /** Lines of a paragraph are parted by line feeds. */
  readonly text: string
  /** 1 to 9 for headings, 0 for all others. */
  readonly level: number
  /** How far in its first line stands, in characters. */
  readonly indent?: number
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
  const cells: DrawnCell[] = table.cells.map(({ content, ...place }) => ({
    text: indented(ownText(content), indentOf(content)),
    ...place,
  }))
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
    else if (part.level > 0) addStated(drawing, part.text, 'heading', { level: Math.min(part.level, 6) })
    else for (const line of part.text.split('\n')) addLine(drawing, line)
  }
}

/** The lines of a flow, those of its tables too. */
export function linesOf(flow: Flow): string[] {
  return flow.flatMap((part) =>
    part.kind === 'paragraph' ? part.text.split('\n') : part.cells.flatMap(({ content }) => linesOf(content)),
  )
}

export function drawNotes(drawing: Drawing, notes: Flow): void {
  for (const line of linesOf(notes)) addStated(drawing, line.trim(), 'footnote')
}

/** Numbers of pages, with the words and signs around them. */
const pageNumber = /^[\s\d第页共/／,，.·•—–\-~〜()（）]*$|^page\s{0,9}\d{0,9}(?:\s{0,9}of\s{0,9}\d{0,9})?$/i

/** Draws what stands at the edges of pages: each line once, and none that only counts pages. */
export function drawEdges(drawing: Drawing, edges: Flow): void {
  const lines = linesOf(edges).map((line) => line.trim())
  for (const line of new Set(lines)) {
    if (!pageNumber.test(line)) addStated(drawing, line, 'boilerplate')
  }
}
