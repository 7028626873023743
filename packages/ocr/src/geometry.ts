/** Rectangles that lie at an angle, around the pixels of a region. */
import type { Point } from './contract.js'

/** A rectangle whose width runs along the unit vector (ux, uy), within 45 degrees of the x axis. */
export interface Slanted {
  readonly cx: number
  readonly cy: number
  readonly width: number
  readonly height: number
  readonly ux: number
  readonly uy: number
}

/** Which way a walk from `origin` over `one` to `two` turns: above 0 to the left. */
function turn(origin: Point, one: Point, two: Point): number {
  return (one[0] - origin[0]) * (two[1] - origin[1]) - (one[1] - origin[1]) * (two[0] - origin[0])
}

function halfHull(points: readonly Point[]): Point[] {
  const hull: Point[] = []
  for (const point of points) {
    while (hull.length >= 2 && turn(hull.at(-2)!, hull.at(-1)!, point) <= 0) hull.pop()
    hull.push(point)
  }
  hull.pop()
  return hull
}

/** The convex hull, by Andrew's monotone chain. */
function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((one, two) => one[0] - two[0] || one[1] - two[1])
  return [...halfHull(sorted), ...halfHull(sorted.reverse())]
}

/** The rectangle along a direction that holds all points. */
function rectangleAlong(points: readonly Point[], ux: number, uy: number): Slanted {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const [x, y] of points) {
    const along = x * ux + y * uy
    const down = y * ux - x * uy
    left = Math.min(left, along)
    right = Math.max(right, along)
    top = Math.min(top, down)
    bottom = Math.max(bottom, down)
  }
  const [along, down] = [(left + right) / 2, (top + bottom) / 2]
  return {
    cx: along * ux - down * uy,
    cy: along * uy + down * ux,
    width: right - left,
    height: bottom - top,
    ux,
    uy,
  }
}

/** The smallest rectangle around points, which has a side along one of their hull's. */
export function smallestRectangle(points: readonly Point[]): Slanted | undefined {
  const hull = convexHull(points)
  let best: Slanted | undefined
  for (const [index, [x, y]] of hull.entries()) {
    const [nextX, nextY] = hull[(index + 1) % hull.length]!
    const length = Math.hypot(nextX - x, nextY - y)
    if (length === 0) continue
    const [dx, dy] = [(nextX - x) / length, (nextY - y) / length]
    // Of the four directions of its sides, the one nearest to the x axis.
    const [ux, uy] = Math.abs(dx) >= Math.abs(dy) ? [dx, dy] : [dy, -dx]
    const sign = ux < 0 ? -1 : 1
    const rectangle = rectangleAlong(hull, ux * sign, uy * sign)
    if (best === undefined || rectangle.width * rectangle.height < best.width * best.height) best = rectangle
  }
  return best
}

/** The point of a rectangle so far from its middle, along it and down from it. */
export function pointOf({ cx, cy, ux, uy }: Slanted, along: number, down: number): Point {
  return [cx + along * ux - down * uy, cy + along * uy + down * ux]
}

export function cornersOf(box: Slanted): [Point, Point, Point, Point] {
  const [x, y] = [box.width / 2, box.height / 2]
  return [pointOf(box, -x, -y), pointOf(box, x, -y), pointOf(box, x, y), pointOf(box, -x, y)]
}

export function median(values: readonly number[]): number | undefined {
  return [...values].sort((one, two) => one - two)[values.length >> 1]
}
