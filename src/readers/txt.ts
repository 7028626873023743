/** Plain text in any encoding: the characters as they stand. The reader of last resort, so it also says what is none. */
import { ProcessingError } from '../model/message.js'
import type { Reader } from './contract.js'
import { documentOf } from './document.js'
import { decodeText, messagesOf } from './encoding.js'

const startsWith = (bytes: Uint8Array, mark: string) =>
  [...mark].every((character, index) => bytes[index] === character.charCodeAt(0))

export const reader: Reader = {
  id: 'txt',
  mediaTypes: ['text/plain'],
  extensions: ['.txt', '.text', '.log'],
  recognises: () => true,
  async *read(bytes, context) {
    // Rich text is commands in plain characters: its words would come out as rubbish.
    if (startsWith(bytes, '{\\rtf')) throw new ProcessingError('unsupported-format', { format: 'rtf' })
    const decoded = decodeText(bytes, context.encoding)
    const { text, encoding, pageStarts } = decoded
    const messages = messagesOf(decoded)
    yield documentOf(bytes, context, { text, encoding, messages, pageStarts, mediaType: 'text/plain' })
  },
}
