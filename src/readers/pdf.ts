/**
 * PDF: the text as people see it on the pages. Pages of pictures, and those whose fonts do not say which characters they
 * show, are told.
 */
import { ProcessingError } from '../model/message.js'
import type { Reader } from './contract.js'
import { documentOf } from './document.js'
import { textOf } from './drawing.js'
import { pdfPages } from './pdf/parser.js'
import { messagesOf } from './printed/messages.js'
import type { PrintedPage } from './printed/page.js'
import { printedPageOf } from './printed/page.js'
import { drawPages } from './printed/text.js'
import { ignoringStrayRejections } from './stray-rejections.js'

const mediaType = 'application/pdf'
/** The mark may stand behind some bytes of rubbish. */
const markWithin = 1024

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

async function readPages(bytes: Uint8Array): Promise<PrintedPage[]> {
  const pages: PrintedPage[] = []
  for await (const ink of pdfPages(bytes)) pages.push(printedPageOf(ink))
  return pages
}

export const reader: Reader = {
  id: 'pdf',
  mediaTypes: [mediaType],
  extensions: ['.pdf'],
  recognises: (bytes) => new TextDecoder('latin1').decode(bytes.subarray(0, markWithin)).includes('%PDF-'),
  async *read(bytes, context) {
    refuseAbsurdWidths(bytes)
    const pages = await ignoringStrayRejections(/pdfjs-dist/, () => readPages(bytes))
    const { drawing, pageStarts, empty } = drawPages(pages)
    yield documentOf(bytes, context, {
      text: textOf(drawing),
      mediaType,
      stated: drawing.stated,
      pageStarts,
      messages: messagesOf(pages, empty, 'scanned-pdf'),
    })
  },
}
