/**
 * Pictures of pages: PNG, JPEG, WebP, TIFF and BMP files, which are recognised. Their text is drawn as that of printed
 * pages is.
 */
import { ProcessingError } from '../model/message.js'
import type { Reader } from './contract.js'
import { documentOf } from './document.js'
import { textOf } from './drawing.js'
import { drawPages } from './printed/text.js'
import { scanMessages } from './scans/messages.js'
import { printedScanOf, readScans } from './scans/read.js'
import { recogniserOf } from './scans/recogniser.js'
import { recognitionOf } from './scans/recognition.js'

interface PictureFormat {
  readonly mediaType: string
  readonly extensions: readonly string[]
  isOf(head: Buffer): boolean
}

/** Sizes of the second header of a BMP file, by which it is told from a text that begins with its two letters. */
const bitmapHeaders: ReadonlySet<number> = new Set([40, 52, 56, 108, 124])

const startsWith = (signature: string) => (head: Buffer) => head.toString('latin1').startsWith(signature)

const formats: readonly PictureFormat[] = [
  { mediaType: 'image/png', extensions: ['.png'], isOf: startsWith('\x89PNG\r\n') },
  { mediaType: 'image/jpeg', extensions: ['.jpg', '.jpeg'], isOf: startsWith('\xff\xd8\xff') },
  {
    mediaType: 'image/webp',
    extensions: ['.webp'],
    isOf: (head) => /^RIFF[\s\S]{4}WEBP/.test(head.toString('latin1')),
  },
  {
    mediaType: 'image/tiff',
    extensions: ['.tif', '.tiff'],
    isOf: (head) => startsWith('II*\0')(head) || startsWith('MM\0*')(head),
  },
  {
    mediaType: 'image/bmp',
    extensions: ['.bmp'],
    isOf: (head) => startsWith('BM')(head) && head.length >= 18 && bitmapHeaders.has(head.readUInt32LE(14)),
  },
]

/** What is looked at of a file. */
const headSize = 32

const formatOf = (bytes: Uint8Array): PictureFormat | undefined => {
  const head = Buffer.from(bytes.subarray(0, headSize))
  return formats.find(({ isOf }) => isOf(head))
}

export const reader: Reader = {
  id: 'picture',
  mediaTypes: formats.map(({ mediaType }) => mediaType),
  extensions: formats.flatMap(({ extensions }) => extensions),
  recognises: (bytes) => formatOf(bytes) !== undefined,
  async *read(bytes, context) {
    if (context.scans.mode === 'never') throw new ProcessingError('unsupported-format', { format: 'picture' })
    const recogniser = await recogniserOf(context.scans)
    if (recogniser === undefined) throw new ProcessingError('ocr-not-installed')
    const pages = await readScans(recogniser.readPicture(bytes), 'picture')
    const { drawing, pageStarts } = drawPages(pages.map(printedScanOf))
    yield documentOf(bytes, context, {
      text: textOf(drawing),
      mediaType: formatOf(bytes)!.mediaType,
      stated: drawing.stated,
      pageStarts,
      messages: scanMessages(pages),
      recognition: recognitionOf(drawing, pages, recogniser),
    })
  },
}
