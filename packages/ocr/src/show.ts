/**
 * Pages as pictures that reports show: grey, turned the way up that they are read, small enough to go into a page of a
 * browser. No model is run.
 */
import type { Sharp } from 'sharp'
import type { PageToShow, ShownPage } from './contract.js'
import { pdfPictures } from './files/pdf-file.js'
import { loadSharp, picturesOf } from './files/picture-file.js'
import type { Picture } from './picture.js'

/** Bytes that a picture has at most, where it can. */
const mostBytes = 150 * 1024
/** What is tried, one after the other, until a page is small enough: its longer side in pixels, and the quality. */
const attempts = [
  { side: 1754, quality: 45 },
  { side: 1754, quality: 25 },
  { side: 1400, quality: 25 },
  { side: 1100, quality: 20 },
] as const

async function encoded(upright: Sharp): Promise<Uint8Array> {
  let bytes: Buffer | undefined
  for (const { side, quality } of attempts) {
    const small = upright
      .clone()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    bytes = await small.webp({ quality, effort: 2 }).toBuffer()
    if (bytes.length <= mostBytes) break
  }
  return bytes!
}

async function shown({ width, height, rgb }: Picture, { page, rotation }: PageToShow): Promise<ShownPage> {
  const sharp = await loadSharp()
  const upright = sharp(rgb, { raw: { width, height, channels: 3 } })
    .rotate(rotation)
    .greyscale()
  return { page, mediaType: 'image/webp', bytes: await encoded(upright) }
}

/** Pages of a picture's file, or of a PDF. Throws RecognitionError `damaged-picture`. */
export async function* showPages(
  bytes: Uint8Array,
  kind: 'pdf' | 'picture',
  pages: readonly PageToShow[],
): AsyncGenerator<ShownPage> {
  const wanted = new Map(pages.map((page) => [page.page, page]))
  if (kind === 'pdf') {
    for await (const { number, picture } of pdfPictures(bytes, [...wanted.keys()]))
      yield await shown(picture, wanted.get(number)!)
    return
  }
  let left = wanted.size
  let number = 0
  for await (const picture of picturesOf(bytes)) {
    const page = wanted.get(++number)
    if (page === undefined) continue
    yield await shown(picture, page)
    if (--left === 0) return
  }
}
