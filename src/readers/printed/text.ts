/**
 * The text of a PDF from the lines of its pages: lines flow into paragraphs across columns and pages, runs of rows
 * become tables, and tables go on over pages.
 * Invariant: every line is drawn once, but heads of tables that are printed again; a page starts at the offset of its
 * first character.
 */
import type { Drawing, DrawnCell } from '../drawing.js'
import { addLine, addStated, addTable, newDrawing } from '../drawing.js'
import { alignedTable, endOfRows, isBridge, isRow, isTightRow } from './aligned.js'
import { inReadingOrder } from './columns.js'
import type { OpenTable } from './continuation.js'
import { goesOnOver, goOn, isRepeatedLead, openTable } from './continuation.js'
import { withoutFurniture } from './furniture.js'
import { median } from './geometry.js'
import { textOfLine } from './lines.js'
import { withoutNotes } from './notes.js'
import type { PdfPage } from './page.js'
import type { PageLine } from './ruled.js'
import { isSetOtherwise } from './spread.js'

/** In parts of the type size: an indent, what a full line may lack beside a word, how type of another role differs. */
const indent = 1.2
const shortfall = 0.8
const otherSize = 0.15
/** In parts of the width of a column: how far lines reach that end inside a sentence. */
const leastRagged = 0.65
/** In parts of the usual distance between lines. */
const paragraphGap = 1.5
const fewestLines = 3
/** Lines alone between the rows of a table, at most. */
const mostBridges = 3

export interface DrawnPdf {
  readonly drawing: Drawing
  readonly pageStarts: readonly number[]
  /** Pages without text of their own, from 0. */
  readonly empty: ReadonlySet<number>
}

interface TextColumn {
  readonly lines: readonly PageLine[]
  readonly left: number
  readonly right: number
  /** Usual distance between its lines. */
  readonly leading: number
}

function columnOf(lines: readonly PageLine[]): TextColumn {
  const gaps = lines.slice(1).map((line, index) => line.y - lines[index]!.y)
  return {
    lines,
    left: lines.reduce((least, { segments }) => Math.min(least, segments[0]!.left), Number.POSITIVE_INFINITY),
    right: lines.reduce((most, { segments }) => Math.max(most, segments.at(-1)!.right), 0),
    leading: median(gaps.filter((gap) => gap > 0)) ?? Number.POSITIVE_INFINITY,
  }
}

/** A line with the column that it stands in. */
interface FlowLine {
  readonly line: PageLine
  readonly column: TextColumn
}

/** What is never broken: a figure or Latin word, or one character, with the punctuation that may not open a line. */
const unbroken = /^(?:[\x21-\x7e]+|.)[，。；：、）”》！？％]*/u

/** How much room the first word of a line takes, in parts of the type size. */
function firstWordWidth(text: string): number {
  const [word = ''] = unbroken.exec(text) ?? []
  return [...word].reduce((width, character) => width + (character < '\x80' ? 0.5 : 1), 0)
}

const closed = /(?:[。；：！？;:!?…]|(?<!\d)\.)[”"’》）)]?$/

/** What opens an item of a list, or a heading. */
const label =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|第[一二三四五六七八九十百\d]{1,4}[章节条部]|[①-⑳•●■◆])/

/** A name and a colon open an entry of a form. */
const entry = /^[^，。；]{1,8}[：:]/

/** Whether a line ends inside a sentence far enough to the right, where lines are not set to one width. */
function isRagged({ line, column }: FlowLine): boolean {
  const text = textOfLine(line)
  const width = line.segments.at(-1)!.right - column.left
  return width >= leastRagged * (column.right - column.left) && /[，、；。]/.test(text) && !closed.test(text)
}

const isOfSize = ({ size }: PageLine, other: number) => Math.abs(size - other) <= otherSize * other

/** Whether the lines around one show how wide their column is: few do not, nor do those in other type. */
function showsWidth({ line, column }: FlowLine): boolean {
  let alike = 0
  return column.lines.some((other) => isOfSize(other, line.size) && ++alike >= fewestLines)
}

/** Whether a line goes on with the paragraph that the line before it belongs to. */
function goesOn(previous: FlowLine, next: FlowLine): boolean {
  const { line, column } = next
  const { size } = line
  if (!isOfSize(previous.line, size)) return false
  if (!showsWidth(previous) && closed.test(textOfLine(previous.line))) return false
  // A line is full where the word that opens the next one would not have fit.
  const room = (shortfall + firstWordWidth(textOfLine(line))) * size
  const isFull = previous.line.segments.at(-1)!.right >= previous.column.right - room
  const isIndented = line.segments[0]!.left > column.left + indent * size
  const isApart = previous.column === column && line.y - previous.line.y > paragraphGap * column.leading
  const text = textOfLine(line)
  const isOpen = isRagged(previous) && !label.test(text)
  if (entry.test(text) && entry.test(textOfLine(previous.line))) return false
  if (isSetOtherwise(previous.line, line)) return false
  return (isFull || isOpen) && !isIndented && !isApart
}

/** Two lines of one paragraph: a space only between Latin words. */
function joinLines(text: string, next: string): string {
  const isLatin = /[A-Za-z,.]$/.test(text) && /^[A-Za-z]/.test(next)
  return text + (isLatin ? ' ' : '') + next
}

const leader = /(?:[.．·‥…]\s?){3}[.．·‥…]$|……$/

/** An entry of a table of contents: dots that lead to the number of a page. */
function isContentsEntry(text: string): boolean {
  const [number] = /\d{1,3}$/.exec(text.slice(-3)) ?? []
  return number !== undefined && leader.test(text.slice(0, -number.length).trimEnd())
}

interface Flow {
  readonly drawing: Drawing
  /** Starts of pages; those inside of what is not drawn yet come with it. */
  readonly pageStarts: number[]
  paragraph: string
  previous: FlowLine | undefined
  /** Rows without ruling lines that may be a table, and lines behind them that may stand between its rows. */
  rows: FlowLine[]
  bridges: FlowLine[]
  /** A table with ruling lines that may go on, and the lines above it. */
  table: OpenTable | undefined
  leads: string[]
  /** Pages that begin inside of the rows or the table, with the number of lines or rows before them. */
  starts: { readonly page: number; readonly before: number }[]
}

function newFlow(): Flow {
  const empty = {
    paragraph: '',
    previous: undefined,
    rows: [],
    bridges: [],
    table: undefined,
    leads: [],
    starts: [],
  }
  return { drawing: newDrawing(), pageStarts: [], ...empty }
}

function closeParagraph(flow: Flow): void {
  if (flow.paragraph !== '') flow.leads.push(flow.paragraph)
  addLine(flow.drawing, flow.paragraph)
  flow.paragraph = ''
  flow.previous = undefined
}

/** Draws a table; pages that began inside of it start at the first cell of a row. */
function drawTable(flow: Flow, cells: readonly DrawnCell[], rowOf: (before: number) => number): void {
  let at = flow.drawing.stated.length
  addTable(flow.drawing, cells)
  for (const { page, before } of flow.starts) {
    const row = rowOf(before)
    while (at < flow.drawing.stated.length && flow.drawing.stated[at]!.at.cell!.row < row) at++
    flow.pageStarts[page] = flow.drawing.stated[at]?.start ?? flow.drawing.length
  }
  flow.starts = []
  flow.leads = []
}

function closeTable(flow: Flow): void {
  const { table } = flow
  if (table === undefined) return
  flow.table = undefined
  drawTable(flow, table.cells, (row) => row)
}

/** Draws rows that make no table, line by line. */
function drawRows(flow: Flow, rows: readonly FlowLine[]): void {
  const offsets = rows.map(({ line }) => {
    const start = flow.drawing.length
    const text = textOfLine(line)
    flow.leads.push(text)
    addLine(flow.drawing, text)
    return start
  })
  for (const { page, before } of flow.starts) flow.pageStarts[page] = offsets[before] ?? flow.drawing.length
  flow.starts = []
}

function closeRows(flow: Flow): void {
  if (flow.rows.length === 0) return
  const lines = [...flow.rows, ...flow.bridges]
  const own = endOfRows(
    flow.rows.map(({ line }) => line),
    flow.bridges.map(({ line }) => line),
  )
  const rows = lines.slice(0, flow.rows.length + own)
  flow.rows = []
  flow.bridges = []
  const table = alignedTable(rows.map(({ line }) => line))
  if (table === undefined) drawRows(flow, rows)
  else drawTable(flow, table.cells, (line) => table.rows[line] ?? Number.POSITIVE_INFINITY)
  for (const line of lines.slice(rows.length)) addText(flow, line)
}

function addText(flow: Flow, next: FlowLine): void {
  const text = textOfLine(next.line)
  if (isContentsEntry(text)) {
    closeParagraph(flow)
    addStated(flow.drawing, text, 'boilerplate')
    return
  }
  if (flow.previous !== undefined && goesOn(flow.previous, next)) {
    flow.paragraph = joinLines(flow.paragraph, text)
  } else {
    closeParagraph(flow)
    flow.paragraph = text
  }
  flow.previous = next
}

function addRow(flow: Flow, next: FlowLine): void {
  if (flow.paragraph !== '') closeParagraph(flow)
  flow.rows.push(...flow.bridges, next)
  flow.bridges = []
}

function addFlowLine(flow: Flow, next: FlowLine): void {
  const { table } = next.line
  if (table !== undefined) {
    closeRows(flow)
    closeTable(flow)
    closeParagraph(flow)
    flow.table = openTable(table)
    return
  }
  closeTable(flow)
  const isBanded = next.line.band !== undefined
  if (flow.rows.length > 0 && (flow.rows.at(-1)!.line.band !== undefined) !== isBanded) closeRows(flow)
  const isNextRow = flow.rows.length > 0 && isTightRow(next.line)
  if (isBanded || isRow(next.line) || isNextRow) addRow(flow, next)
  else if (flow.rows.length > 0 && flow.bridges.length < mostBridges && isBridge(next.line))
    flow.bridges.push(next)
  else {
    closeRows(flow)
    addText(flow, next)
  }
}

/** The lines of a page that are new: a table that runs over the page break goes on, without what is printed again. */
function goOnOverPage(flow: Flow, lines: readonly PageLine[]): readonly PageLine[] {
  if (flow.table !== undefined) {
    const at = lines.findIndex(({ table }) => table !== undefined)
    const next = lines[at]?.table
    const isLead = (line: PageLine) => isRepeatedLead(textOfLine(line), flow.leads)
    if (next === undefined || !goesOnOver(flow.table, next) || !lines.slice(0, at).every(isLead)) {
      closeTable(flow)
      flow.pageStarts[flow.pageStarts.length - 1] = flow.drawing.length
      return lines
    }
    flow.starts.push({ page: flow.pageStarts.length - 1, before: flow.table.rows })
    goOn(flow.table, next)
    return lines.slice(at + 1)
  }
  const [first] = flow.rows
  if (first === undefined || lines.length === 0) return lines
  flow.starts.push({ page: flow.pageStarts.length - 1, before: flow.rows.length })
  const head = lines.findIndex((line) => isRow(line))
  const isAgain = head >= 0 && textOfLine(lines[head]!) === textOfLine(first.line)
  return isAgain && lines.slice(0, head).every((line) => isRepeatedLead(textOfLine(line), flow.leads))
    ? lines.slice(head + 1)
    : lines
}

/** Draws a document from its pages. */
export function drawPdf(pages: readonly PdfPage[]): DrawnPdf {
  const { bodies, furniture } = withoutFurniture(pages)
  const flow = newFlow()
  const pagesWithNotes = bodies.map(withoutNotes)
  for (const { body } of pagesWithNotes) {
    flow.pageStarts.push(flow.drawing.length + flow.paragraph.length)
    for (const lines of inReadingOrder(goOnOverPage(flow, body))) {
      const column = columnOf(lines)
      for (const line of lines) addFlowLine(flow, { line, column })
    }
  }
  closeRows(flow)
  closeTable(flow)
  closeParagraph(flow)
  for (const [page, { notes }] of pagesWithNotes.entries()) {
    for (const note of notes) addStated(flow.drawing, note, 'footnote', { page: page + 1 })
  }
  for (const { text, page } of furniture) addStated(flow.drawing, text, 'boilerplate', { page: page + 1 })
  const empty = new Set(bodies.flatMap((body, page) => (body.length === 0 ? [page] : [])))
  return { drawing: flow.drawing, pageStarts: flow.pageStarts, empty }
}
