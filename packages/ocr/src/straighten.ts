/**
 * Levels the rows of a page: lines of a skewed scan all run at one angle, those of a photograph at an angle that changes
 * down the page. Each place is moved along the line through it to the middle of the page.
 */
import type { Point } from './contract.js'
import type { Slanted } from './geometry.js'
import { median } from './geometry.js'

/** Takes a place on the page to its place where rows are level. */
export type Straighten = (point: Point) => Point

/** Boxes that are so much wider than high tell the angle of their line, if there are so many of them. */
const wide = 5
const fewest = 8
/** Least squares start from lines that run no more than this (in slope) beside the common one. */
const outlying = 0.02

/** Slope of lines as `at + by * y`, by least squares. */
function fitSlope(boxes: readonly { readonly y: number; readonly slope: number }[]): {
  at: number
  by: number
} {
  const count = boxes.length
  const meanY = boxes.reduce((sum, { y }) => sum + y, 0) / count
  const mean = boxes.reduce((sum, { slope }) => sum + slope, 0) / count
  const spread = boxes.reduce((sum, { y }) => sum + (y - meanY) ** 2, 0)
  const common = boxes.reduce((sum, { y, slope }) => sum + (y - meanY) * (slope - mean), 0)
  const by = spread === 0 ? 0 : common / spread
  return { at: mean - by * meanY, by }
}

export function straightenerOf(boxes: readonly Slanted[], width: number): Straighten {
  const lines = boxes
    .filter((box) => box.width > wide * box.height)
    .map(({ cy, ux, uy }) => ({ y: cy, slope: uy / ux }))
  const usual = median(lines.map(({ slope }) => slope))
  if (usual === undefined) return (point) => point
  const like = lines.filter(({ slope }) => Math.abs(slope - usual) <= outlying)
  const { at, by } = like.length < fewest ? { at: usual, by: 0 } : fitSlope(like)
  const middle = width / 2
  // A line through (x, y) has at the middle of the page the height h with y = h + (x - middle) * (at + by * h). What
  // that moves up or down, the page is turned by, so that lines across and down stay at right angles.
  return ([x, y]) => {
    const height = (y - (x - middle) * at) / (1 + (x - middle) * by)
    return [x + (height - middle) * at, height]
  }
}
