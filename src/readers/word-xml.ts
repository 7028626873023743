/** Word 2003 XML: a document that is one file of XML, often under the name .doc. */
import { ProcessingError } from '../model/message.js'
import type { Reader } from './contract.js'
import { documentOf } from './document.js'
import type { Drawing } from './drawing.js'
import { textOf } from './drawing.js'
import { declares } from './xml-part.js'

const mediaType = 'application/vnd.ms-word.2003+xml'

export const reader: Reader = {
  id: 'word-xml',
  mediaTypes: [mediaType],
  extensions: ['.xml'],
  recognises: (bytes) => declares(bytes, 'http://schemas.microsoft.com/office/word/2003/wordml'),
  async *read(bytes, context) {
    const { drawSinglePart } = await import('./wordml/document.js')
    let drawing: Drawing
    try {
      drawing = drawSinglePart(bytes)
    } catch {
      throw new ProcessingError('damaged-file', { format: 'xml' })
    }
    yield documentOf(bytes, context, {
      text: textOf(drawing),
      mediaType,
      encoding: 'utf-8',
      stated: drawing.stated,
    })
  },
}
