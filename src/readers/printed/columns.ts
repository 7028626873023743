/**
 * Columns of prose on a page: white gutters that few lines cross, with lines on both sides that fill their column. Between
 * lines across the whole page, columns are read one after another.
 */
import { append } from '../../model/lists.js'
import { median } from './geometry.js'
import type { Segment } from './lines.js'
import type { PageLine } from './ruled.js'
import type { Stretch } from './white.js'
import { overlaps, recut, whiteOf } from './white.js'

/** Fewer lines show no columns. */
const fewestLines = 2
/** Columns are filled with prose; cells of a table are not. In parts of the width of the column. */
const leastFilled = 0.6
/** In parts of the type size: the least width of a gutter, and of a column. */
const narrowestGutter = 0.6
const narrowestColumn = 7
const mark = /[，。；：、]/
/** Lines of a column of prose that hold a mark, at least. */
const leastMarked = 0.3
/** No page has more columns of prose, and no line of one so many wide gaps: it counts as ink from side to side. */
const mostColumns = 16
const mostGaps = 64
/** Where no columns begin, the next line to try is so much of the stretch further down; of fewer than 128 lines, each is. */
const triesInStretch = 64

/** Lines that a river runs through, from a line on. */
interface River {
  readonly lines: readonly PageLine[]
  readonly rivers: readonly Stretch[]
}

interface Extent {
  readonly left: number
  readonly right: number
}

function extentOf(segments: readonly Segment[]): Extent {
  return segments.reduce(
    (extent, { left, right }) => ({
      left: Math.min(extent.left, left),
      right: Math.max(extent.right, right),
    }),
    { left: Number.POSITIVE_INFINITY, right: Number.NEGATIVE_INFINITY },
  )
}

/** Whether segments fill the width that they have together: text, not cells. */
function isFilled(segments: readonly Segment[], size: number): boolean {
  const { left, right } = extentOf(segments)
  const width = right - left
  if (segments.length < fewestLines || width < narrowestColumn * size) return false
  return (median(segments.map((segment) => segment.right - segment.left)) ?? 0) > leastFilled * width
}

/** Whether columns hold sentences that go on from line to line. */
function areProse(columns: readonly (readonly Segment[])[], size: number): boolean {
  const all = columns.flat()
  const marked = all.filter(({ text }) => mark.test(text))
  return columns.every((column) => isFilled(column, size)) && marked.length >= leastMarked * all.length
}

/** The columns that rivers part segments into; undefined where some of them hold no prose. */
function columnsBetween({ lines, rivers }: River): PageLine[][] | undefined {
  if (lines.length < fewestLines || rivers.length >= mostColumns) return undefined
  const cut = lines.map((line) => recut(line, rivers, narrowestGutter * line.size))
  const middles = rivers.map(({ left, right }) => (left + right) / 2)
  const columnOf = ({ left, right }: Extent) => middles.filter((x) => x < (left + right) / 2).length
  const columns = Array.from({ length: rivers.length + 1 }, (): PageLine[] => [])
  for (const line of cut) {
    const places = line.segments.map(columnOf)
    for (const [index, column] of columns.entries()) {
      const segments = line.segments.filter((_, at) => places[at] === index)
      if (segments.length > 0) column.push({ ...line, segments })
    }
  }
  const size = median(lines.map((line) => line.size)) ?? 0
  const isProse = areProse(
    columns.map((column) => column.flatMap(({ segments }) => segments)),
    size,
  )
  return isProse ? columns : undefined
}

/** Behind the end of the last column, a line of another type size, or so much further below, begins anew. */
const otherSize = 1.12
const otherStep = 1.6

/** Lines with columns up to where text goes on below them: the last lines of the first column may be the longest ones. */
function withoutNext({ lines, rivers }: River): River {
  const [first] = rivers
  const gutter = (first!.left + first!.right) / 2
  const isParted = ({ segments }: PageLine) => segments.some(({ right }) => right > gutter)
  const end = lines.findLastIndex(isParted) + 1
  const size = median(lines.slice(0, end).map((line) => line.size)) ?? 0
  const steps = lines.slice(1, end).map(({ y }, at) => y - lines[at]!.y)
  const step = median(steps.filter((distance) => distance > size)) ?? Number.POSITIVE_INFINITY
  const next = lines.findIndex(
    (line, at) =>
      at >= end &&
      (Math.max(line.size / size, size / line.size) > otherSize ||
        line.y - lines[at - 1]!.y > otherStep * step),
  )
  return next < 0 ? { lines, rivers } : { lines: lines.slice(0, next), rivers }
}

/** The lines from a place on that the same rivers run through, with ink on both sides of each. */
function riverFrom(
  lines: readonly PageLine[],
  whites: readonly (readonly Stretch[])[],
  first: number,
): River {
  let gaps: readonly Stretch[] = [{ left: Number.NEGATIVE_INFINITY, right: Number.POSITIVE_INFINITY }]
  let page: Extent = { left: Number.POSITIVE_INFINITY, right: Number.NEGATIVE_INFINITY }
  let end = first
  let found: readonly Stretch[] = []
  for (let at = first; at < lines.length; at++) {
    const line = lines[at]!
    if (line.table !== undefined) break
    const own = extentOf(line.segments)
    page = { left: Math.min(page.left, own.left), right: Math.max(page.right, own.right) }
    gaps = overlaps(gaps, whites[at]!, narrowestGutter * line.size)
    const rivers = gaps.filter(({ left, right }) => left > page.left && right < page.right)
    // Lines on one side only may come before the first line of the other.
    if (rivers.length === 0 && (found.length > 0 || at > first)) break
    if (rivers.length > 0) [end, found] = [at + 1, rivers]
  }
  const river = { lines: lines.slice(first, end), rivers: found }
  return found.length === 0 ? river : withoutNext(river)
}

/** The white of a line that is wide enough for a gutter. */
function guttersOf(line: PageLine): Stretch[] {
  const wide = whiteOf(line).filter(({ left, right }) => right - left >= narrowestGutter * line.size)
  return wide.length > mostGaps ? [] : wide
}

/** Lines in reading order, those of a column together: where white rivers part prose, one column after another. */
export function inReadingOrder(lines: readonly PageLine[]): PageLine[][] {
  const stretches: PageLine[][] = []
  let single: PageLine[] = []
  const whites = lines.map(guttersOf)
  for (let at = 0; at < lines.length; ) {
    const river = riverFrom(lines, whites, at)
    const columns = columnsBetween(river)
    const { length } = river.lines
    const behind = at + (columns !== undefined ? length : Math.max(1, Math.floor(length / triesInStretch)))
    if (columns === undefined) append(single, lines.slice(at, behind))
    else {
      stretches.push(single)
      append(stretches, columns)
      single = []
    }
    at = behind
  }
  return [...stretches, single].filter((stretch) => stretch.length > 0)
}
