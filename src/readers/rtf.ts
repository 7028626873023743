/** Rich text (RTF), often under the name .doc: the text as Word shows it. Pictures and objects are left alone. */
import type { Message } from '../model/message.js'
import type { Reader } from './contract.js'
import { documentOf } from './document.js'
import { textOf } from './drawing.js'

const mediaType = 'application/rtf'
const signature = [...'{\\rtf'].map((sign) => sign.charCodeAt(0))

export const reader: Reader = {
  id: 'rtf',
  mediaTypes: [mediaType, 'text/rtf'],
  extensions: ['.rtf'],
  recognises: (bytes) => signature.every((byte, index) => bytes[index] === byte),
  async *read(bytes, context) {
    const { drawRtf } = await import('./rtf/document.js')
    const { drawing, isCut } = drawRtf(bytes)
    const messages: Message[] = isCut ? [{ stage: 'read', level: 'warning', code: 'cut-off' }] : []
    yield documentOf(bytes, context, { text: textOf(drawing), mediaType, stated: drawing.stated, messages })
  },
}
