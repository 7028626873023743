/** Pages of picture files: PNG, JPEG, WebP and TIFF by sharp, BMP by a decoder of its own. */
import type { Metadata } from 'sharp'
import { RecognitionError } from '../contract.js'
import type { Picture } from '../picture.js'
import { bitmapOf, isBitmap } from './bmp.js'
import { mostPixels } from './limits.js'

type Sharp = typeof import('sharp')['default']

/** sharp, kept to one thread and without a cache. */
export async function loadSharp(): Promise<Sharp> {
  const { default: sharp } = await import('sharp')
  // Pages go to several threads; each of them keeps to one.
  sharp.concurrency(1)
  sharp.cache(false)
  return sharp
}

/** The smaller size of a page with too many pixels. */
function limitOf({ width, height }: Pick<Metadata, 'width' | 'height'>): { width: number } | undefined {
  const pixels = width * height
  return pixels > mostPixels ? { width: Math.floor(width * Math.sqrt(mostPixels / pixels)) } : undefined
}

async function readPixels(sharp: Sharp, input: Buffer | Picture, page: number): Promise<Picture> {
  const source =
    'rgb' in input
      ? sharp(input.rgb, { raw: { width: input.width, height: input.height, channels: 3 } })
      : sharp(input, { page, limitInputPixels: 16 * mostPixels })
  const metadata = await source.metadata()
  const upright = source.rotate().flatten({ background: '#fff' }).toColourspace('srgb').removeAlpha()
  const { data, info } = await upright.resize(limitOf(metadata)).raw().toBuffer({ resolveWithObject: true })
  const rgb =
    info.channels === 3
      ? data
      : Uint8Array.from({ length: data.length * 3 }, (_, at) => data[Math.floor(at / 3)]!)
  return { width: info.width, height: info.height, rgb, dpi: metadata.density ?? null }
}

/** The pages of a file from one on, one after another. Throws RecognitionError `damaged-picture`. */
export async function* picturesOf(bytes: Uint8Array, first = 1): AsyncGenerator<Picture> {
  const sharp = await loadSharp()
  try {
    if (isBitmap(bytes)) {
      if (first === 1) yield await readPixels(sharp, bitmapOf(bytes), 0)
      return
    }
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    const { pages = 1, format } = await sharp(file).metadata()
    const count = format === 'tiff' ? pages : 1
    for (let page = first - 1; page < count; page++) yield await readPixels(sharp, file, page)
  } catch (cause) {
    throw cause instanceof RecognitionError
      ? cause
      : new RecognitionError('damaged-picture', (cause as Error).message)
  }
}
