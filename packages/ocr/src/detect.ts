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

function inputOf({ planes, width, height }: Planes, toWidth: number, toHeight: number): Float32Array {
  const count = toWidth * toHeight
  const input = new Float32Array(3 * count)
  const sized = planes.map((plane) => resized(plane, width, height, toWidth, toHeight))
  for (let part = 0; part < 3; part++) {
    const plane = sized[sized.length - 1 - part] ?? sized[0]!
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

/** Boxes of lines or pieces of lines, in no order. */
export async function detect(model: Model, page: Planes): Promise<Slanted[]> {
  const scale = Math.min(1, longestSide / Math.max(page.width, page.height))
  const width = sideOf(page.width, scale)
  const height = sideOf(page.height, scale)
  const { data } = await model.run(inputOf(page, width, height), [1, 3, height, width])
  const [right, down] = [page.width / width, page.height / height]
  return regionsOf(data, width)
    .filter(({ box, score }) => score >= leastScore && Math.min(box.width, box.height) >= leastHeight)
    .map(({ box }) => {
      const { cx, cy, ux, uy, ...size } = grown(box)
      return { cx: cx * right, cy: cy * down, width: size.width * right, height: size.height * down, ux, uy }
    })
}
