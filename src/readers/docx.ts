/**
 * Word documents since 2007: the labels of lists are written out, mammoth makes markup, the walk over markup draws the
 * text. Pictures, macros and external references are left alone.
 */
import { ProcessingError } from '../model/message.js'
import { isPackage } from './archive-directory.js'
import type { Reader } from './contract.js'
import { documentOf } from './document.js'
import { textOf } from './drawing.js'
import { drawMarkup } from './markup.js'

const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/**
 * Styles that say something to the walk over markup: headings. mammoth's own map is three times as long, and is parsed
 * for every document, which takes longer than all the rest.
 */
const headingStyles = [1, 2, 3, 4, 5, 6].flatMap((level) => [
  `p.Heading${level} => h${level}:fresh`,
  `p[style-name='Heading ${level}'] => h${level}:fresh`,
])
const styleMap = [...headingStyles, 'p.Heading => h1:fresh', "p[style-name='Heading'] => h1:fresh"]

async function toMarkup(makePackage: () => Uint8Array): Promise<string> {
  const { default: mammoth } = await import('mammoth')
  const noPicture = mammoth.images.imgElement(async () => ({ src: '' }))
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(makePackage()) },
      {
        convertImage: noPicture,
        externalFileAccess: false,
        styleMap,
        includeDefaultStyleMap: false,
        includeEmbeddedStyleMap: false,
      },
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
    const [{ pack, unpack }, { withLabels }, { parsePage }] = await Promise.all([
      import('./archive.js'),
      import('./docx-numbering.js'),
      import('./page.js'),
    ])
    // Unpacked within the limit, so that mammoth, which knows none, meets no bomb.
    const parts = unpack(bytes, context.maxBytes)
    const drawing = drawMarkup(parsePage(await toMarkup(() => pack(withLabels(parts)))).body)
    yield documentOf(bytes, context, { text: textOf(drawing), mediaType, stated: drawing.stated })
  },
}
