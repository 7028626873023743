/**
 * The columns of a table without ruling lines: white that runs through its rows parts them, also where cells nearly
 * touch.
 */
import { least, most } from '../../model/lists.js'
import type { PdfLine } from './lines.js'
import { isFull } from './row-lines.js'
import type { PageLine } from './ruled.js'
import type { Stretch } from './white.js'
import { covered, recut, whiteBetween, whiteOfMost } from './white.js'

/**
 * In parts of the type size: the white between two cells, that before a figure, how much of it all rows have at the
 * same place, and the white between a code and its name.
 */
const cellGap = 0.5
const figureGap = 0.2
const commonGap = 0.2
const codeGap = 0.06
/** Rows that show such a gap to be between columns. */
const fewestAligned = 3
/** At most this share of rows has ink in a gap between columns, or a cell that goes over several. */
const mostInked = 0.25
const mostCrossing = 0.1

const digit = /[\d%‰]/
const han = /[\u3400-\u9fff]/

/** Whether figures or codes on the left of a gap touch words on its right in enough rows, and not the same unit in all. */
function partsCodes(rows: readonly PdfLine[], { left, right }: Stretch): boolean {
  const openings: string[] = []
  for (const { segments } of rows) {
    for (const { glyphs } of segments) {
      const next = glyphs.findIndex((glyph) => glyph.left >= right - codeGap)
      const before = glyphs[next - 1]
      if (next < 1 || before!.right > left + codeGap) continue
      const word = glyphs.slice(next, next + 3)
      if (!digit.test(before!.text) || word.length < 2 || !word.every(({ text }) => han.test(text)))
        return false
      openings.push(word[0]!.text)
    }
  }
  return openings.length >= fewestAligned && new Set(openings).size > 1
}

/** Rows cut where white runs through all of them, or between codes and names. */
export function recutRows(
  lines: readonly PageLine[],
  several: readonly PageLine[],
  size: number,
): PageLine[] {
  if (several.length < fewestAligned) return [...lines]
  // A head over several columns has fewer cells than the rows below it, or is one of few that cross a gap.
  const count = most(several.map(({ segments }) => segments.length))
  const full = several.filter(({ segments }) => segments.length === count)
  const rows = full.length < fewestAligned ? several : full
  const gaps = whiteOfMost(rows, mostInked)
  const wide = gaps.filter(({ left, right }) => right - left >= commonGap * size)
  const codes = gaps.filter((gap) => gap.right - gap.left >= codeGap * size && partsCodes(several, gap))
  return lines.map((line) =>
    recut(recut(line, wide, cellGap * size, figureGap * size), codes, codeGap * size),
  )
}

/** Stretches from left to right, those with less than a gap between them as one. */
function merged(stretches: readonly Stretch[], gap: number): Stretch[] {
  const found: Stretch[] = []
  for (const { left, right } of stretches) {
    const last = found.at(-1)
    if (last !== undefined && left - last.right < gap) last.right = Math.max(last.right, right)
    else found.push({ left, right })
  }
  return found
}

/** Columns from the rows with the most segments, each segment in its column; where these overlap they are one. */
function columnsOfFullest(rows: readonly PdfLine[]): Stretch[] {
  const count = most(rows.map(({ segments }) => segments.length))
  const full = rows.filter(({ segments }) => segments.length === count)
  const columns = Array.from({ length: count }, (_, at) => ({
    left: least(full.map(({ segments }) => segments[at]!.left)),
    right: most(full.map(({ segments }) => segments[at]!.right)),
  }))
  return merged(columns, 0)
}

/** Columns from the white that nearly all lines below the head have at the same place. */
function columnsOfBody(rows: readonly PdfLine[], size: number): Stretch[] {
  const body = rows.slice(rows.findIndex(isFull))
  if (body.filter(isFull).length < fewestAligned) return []
  const edges = body.flatMap(({ segments }) => segments)
  const gaps = whiteBetween(edges, Math.floor(mostCrossing * body.length))
  const wide = gaps.filter(({ left, right }) => right - left >= commonGap * size)
  const lefts = [least(edges.map(({ left }) => left)), ...wide.map(({ right }) => right)]
  const rights = [...wide.map(({ left }) => left), most(edges.map(({ right }) => right))]
  return lefts.map((left, at) => ({ left, right: rights[at]! }))
}

const overlap = (one: Stretch, two: Stretch) => one.left < two.right && one.right > two.left

/** Columns so that heads and figures need not stand straight under each other. */
export function findColumns(rows: readonly PdfLine[], size: number): Stretch[] {
  const fullest = columnsOfFullest(rows)
  const body = columnsOfBody(rows, size)
  if (body.length > fullest.length) return body
  const isOnly = (own: Stretch, column: Stretch) =>
    overlap(own, column) && fullest.every((other) => other === column || !overlap(own, other))
  const both = fullest.map((column, at) => {
    const own = body.length === fullest.length ? [body[at]!] : body.filter((one) => isOnly(one, column))
    return {
      left: Math.min(column.left, ...own.map(({ left }) => left)),
      right: Math.max(column.right, ...own.map(({ right }) => right)),
    }
  })
  if (both.every(({ left }, at) => at === 0 || left >= both[at - 1]!.right)) return both
  return body.length === fullest.length ? body : fullest
}

/** Columns of rows that lines across part, by the white between them; a head over several columns has no say in it. */
export function columnsOfBands(lines: readonly PageLine[], size: number): Stretch[] {
  const body = lines.filter(({ band }) => band !== lines[0]!.band)
  return merged(covered(body), cellGap * size)
}
