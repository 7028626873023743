/**
 * Ruling lines of painted paths: stroked segments along an axis, and filled rectangles so thin that they are seen as lines.
 * Rectangles that are filled are areas.
 */
import type { Box, Point, Rule } from './geometry.js'
import { boxAround } from './geometry.js'

/** In points: what is no thicker is seen as a line, what is off an axis by no more lies along it. */
const thin = 3
const slope = 0.75
/** Thicker strokes are bars of colour. */
const thickest = 5
/** Shorter strokes are dots of a dotted line, or nothing. */
const shortest = 0.1
/** What is no larger is a dot. */
export const dot = 1.6

export interface SubPath {
  readonly points: Point[]
  hasCurve: boolean
}

function ruleBetween(one: Point, two: Point): Rule | undefined {
  const width = Math.abs(one.x - two.x)
  const height = Math.abs(one.y - two.y)
  if (Math.max(width, height) < shortest || Math.min(width, height) > slope) return undefined
  return width > height
    ? {
        direction: 'across',
        at: (one.y + two.y) / 2,
        from: Math.min(one.x, two.x),
        to: Math.max(one.x, two.x),
      }
    : { direction: 'down', at: (one.x + two.x) / 2, from: Math.min(one.y, two.y), to: Math.max(one.y, two.y) }
}

/** A box as the line that it is seen as, a dot as part of one in either direction; none where it is an area. */
function thinRules({ left, top, right, bottom }: Box): Rule[] {
  const width = right - left
  const height = bottom - top
  if (Math.min(width, height) > thin || Math.max(width, height) < shortest) return []
  const across: Rule = { direction: 'across', at: (top + bottom) / 2, from: left, to: right }
  const down: Rule = { direction: 'down', at: (left + right) / 2, from: top, to: bottom }
  if (Math.max(width, height) <= dot) return [across, down]
  return [width > height ? across : down]
}

function isRectangle({ points, hasCurve }: SubPath): boolean {
  if (hasCurve || points.length < 4 || points.length > 6) return false
  const { left, top, right, bottom } = boxAround(points)
  return points.every(
    ({ x, y }) => Math.min(x - left, right - x) <= slope && Math.min(y - top, bottom - y) <= slope,
  )
}

function strokedRules({ points, hasCurve }: SubPath, isClosed: boolean, width: number): Rule[] {
  if (hasCurve || width > thickest) return []
  const ends = isClosed ? [...points, points[0]!] : points
  return ends.slice(1).flatMap((point, index) => {
    const rule = ruleBetween(ends[index]!, point)
    return rule ?? []
  })
}

export interface PaintedPath {
  readonly isStroked: boolean
  readonly isFilled: boolean
  /** Whether the stroke goes back to where it began. */
  readonly isClosed: boolean
  readonly lineWidth: number
}

export interface PaintedInk {
  readonly rules: readonly Rule[]
  readonly areas: readonly Box[]
}

/** The lines and areas that a part of a path paints. */
export function inkOfPath(
  path: SubPath,
  { isStroked, isFilled, isClosed, lineWidth }: PaintedPath,
): PaintedInk {
  const stroked = isStroked ? strokedRules(path, isClosed, lineWidth) : []
  if (!isFilled) return { rules: stroked, areas: [] }
  const box = boxAround(path.points)
  const isDot = Math.max(box.right - box.left, box.bottom - box.top) <= dot
  const filled = isDot || isRectangle(path) ? thinRules(box) : []
  return filled.length === 0
    ? { rules: stroked, areas: [box] }
    : { rules: [...stroked, ...filled], areas: [] }
}
