/**
 * Ruling lines of a path: stroked segments along an axis, and filled rectangles so thin that they are seen as lines.
 * Rectangles that are filled are areas.
 */
import type { Box, Matrix, Point, Rule } from './geometry.js'
import { boxAround, transformed } from './geometry.js'

/** In points: what is no thicker is seen as a line, what is off an axis by no more lies along it. */
const thin = 3
const slope = 0.75
/** Thicker strokes are bars of colour. */
const thickest = 5
/** Shorter strokes are dots of a dotted line, or nothing. */
const shortest = 0.1

/** Operators that paint, by the parser's numbers, with what they do. */
const strokes: ReadonlySet<number> = new Set([20, 21, 24, 25, 26, 27])
const fills: ReadonlySet<number> = new Set([22, 23, 24, 25, 26, 27])
const closes: ReadonlySet<number> = new Set([21, 26, 27])

interface SubPath {
  readonly points: Point[]
  hasCurve: boolean
}

/** Numbers behind each drawing operator: moveTo, lineTo, curveTo, quadraticCurveTo, closePath. */
const coordinates = [2, 2, 6, 4, 0] as const

function subPathsOf(path: ArrayLike<number>, matrix: Matrix): SubPath[] {
  const paths: SubPath[] = []
  let current: SubPath | undefined
  for (let at = 0; at < path.length; ) {
    const operator = path[at] ?? 4
    const count = coordinates[operator as 0] ?? 0
    const point =
      count > 0 ? transformed(matrix, { x: path[at + count - 1]!, y: path[at + count]! }) : undefined
    at += 1 + count
    if (operator === 0) {
      current = { points: [point!], hasCurve: false }
      paths.push(current)
    } else if (current !== undefined && point !== undefined) {
      current.points.push(point)
      if (operator !== 1) current.hasCurve = true
    } else if (current !== undefined) {
      current.points.push(current.points[0]!)
    }
  }
  return paths
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

/** A box as the line that it is seen as; undefined where it is an area. */
function thinRule({ left, top, right, bottom }: Box): Rule | undefined {
  const width = right - left
  const height = bottom - top
  if (Math.min(width, height) > thin || Math.max(width, height) < shortest) return undefined
  return width > height
    ? { direction: 'across', at: (top + bottom) / 2, from: left, to: right }
    : { direction: 'down', at: (left + right) / 2, from: top, to: bottom }
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

/** The lines and areas that a path paints. */
export function rulesOfPath(
  paint: number,
  path: ArrayLike<number>,
  matrix: Matrix,
  lineWidth: number,
): { readonly rules: readonly Rule[]; readonly areas: readonly Box[] } {
  const rules: Rule[] = []
  const areas: Box[] = []
  if (!strokes.has(paint) && !fills.has(paint)) return { rules, areas }
  for (const subPath of subPathsOf(path, matrix)) {
    if (strokes.has(paint)) rules.push(...strokedRules(subPath, closes.has(paint), lineWidth))
    if (!fills.has(paint)) continue
    const box = boxAround(subPath.points)
    const rule = isRectangle(subPath) ? thinRule(box) : undefined
    if (rule !== undefined) rules.push(rule)
    else areas.push(box)
  }
  return { rules, areas }
}
