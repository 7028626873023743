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
function columnsBetween(lines: readonly PageLine[], rivers: readonly Stretch[]): PageLine[][] | undefined {
  const cut = lines.map((line) => recut(line, rivers, narrowestGutter * line.size))
  const gutters = rivers.map(({ left, right }) => (left + right) / 2)
  const columnOf = ({ left, right }: Extent) => gutters.filter((x) => x < (left + right) / 2).length
  const columns = [...gutters, 0].map((_, index) =>
    cut.flatMap((line) => {
      const segments = line.segments.filter((segment) => columnOf(segment) === index)
      return segments.length === 0 ? [] : [{ ...line, segments }]
    }),
  )
  const size = median(lines.map((line) => line.size)) ?? 0
  const isProse = areProse(
    columns.map((column) => column.flatMap(({ segments }) => segments)),
    size,
  )
  return isProse ? columns : undefined
}

/** Lines that a river runs through, from a line on. */
interface River {
  readonly lines: readonly PageLine[]
  readonly rivers: readonly Stretch[]
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
  let found: River = { lines: [], rivers: [] }
  for (let at = first; at < lines.length; at++) {
    const line = lines[at]!
    if (line.table !== undefined) break
    const own = extentOf(line.segments)
    page = { left: Math.min(page.left, own.left), right: Math.max(page.right, own.right) }
    gaps = overlaps(gaps, whites[at]!, narrowestGutter * line.size)
    const rivers = gaps.filter(({ left, right }) => left > page.left && right < page.right)
    // Lines on one side only may come before the first line of the other.
    if (rivers.length === 0 && (found.rivers.length > 0 || at > first)) break
    if (rivers.length > 0) found = { lines: lines.slice(first, at + 1), rivers }
  }
  return found.rivers.length === 0 ? found : withoutNext(found)
}

/** Lines in reading order, those of a column together: where white rivers part prose, one column after another. */
export function inReadingOrder(lines: readonly PageLine[]): PageLine[][] {
  const stretches: PageLine[][] = []
  let single: PageLine[] = []
  const whites = lines.map(whiteOf)
  for (let at = 0; at < lines.length; ) {
    const { lines: parted, rivers } = riverFrom(lines, whites, at)
    const columns = parted.length < fewestLines ? undefined : columnsBetween(parted, rivers)
    if (columns === undefined) single.push(lines[at]!)
    else {
      stretches.push(single)
      append(stretches, columns)
      single = []
    }
    at += columns === undefined ? 1 : parted.length
  }
  return [...stretches, single].filter((stretch) => stretch.length > 0)
}
