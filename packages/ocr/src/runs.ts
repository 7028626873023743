/** A page in black and white, where what is darker than its surroundings is black, and the runs of black in it. */
import type { Planes } from './picture.js'

/** A row's pixels from one to another, the last one inclusive. */
export interface Run {
  readonly from: number
  to: number
}

export interface Bitmap {
  readonly width: number
  readonly height: number
  /** 1 where it is dark. */
  readonly dark: Uint8Array
  /** Pixels of the page for one of these. */
  readonly scale: number
}

/** The longer side of what is looked at, in pixels. */
const longestSide = 1700
/** Radius of the surroundings in pixels, and by how much what is darker than them counts as ink. */
const reach = 12
const contrast = 28
/** In pixels: the shortest run, and the longest break in one. */
const shortestRun = 18
const longestBreak = 2

/** The darkest of all that a pixel of a smaller page covers: thin lines stay. */
function darkest(
  { planes, width, height }: Planes,
  scale: number,
): { pixels: Uint8Array; width: number; height: number } {
  const plane = planes[1] ?? planes[0]!
  const [newWidth, newHeight] = [Math.floor(width / scale), Math.floor(height / scale)]
  const pixels = new Uint8Array(newWidth * newHeight).fill(255)
  for (let y = 0; y < newHeight; y++) {
    const bottom = Math.ceil((y + 1) * scale)
    for (let row = Math.floor(y * scale); row < bottom && row < height; row++) {
      for (let x = 0; x < newWidth; x++) {
        const right = Math.min(width, Math.ceil((x + 1) * scale))
        for (let column = Math.floor(x * scale); column < right; column++) {
          const value = plane[row * width + column]!
          if (value < pixels[y * newWidth + x]!) pixels[y * newWidth + x] = value
        }
      }
    }
  }
  return { pixels, width: newWidth, height: newHeight }
}

/** Sums of all pixels above and left of each place: below 2 ** 32 for pages of this size. */
function sumsOf(pixels: Uint8Array, width: number, height: number): Uint32Array {
  const sums = new Uint32Array((width + 1) * (height + 1))
  for (let y = 0; y < height; y++) {
    let row = 0
    for (let x = 0; x < width; x++) {
      row += pixels[y * width + x]!
      sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1]! + row
    }
  }
  return sums
}

export function darkOf(page: Planes): Bitmap {
  const scale = Math.max(1, Math.max(page.width, page.height) / longestSide)
  const { pixels, width, height } = darkest(page, scale)
  const sums = sumsOf(pixels, width, height)
  const dark = new Uint8Array(pixels.length)
  for (let y = 0; y < height; y++) {
    const [top, bottom] = [Math.max(0, y - reach), Math.min(height, y + reach + 1)]
    for (let x = 0; x < width; x++) {
      const [left, right] = [Math.max(0, x - reach), Math.min(width, x + reach + 1)]
      const sum =
        sums[bottom * (width + 1) + right]! -
        sums[top * (width + 1) + right]! -
        sums[bottom * (width + 1) + left]! +
        sums[top * (width + 1) + left]!
      const mean = sum / ((bottom - top) * (right - left))
      if (pixels[y * width + x]! < mean - contrast) dark[y * width + x] = 1
    }
  }
  return { width, height, dark, scale }
}

export function transposed({ width, height, dark, scale }: Bitmap): Bitmap {
  const turned = new Uint8Array(dark.length)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) turned[x * height + y] = dark[y * width + x]!
  return { width: height, height: width, dark: turned, scale }
}

/** The long runs of a row, over short breaks. */
export function runsOf({ width, dark }: Bitmap, row: number): Run[] {
  const runs: Run[] = []
  let run: Run | undefined
  for (let x = 0; x < width; x++) {
    if (dark[row * width + x] === 0) continue
    if (run !== undefined && x - run.to <= longestBreak + 1) run.to = x
    else {
      run = { from: x, to: x }
      runs.push(run)
    }
  }
  return runs.filter(({ from, to }) => to - from + 1 >= shortestRun)
}
