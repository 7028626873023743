/**
 * Plane geometry of PDF pages. A matrix [a b c d e f] takes (x, y) to (ax + cy + e, bx + dy + f), as in ISO 32000-1,
 * 8.3.3. Lengths are points.
 */

import { least, most } from '../../model/lists.js'

export type Matrix = readonly [number, number, number, number, number, number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

export interface Point {
  readonly x: number
  readonly y: number
}

/** A rectangle with sides along the axes. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A drawn line along an axis: from one end to the other, at one place of the other axis. */
export interface Rule {
  readonly direction: 'across' | 'down'
  readonly at: number
  readonly from: number
  readonly to: number
}

/** The matrix that applies `inner` first. */
export function compose(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [p, q, r, s, t, u] = inner
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f]
}

export function transformed([a, b, c, d, e, f]: Matrix, { x, y }: Point): Point {
  return { x: a * x + c * y + e, y: b * x + d * y + f }
}

export function boxAround(points: readonly Point[]): Box {
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  return { left: least(xs), top: least(ys), right: most(xs), bottom: most(ys) }
}

/** The box around a rectangle given by two corners, after a transformation. */
export function transformedBox(matrix: Matrix, [x0, y0, x1, y1]: readonly number[]): Box {
  const corners = [
    { x: x0!, y: y0! },
    { x: x1!, y: y0! },
    { x: x0!, y: y1! },
    { x: x1!, y: y1! },
  ]
  return boxAround(corners.map((corner) => transformed(matrix, corner)))
}

export function isInside({ left, top, right, bottom }: Box, { x, y }: Point): boolean {
  return x >= left && x <= right && y >= top && y <= bottom
}

export function median(values: readonly number[]): number | undefined {
  // Nearly all type of a line, and of a page, is of one size.
  const [first] = values
  if (values.every((value) => value === first)) return first
  const sorted = Float64Array.from(values).sort()
  return sorted[sorted.length >> 1]
}
