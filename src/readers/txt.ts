/** Plain text in any encoding: the characters as they stand. The reader of last resort. */
import type { Reader } from './contract.js'
import { documentOf } from './document.js'
import { decodeText, messagesOf } from './encoding.js'

export const reader: Reader = {
  id: 'txt',
  mediaTypes: ['text/plain'],
  extensions: ['.txt', '.text', '.log'],
  isPlain: true,
  recognises: () => true,
  async *read(bytes, context) {
    const decoded = decodeText(bytes, context.encoding)
    const { text, encoding, pageStarts } = decoded
    const messages = messagesOf(decoded)
    yield documentOf(bytes, context, { text, encoding, messages, pageStarts, mediaType: 'text/plain' })
  },
}
