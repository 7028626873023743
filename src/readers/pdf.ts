/**
 * PDF: the text layer by pdfjs, also of old documents whose Chinese fonts are not embedded. Nothing that a document
 * holds is run, no font is loaded and nothing is fetched. A document of pictures is said to be one.
 */
import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import type { Message } from '../model/message.js'
import { ProcessingError } from '../model/message.js'
import type { Reader } from './contract.js'
import { documentOf } from './document.js'
import { textOf } from './drawing.js'
import type { PdfLine, PlacedText } from './pdf-lines.js'
import { findPdfLines } from './pdf-lines.js'
import { drawPdf } from './pdf-text.js'
import { ignoringStrayRejections } from './stray-rejections.js'

const mediaType = 'application/pdf'
/** The mark may stand behind some bytes of rubbish. */
const markWithin = 1024
const mostPages = 5000

type Pdfjs = typeof import('pdfjs-dist')
type PdfDocument = Awaited<ReturnType<Pdfjs['getDocument']>['promise']>
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>

/** pdfjs reads its tables of character codes from its own folder. */
function tablesFolder(name: string): string {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  return join(root, name) + sep
}

function failureOf(cause: unknown): ProcessingError {
  const { name = '' } = cause as Error
  return name === 'PasswordException'
    ? new ProcessingError('encrypted')
    : new ProcessingError('damaged-file', { format: 'pdf' })
}

/** Arrays that can hold the widths of a font's characters. */
const widthArrays = /(?:\/W2?|\bobj)\s*\[[\s\d.[\]R+-]*/g
const beyondCodes = /(?<![\d.])\d{6,}(?!\d*\s+\d+\s+R)/

/**
 * Throws where widths are stated for ranges of characters that no font has. pdfjs makes an array as long as the range,
 * and where it is long enough, that ends the whole process.
 */
function refuseAbsurdWidths(bytes: Uint8Array): void {
  const text = new TextDecoder('latin1').decode(bytes)
  for (const [array] of text.matchAll(widthArrays)) {
    if (beyondCodes.test(array)) throw new ProcessingError('damaged-file', { format: 'pdf' })
  }
}

/** The pieces of text of a page, at the places where they are shown. */
async function placedTexts(page: PdfPage): Promise<PlacedText[]> {
  const [a, b, c, d, e, f] = page.getViewport({ scale: 1 }).transform as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const { items } = await page.getTextContent()
  const placed: PlacedText[] = []
  for (const item of items) {
    if (!('str' in item) || item.str === '') continue
    const [, , shear, scale, x, y] = item.transform as [number, number, number, number, number, number]
    const left = a * x + c * y + e
    const size = Math.hypot(shear, scale) || item.height || 1
    placed.push({ text: item.str, left, right: left + item.width, y: b * x + d * y + f, size })
  }
  return placed
}

async function readPages(bytes: Uint8Array): Promise<PdfLine[][]> {
  const { getDocument } = (await import('pdfjs-dist/legacy/build/pdf.mjs')) as Pdfjs
  const task = getDocument({
    // pdfjs takes the bytes for itself, and none that a Buffer shares with others.
    data: new Uint8Array(bytes),
    cMapUrl: tablesFolder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: tablesFolder('standard_fonts'),
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    verbosity: 0,
  })
  try {
    const document = await task.promise
    if (document.numPages > mostPages) {
      throw new ProcessingError('too-many-pages', { pages: document.numPages, limit: mostPages })
    }
    const pages: PdfLine[][] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      pages.push(findPdfLines(await placedTexts(page)))
      page.cleanup()
    }
    return pages
  } catch (cause) {
    throw cause instanceof ProcessingError ? cause : failureOf(cause)
  } finally {
    await task.destroy()
  }
}

export const reader: Reader = {
  id: 'pdf',
  mediaTypes: [mediaType],
  extensions: ['.pdf'],
  recognises: (bytes) => new TextDecoder('latin1').decode(bytes.subarray(0, markWithin)).includes('%PDF-'),
  async *read(bytes, context) {
    refuseAbsurdWidths(bytes)
    const pages = await ignoringStrayRejections(/pdfjs-dist/, () => readPages(bytes))
    const { drawing, pageStarts } = drawPdf(pages)
    const messages: Message[] = []
    if (pages.length > 0 && drawing.length === 0) {
      messages.push({
        stage: 'read',
        level: 'warning',
        code: 'scanned-pdf',
        parameters: { pages: pages.length },
      })
    }
    yield documentOf(bytes, context, {
      text: textOf(drawing),
      mediaType,
      stated: drawing.stated,
      pageStarts,
      messages,
    })
  },
}
