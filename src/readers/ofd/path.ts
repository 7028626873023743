/** Paths of OFD in their short form (GB/T 33190, 9.1): S or M, L, Q, B, A, C with their numbers. */
import type { Matrix, Point } from '../printed/geometry.js'
import { transformed } from '../printed/geometry.js'
import type { SubPath } from '../printed/rules.js'

/** Numbers behind each operator, of which the last two are where it ends. */
const counts: Readonly<Record<string, number>> = { S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 }

/** The parts of a path, as the page shows them. */
export function subPathsOf(data: string, matrix: Matrix): SubPath[] {
  const paths: { points: Point[]; hasCurve: boolean }[] = []
  const tokens = data.trim().split(/[\s,]+/)
  for (let at = 0; at < tokens.length; at++) {
    const operator = tokens[at]!
    const count = counts[operator]
    if (count === undefined) continue
    const [x, y] = tokens
      .slice(at + 1, at + 1 + count)
      .slice(-2)
      .map(Number)
    at += count
    const current = paths.at(-1)
    if (operator === 'C') {
      if (current !== undefined) current.points.push(current.points[0]!)
      continue
    }
    if (x === undefined || y === undefined || !Number.isFinite(x + y)) continue
    const point = transformed(matrix, { x, y })
    if (operator === 'S' || operator === 'M') paths.push({ points: [point], hasCurve: false })
    else if (current !== undefined) {
      current.points.push(point)
      if (operator !== 'L') current.hasCurve = true
    }
  }
  return paths
}
