/** Pictures of pages as planes of brightness: one where the page is grey, three where it has colour. */

import { quantileOf } from './histogram.js'

/** Pixels as they come from a file, three bytes each. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly rgb: Uint8Array
  readonly dpi: number | null
}

/** Brightness from 0 to 255 of every pixel; of a page with colour, that of red, green and blue. */
export interface Planes {
  readonly width: number
  readonly height: number
  readonly planes: readonly Uint8Array[]
}

/** Pixels that are looked at for colour, as every so many-th; how far parts of a colour differ; their least share. */
const sampled = 997
const colourful = 48
const leastColour = 0.0005

function hasColour({ rgb }: Picture): boolean {
  let coloured = 0
  let seen = 0
  for (let at = 0; at + 2 < rgb.length; at += 3 * sampled) {
    const parts = [rgb[at]!, rgb[at + 1]!, rgb[at + 2]!]
    if (Math.max(...parts) - Math.min(...parts) > colourful) coloured++
    seen++
  }
  return coloured > leastColour * seen
}

/** One plane by the weights of ITU-R BT.601, or those of the three colours. */
export function planesOf(picture: Picture): Planes {
  const { width, height, rgb } = picture
  const count = width * height
  if (hasColour(picture)) {
    const planes = [0, 1, 2].map((part) => {
      const plane = new Uint8Array(count)
      for (let at = 0, from = part; at < count; at++, from += 3) plane[at] = rgb[from]!
      return plane
    })
    return { width, height, planes }
  }
  const grey = new Uint8Array(count)
  for (let at = 0, from = 0; at < count; at++, from += 3)
    grey[at] = (rgb[from]! * 77 + rgb[from + 1]! * 150 + rgb[from + 2]! * 29) >> 8
  return { width, height, planes: [grey] }
}

export type Rotation = 0 | 90 | 180 | 270

/** Turns a page clockwise. */
export function turned(page: Planes, rotation: Rotation): Planes {
  if (rotation === 0) return page
  const { width, height } = page
  const isStanding = rotation !== 180
  const newWidth = isStanding ? height : width
  const planes = page.planes.map((plane) => {
    const result = new Uint8Array(plane.length)
    for (let y = 0, from = 0; y < height; y++) {
      for (let x = 0; x < width; x++, from++) {
        const to =
          rotation === 90
            ? x * newWidth + (height - 1 - y)
            : rotation === 180
              ? (height - 1 - y) * width + (width - 1 - x)
              : (width - 1 - x) * newWidth + y
        result[to] = plane[from]!
      }
    }
    return result
  })
  return { width: newWidth, height: isStanding ? width : height, planes }
}

/** How near to a brightness pixels are counted with it; the darkest share that is ink. */
const nearPaper = 3
const darkestShare = 0.006
const darkestPaper = 96

export function histogramOf(plane: Uint8Array): Uint32Array {
  const counts = new Uint32Array(256)
  for (let at = 0; at < plane.length; at += 3) counts[plane[at]!]!++
  return counts
}

/** The brightness of most of the page: the paper. */
export function paperOf(counts: Uint32Array): number {
  let paper = 255
  let most = -1
  for (let value = darkestPaper; value < 256; value++) {
    let near = 0
    for (let at = value - nearPaper; at <= value + nearPaper; at++) near += counts[at] ?? 0
    if (near > most) {
      most = near
      paper = value
    }
  }
  return paper
}

/** The brightness of ink and paper on a plane. */
export function levelsOf(plane: Uint8Array): { readonly ink: number; readonly paper: number } {
  const counts = histogramOf(plane)
  return { ink: quantileOf(counts, darkestShare), paper: paperOf(counts) }
}

/** Of a page in black and white, fewer pixels than this lie between the two, further from each than so much of the way. */
const leastGrey = 0.002
const nearEnds = 0.1

/** Whether a page has more than black and white: a copy or a fax has nothing pale. */
export function hasGreys({ planes }: Planes): boolean {
  return planes.some((plane) => {
    const { ink, paper } = levelsOf(plane)
    const margin = nearEnds * (paper - ink)
    const counts = histogramOf(plane)
    const between = counts.subarray(Math.ceil(ink + margin), Math.max(0, Math.floor(paper - margin)))
    const grey = between.reduce((sum, count) => sum + count, 0)
    return grey >= leastGrey * counts.reduce((sum, count) => sum + count, 0)
  })
}
