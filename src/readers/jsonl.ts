/** A text a line: JSON objects with a text field, as data sets keep them. A line that is none stops no other. */
import type { Reader } from './contract.js'
import { documentsOfRow } from './data-set.js'
import { decodeText } from './encoding.js'
import { parseJsonText } from './json-text.js'

const sniffed = 4096

export const reader: Reader = {
  id: 'jsonl',
  mediaTypes: ['application/jsonl', 'application/x-ndjson'],
  extensions: ['.jsonl', '.ndjson'],
  holdsSeveral: true,
  isPlain: true,
  recognises(bytes, path) {
    if (/\.(jsonl|ndjson)$/i.test(path ?? '')) return true
    const [first = ''] = new TextDecoder().decode(bytes.subarray(0, sniffed)).split('\n')
    return /^\{\s*"/.test(first) && /\}\s*$/.test(first)
  },
  async *read(bytes, context) {
    const { text, encoding, replaced } = decodeText(bytes, context.encoding)
    let number = 0
    for (const line of text.split('\n')) {
      number++
      if (line.trim() === '') continue
      const place = { number, mediaType: 'application/jsonl', encoding, replaced }
      const row = parseJsonText(line, context.fields)
      yield* documentsOfRow(row, new TextEncoder().encode(line), place, context)
    }
  },
}
