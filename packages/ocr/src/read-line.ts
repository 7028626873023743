/** The text of one box: cut out level, as high as the recognition model wants it, and read. */
import type { Decoded } from './decode.js'
import { decode } from './decode.js'
import type { Slanted } from './geometry.js'
import { quantileOf } from './histogram.js'
import type { Planes } from './picture.js'
import { brightnessAt } from './resize.js'
import type { Model } from './runtime.js'
import { withSigns } from './signs.js'

/** Pixels of what the model sees. */
const inputHeight = 48
const widths = [16, 4000] as const
/** Boxes that are higher than wide by so much are lines on their side. */
const standing = 1.5
/** Where pixels shrink by more than this, more than one is looked at for each. */
const coarse = 1.3
/** Height of the input in parts of that of the box, and how much of the page it shows; the rest is paper. */
const rooms = { small: 1.3, large: 1 } as const
const shown = 1.1
/** Of the pixels of a line, the share that is not brighter than its paper. */
const paperShare = 0.8
/** A figure less sure than the first is looked at twice, and any other character less sure than the second. */
const doubtful = 0.9
const unlikely = 0.5
const digit = /[0-9]/

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

/** A box as the model sees it: so many pixels wide, what is kept of the page so high in the middle of them. */
interface Cut {
  readonly box: Slanted
  readonly width: number
  /** First and last row of the input that show the page, the last one exclusive. */
  readonly rows: readonly [from: number, to: number]
  /** Pixels of the page for one of these. */
  readonly scale: number
}

function cutOf(box: Slanted, room: number): Cut {
  const scale = (box.height * room) / inputHeight
  const width = Math.max(widths[0], Math.min(widths[1], Math.ceil(box.width / scale)))
  const margin = Math.max(0, Math.round((inputHeight * (1 - shown / room)) / 2))
  return { box, width, rows: [margin, inputHeight - margin], scale }
}

/** Brightness of the page where a pixel of the input lies; `finer` pixels are looked at each way. */
function brightness(
  plane: Uint8Array,
  page: Planes,
  { box, width, scale }: Cut,
  x: number,
  y: number,
): number {
  const finer = scale > coarse ? 2 : 1
  const [mostX, mostY] = [page.width - 1.001, page.height - 1.001]
  const step = box.width / width
  let sum = 0
  for (let part = 0; part < finer * finer; part++) {
    const along = (x + ((part % finer) + 0.5) / finer - width / 2) * step
    const down = (y + ((part >> 1) + 0.5) / finer - inputHeight / 2) * scale
    const pageX = box.cx + along * box.ux - down * box.uy - 0.5
    const pageY = box.cy + along * box.uy + down * box.ux - 0.5
    const insideX = Math.min(mostX, Math.max(0, pageX))
    sum += brightnessAt(plane, page.width, insideX, Math.min(mostY, Math.max(0, pageY)))
  }
  return sum / (finer * finer)
}

const normal = (value: number) => value / 127.5 - 1

/** Fills a plane of the input from a plane of the page, and its margins with paper. */
function sample(plane: Uint8Array, page: Planes, cut: Cut, input: Float32Array, from: number): void {
  const { width, rows } = cut
  const counts = new Uint32Array(256)
  for (let y = rows[0]; y < rows[1]; y++) {
    for (let x = 0; x < width; x++) {
      const value = brightness(plane, page, cut, x, y)
      counts[value | 0]!++
      input[from + y * width + x] = normal(value)
    }
  }
  const paper = normal(quantileOf(counts, paperShare))
  input.fill(paper, from, from + rows[0] * width)
  input.fill(paper, from + rows[1] * width, from + inputHeight * width)
}

function inputOf(page: Planes, cut: Cut): Float32Array {
  const count = inputHeight * cut.width
  const input = new Float32Array(3 * count)
  const { planes } = page
  for (const [part, plane] of planes.entries())
    sample(plane, page, cut, input, (planes.length - 1 - part) * count)
  if (planes.length === 1) {
    input.copyWithin(count, 0, count)
    input.copyWithin(2 * count, 0, count)
  }
  return input
}

async function readCut(model: Model, alphabet: readonly string[], page: Planes, cut: Cut): Promise<ReadLine> {
  const { data, dims } = await model.run(inputOf(page, cut), [1, 3, inputHeight, cut.width])
  const [, steps = 0, classes = 0] = dims
  const line = withSigns(decode({ values: data, steps, classes }, alphabet))
  return { ...line, box: cut.box, steps }
}

/** There where a figure, or a sign beside one, is not sure or may be overlooked, or any character rather wrong than right. */
function isDoubtful({ characters, gaps }: Decoded): boolean {
  const isDigit = (at: number) => digit.test(characters[at]?.text ?? '')
  const isOfFigure = (at: number) => isDigit(at) || isDigit(at - 1) || isDigit(at + 1)
  return (
    gaps.some(({ text }) => digit.test(text)) ||
    characters.some(
      ({ confidence }, at) => confidence < unlikely || (confidence < doubtful && isOfFigure(at)),
    )
  )
}

/** How sure a reading is, figures that it may have overlooked counted as what they are not: sure. */
function surenessOf(line: Decoded): number {
  const missed = line.gaps.filter(({ text }) => digit.test(text))
  const doubt = missed.reduce((sum, { confidence }) => sum + confidence, 0)
  const count = line.characters.length + missed.length
  return (confidenceOf([line]) * line.characters.length + missed.length - doubt) / Math.max(1, count)
}

/** Reads a box small, which takes less time; where that leaves a doubt, large as well, and takes the surer. */
export async function readLine(
  model: Model,
  alphabet: readonly string[],
  page: Planes,
  found: Slanted,
): Promise<ReadLine> {
  const box = laidDown(found)
  const small = await readCut(model, alphabet, page, cutOf(box, rooms.small))
  if (!isDoubtful(small)) return small
  const large = await readCut(model, alphabet, page, cutOf(box, rooms.large))
  return surenessOf(large) > surenessOf(small) ? large : small
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
