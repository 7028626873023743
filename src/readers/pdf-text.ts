/**
 * The text of a PDF from the lines of its pages: headers, footers and page numbers are set aside, lines flow into
 * paragraphs across columns and pages, runs of rows become tables.
 * Invariant: every line is drawn once; a page starts at the offset of its first character.
 */
import type { Drawing } from './drawing.js'
import { addLine, addStated, addTable, newDrawing } from './drawing.js'
import type { PdfLine } from './pdf-lines.js'
import { inReadingOrder } from './pdf-lines.js'
import { cellsOfRows, isRow } from './pdf-tables.js'

/** Lines at the top and the bottom of a page where headers and footers stand. */
const edge = 2
/** A header stands on at least this share of the pages, and on two. */
const leastShare = 0.4
const leastPages = 2
/** In parts of the type size: an indent, what a full line may lack beside a word, how type of another role differs. */
const indent = 1.2
const shortfall = 0.8
const otherSize = 0.15
/** In parts of the usual distance between lines. */
const paragraphGap = 1.5

export interface DrawnPdf {
  readonly drawing: Drawing
  readonly pageStarts: readonly number[]
}

const textOfLine = ({ segments }: PdfLine) => segments.map(({ text }) => text).join(' ')

/** How a line looks on every page: as it stands, or with one number in it counting the pages. */
function shapesOf(line: PdfLine, page: number): string[] {
  const text = textOfLine(line).replace(/\s+/g, '')
  const counting = [...text.matchAll(/[0-9]{1,4}/g)].map(
    ({ index, 0: number }) =>
      `${text.slice(0, index)}#${Number(number) - page}#${text.slice(index + number.length)}`,
  )
  return [text, ...counting]
}

const pageNumber = /^[-—–－·.\s]*(第\s*)?[0-9０-９]{1,4}(\s*[/／]\s*[0-9]{1,4})?(\s*页)?[-—–－·.\s]*$/

function edgesOf(lines: readonly PdfLine[]): PdfLine[] {
  return lines.length <= 2 * edge ? [...lines] : [...lines.slice(0, edge), ...lines.slice(-edge)]
}

/** The head of a table is printed again on every page as well, but rows follow it. */
function isTableHead(lines: readonly PdfLine[], line: PdfLine): boolean {
  const next = lines[lines.indexOf(line) + 1]
  return isRow(line) && next !== undefined && isRow(next)
}

/**
 * The y that parts headers from footers. An item of a list that ends a page looks like one that opens the next page, but
 * stands at the other end.
 */
function middleOf(pages: readonly (readonly PdfLine[])[]): number {
  let top = Number.POSITIVE_INFINITY
  let bottom = Number.NEGATIVE_INFINITY
  for (const { y } of pages.flat()) {
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  return (top + bottom) / 2
}

/** Lines that are furniture, at the edges of many pages alike, with their page, which counts from 0. */
function findFurniture(pages: readonly (readonly PdfLine[])[]): ReadonlyMap<PdfLine, number> {
  const middle = middleOf(pages)
  const placedShapes = (line: PdfLine, page: number) =>
    shapesOf(line, page).map((shape) => (line.y < middle ? '^' : '_') + shape)
  const counts = new Map<string, number>()
  pages.forEach((lines, page) => {
    const shapes = edgesOf(lines).flatMap((line) => placedShapes(line, page))
    for (const shape of new Set(shapes)) counts.set(shape, (counts.get(shape) ?? 0) + 1)
  })
  const least = Math.max(leastPages, leastShare * pages.length)
  const furniture = new Map<PdfLine, number>()
  pages.forEach((lines, page) => {
    for (const line of edgesOf(lines)) {
      const isOutermost = line === lines[0] || line === lines.at(-1)
      const stands = Math.max(...placedShapes(line, page).map((shape) => counts.get(shape) ?? 0))
      const isRepeated = stands >= least && !isTableHead(lines, line)
      if (isRepeated || (isOutermost && pageNumber.test(textOfLine(line)))) furniture.set(line, page)
    }
  })
  return furniture
}

interface TextColumn {
  readonly lines: readonly PdfLine[]
  readonly left: number
  readonly right: number
  /** Usual distance between its lines. */
  readonly leading: number
}

function columnOf(lines: readonly PdfLine[]): TextColumn {
  const lefts = lines.map(({ segments }) => segments[0]!.left)
  const rights = lines.map(({ segments }) => segments.at(-1)!.right)
  const gaps = lines.slice(1).map((line, index) => line.y - lines[index]!.y)
  const sorted = gaps.filter((gap) => gap > 0).sort((a, b) => a - b)
  return {
    lines,
    left: Math.min(...lefts),
    right: Math.max(...rights),
    leading: sorted[sorted.length >> 1] ?? Number.POSITIVE_INFINITY,
  }
}

/** A line with the column that it stands in. */
interface FlowLine {
  readonly line: PdfLine
  readonly column: TextColumn
  readonly page: number
}

/** What is never broken: a figure or Latin word, or one character, with the punctuation that may not open a line. */
const unbroken = /^(?:[\x21-\x7e]+|.)[，。；：、）”》！？％]*/u

/** How much room the first word of a line takes, in parts of the type size. */
function firstWordWidth(text: string): number {
  const [word = ''] = unbroken.exec(text) ?? []
  return [...word].reduce((width, character) => width + (character < '\x80' ? 0.5 : 1), 0)
}

/** Whether a line goes on with the paragraph that the line before it belongs to. */
function goesOn(previous: FlowLine, next: FlowLine): boolean {
  const { line, column } = next
  const { size } = line
  if (Math.abs(previous.line.size - size) > otherSize * size) return false
  // A line is full where the word that opens the next one would not have fit.
  const room = (shortfall + firstWordWidth(textOfLine(line))) * size
  const isFull = previous.line.segments.at(-1)!.right >= previous.column.right - room
  const isIndented = line.segments[0]!.left > column.left + indent * size
  const isApart = previous.column === column && line.y - previous.line.y > paragraphGap * column.leading
  return isFull && !isIndented && !isApart
}

/** Two lines of one paragraph: a space only between Latin words. */
function joinLines(text: string, next: string): string {
  const isLatin = /[A-Za-z,.]$/.test(text) && /^[A-Za-z]/.test(next)
  return text + (isLatin ? ' ' : '') + next
}

interface Flow {
  readonly drawing: Drawing
  readonly pageStarts: number[]
  paragraph: string
  previous: FlowLine | undefined
  rows: PdfLine[]
}

function closeParagraph(flow: Flow): void {
  addLine(flow.drawing, flow.paragraph)
  flow.paragraph = ''
  flow.previous = undefined
}

function closeRows(flow: Flow): void {
  const { rows } = flow
  flow.rows = []
  if (rows.length === 0) return
  const cells = cellsOfRows(rows)
  if (cells !== undefined) addTable(flow.drawing, cells)
  else for (const row of rows) addLine(flow.drawing, textOfLine(row))
}

function addFlowLine(flow: Flow, next: FlowLine): void {
  if (isRow(next.line)) {
    if (flow.paragraph !== '') closeParagraph(flow)
    flow.rows.push(next.line)
    return
  }
  closeRows(flow)
  const text = textOfLine(next.line)
  if (flow.previous !== undefined && goesOn(flow.previous, next)) {
    flow.paragraph = joinLines(flow.paragraph, text)
  } else {
    closeParagraph(flow)
    flow.paragraph = text
  }
  flow.previous = next
}

/** Headers and footers stand behind the text, once each, with the first page that has them as their place. */
function addFurniture(drawing: Drawing, furniture: ReadonlyMap<PdfLine, number>): void {
  const printed = new Set<string>()
  for (const [line, page] of furniture) {
    const text = textOfLine(line)
    if (printed.has(text) || pageNumber.test(text)) continue
    printed.add(text)
    addStated(drawing, text, 'boilerplate', { page: page + 1 })
  }
}

/** Draws a document from the lines of its pages. */
export function drawPdf(pages: readonly (readonly PdfLine[])[]): DrawnPdf {
  const furniture = findFurniture(pages)
  const flow: Flow = { drawing: newDrawing(), pageStarts: [], paragraph: '', previous: undefined, rows: [] }
  pages.forEach((lines, page) => {
    const body = lines.filter((line) => !furniture.has(line))
    // A table that runs over the page break goes on, without the head that is printed again.
    const repeated =
      body[0] !== undefined && flow.rows[0] !== undefined && textOfLine(body[0]) === textOfLine(flow.rows[0])
    const pending = flow.rows.reduce((sum, row) => sum + textOfLine(row).length + 1, 0)
    flow.pageStarts.push(flow.drawing.length + flow.paragraph.length + pending)
    for (const lines of inReadingOrder(repeated ? body.slice(1) : body)) {
      const column = columnOf(lines)
      for (const line of lines) addFlowLine(flow, { line, column, page })
    }
  })
  closeRows(flow)
  closeParagraph(flow)
  addFurniture(flow.drawing, furniture)
  return { drawing: flow.drawing, pageStarts: flow.pageStarts }
}
