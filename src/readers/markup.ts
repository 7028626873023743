/**
 * The walk over a tree of elements: text in reading order with tables, headings and lists stated. Works on web pages
 * and on what Word documents are converted to. Iterative, so that no depth of nesting overflows the stack.
 */
import type { Drawing, DrawnCell } from './drawing.js'
import { addLine, addStated, addTable, newDrawing } from './drawing.js'

/** What is needed of an element or a text of the document object model. */
export interface MarkupNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly nodeValue: string | null
  readonly firstChild: MarkupNode | null
  readonly nextSibling: MarkupNode | null
  getAttribute?(name: string): string | null
}

const elementNode = 1
const textNode = 3

/** Not read: what is never shown, controls, and the navigation of a site. */
const skipped = new Set(
  'SCRIPT STYLE NOSCRIPT TITLE TEMPLATE SVG MATH IFRAME OBJECT EMBED CANVAS VIDEO AUDIO SELECT BUTTON TEXTAREA NAV FOOTER'.split(
    ' ',
  ),
)
const inline = new Set(
  'A ABBR ACRONYM B BDI BDO BIG CITE CODE DEL DFN EM FONT I INS KBD LABEL MARK Q S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR IMG'.split(
    ' ',
  ),
)
const headings = /^H([1-6])$/

/** A table is one of data where its cells are short; others lay out a page. In characters. */
const longestCell = 200
/** A grid with more columns only costs memory. */
const mostColumns = 2000
/** Tables in tables lay out a page. */
const leastRows = 2

function attribute(node: MarkupNode, name: string): string {
  return node.getAttribute?.(name) ?? ''
}

function isHidden(node: MarkupNode): boolean {
  if (skipped.has(node.nodeName.toUpperCase())) return true
  if (/display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribute(node, 'style'))) return true
  return /^#(footnote|endnote)-/.test(attribute(node, 'href')) || attribute(node, 'aria-hidden') === 'true'
}

/** The node behind this one and its children, inside of `root`; calls `leave` for every element that ends on the way. */
function nextOutside(
  node: MarkupNode,
  parents: MarkupNode[],
  leave: (node: MarkupNode) => void,
): MarkupNode | null {
  let at: MarkupNode | null = node
  while (at !== null) {
    if (at.nextSibling !== null && parents.length > 0) return at.nextSibling
    at = parents.pop() ?? null
    if (at !== null) leave(at)
  }
  return null
}

/** Visits a tree in document order. `enter` says whether the children are visited; `leave` follows them. */
function visit(
  root: MarkupNode,
  enter: (node: MarkupNode) => boolean,
  leave: (node: MarkupNode) => void = () => {},
): void {
  const parents: MarkupNode[] = []
  let node: MarkupNode | null = root
  while (node !== null) {
    const descends = enter(node)
    if (descends && node.firstChild !== null) {
      parents.push(node)
      node = node.firstChild
      continue
    }
    if (descends) leave(node)
    node = nextOutside(node, parents, leave)
  }
}

const raisedCharacters = new Map([...'0123456789+-−'].map((plain, at) => [plain, '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻'[at]!]))

/** Raised digits stay raised, so that 10 with a raised 4 is not 104; undefined for anything else. */
function raisedFigure(node: MarkupNode): string | undefined {
  if (node.nodeName.toUpperCase() !== 'SUP') return undefined
  let inner = node.firstChild
  while (inner?.nodeType === elementNode && inner.nextSibling === null) inner = inner.firstChild
  if (inner?.nodeType !== textNode || inner.nextSibling !== null) return undefined
  const printed = (inner.nodeValue ?? '').trim()
  if (!/^[-+−]?\d+$/.test(printed)) return undefined
  return [...printed].map((character) => raisedCharacters.get(character)!).join('')
}

/** As a browser does it: white space is one space, but none is made between Chinese characters of two lines. */
function collapse(text: string): string {
  return text
    .replace(/(?<=[\u3001-\u9fff\uff00-\uffef])[ \t]*[\r\n]\s*(?=[\u3001-\u9fff\uff00-\uffef])/g, '')
    .replace(/[ \t\r\n\f]+/g, ' ')
}

/** The text of one element, its blocks parted by line breaks. */
export function innerText(root: MarkupNode): string {
  // Asking a string that grows piece by piece how it ends would copy it for every piece.
  const pieces: string[] = []
  const breakLine = () => {
    if (pieces.length > 0 && !pieces.at(-1)!.endsWith('\n')) pieces.push('\n')
  }
  visit(
    root,
    (node) => {
      if (node.nodeType === textNode) {
        const piece = collapse(node.nodeValue ?? '')
        if (piece !== '') pieces.push(piece)
      }
      if (node.nodeType !== elementNode || isHidden(node)) return false
      const raised = raisedFigure(node)
      if (raised !== undefined) pieces.push(raised)
      if (!inline.has(node.nodeName.toUpperCase())) breakLine()
      return raised === undefined
    },
    (node) => {
      if (!inline.has(node.nodeName.toUpperCase())) breakLine()
    },
  )
  return pieces.join('').trim()
}

interface Row {
  readonly cells: MarkupNode[]
}

/** Rows of a table with their cells; undefined where a table stands in a cell. */
function rowsOf(table: MarkupNode): Row[] | undefined {
  const rows: Row[] = []
  let nested = false
  visit(table, (node) => {
    if (node.nodeType !== elementNode) return false
    const name = node.nodeName.toUpperCase()
    if (name === 'TABLE' && node !== table) nested = true
    if (name === 'TR') rows.push({ cells: [] })
    if (name === 'TD' || name === 'TH') rows.at(-1)?.cells.push(node)
    return !nested
  })
  return nested ? undefined : rows
}

/** Whether a cell holds an article with a heading of its own, so that its table lays out a page. */
function isArticle(cell: MarkupNode, text: string): boolean {
  if (!/[。；]/.test(text) || !text.includes('\n')) return false
  let found = false
  visit(cell, (node) => {
    found ||= headings.test(node.nodeName.toUpperCase())
    return !found
  })
  return found
}

function spanOfCell(node: MarkupNode, name: string): number {
  const span = Number.parseInt(attribute(node, name), 10)
  return span >= 1 ? Math.min(span, 1000) : 1
}

/** The cells of a data table at their places in the grid; undefined where the table only lays out a page. */
export function dataCells(table: MarkupNode): DrawnCell[] | undefined {
  const rows = rowsOf(table)
  if (rows === undefined || rows.length < leastRows) return undefined
  if (rows.every(({ cells }) => cells.length < 2)) return undefined
  const drawn: DrawnCell[] = []
  /** By column: how many rows below are taken by a cell from above. */
  const taken: number[] = []
  for (const [row, { cells }] of rows.entries()) {
    let column = 0
    const free = () => {
      while ((taken[column] ?? 0) > 0) column++
    }
    const fresh: { from: number; to: number; rows: number }[] = []
    for (const cell of cells) {
      free()
      const text = innerText(cell)
      if (text.length > longestCell || isArticle(cell, text)) return undefined
      const columnSpan = spanOfCell(cell, 'colspan')
      const rowSpan = spanOfCell(cell, 'rowspan')
      drawn.push({ text, row, column, rowSpan, columnSpan })
      fresh.push({ from: column, to: column + columnSpan, rows: rowSpan })
      column += columnSpan
      if (column > mostColumns) return undefined
    }
    for (let at = 0; at < taken.length; at++) taken[at] = Math.max(0, (taken[at] ?? 0) - 1)
    for (const { from, to, rows: span } of fresh) for (let at = from; at < to; at++) taken[at] = span - 1
  }
  return drawn
}

/** Whether an element leads to another page or does something; a mark within the page does neither. */
function isLink(node: MarkupNode): boolean {
  return node.nodeName.toUpperCase() === 'A' && /^(?!#.)./.test(attribute(node, 'href'))
}

/** What stands between links. */
const betweenLinks = /^[\s|｜>»›·、，,/()（）【】[\]-]*$/
/** The words of a link that leads somewhere else; longer ones and sentences are text that happens to be a link. */
const longestLink = 60

/** Draws the text under an element. A line that is nothing but links is navigation. */
export function drawMarkup(root: MarkupNode): Drawing {
  const drawing = newDrawing()
  let line = ''
  let endsInSpace = false
  let links = 0
  let linked = false
  let unlinked = false
  const flush = () => {
    const text = line.replace(/^[ \t]+|[ \t]+$/g, '')
    const isNavigation = linked && !unlinked && text.length <= longestLink && !/[。；]/.test(text)
    if (isNavigation) addStated(drawing, text, 'boilerplate')
    else addLine(drawing, text)
    line = ''
    endsInSpace = false
    linked = false
    unlinked = false
  }
  let preformatted = 0
  const enter = (node: MarkupNode): boolean => {
    if (node.nodeType === textNode) {
      const value = node.nodeValue ?? ''
      if (links > 0) linked ||= value.trim() !== ''
      else unlinked ||= !betweenLinks.test(value)
      if (preformatted === 0) {
        const piece = collapse(value)
        const added = endsInSpace ? piece.trimStart() : piece
        line += added
        if (added !== '') endsInSpace = added.endsWith(' ')
        return false
      }
      const lines = value.split(/\r\n|[\r\n]/)
      lines.forEach((piece, index) => {
        if (index > 0) flush()
        line += piece
        endsInSpace = false
      })
      return false
    }
    if (node.nodeType !== elementNode || isHidden(node)) return false
    const raised = raisedFigure(node)
    if (raised !== undefined) {
      line += raised
      endsInSpace = false
      unlinked = true
      return false
    }
    const name = node.nodeName.toUpperCase()
    if (isLink(node)) links++
    if (inline.has(name)) return true
    flush()
    const level = headings.exec(name)?.[1]
    if (level !== undefined) {
      addStated(drawing, innerText(node), 'heading', { level: Number(level) })
      return false
    }
    if (name === 'CAPTION' || name === 'FIGCAPTION') {
      addStated(drawing, innerText(node), 'caption')
      return false
    }
    if (name === 'LI' && /^(foot|end)note-/.test(attribute(node, 'id'))) {
      addStated(drawing, innerText(node), 'footnote')
      return false
    }
    if (name === 'TABLE') {
      const cells = dataCells(node)
      if (cells !== undefined) {
        visit(node, (inner) => {
          if (inner.nodeName.toUpperCase() === 'CAPTION') addStated(drawing, innerText(inner), 'caption')
          return inner === node
        })
        addTable(drawing, cells)
        return false
      }
    }
    if (name === 'PRE') preformatted++
    return true
  }
  const leave = (node: MarkupNode) => {
    const name = node.nodeName.toUpperCase()
    if (name === 'PRE') preformatted--
    if (isLink(node)) links--
    if (!inline.has(name)) flush()
  }
  visit(root, enter, leave)
  flush()
  return drawing
}
