/**
 * The text of printed pages from their lines: lines flow into paragraphs across columns and pages, runs of rows
 * become tables, and tables go on over pages.
 * Invariant: every line is drawn once, but heads of tables that are printed again; a page starts at the offset of its
 * first character.
 */
import { append } from '../../model/lists.js'
import type { Drawing, DrawnCell } from '../drawing.js'
import { addLine, addStated, addTable, newDrawing } from '../drawing.js'
import { alignedTable, isBridge, isRow, isTightRow } from './aligned.js'
import { inReadingOrder } from './columns.js'
import type { OpenTable } from './continuation.js'
import { goesOnOver, goOn, isRepeatedLead, openTable, saysGoingOn } from './continuation.js'
import { columnOf, type FlowLine, goesOn, joinLines } from './flow-lines.js'
import { withoutFurniture } from './furniture.js'
import { withIndents } from './indents.js'
import type { Glyph } from './ink.js'
import { glyphsOfLine, textOfLine } from './lines.js'
import { withoutNotes } from './notes.js'
import type { PrintedPage } from './page.js'
import { endOfRows, headLines } from './row-lines.js'
import type { PageLine } from './ruled.js'

/** Lines alone between the rows of a table, at most. */
const mostBridges = 3

export interface DrawnPages {
  readonly drawing: Drawing
  readonly pageStarts: readonly number[]
  /** Pages without text of their own, from 0. */
  readonly empty: ReadonlySet<number>
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
  /** What the paragraph shows. */
  ink: Glyph[]
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
    ink: [],
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
  addLine(flow.drawing, flow.paragraph, { glyphs: flow.ink })
  flow.paragraph = ''
  flow.ink = []
  flow.previous = undefined
}

/** Draws a table; pages that began inside of it start at the first cell of a row. */
function drawTable(flow: Flow, cells: readonly DrawnCell[], rowOf: (before: number) => number): void {
  let at = flow.drawing.stated.length
  addTable(flow.drawing, withIndents(cells))
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
    addLine(flow.drawing, text, { glyphs: glyphsOfLine(line) })
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
    addStated(flow.drawing, text, 'boilerplate', { glyphs: glyphsOfLine(next.line) })
    return
  }
  if (flow.previous !== undefined && goesOn(flow.previous, next)) {
    flow.paragraph = joinLines(flow.paragraph, text)
  } else {
    closeParagraph(flow)
    flow.paragraph = text
  }
  append(flow.ink, glyphsOfLine(next.line))
  flow.previous = next
}

/** A line alone that stands so near above the first row that no line has room between them is part of the head. */
function takeHeadAbove(flow: Flow, { line }: FlowLine): void {
  const { previous, paragraph } = flow
  if (previous === undefined || flow.rows.length > 0 || textOfLine(previous.line) !== paragraph) return
  const step = line.y - previous.line.y
  if (step <= 0 || step >= line.size || !isBridge(previous.line)) return
  flow.rows.push(previous)
  flow.paragraph = ''
  flow.previous = undefined
}

function addRow(flow: Flow, next: FlowLine): void {
  takeHeadAbove(flow, next)
  if (flow.paragraph !== '') closeParagraph(flow)
  append(flow.rows, flow.bridges)
  flow.rows.push(next)
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
  const own = lines.findIndex((line) => isRow(line))
  const above = lines.slice(0, Math.max(0, own)).map(textOfLine)
  if (own < 0 || !above.every((text) => isRepeatedLead(text, flow.leads))) return lines
  const again = headAgain(
    flow.rows.map(({ line }) => line),
    lines.slice(own),
  )
  return again > 0 || above.some(saysGoingOn) ? lines.slice(own + again) : lines
}

/** How many lines are the head of rows again, or its last lines. */
function headAgain(rows: readonly PageLine[], lines: readonly PageLine[]): number {
  for (let from = 0; from < Math.max(1, headLines(rows)); from++) {
    let count = 0
    while (count + from < rows.length && count < lines.length) {
      if (textOfLine(lines[count]!) !== textOfLine(rows[count + from]!)) break
      count++
    }
    if (count > 0) return count
  }
  return 0
}

/** Draws a document from its pages. */
export function drawPages(pages: readonly PrintedPage[]): DrawnPages {
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
    for (const { text, glyphs } of notes)
      addStated(flow.drawing, text, 'footnote', { page: page + 1, glyphs })
  }
  for (const { text, page, glyphs } of furniture)
    addStated(flow.drawing, text, 'boilerplate', { page: page + 1, glyphs })
  const empty = new Set(bodies.flatMap((body, page) => (body.length === 0 ? [page] : [])))
  return { drawing: flow.drawing, pageStarts: flow.pageStarts, empty }
}
