/** JSON: an object with a text is a document, a list holds one an item. An item that is none stops no other. */
import { ProcessingError } from '../model/message.js'
import type { Reader } from './contract.js'
import { documentsOfRow } from './data-set.js'
import { decodeText } from './encoding.js'
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

export const reader: Reader = {
  id: 'json',
  mediaTypes: [mediaType],
  extensions: ['.json'],
  holdsSeveral: true,
  isPlain: true,
  recognises: (bytes, path) => /\.json$/i.test(path ?? '') || isJson(bytes),
  async *read(bytes, context) {
    const { text, encoding, replaced } = decodeText(bytes, context.encoding)
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch {
      throw new ProcessingError('damaged-file', { format: 'json' })
    }
    if (!Array.isArray(value)) {
      const place = { number: null, mediaType, encoding, replaced }
      yield* documentsOfRow(textOfJson(value, context.fields), bytes, place, context)
      return
    }
    for (const [index, item] of value.entries()) {
      const written = new TextEncoder().encode(JSON.stringify(item))
      const place = { number: index + 1, mediaType, encoding, replaced }
      yield* documentsOfRow(textOfJson(item, context.fields), written, place, context)
    }
  },
}
