/**
 * Where text stands on a page: the detection model gives the shrunk cores of lines (differentiable binarisation, Liao et
 * al. 2020), which are grown back to boxes.
 */
import type { Slanted } from './geometry.js'
import type { Planes } from './picture.js'
import { regionsOf } from './regions.js'
import { resized } from './resize.js'
import type { Model } from './runtime.js'

/** The longer side of what the model sees, in pixels, and what its sides are multiples of. */
const longestSide = 1600
const multiple = 32
/** Rows of the input at once, and how many more are seen above and below: what stands near tells what is text. */
const highestBand = 800
const overlap = 64
/** As PaddleOCR trained it, on blue, green and red. */
const means = [0.485, 0.456, 0.406] as const
const deviations = [0.229, 0.224, 0.225] as const
/** The least mean chance of a region, and its least height in pixels of the model. */
const leastScore = 0.5
const leastHeight = 3
/** How far a core is grown, in parts of its area by its circumference; further to the sides, in parts of its height. */
const growth = 1.6
const sideways = 0.3

function sideOf(length: number, scale: number): number {
  return Math.max(multiple, Math.round((length * scale) / multiple) * multiple)
}

function inputOf(planes: readonly Float32Array[]): Float32Array {
  const count = planes[0]!.length
  const input = new Float32Array(3 * count)
  for (let part = 0; part < 3; part++) {
    const plane = planes[planes.length - 1 - part] ?? planes[0]!
    const [mean, deviation] = [means[part]!, deviations[part]!]
    for (let at = 0; at < count; at++) input[part * count + at] = (plane[at]! / 255 - mean) / deviation
  }
  return input
}

/** The box of a core. */
function grown(core: Slanted): Slanted {
  const { width, height } = core
  const margin = (width * height * growth) / (width + height)
  return { ...core, width: width + margin + sideways * height, height: height + margin }
}

/** Rows of the input that the model sees at once, and those that are its own: a band sees more than it tells of. */
interface Band {
  readonly seen: readonly [from: number, to: number]
  readonly own: readonly [from: number, to: number]
}

/** High inputs in bands, for what the model needs of memory grows with what it sees. */
function bandsOf(height: number): Band[] {
  const count = Math.ceil(height / highestBand)
  return Array.from({ length: count }, (_, at) => {
    const edge = (index: number) => Math.round((index * height) / count / multiple) * multiple
    const [from, to] = [edge(at), edge(at + 1)]
    return { own: [from, to], seen: [Math.max(0, from - overlap), Math.min(height, to + overlap)] }
  })
}

/** The chance of each pixel of the input to be text. */
async function chancesOf(model: Model, page: Planes, width: number, height: number): Promise<Float32Array> {
  const sized = page.planes.map((plane) => resized(plane, page.width, page.height, width, height))
  const chances = new Float32Array(width * height)
  for (const { seen, own } of bandsOf(height)) {
    const rows = seen[1] - seen[0]
    const band = sized.map((plane) => plane.subarray(seen[0] * width, seen[1] * width))
    const { data } = await model.run(inputOf(band), [1, 3, rows, width])
    const first = (own[0] - seen[0]) * width
    chances.set(data.subarray(first, first + (own[1] - own[0]) * width), own[0] * width)
  }
  return chances
}

/** Boxes of lines or pieces of lines, in no order. */
export async function detect(model: Model, page: Planes): Promise<Slanted[]> {
  const scale = Math.min(1, longestSide / Math.max(page.width, page.height))
  const width = sideOf(page.width, scale)
  const height = sideOf(page.height, scale)
  const chances = await chancesOf(model, page, width, height)
  const [right, down] = [page.width / width, page.height / height]
  return regionsOf(chances, width)
    .filter(({ box, score }) => score >= leastScore && Math.min(box.width, box.height) >= leastHeight)
    .map(({ box }) => {
      const { cx, cy, ux, uy, ...size } = grown(box)
      return { cx: cx * right, cy: cy * down, width: size.width * right, height: size.height * down, ux, uy }
    })
}
