/** Tables of markup that hold data: their cells at their places in the grid. Others only lay out a page. */
import type { DrawnCell } from './drawing.js'
import type { MarkupNode } from './markup-nodes.js'
import { attribute, elementNode, headingLevel, visit } from './markup-nodes.js'
import { innerText, plainText } from './markup-text.js'

/** A table is one of data where its cells are short; others lay out a page. In characters. */
const longestCell = 200
/** A grid with more columns only costs memory. */
const mostColumns = 2000
/** Further in no label stands. In characters. */
const mostIndent = 12
/** Tables in tables lay out a page. */
const leastRows = 2

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
    found ||= headingLevel(node) !== undefined
    return !found
  })
  return found
}

function spanOfCell(node: MarkupNode, name: string): number {
  const span = Number.parseInt(attribute(node, name), 10)
  return span >= 1 ? Math.min(span, 1000) : 1
}

/** Pixels and points of one character, of usual size. */
const sizes: Readonly<Record<string, number>> = { em: 1, px: 16, pt: 12 }
const distances = /(?:^|[;\s])(?:padding-left|text-indent|margin-left)\s*:\s*(\d+(?:\.\d+)?)(em|px|pt)/g

/** How far in the style of an element puts its text, in characters. */
function indentOfStyle(node: MarkupNode): number {
  let sum = 0
  for (const [, distance, unit] of attribute(node, 'style').matchAll(distances))
    sum += Number(distance) / sizes[unit!]!
  return sum
}

const keptIndent = 'data-indent'

function indentOfCell(cell: MarkupNode): number {
  let inner = cell.firstChild
  while (inner !== null && inner.nodeType !== elementNode) inner = inner.nextSibling
  const styled = indentOfStyle(cell) + (inner === null ? 0 : indentOfStyle(inner))
  return Math.min(mostIndent, Math.round(styled))
}

const isCell = ({ nodeName }: MarkupNode) => /^T[DH]$/i.test(nodeName)

/** Notes at the cells of a page how far in their style puts their text, for those who take styles out of it. */
export function keepIndents(body: MarkupNode): void {
  visit(body, (node) => {
    if (isCell(node)) {
      const indent = indentOfCell(node)
      if (indent > 0) node.setAttribute?.(keptIndent, String(indent))
    }
    return true
  })
}

/** The blanks in front of the text of a cell, those that its style puts there too. */
function blanksBefore(cell: MarkupNode): string {
  const typed = /^\s*/.exec(plainText(cell))![0].replace(/[^\u00a0\u3000]/g, '')
  const styled = Number(attribute(cell, keptIndent)) || indentOfCell(cell)
  return '\u3000'.repeat(Math.min(mostIndent, styled)) + typed
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
      drawn.push({ text: blanksBefore(cell) + text, row, column, rowSpan, columnSpan })
      fresh.push({ from: column, to: column + columnSpan, rows: rowSpan })
      column += columnSpan
      if (column > mostColumns) return undefined
    }
    for (let at = 0; at < taken.length; at++) taken[at] = Math.max(0, (taken[at] ?? 0) - 1)
    for (const { from, to, rows: span } of fresh) for (let at = from; at < to; at++) taken[at] = span - 1
  }
  return drawn
}
