/** The text of one box: cut out level, as high as the recognition model wants it, and read. */
import type { Decoded } from './decode.js'
import { decode } from './decode.js'
import type { Slanted } from './geometry.js'
import type { Planes } from './picture.js'
import { brightnessAt } from './resize.js'
import type { Model } from './runtime.js'

/** Pixels of what the model sees. */
const inputHeight = 48
const widths = [16, 4000] as const
/** Boxes that are higher than wide by so much are lines on their side. */
const standing = 1.5
/** Where pixels shrink by more than this, more than one is looked at for each. */
const coarse = 1.3

export interface ReadLine extends Decoded {
  /** The box along which it was read. */
  readonly box: Slanted
  /** Steps of the model along the box. */
  readonly steps: number
}

/** A box that stands, laid down to be read from its foot to its head. */
function laidDown(box: Slanted): Slanted {
  if (box.height <= standing * box.width) return box
  const { cx, cy, width, height, ux, uy } = box
  return { cx, cy, width: height, height: width, ux: -uy, uy: ux }
}

/** Fills a plane of the input from a plane of the page. */
function sample(
  plane: Uint8Array,
  page: Planes,
  box: Slanted,
  width: number,
  input: Float32Array,
  from: number,
): void {
  const scale = box.height / inputHeight
  const finer = scale > coarse ? 2 : 1
  const [mostX, mostY] = [page.width - 1.001, page.height - 1.001]
  for (let y = 0, at = from; y < inputHeight; y++) {
    for (let x = 0; x < width; x++, at++) {
      let sum = 0
      for (let stepY = 0; stepY < finer; stepY++) {
        const down = ((y + (stepY + 0.5) / finer) / inputHeight - 0.5) * box.height
        for (let stepX = 0; stepX < finer; stepX++) {
          const along = ((x + (stepX + 0.5) / finer) / width - 0.5) * box.width
          const pageX = box.cx + along * box.ux - down * box.uy - 0.5
          const pageY = box.cy + along * box.uy + down * box.ux - 0.5
          sum += brightnessAt(
            plane,
            page.width,
            Math.min(mostX, Math.max(0, pageX)),
            Math.min(mostY, Math.max(0, pageY)),
          )
        }
      }
      input[at] = sum / (finer * finer) / 127.5 - 1
    }
  }
}

function inputOf(page: Planes, box: Slanted, width: number): Float32Array {
  const count = inputHeight * width
  const input = new Float32Array(3 * count)
  const { planes } = page
  for (const [part, plane] of planes.entries())
    sample(plane, page, box, width, input, (planes.length - 1 - part) * count)
  if (planes.length === 1) {
    input.copyWithin(count, 0, count)
    input.copyWithin(2 * count, 0, count)
  }
  return input
}

export async function readLine(
  model: Model,
  alphabet: readonly string[],
  page: Planes,
  found: Slanted,
): Promise<ReadLine> {
  const box = laidDown(found)
  const width = Math.max(widths[0], Math.min(widths[1], Math.ceil((inputHeight * box.width) / box.height)))
  const { data, dims } = await model.run(inputOf(page, box, width), [1, 3, inputHeight, width])
  const [, steps = 0, classes = 0] = dims
  return { ...decode({ values: data, steps, classes }, alphabet), box, steps }
}

/** Where the middle of a character lies, from the middle of the box along it. */
export function alongBox(
  { box, steps }: ReadLine,
  { first, last }: { readonly first: number; readonly last: number },
): number {
  return ((first + last + 1) / 2 / steps - 0.5) * box.width
}

/** Mean confidence of all characters of some lines; 0 where there are none. */
export function confidenceOf(lines: readonly Decoded[]): number {
  const characters = lines.flatMap((line) => line.characters)
  return characters.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, characters.length)
}
