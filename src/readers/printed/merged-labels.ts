/**
 * Labels that stand for several rows of a table without ruling lines, each in the middle beside its rows. They are only
 * taken for such where they part all rows between them without a rest.
 */
import type { DrawnCell } from '../drawing.js'
import { median } from './geometry.js'
import type { Place } from './heads.js'
import type { Glyph } from './ink.js'
import { isFull } from './row-lines.js'
import type { PageLine } from './ruled.js'

/** A line with the number of its row and the places of its segments. */
export interface PlacedLine {
  readonly line: PageLine
  readonly row: number
  readonly places: readonly Place[]
}

/** In parts of the type size: lines of one label are no further apart. */
const leading = 1.35
/** In parts of the distance of rows: a label is no further off the middle of its rows. */
const offMiddle = 0.3
/** So many labels stand for several rows, and so many rows have none of their own. */
const fewestMerged = 2
const leastBlank = 0.4

interface Label {
  readonly lines: { readonly y: number; readonly text: string; readonly glyphs: readonly Glyph[] }[]
}

/** The texts in the first column, those of one label together. */
function labelsOf(placed: readonly PlacedLine[]): Label[] {
  const labels: Label[] = []
  for (const { line, places } of placed) {
    const index = places.findIndex(({ column }) => column === 0)
    if (index < 0) continue
    const { text, glyphs } = line.segments[index]!
    const own = { y: line.y, text, glyphs }
    const last = labels.at(-1)
    if (last !== undefined && line.y - last.lines.at(-1)!.y <= leading * line.size) last.lines.push(own)
    else labels.push({ lines: [own] })
  }
  return labels
}

/** The rows that each label stands in the middle of; undefined where they do not part all rows between them. */
function partsOf(
  labels: readonly Label[],
  rows: readonly number[],
): { from: number; to: number }[] | undefined {
  const pitch = median(rows.slice(1).map((y, at) => y - rows[at]!)) ?? 0
  const parts: { from: number; to: number }[] = []
  let from = 0
  for (const { lines } of labels) {
    const middle = (lines[0]!.y + lines.at(-1)!.y) / 2
    const off = (to: number) => Math.abs((rows[from]! + rows[to]!) / 2 - middle)
    let to = from
    while (to + 1 < rows.length && off(to + 1) < off(to)) to++
    if (from >= rows.length || off(to) > offMiddle * pitch) return undefined
    parts.push({ from, to })
    from = to + 1
  }
  return from === rows.length ? parts : undefined
}

/** The first column of the rows below a head as merged cells; undefined where its labels are those of single rows. */
export function mergedLabels(placed: readonly PlacedLine[]): DrawnCell[] | undefined {
  const full = placed.filter(({ line }) => isFull(line))
  const blank = full.filter(({ places }) => !places.some(({ column }) => column === 0))
  const isOnePage = placed.every(({ line }, at) => at === 0 || line.y > placed[at - 1]!.line.y)
  if (!isOnePage || blank.length < leastBlank * full.length) return undefined
  const labels = labelsOf(placed)
  const parts = partsOf(
    labels,
    full.map(({ line }) => line.y),
  )
  if (parts === undefined || parts.filter(({ from, to }) => to > from).length < fewestMerged) return undefined
  return labels.map(({ lines }, at) => {
    const row = full[parts[at]!.from]!.row
    const rowSpan = full[parts[at]!.to]!.row - row + 1
    const text = lines.map((line) => line.text).join('\n')
    const glyphs = lines.flatMap((line) => line.glyphs)
    return { text, glyphs, row, column: 0, rowSpan, columnSpan: 1 }
  })
}
