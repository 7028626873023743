/**
 * Tables of a PDF: runs of lines of several segments, whose segments stand under each other. A format without tables
 * states none, so they are found by geometry.
 */
import type { DrawnCell } from './drawing.js'
import type { PdfLine, Segment } from './pdf-lines.js'

/** Cells hold little text. In characters. */
const longestCell = 30
const leastRows = 2

/** Whether a line can be the row of a table. */
export function isRow({ segments }: PdfLine): boolean {
  return segments.length >= 2 && segments.every(({ text }) => text.length <= longestCell)
}

interface GridColumn {
  left: number
  right: number
}

/** Columns from the rows with the most segments: what overlaps is one column. */
function findColumns(rows: readonly PdfLine[]): GridColumn[] {
  const most = rows.reduce((count, { segments }) => Math.max(count, segments.length), 0)
  const segments = rows.filter((row) => row.segments.length === most).flatMap((row) => row.segments)
  const columns: GridColumn[] = []
  for (const { left, right } of [...segments].sort((a, b) => a.left - b.left)) {
    const last = columns.at(-1)
    if (last !== undefined && left < last.right) last.right = Math.max(last.right, right)
    else columns.push({ left, right })
  }
  return columns
}

/** The columns that a segment lies over: first and number. */
function columnsUnder(
  segment: Segment,
  columns: readonly GridColumn[],
): { column: number; columnSpan: number } {
  const over = columns.flatMap(({ left, right }, index) =>
    segment.left < right && segment.right > left ? [index] : [],
  )
  if (over.length > 0) return { column: over[0]!, columnSpan: over.length }
  const distance = ({ left, right }: GridColumn) =>
    Math.abs((left + right) / 2 - (segment.left + segment.right) / 2)
  const nearest = columns.reduce((best, column) => (distance(column) < distance(best) ? column : best))
  return { column: columns.indexOf(nearest), columnSpan: 1 }
}

/** The cells of a run of rows; undefined where they make no table of at least two columns. */
export function cellsOfRows(rows: readonly PdfLine[]): DrawnCell[] | undefined {
  const columns = findColumns(rows)
  if (rows.length < leastRows || columns.length < 2) return undefined
  return rows.flatMap(({ segments }, row) => {
    let next = 0
    return segments.map((segment) => {
      const { column, columnSpan } = columnsUnder(segment, columns)
      const from = Math.max(column, next)
      next = from + 1
      return {
        text: segment.text,
        row,
        column: from,
        rowSpan: 1,
        columnSpan: Math.max(1, columnSpan - (from - column)),
      }
    })
  })
}
