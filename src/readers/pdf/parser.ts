/**
 * Pages of a PDF by pdfjs, also of old documents whose Chinese fonts are not embedded. Nothing that a document holds is
 * run, no font is loaded, no picture is unpacked and nothing is fetched.
 */
import { ProcessingError } from '../../model/message.js'
import type { Matrix } from '../printed/geometry.js'
import type { PageInk } from '../printed/ink.js'
import type { Operation } from './ink.js'
import { inkOf } from './ink.js'
import { loadPdfjs, type Pdfjs } from './pdfjs.js'
import type { InkFont } from './pen.js'
import { SharedPort } from './port.js'

const mostPages = 5000
/** Of one page. Forms that draw each other ten times over six levels are a million. */
const mostForms = 10_000
/** Nothing is printed. */
const verbosity = 0
/** In pixels: no picture is so small. */
const largestPicture = 1

type PdfDocument = Awaited<ReturnType<Pdfjs['getDocument']>['promise']>
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>

function failureOf(cause: unknown): ProcessingError {
  const { name = '' } = cause as Error
  return name === 'PasswordException'
    ? new ProcessingError('encrypted')
    : new ProcessingError('damaged-file', { format: 'pdf' })
}

/** Names of operations by the numbers that pdfjs gives them. */
function operationNames({ OPS }: Pdfjs): ReadonlyMap<number, string> {
  return new Map(Object.entries(OPS).map(([name, number]) => [number as number, name]))
}

/** What a page draws. Throws ProcessingError `page-draws-too-much` as soon as it draws too many forms. */
async function operationsOf(page: PdfPage, port: SharedPort, names: ReadonlyMap<number, string>) {
  let forms = 0
  const tooMuch = new Promise<never>((_, reject) => {
    port.onOperations = (operations) => {
      forms += operations.filter((number) => names.get(number) === 'paintFormXObjectBegin').length
      if (forms > mostForms)
        reject(new ProcessingError('page-draws-too-much', { page: page.pageNumber, limit: mostForms }))
    }
  })
  return Promise.race([page.getOperatorList(), tooMuch])
}

async function readInk(
  page: PdfPage,
  port: SharedPort,
  names: ReadonlyMap<number, string>,
  isLayerShown: (layer: unknown) => boolean,
): Promise<PageInk> {
  const viewport = page.getViewport({ scale: 1 })
  const { fnArray, argsArray } = await operationsOf(page, port, names)
  const operations = function* (): Generator<Operation> {
    for (const [index, number] of fnArray.entries()) {
      yield { name: names.get(number) ?? '', args: (argsArray[index] as readonly unknown[] | null) ?? [] }
    }
  }
  const font = (name: string) => (page.commonObjs.has(name) ? (page.commonObjs.get(name) as InkFont) : {})
  const box = { left: 0, top: 0, right: viewport.width, bottom: viewport.height }
  return inkOf(operations(), font, viewport.transform as unknown as Matrix, box, isLayerShown)
}

/** What the pages of a PDF show, one after another. Throws ProcessingError where it cannot be read. */
export async function* pdfPages(bytes: Uint8Array): AsyncGenerator<PageInk> {
  const pdfjs = await loadPdfjs()
  const names = operationNames(pdfjs)
  const port = new SharedPort()
  pdfjs.WorkerMessageHandler.initializeFromPort(port)
  const worker = pdfjs.PDFWorker.create({ port: port as never, verbosity })
  const task = pdfjs.getDocument({
    worker,
    // pdfjs takes the bytes for itself, and none that a Buffer shares with others.
    data: new Uint8Array(bytes),
    cMapUrl: pdfjs.files.characterMaps,
    cMapPacked: true,
    standardFontDataUrl: pdfjs.files.standardFonts,
    maxImageSize: largestPicture,
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    verbosity,
  })
  try {
    const document = await task.promise
    if (document.numPages > mostPages) {
      throw new ProcessingError('too-many-pages', { pages: document.numPages, limit: mostPages })
    }
    const layers = await document.getOptionalContentConfig()
    const isLayerShown = (layer: unknown): boolean => layers.isVisible(layer) ?? true
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      yield await readInk(page, port, names, isLayerShown)
      page.cleanup()
    }
  } catch (cause) {
    throw cause instanceof ProcessingError ? cause : failureOf(cause)
  } finally {
    await task.destroy()
    worker.destroy()
  }
}
