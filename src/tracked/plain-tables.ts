/**
 * Tables of a record as those of Word: a cell over several columns or rows is one, places without text are empty cells.
 * A table that has more columns than Word can show is lines of text with tabs.
 */
import type { BlockRecord } from '../writers/schema.js'
import type { Written } from './plain-runs.js'
import { runMarkup } from './plain-runs.js'

type Grid = NonNullable<BlockRecord['at']['cell']>

/** A cell with its paragraphs. */
interface FilledCell {
  readonly cell: Grid
  readonly blocks: BlockRecord[]
}

const mostColumns = 63
/** Width of the text between the margins of the page, in twentieths of a point. */
const textWidth = 8306

const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
  .join('')

/** Rows with text, from above, each with its cells from the left. */
function rowsOf(blocks: readonly BlockRecord[]): Map<number, FilledCell[]> {
  const rows = new Map<number, FilledCell[]>()
  for (const block of [...blocks].sort((one, two) => one.at.cell!.row - two.at.cell!.row)) {
    const cell = block.at.cell!
    const row = rows.get(cell.row) ?? []
    rows.set(cell.row, row)
    const there = row.find((filled) => filled.cell.column === cell.column)
    if (there === undefined) row.push({ cell, blocks: [block] })
    else there.blocks.push(block)
  }
  for (const row of rows.values()) row.sort((one, two) => one.cell.column - two.cell.column)
  return rows
}

const paragraph = (run: string) => `<w:p><w:pPr><w:pStyle w:val="Cell"/></w:pPr>${run}</w:p>`

function cellMarkup(span: number, merge: '' | 'restart' | 'continue', content: string): string {
  const across = span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''
  const down = merge === '' ? '' : `<w:vMerge w:val="${merge}"/>`
  return `<w:tc><w:tcPr>${across}${down}</w:tcPr>${content}</w:tc>`
}

/** The cell of a row above that covers a place. */
function coverOf(cells: readonly Grid[], row: number, column: number): Grid | undefined {
  return cells.findLast((cell) => cell.column === column && cell.row < row && row < cell.row + cell.rowSpan)
}

/** Empty cells, and those that go on from above, from one column to another. */
function gapMarkup(cells: readonly Grid[], row: number, from: number, to: number): string {
  let markup = ''
  for (let column = from; column < to; ) {
    const cover = coverOf(cells, row, column)
    const span = Math.min(to - column, cover?.columnSpan ?? 1)
    markup += cellMarkup(span, cover === undefined ? '' : 'continue', paragraph(''))
    column += span
  }
  return markup
}

function rowMarkup(
  text: string,
  row: number,
  filled: readonly FilledCell[],
  all: readonly Grid[],
  columns: number,
  written: Written,
): string {
  let markup = ''
  let column = 0
  for (const { cell, blocks } of filled) {
    const content = blocks.map(({ start, end }) => paragraph(runMarkup(text, start, end, written))).join('')
    if (cell.column < column) {
      // Its place is taken: what it says goes into the cell there.
      markup = markup.replace(/<\/w:tc>$/, `${content}</w:tc>`)
      continue
    }
    markup += gapMarkup(all, row, column, cell.column)
    markup += cellMarkup(cell.columnSpan, cell.rowSpan > 1 ? 'restart' : '', content)
    column = cell.column + cell.columnSpan
  }
  return `<w:tr>${markup}${gapMarkup(all, row, column, columns)}</w:tr>`
}

/** A row as a line of text. */
function lineMarkup(text: string, filled: readonly FilledCell[], written: Written): string {
  const runs = filled
    .flatMap(({ blocks }) => blocks)
    .map(({ start, end }, index) => {
      if (index > 0) written.push(null)
      const tab = index > 0 ? '<w:r><w:tab/></w:r>' : ''
      return tab + runMarkup(text, start, end, written)
    })
  return `<w:p>${runs.join('')}</w:p>`
}

/** A table of blocks that are its cells. Word asks for a paragraph behind it. */
export function tableMarkup(text: string, blocks: readonly BlockRecord[], written: Written): string {
  const rows = rowsOf(blocks)
  const cells = blocks.map(({ at }) => at.cell!)
  const columns = cells.reduce((most, cell) => Math.max(most, cell.column + cell.columnSpan), 0)
  if (columns > mostColumns) return [...rows.values()].map((row) => lineMarkup(text, row, written)).join('')
  const grid = `<w:gridCol w:w="${Math.floor(textWidth / columns)}"/>`.repeat(columns)
  const body = [...rows].map(([row, filled]) => rowMarkup(text, row, filled, cells, columns, written))
  return `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${body.join('')}</w:tbl><w:p/>`
}
