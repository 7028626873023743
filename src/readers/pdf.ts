/**
 * PDF: the text as people see it on the pages. Pages of pictures, and those whose fonts do not say which characters they
 * show, are told.
 */
import type { Message } from '../model/message.js'
import { ProcessingError } from '../model/message.js'
import type { Reader } from './contract.js'
import { documentOf } from './document.js'
import { textOf } from './drawing.js'
import type { PdfPage } from './pdf/page.js'
import { pdfPageOf } from './pdf/page.js'
import { pdfPages } from './pdf/parser.js'
import { drawPdf } from './pdf/text.js'
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

async function readPages(bytes: Uint8Array): Promise<PdfPage[]> {
  const pages: PdfPage[] = []
  for await (const ink of pdfPages(bytes)) pages.push(pdfPageOf(ink))
  return pages
}

/** Numbers of pages as people write them: 1, 3–5. */
function rangesOf(numbers: readonly number[]): string {
  const ranges: { first: number; last: number }[] = []
  for (const number of numbers) {
    const range = ranges.at(-1)
    if (range !== undefined && range.last === number - 1) range.last = number
    else ranges.push({ first: number, last: number })
  }
  return ranges.map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`)).join(', ')
}

/** What is said of pages that give no text, or not all of theirs. */
function messagesOf(pages: readonly PdfPage[], empty: ReadonlySet<number>): Message[] {
  const numbersOf = (isMeant: (page: PdfPage, index: number) => boolean) =>
    pages.flatMap((page, index) => (isMeant(page, index) ? [index + 1] : []))
  const warning = { stage: 'read', level: 'warning' } as const
  const unreadable = numbersOf(({ isUnreadable }) => isUnreadable)
  const pictures = numbersOf((page, index) => empty.has(index) && !page.isUnreadable)
  const messages: Message[] = []
  if (unreadable.length > 0) {
    messages.push({ ...warning, code: 'unreadable-fonts', parameters: { pages: rangesOf(unreadable) } })
  }
  if (pictures.length === pages.length && pages.length > 0) {
    messages.push({ ...warning, code: 'scanned-pdf', parameters: { pages: pages.length } })
  } else if (pictures.some((page) => pages[page - 1]!.hasPictures)) {
    const scanned = pictures.filter((page) => pages[page - 1]!.hasPictures)
    messages.push({ ...warning, code: 'scanned-pages', parameters: { pages: rangesOf(scanned) } })
  }
  return messages
}

export const reader: Reader = {
  id: 'pdf',
  mediaTypes: [mediaType],
  extensions: ['.pdf'],
  recognises: (bytes) => new TextDecoder('latin1').decode(bytes.subarray(0, markWithin)).includes('%PDF-'),
  async *read(bytes, context) {
    refuseAbsurdWidths(bytes)
    const pages = await ignoringStrayRejections(/pdfjs-dist/, () => readPages(bytes))
    const { drawing, pageStarts, empty } = drawPdf(pages)
    yield documentOf(bytes, context, {
      text: textOf(drawing),
      mediaType,
      stated: drawing.stated,
      pageStarts,
      messages: messagesOf(pages, empty),
    })
  },
}
