/** JSON: an object with a text is a document, a list holds one an item. An item that is none stops no other. */
import { ProcessingError } from '../model/message.js'
import type { FieldOptions, Reader } from './contract.js'
import { withoutControls } from './controls.js'
import { documentOf } from './document.js'
import { decodeText, messagesOf } from './encoding.js'
import { textOfJson } from './json-text.js'

const sniffed = 4096
const mediaType = 'application/json'

/** Whether bytes are all JSON: text can begin like it. */
function isJson(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, sniffed))
  if (!/^\s*(\{\s*"[^"\n]{1,80}"\s*:|\[\s*\{\s*")/.test(start)) return false
  try {
    JSON.parse(new TextDecoder().decode(bytes))
    return true
  } catch {
    return false
  }
}

/** The text of a value, without controls. */
function cleanText(value: unknown, fields: FieldOptions) {
  const { text, messages, input } = textOfJson(value, fields)
  const { removed, ...clean } = withoutControls(text)
  return {
    ...clean,
    ...(input && { input }),
    messages: [...messages, ...messagesOf({ replaced: 0, removed })],
  }
}

export const reader: Reader = {
  id: 'json',
  mediaTypes: [mediaType],
  extensions: ['.json'],
  holdsSeveral: true,
  isPlain: true,
  recognises: (bytes, path) => /\.json$/i.test(path ?? '') || isJson(bytes),
  async *read(bytes, context) {
    const decoded = decodeText(bytes, context.encoding)
    const { encoding } = decoded
    let value: unknown
    try {
      value = JSON.parse(decoded.text)
    } catch {
      throw new ProcessingError('damaged-file', { format: 'json' })
    }
    if (!Array.isArray(value)) {
      const { messages, ...own } = cleanText(value, context.fields)
      const all = [...messages, ...messagesOf({ replaced: decoded.replaced, removed: 0 })]
      yield documentOf(bytes, context, { ...own, encoding, mediaType, messages: all })
      return
    }
    for (const [index, item] of value.entries()) {
      const entry = context.entry === null ? String(index + 1) : `${context.entry}/${index + 1}`
      const bytesOf = new TextEncoder().encode(JSON.stringify(item))
      yield documentOf(
        bytesOf,
        { ...context, entry },
        { ...cleanText(item, context.fields), encoding, mediaType },
      )
    }
  },
}
