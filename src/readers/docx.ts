/**
 * Word documents since 2007: mammoth makes markup of them, the walk over markup draws the text. Pictures, macros and
 * external references are left alone.
 */
import { ProcessingError } from '../model/message.js'
import { isPackage } from './archive-names.js'
import type { Reader } from './contract.js'
import { documentOf } from './document.js'
import { textOf } from './drawing.js'
import { drawMarkup } from './markup.js'

const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

async function toMarkup(bytes: Uint8Array): Promise<string> {
  const { default: mammoth } = await import('mammoth')
  const noPicture = mammoth.images.imgElement(async () => ({ src: '' }))
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { convertImage: noPicture, externalFileAccess: false },
    )
    return value
  } catch {
    throw new ProcessingError('damaged-file', { format: 'docx' })
  }
}

export const reader: Reader = {
  id: 'docx',
  mediaTypes: [mediaType],
  extensions: ['.docx', '.docm', '.dotx'],
  recognises: (bytes) => isPackage(bytes, 'word/document.xml'),
  async *read(bytes, context) {
    const [{ unpack }, { parsePage }] = await Promise.all([import('./archive.js'), import('./page.js')])
    // Unpacked once within the limit, so that mammoth, which knows none, meets no bomb.
    unpack(bytes, context.maxBytes)
    const drawing = drawMarkup(parsePage(await toMarkup(bytes)).body)
    yield documentOf(bytes, context, { text: textOf(drawing), mediaType, stated: drawing.stated })
  },
}
