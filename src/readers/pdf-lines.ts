/**
 * Lines of a PDF page from pieces of text at coordinates: pieces on one baseline make a line, wide gaps part a line
 * into segments, a gutter that segments on both sides respect makes two columns.
 * Coordinates: points, x to the right, y downwards, as the page is shown.
 */

/** A piece of text as the parser gives it. */
export interface PlacedText {
  readonly text: string
  readonly left: number
  readonly right: number
  /** The baseline. */
  readonly y: number
  readonly size: number
}

/** Pieces of one baseline without a wide gap between them. */
export interface Segment {
  readonly text: string
  readonly left: number
  readonly right: number
}

export interface PdfLine {
  readonly segments: readonly Segment[]
  readonly y: number
  readonly size: number
}

/** In parts of the type size. */
const sameBaseline = 0.4
const wideGap = 1.6
const wordGap = 0.6
const latinGap = 0.15
/** Kerned or letter-spaced headings are told from gaps between cells by this share of narrow gaps. */
const printedTwice = 0.12

const isLatin = (character: string | undefined) => character !== undefined && /[A-Za-z0-9]/.test(character)
const isWide = (character: string | undefined) => character !== undefined && character.charCodeAt(0) >= 0x2e80

/** What stands between two pieces: nothing, a space, or a gap that parts them. */
function between(before: string, after: string, gap: number, size: number): 'none' | 'space' | 'part' {
  if (gap > wideGap * size) return 'part'
  const last = before.at(-1)
  const first = after[0]
  if (isLatin(last) && isLatin(first)) return gap > latinGap * size ? 'space' : 'none'
  // Printers set a little space between Chinese characters and figures; it means nothing.
  return isWide(last) && isWide(first) && gap > wordGap * size ? 'space' : 'none'
}

function segmentsOf(pieces: readonly PlacedText[]): Segment[] {
  const segments: { text: string; left: number; right: number }[] = []
  for (const { text, left, right, size } of [...pieces].sort((a, b) => a.left - b.left)) {
    const last = segments.at(-1)
    // Bold type is sometimes made by printing the same text twice, a little apart.
    if (last?.text.endsWith(text) && Math.abs(last.right - right) < printedTwice * size) continue
    const kind = last === undefined ? 'part' : between(last.text, text, left - last.right, size)
    if (last === undefined || kind === 'part') {
      segments.push({ text, left, right })
      continue
    }
    last.text += (kind === 'space' ? ' ' : '') + text
    last.right = Math.max(last.right, right)
  }
  return segments
}

/** Lines of a page from top to bottom. Pieces without ink only keep others apart, which their places do already. */
export function findPdfLines(pieces: readonly PlacedText[]): PdfLine[] {
  const inked = pieces.filter(({ text }) => text.trim() !== '').sort((a, b) => a.y - b.y || a.left - b.left)
  const groups: { pieces: PlacedText[]; y: number; size: number }[] = []
  for (const piece of inked) {
    const group = groups.at(-1)
    if (
      group !== undefined &&
      Math.abs(piece.y - group.y) <= sameBaseline * Math.min(piece.size, group.size)
    ) {
      group.pieces.push(piece)
    } else {
      groups.push({ pieces: [piece], y: piece.y, size: piece.size })
    }
  }
  return groups.map((group) => ({ segments: segmentsOf(group.pieces), y: group.y, size: group.size }))
}

/** A gutter lies in the middle of the page, and most lines have text on one side or both, none across. */
const middle = [0.35, 0.65] as const
const leastLines = 6
const mostCrossing = 0.25
/** Columns are filled with prose; cells of a table are not. */
const leastFilled = 0.6

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

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}

/** Whether segments fill the width that they have together: prose, not cells. */
function isFilled(segments: readonly Segment[]): boolean {
  const { left, right } = extentOf(segments)
  return (
    segments.length >= leastLines / 2 &&
    median(segments.map((s) => s.right - s.left)) > leastFilled * (right - left)
  )
}

/** The x of a gutter between two columns of prose; undefined where there is none. */
export function findGutter(lines: readonly PdfLine[]): number | undefined {
  const segments = lines.flatMap((line) => line.segments)
  const page = extentOf(segments)
  const width = page.right - page.left
  if (lines.length < leastLines) return undefined
  let best: { x: number; crossing: number } | undefined
  for (let share = middle[0]; share <= middle[1]; share += 0.01) {
    const x = page.left + share * width
    const crossing = segments.filter(({ left, right }) => left < x && right > x).length
    if (best === undefined || crossing < best.crossing) best = { x, crossing }
  }
  if (best === undefined || best.crossing > mostCrossing * lines.length) return undefined
  const { x } = best
  const isColumn =
    isFilled(segments.filter(({ right }) => right <= x)) && isFilled(segments.filter(({ left }) => left >= x))
  return isColumn ? x : undefined
}

/** Lines in reading order: where there is a gutter, the left column of each stretch between full lines, then the right. */
export function inReadingOrder(lines: readonly PdfLine[]): PdfLine[][] {
  const gutter = findGutter(lines)
  if (gutter === undefined) return [[...lines]]
  const stretches: PdfLine[][] = []
  let left: PdfLine[] = []
  let right: PdfLine[] = []
  const close = () => {
    for (const column of [left, right]) if (column.length > 0) stretches.push(column)
    left = []
    right = []
  }
  for (const line of lines) {
    const crossing = line.segments.some((segment) => segment.left < gutter && segment.right > gutter)
    if (crossing) {
      close()
      stretches.push([line])
      continue
    }
    const before = line.segments.filter((segment) => segment.right <= gutter)
    const behind = line.segments.filter((segment) => segment.left >= gutter)
    if (before.length > 0) left.push({ ...line, segments: before })
    if (behind.length > 0) right.push({ ...line, segments: behind })
  }
  close()
  return stretches
}
