/**
 * Pages of PDF files as pictures, by pdfjs and the canvas that is its own dependency: a second version of that in one
 * process ends it.
 */
import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { RecognitionError } from '../contract.js'
import type { Picture } from '../picture.js'
import { drawnDpi, mostPixels } from './limits.js'

type Pdfjs = typeof import('pdfjs-dist')
type Page = Awaited<ReturnType<Awaited<ReturnType<Pdfjs['getDocument']>['promise']>['getPage']>>
type Canvas = typeof import('@napi-rs/canvas')

const pointsPerInch = 72

async function draw(page: Page, { createCanvas }: Canvas): Promise<Picture> {
  const whole = page.getViewport({ scale: drawnDpi / pointsPerInch })
  const scale = whole.scale * Math.min(1, Math.sqrt(mostPixels / (whole.width * whole.height)))
  const viewport = page.getViewport({ scale })
  const [width, height] = [Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height))]
  const context = createCanvas(width, height).getContext('2d')
  await page.render({ canvas: null, canvasContext: context as never, viewport }).promise
  const { data } = context.getImageData(0, 0, width, height)
  const rgb = new Uint8Array(width * height * 3)
  for (let to = 0, from = 0; to < rgb.length; to += 3, from += 4) {
    rgb[to] = data[from]!
    rgb[to + 1] = data[from + 1]!
    rgb[to + 2] = data[from + 2]!
  }
  return { width, height, rgb, dpi: Math.round(scale * pointsPerInch) }
}

/** The pages of these numbers, from 1. Throws RecognitionError `damaged-picture`. */
export async function* pdfPictures(
  bytes: Uint8Array,
  numbers: readonly number[],
): AsyncGenerator<{ readonly number: number; readonly picture: Picture }> {
  const require = createRequire(import.meta.url)
  const folder = dirname(require.resolve('pdfjs-dist/package.json'))
  const inFolder = (name: string) => join(folder, name) + sep
  const canvas = createRequire(join(folder, 'package.json'))('@napi-rs/canvas') as Canvas
  const pdfjs = (await import('pdfjs-dist/legacy/build/pdf.mjs')) as Pdfjs
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    wasmUrl: inFolder('wasm'),
    iccUrl: inFolder('iccs'),
    cMapUrl: inFolder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: inFolder('standard_fonts'),
    isEvalSupported: false,
    verbosity: 0,
  })
  try {
    const document = await task.promise
    for (const number of numbers) {
      const page = await document.getPage(number)
      yield { number, picture: await draw(page, canvas) }
      page.cleanup()
    }
  } catch (cause) {
    throw cause instanceof RecognitionError
      ? cause
      : new RecognitionError('damaged-picture', (cause as Error).message)
  } finally {
    await task.destroy()
  }
}
