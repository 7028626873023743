/**
 * Takes specks out of a page: dust, worn stencils and copies of copies leave dots that are read as points and commas. A
 * page is touched only where it has many, and a dot only where it is smaller than any point of its print could be.
 */
import { quantileOf } from './histogram.js'
import type { Planes } from './picture.js'
import { levelsOf } from './picture.js'

/** How much of the way from paper to ink a pixel is darker than the paper, to be no paper. */
const darkShare = 0.3
/** A point of the print is about as wide as a stroke both ways; what has less than this share of that is none. */
const pointShare = 0.5
/** Specks of a page that is worn, by a million pixels. */
const fewest = 150
/** Widest stroke in pixels: what is wider is a picture, or a dark edge. */
const widestStroke = 24

/** 1 where a pixel is no paper. */
function darkOf(plane: Uint8Array): Uint8Array {
  const { ink, paper } = levelsOf(plane)
  const dark = new Uint8Array(plane.length)
  const limit = paper - darkShare * (paper - ink)
  for (let at = 0; at < plane.length; at++) if (plane[at]! < limit) dark[at] = 1
  return dark
}

/** The usual length of a run of dark pixels along a row, of those longer than a pixel: the width of a stroke. */
function strokeOf(dark: Uint8Array): number {
  const counts = new Uint32Array(widestStroke + 1)
  let run = 0
  for (const value of dark) {
    if (value === 1) run++
    else {
      if (run > 1 && run <= widestStroke) counts[run]!++
      run = 0
    }
  }
  return quantileOf(counts, 0.5)
}

/** Pixels of a region in the order that they were found; it takes no more room than the largest region needs. */
class Queue {
  pixels = new Int32Array(1 << 12)
  size = 0

  push(pixel: number): void {
    if (this.size === this.pixels.length) {
      const larger = new Int32Array(2 * this.size)
      larger.set(this.pixels)
      this.pixels = larger
    }
    this.pixels[this.size++] = pixel
  }
}

/** Pixels of all regions of one value that have no more than `most` of them. */
function smallRegions(marks: Uint8Array, width: number, value: 0 | 1, most: number): Int32Array[] {
  const height = marks.length / width
  const seen = new Uint8Array(marks.length)
  const queue = new Queue()
  const found: Int32Array[] = []
  for (let start = 0; start < marks.length; start++) {
    if (seen[start] === 1 || marks[start] !== value) continue
    queue.size = 0
    queue.push(start)
    seen[start] = 1
    for (let next = 0; next < queue.size; next++) {
      const at = queue.pixels[next]!
      const y = Math.floor(at / width)
      const x = at - y * width
      for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
        for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
          const other = row * width + column
          if (seen[other] === 1 || marks[other] !== value) continue
          seen[other] = 1
          queue.push(other)
        }
      }
    }
    if (queue.size <= most) found.push(queue.pixels.slice(0, queue.size))
  }
  return found
}

/** The brightness of what surrounds a pixel: of those of its neighbours that are not like it, the mean. */
function around(plane: Uint8Array, marks: Uint8Array, width: number, at: number): number | undefined {
  let sum = 0
  let count = 0
  for (const step of [-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1]) {
    const other = at + step
    if (other < 0 || other >= plane.length || marks[other] === marks[at]) continue
    sum += plane[other]!
    count++
  }
  return count === 0 ? undefined : sum / count
}

function without(page: Planes, marks: Uint8Array, regions: readonly Int32Array[]): Planes {
  const planes = page.planes.map((plane) => {
    const { ink, paper } = levelsOf(plane)
    const cleaned = Uint8Array.from(plane)
    for (const region of regions)
      for (const at of region)
        cleaned[at] = around(plane, marks, page.width, at) ?? (marks[at] === 1 ? paper : ink)
    return cleaned
  })
  return { ...page, planes }
}

/** The page without its specks, and without the pinholes in its ink. */
export function withoutSpecks(page: Planes): Planes {
  const plane = page.planes[1] ?? page.planes[0]!
  const dark = darkOf(plane)
  const stroke = strokeOf(dark)
  const most = Math.floor(pointShare * stroke * stroke)
  const specks = smallRegions(dark, page.width, 1, most)
  if (specks.length < (fewest * plane.length) / 1e6) return page
  return without(page, dark, [...specks, ...smallRegions(dark, page.width, 0, most)])
}
