/**
 * Tables with ruling lines that stand side by side on a page: what stands above each of them, its title and its unit, is
 * read with it.
 */
import { least } from '../../model/lists.js'
import type { PdfLine } from './lines.js'
import type { PageLine, RuledTable } from './ruled.js'

/** Lines above tables that belong to them, at most, and how far above each other: in parts of the type size. */
const mostAbove = 4
const widestGap = 2.5

const isBeside = (one: RuledTable, two: RuledTable) =>
  Math.max(one.top, two.top) < Math.min(one.bottom, two.bottom) &&
  (one.right < two.left || two.right < one.left)

/** The part of a line that stands over a table. */
function over<Line extends PdfLine>(line: Line, { left, right }: RuledTable): Line {
  const room = line.size / 2
  const segments = line.segments.filter((own) => own.left >= left - room && own.right <= right + room)
  return { ...line, segments }
}

/** How many of the lines so far stand above two tables, each of their segments over one of them. */
function countAbove(lines: readonly PageLine[], tables: readonly RuledTable[], top: number): number {
  let count = 0
  let isOverBoth = false
  for (let next = top; count < Math.min(mostAbove, lines.length); count++) {
    const line = lines[lines.length - 1 - count]!
    const parts = tables.map((table) => over(line, table).segments.length)
    const isOver = parts.reduce((sum, part) => sum + part, 0) === line.segments.length
    if (line.table !== undefined || !isOver || next - line.y > widestGap * line.size) break
    isOverBoth ||= parts.every((part) => part > 0)
    next = line.y
  }
  return isOverBoth ? count : 0
}

/** The lines of a page, those above tables that stand side by side with the table that they stand over. */
export function withLinesAbove(lines: readonly PageLine[]): PageLine[] {
  const ordered: PageLine[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!
    const next = lines[at + 1]
    if (line.table === undefined || next?.table === undefined || !isBeside(line.table, next.table)) {
      ordered.push(line)
      continue
    }
    const pair = [line, next].sort((one, two) => one.table!.left - two.table!.left)
    const tables = pair.map(({ table }) => table!)
    const count = countAbove(ordered, tables, least(tables.map(({ top }) => top)))
    const above = ordered.splice(ordered.length - count, count)
    for (const own of pair) {
      for (const other of above) {
        const part = over(other, own.table!)
        if (part.segments.length > 0) ordered.push(part)
      }
      ordered.push(own)
    }
    at++
  }
  return ordered
}
