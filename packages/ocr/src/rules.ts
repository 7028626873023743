/**
 * Drawn lines of a page, on the straightened page: long thin runs of dark pixels. They make the grids of ruled tables.
 */
import type { DrawnRule, Point, RecognisedLine } from './contract.js'
import type { Planes } from './picture.js'
import type { Bitmap, Run } from './runs.js'
import { darkOf, runsOf, transposed } from './runs.js'
import type { Straighten } from './straighten.js'

/** In parts of the longer side, the shortest line; in pixels, the thickest. */
const shortest = 0.018
const thickest = 7
/** Shorter lines in the box of a text, in parts of its height, are strokes of its characters: across, and down. */
const strokes = { across: 5, down: 1.5 } as const

/** Runs of neighbouring rows that touch. */
interface Stroke {
  left: Point
  right: Point
  pixels: number
  row: number
  /** The latest run of it. */
  last: Run
}

const touches = (one: Run, two: Run) => one.from <= two.to + 1 && two.from <= one.to + 1

/** Adds a run to a stroke. Ends lie in the middle of pixels. */
function extend(stroke: Stroke, run: Run, row: number): void {
  if (run.from < stroke.left[0]) stroke.left = [run.from, row]
  if (run.to > stroke.right[0]) stroke.right = [run.to, row]
  stroke.pixels += run.to - run.from + 1
  stroke.row = row
  stroke.last = run
}

/** Strokes that run across: each row's runs go on with those of the row above that they touch. */
function strokesOf(bitmap: Bitmap): Stroke[] {
  const strokes: Stroke[] = []
  let open: Stroke[] = []
  for (let row = 0; row < bitmap.height; row++) {
    const above = open.filter((stroke) => stroke.row >= row - 1)
    const next: Stroke[] = []
    for (const run of runsOf(bitmap, row)) {
      const stroke = above.find((one) => touches(one.last, run))
      if (stroke !== undefined) {
        extend(stroke, run, row)
        if (!next.includes(stroke)) next.push(stroke)
        continue
      }
      const started = {
        left: [run.from, row],
        right: [run.to, row],
        pixels: run.to - run.from + 1,
        row,
        last: run,
      } satisfies Stroke
      strokes.push(started)
      next.push(started)
    }
    open = next
  }
  return strokes
}

interface Ends {
  readonly one: Point
  readonly two: Point
}

function linesOf(bitmap: Bitmap): Ends[] {
  const least = shortest * Math.max(bitmap.width, bitmap.height)
  return strokesOf(bitmap).flatMap(({ left, right, pixels }) => {
    const length = right[0] - left[0] + 1
    return length >= least && pixels <= thickest * length ? [{ one: left, two: right }] : []
  })
}

const swapped = ([x, y]: Point): Point => [y, x]

/** Whether a line is a stroke of the characters of some text, or a row of such. */
function isStroke({ direction, at, from, to }: DrawnRule, lines: readonly RecognisedLine[]): boolean {
  const middle = (from + to) / 2
  const [x, y] = direction === 'across' ? [middle, at] : [at, middle]
  return lines.some(
    ({ left, top, right, bottom }) =>
      x > left && x < right && y > top && y < bottom && to - from < strokes[direction] * (bottom - top),
  )
}

/** The drawn lines of a page whose lines of text are known. */
export function rulesOf(page: Planes, straighten: Straighten, lines: readonly RecognisedLine[]): DrawnRule[] {
  const bitmap = darkOf(page)
  const level = ([x, y]: Point) => straighten([(x + 0.5) * bitmap.scale, (y + 0.5) * bitmap.scale])
  const across = linesOf(bitmap).map(({ one, two }): DrawnRule => {
    const [[from, first], [to, last]] = [level(one), level(two)]
    return { direction: 'across', at: (first + last) / 2, from, to }
  })
  const down = linesOf(transposed(bitmap)).map(({ one, two }): DrawnRule => {
    const [[first, from], [last, to]] = [level(swapped(one)), level(swapped(two))]
    return { direction: 'down', at: (first + last) / 2, from, to }
  })
  return [...across, ...down].filter((rule) => !isStroke(rule, lines))
}
