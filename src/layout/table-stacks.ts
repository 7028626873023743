/**
 * Tables whose cells stand one below the other, a line each, as they come out of pages and programs that lose columns: a
 * label, perhaps its unit, and as many figures as there are columns, row after row.
 * Invariant: only lines that nothing else has claimed; linear time.
 */
import type { Line } from './lines.js'
import { isHeadWord } from './table-heads.js'
import { isMissing, isShort, isValue, label, type Row, textOf } from './table-rows.js'

/** Rows that have to agree, and the figures that each of them has at least and at most. */
const fewestRows = 3
const fewestFigures = 2
const mostFigures = 12
/** A label, and a unit behind it. */
const mostLabels = 2
/** What stands above a table, or is longer, is no head of a column. */
const title = /(?:表|情况|统计)$/
const longestHead = 20

type Kind = 'label' | 'value'

/** A line that may be a cell, with the place of the line among all lines. */
interface StackedLine {
  readonly line: Line
  readonly at: number
  readonly kind: Kind
}

function stackedLine(text: string, line: Line, at: number): StackedLine | undefined {
  if (!isShort(text, { line, cells: [line] })) return undefined
  const words = textOf(text, line)
  if (isValue(words)) return { line, at, kind: 'value' }
  return label.test(words) ? { line, at, kind: 'label' } : undefined
}

/** Stretches of lines that may be cells; an empty line between two parts nothing. */
function stretchesOf(text: string, lines: readonly Line[], claimed: ReadonlySet<Line>): StackedLine[][] {
  const stretches: StackedLine[][] = [[]]
  for (const [at, line] of lines.entries()) {
    if (line.start === line.end && !line.boilerplate && !line.stated) continue
    const isFree = !line.boilerplate || isMissing(textOf(text, line))
    const isOpen = isFree && !line.stated && !claimed.has(line)
    const stacked = isOpen ? stackedLine(text, line, at) : undefined
    if (stacked === undefined) stretches.push([])
    else stretches.at(-1)!.push(stacked)
  }
  return stretches
}

/** How many lines of a kind follow each other from a place on, up to a number. */
function countFrom(stretch: readonly StackedLine[], at: number, kind: Kind, most: number): number {
  let count = 0
  while (count < most && stretch[at + count]?.kind === kind) count++
  return count
}

interface Shape {
  readonly labels: number
  readonly figures: number
}

/** The labels and figures of the row that begins at a place. */
function shapeAt(stretch: readonly StackedLine[], at: number): Shape {
  const labels = countFrom(stretch, at, 'label', mostLabels + 1)
  return { labels, figures: countFrom(stretch, at + labels, 'value', mostFigures + 1) }
}

/** A dash for a figure is a blank cell where it was taken for furniture of the page. */
const rowOf = (lines: readonly StackedLine[]): Row => ({
  line: lines[0]!.line,
  cells: lines.map(({ line }) => ({
    start: line.start,
    end: line.boilerplate ? line.start : line.end,
    line,
  })),
})

/** Words over columns, one a line, in front of the first row: one for each column, or for each but the first. */
function headBefore(text: string, stretch: readonly StackedLine[], first: number, width: number): Row[] {
  const isHead = ({ line }: StackedLine) => {
    const words = textOf(text, line)
    return words.length <= longestHead && isHeadWord(words) && !title.test(words)
  }
  let count = 0
  while (count < width && count < first && isHead(stretch[first - 1 - count]!)) count++
  return count >= width - 1 ? [rowOf(stretch.slice(first - count, first))] : []
}

/** The tables of a text whose cells are lines, each as its rows, the head first where there is one. */
export function findStacks(text: string, lines: readonly Line[], claimed: ReadonlySet<Line>): Row[][] {
  const tables: Row[][] = []
  for (const stretch of stretchesOf(text, lines, claimed)) {
    for (let at = 0; at < stretch.length; ) {
      const { labels, figures } = shapeAt(stretch, at)
      const width = labels + figures
      const isRow = labels >= 1 && labels <= mostLabels && figures >= fewestFigures && figures <= mostFigures
      let rows = isRow ? 1 : 0
      while (rows > 0) {
        const next = shapeAt(stretch, at + rows * width)
        if (next.labels !== labels || next.figures !== figures) break
        rows++
      }
      if (rows < fewestRows) {
        at++
        continue
      }
      const body = Array.from({ length: rows }, (_, row) => {
        const from = at + row * width
        return rowOf(stretch.slice(from, from + width))
      })
      tables.push([...headBefore(text, stretch, at, width), ...body])
      at += rows * width
    }
  }
  return tables
}
