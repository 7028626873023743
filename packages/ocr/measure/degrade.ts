/**
 * What copying, faxing, ageing and photographing do to a page. Each condition gives a picture, and leads places on it back
 * to those of the page as it was drawn.
 */
import type { Sharp } from 'sharp'
import sharp from 'sharp'
import { quantileOf } from '../src/histogram.js'
import type { Picture } from '../src/picture.js'
import type { Half } from './contents.js'
import type { Random } from './random.js'

type Point = readonly [x: number, y: number]

export interface Degraded {
  readonly picture: Picture
  readonly toDrawn: (point: Point) => Point
}

const same = (point: Point) => point
const rawOf = ({ width, height }: Picture) => ({ raw: { width, height, channels: 3 as const } })

/** Every channel of every pixel by a function of its value and place. */
function mapped(picture: Picture, change: (value: number, x: number, y: number) => number): Picture {
  const { width, rgb } = picture
  const result = new Uint8Array(rgb.length)
  for (let at = 0; at < rgb.length; at++) {
    const pixel = Math.floor(at / 3)
    const value = change(rgb[at]!, pixel % width, Math.floor(pixel / width))
    result[at] = Math.max(0, Math.min(255, Math.round(value)))
  }
  return { ...picture, rgb: result }
}

async function through(picture: Picture, change: (image: Sharp) => Sharp): Promise<Picture> {
  const image = change(sharp(picture.rgb, rawOf(picture)))
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true })
  const rgb =
    info.channels === 3
      ? data
      : Uint8Array.from({ length: data.length * 3 }, (_, at) => data[Math.floor(at / 3)]!)
  return { ...picture, width: info.width, height: info.height, rgb }
}

const jpeg = async (picture: Picture, quality: number): Promise<Picture> => {
  const file = await sharp(picture.rgb, rawOf(picture)).jpeg({ quality }).toBuffer()
  const { data } = await sharp(file).raw().toBuffer({ resolveWithObject: true })
  return { ...picture, rgb: data }
}

const blur = (picture: Picture, sigma: number) => through(picture, (image) => image.blur(sigma))
const noise = (picture: Picture, deviation: number, random: Random) => {
  const table = Float32Array.from({ length: 4093 }, () => random.normal() * deviation)
  let at = 0
  return mapped(picture, (value) => value + table[at++ % table.length]!)
}
const contrast = (picture: Picture, ink: number, paper: number) =>
  mapped(picture, (value) => ink + (value / 255) * (paper - ink))

/** In black and white, so much of it black as there is ink: copiers are set so that a copy is as dark as what is copied. */
function blackAndWhite(picture: Picture, darkness: number): Picture {
  const counts = new Uint32Array(256)
  let ink = 0
  for (const value of picture.rgb) {
    counts[value]!++
    ink += (255 - value) / 255
  }
  const threshold = quantileOf(counts, (darkness * ink) / picture.rgb.length)
  return mapped(picture, (value) => (value <= threshold ? 0 : 255))
}

/** Specks of ink, or holes in it. */
function specks(picture: Picture, share: number, random: Random): Picture {
  const rgb = Uint8Array.from(picture.rgb)
  const count = picture.width * picture.height
  for (let speck = 0; speck < share * count; speck++) {
    const at = random.between(0, count - 1) * 3
    const value = rgb[at]! > 127 ? 0 : 255
    rgb.fill(value, at, at + 3)
  }
  return { ...picture, rgb }
}

/** Turned about its middle by some degrees, the size kept. */
async function skewed(picture: Picture, degrees: number): Promise<Degraded> {
  const { width, height } = picture
  const turned = await through(picture, (image) => image.rotate(degrees, { background: '#fff' }))
  const [left, top] = [Math.floor((turned.width - width) / 2), Math.floor((turned.height - height) / 2)]
  const cut = await through(turned, (image) => image.extract({ left, top, width, height }))
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  return {
    picture: cut,
    toDrawn: ([x, y]) => {
      const [dx, dy] = [x - width / 2, y - height / 2]
      return [width / 2 + dx * cos + dy * sin, height / 2 - dx * sin + dy * cos]
    },
  }
}

/** As a telephone sees it: the far edge is shorter, one side lies in the shade. */
async function photographed(picture: Picture, narrowing: number): Promise<Degraded> {
  const { width, height, rgb } = picture
  const result = new Uint8Array(rgb.length).fill(120)
  /** Where a place of the photograph lies on the page: rows are narrower, and nearer to each other, towards the top. */
  const toDrawn = ([x, y]: Point): Point => {
    const far = 1 - y / height
    const scale = 1 / (1 - narrowing * far)
    return [width / 2 + (x - width / 2) * scale, height - (height - y) * (1 + (narrowing / 2) * far)]
  }
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [pageX, pageY] = toDrawn([x, y]).map(Math.round) as [number, number]
      if (pageX < 0 || pageY < 0 || pageX >= width || pageY >= height) continue
      const shade = 0.65 + (0.35 * x) / width
      for (let part = 0; part < 3; part++)
        result[(y * width + x) * 3 + part] = rgb[(pageY * width + pageX) * 3 + part]! * shade
    }
  }
  return { picture: await jpeg(await blur({ ...picture, rgb: result }, 0.6), 60), toDrawn }
}

/** Another page shows through, mirrored. */
function bledThrough(picture: Picture, back: Picture, paleness: number): Picture {
  const { width, rgb } = picture
  const shown = Uint8Array.from(rgb)
  for (let at = 0; at < rgb.length / 3; at++) {
    const mirrored = at - 2 * (at % width) + width - 1
    const behind = back.rgb[mirrored * 3] ?? 255
    for (let part = 0; part < 3; part++)
      shown[at * 3 + part] = Math.min(rgb[at * 3 + part]!, 255 - (255 - behind) * paleness)
  }
  return { ...picture, rgb: shown }
}

async function faxed(picture: Picture, darkness: number): Promise<Picture> {
  const { width, height } = picture
  const low = await through(picture, (image) =>
    image.resize({ width, height: Math.round(height / 2), fit: 'fill' }),
  )
  return through(blackAndWhite(low, darkness), (image) =>
    image.resize({ width, height, fit: 'fill', kernel: 'nearest' }),
  )
}

/** What a condition is made with: the page, one that was drawn for its back, chance, and how strong it is. */
interface Making {
  readonly picture: Picture
  readonly back: Picture
  readonly random: Random
  /** 1 for the half that is tuned on; another for the half that is reported. */
  readonly strength: number
}

type Make = (making: Making) => Promise<Degraded>
const still =
  (make: (making: Making) => Picture | Promise<Picture>): Make =>
  async (making) => ({
    picture: await make(making),
    toDrawn: same,
  })

const skewBlurNoise: Make = async ({ picture, random, strength }) => {
  const turned = await skewed(picture, 0.7 * strength)
  const soft = await blur(turned.picture, 0.8 * strength)
  return {
    picture: await jpeg(noise(contrast(soft, 60, 220), 10 * strength, random), 40),
    toDrawn: turned.toDrawn,
  }
}

/** Dots an inch of the drawing, and what becomes of it. */
interface Condition {
  readonly dpi: number
  readonly make: Make
}

export const conditions = {
  clean: { dpi: 200, make: still(({ picture }) => picture) },
  '150dpi': { dpi: 150, make: still(({ picture }) => picture) },
  skew: { dpi: 200, make: ({ picture, strength }) => skewed(picture, 1.5 * strength) },
  blur: { dpi: 200, make: still(({ picture, strength }) => blur(picture, 1.6 * strength)) },
  noise: { dpi: 200, make: still(({ picture, random, strength }) => noise(picture, 28 * strength, random)) },
  pale: { dpi: 200, make: still(({ picture, strength }) => contrast(picture, 150, 150 + 60 / strength)) },
  jpeg: { dpi: 200, make: still(({ picture, strength }) => jpeg(picture, Math.round(40 / strength))) },
  edges: {
    dpi: 200,
    make: still(({ picture, strength }) =>
      mapped(picture, (value, x, y) =>
        Math.min(x, y, picture.width - x) < 30 * strength ? value * 0.15 : value,
      ),
    ),
  },
  mimeograph: {
    dpi: 200,
    make: still(async ({ picture, random, strength }) =>
      specks(await blur(contrast(picture, 70, 235), 0.9 * strength), 0.002 * strength, random),
    ),
  },
  photo: { dpi: 200, make: ({ picture, strength }) => photographed(picture, 0.08 * strength) },
  bad: { dpi: 150, make: skewBlurNoise },
  copy: {
    dpi: 200,
    make: still(async ({ picture, random, strength }) =>
      specks(blackAndWhite(await blur(picture, 1.1 * strength), 1), 0.003 * strength, random),
    ),
  },
  fax: { dpi: 200, make: still(({ picture, strength }) => faxed(picture, 1 / strength)) },
  bleed: {
    dpi: 200,
    make: still(({ picture, back, strength }) => bledThrough(picture, back, 0.35 * strength)),
  },
} as const satisfies Record<string, Condition>

export type ConditionName = keyof typeof conditions
export const conditionNames = Object.keys(conditions) as ConditionName[]

const strengths: Readonly<Record<Half, number>> = { tuned: 1, reported: 1.1 }

export function degrade(
  name: ConditionName,
  half: Half,
  pages: { readonly picture: Picture; readonly back: Picture },
  random: Random,
): Promise<Degraded> {
  return conditions[name].make({ ...pages, random, strength: strengths[half] })
}
