/**
 * PDF: the text as people see it on the pages. Pages of pictures, and those whose fonts do not say which characters they
 * show, are told.
 */
import type { Reader } from './contract.js'
import { documentOf } from './document.js'
import { textOf } from './drawing.js'
import { pdfPages } from './pdf/parser.js'
import { refuseAbsurdWidths } from './pdf/widths.js'
import { messagesOf } from './printed/messages.js'
import type { PrintedPage } from './printed/page.js'
import { printedPageOf } from './printed/page.js'
import { drawPages } from './printed/text.js'
import type { ScanOptions } from './scans/contract.js'
import { scanMessages } from './scans/messages.js'
import type { ScannedPages } from './scans/read.js'
import { printedScanOf, readScans } from './scans/read.js'
import { recogniserOf } from './scans/recogniser.js'
import { recognitionOf } from './scans/recognition.js'
import { startOf } from './start.js'
import { ignoringStrayRejections } from './stray-rejections.js'

const mediaType = 'application/pdf'
/** The mark may stand behind some bytes of rubbish. */
const markWithin = 1024

async function readPages(bytes: Uint8Array): Promise<PrintedPage[]> {
  const pages: PrintedPage[] = []
  for await (const ink of pdfPages(bytes)) pages.push(printedPageOf(ink))
  return pages
}

/** Empty pages that were not recognised; what is said of the others is said by recognition. */
function withoutScanned(empty: ReadonlySet<number>, scanned: ScannedPages | undefined): ReadonlySet<number> {
  return new Set([...empty].filter((at) => !scanned?.pages.some(({ page }) => page === at + 1)))
}

/** The pages that are to be recognised, from 1: those that show something and give no text, or all. */
function pagesToRecognise(pages: readonly PrintedPage[], { mode = 'auto' }: ScanOptions): number[] {
  if (mode === 'never') return []
  return pages.flatMap(({ lines, hasPictures, isUnreadable }, at) =>
    mode === 'force' || (lines.length === 0 && (hasPictures || isUnreadable)) ? [at + 1] : [],
  )
}

/** Undefined where there is nothing to recognise, or nothing to do it with. */
async function readScanned(
  bytes: Uint8Array,
  pages: readonly PrintedPage[],
  scans: ScanOptions,
): Promise<ScannedPages | undefined> {
  const numbers = pagesToRecognise(pages, scans)
  const recogniser = numbers.length === 0 ? undefined : await recogniserOf(scans)
  if (recogniser === undefined) return undefined
  return { recogniser, pages: await readScans(recogniser.readPdf(bytes, numbers), 'pdf') }
}

export const reader: Reader = {
  id: 'pdf',
  mediaTypes: [mediaType],
  extensions: ['.pdf'],
  recognises: (bytes) => startOf(bytes, markWithin).includes('%PDF-'),
  async *read(bytes, context) {
    refuseAbsurdWidths(bytes, startOf(bytes, bytes.length))
    const { pages, scanned } = await ignoringStrayRejections(/pdfjs/, async () => {
      const own = await readPages(bytes)
      const scans = await readScanned(bytes, own, context.scans)
      const read = new Map(scans?.pages.map((page) => [page.page - 1, page]))
      return {
        pages: own.map((page, at) => (read.has(at) ? printedScanOf(read.get(at)!) : page)),
        scanned: scans,
      }
    })
    const { drawing, pageStarts, empty } = drawPages(pages)
    yield documentOf(bytes, context, {
      text: textOf(drawing),
      mediaType,
      stated: drawing.stated,
      pageStarts,
      messages: [
        ...messagesOf(pages, withoutScanned(empty, scanned), 'scanned-pdf'),
        ...scanMessages(scanned?.pages ?? []),
      ],
      ...(scanned && { recognition: recognitionOf(drawing, scanned.pages, scanned.recogniser) }),
    })
  },
}
