/** Ruling lines and areas of a path of a PDF, from the parser's operators. */
import type { Matrix } from '../printed/geometry.js'
import { transformed } from '../printed/geometry.js'
import type { PaintedInk, SubPath } from '../printed/rules.js'
import { inkOfPath } from '../printed/rules.js'

/** Operators that paint, by the parser's numbers, with what they do. */
const strokes: ReadonlySet<number> = new Set([20, 21, 24, 25, 26, 27])
const fills: ReadonlySet<number> = new Set([22, 23, 24, 25, 26, 27])
const closes: ReadonlySet<number> = new Set([21, 26, 27])

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

/** The lines and areas that a path paints. */
export function rulesOfPath(
  paint: number,
  path: ArrayLike<number>,
  matrix: Matrix,
  lineWidth: number,
): PaintedInk {
  const isStroked = strokes.has(paint)
  const isFilled = fills.has(paint)
  if (!isStroked && !isFilled) return { rules: [], areas: [] }
  const painted = { isStroked, isFilled, isClosed: closes.has(paint), lineWidth }
  const inks = subPathsOf(path, matrix).map((subPath) => inkOfPath(subPath, painted))
  return { rules: inks.flatMap(({ rules }) => rules), areas: inks.flatMap(({ areas }) => areas) }
}
