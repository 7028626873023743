/** Connected regions of a map of chances, each as the slanted rectangle around it. */
import type { Point } from './contract.js'
import type { Slanted } from './geometry.js'
import { smallestRectangle } from './geometry.js'

export interface Region {
  readonly box: Slanted
  /** Mean chance of its pixels. */
  readonly score: number
}

/** Chance from which on a pixel is part of a region; pixels of the smallest region. */
const threshold = 0.3
const fewestPixels = 12

interface Extent {
  pixels: number
  sum: number
  /** Leftmost and rightmost pixel of each row. */
  readonly rows: Map<number, [left: number, right: number]>
}

function extend(extent: Extent, x: number, y: number, chance: number): void {
  extent.pixels++
  extent.sum += chance
  const row = extent.rows.get(y)
  if (row === undefined) extent.rows.set(y, [x, x])
  else if (x < row[0]) row[0] = x
  else if (x > row[1]) row[1] = x
}

/** Corners of the outermost pixels of every row. */
function outline({ rows }: Extent): Point[] {
  return [...rows].flatMap(([y, [left, right]]): Point[] => [
    [left, y],
    [left, y + 1],
    [right + 1, y],
    [right + 1, y + 1],
  ])
}

/** The region around a pixel; marks it in `seen`. */
function grow(
  chances: Float32Array,
  width: number,
  start: number,
  seen: Uint8Array,
  stack: Int32Array,
): Extent {
  const extent: Extent = { pixels: 0, sum: 0, rows: new Map() }
  const height = chances.length / width
  let size = 0
  stack[size++] = start
  seen[start] = 1
  while (size > 0) {
    const at = stack[--size]!
    const y = Math.floor(at / width)
    const x = at - y * width
    extend(extent, x, y, chances[at]!)
    for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
      for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
        const next = row * width + column
        if (seen[next] === 1 || chances[next]! <= threshold) continue
        seen[next] = 1
        stack[size++] = next
      }
    }
  }
  return extent
}

export function regionsOf(chances: Float32Array, width: number): Region[] {
  const seen = new Uint8Array(chances.length)
  const stack = new Int32Array(chances.length)
  const regions: Region[] = []
  for (let at = 0; at < chances.length; at++) {
    if (seen[at] === 1 || chances[at]! <= threshold) continue
    const extent = grow(chances, width, at, seen, stack)
    if (extent.pixels < fewestPixels) continue
    const box = smallestRectangle(outline(extent))
    if (box !== undefined) regions.push({ box, score: extent.sum / extent.pixels })
  }
  return regions
}
