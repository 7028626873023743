/** A text a line: JSON objects with a text field, as data sets keep them. A line that is none stops no other. */
import type { Reader } from './contract.js'
import { withoutControls } from './controls.js'
import { documentOf } from './document.js'
import { decodeText, messagesOf } from './encoding.js'
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
    const decoded = decodeText(bytes, context.encoding)
    const { text, encoding } = decoded
    let number = 0
    for (const line of text.split('\n')) {
      number++
      if (line.trim() === '') continue
      const entry = context.entry === null ? String(number) : `${context.entry}/${number}`
      const read = parseJsonText(line, context.fields)
      const clean = withoutControls(read.text)
      const replaced = line.includes('\uFFFD') ? decoded.replaced : 0
      const messages = [...read.messages, ...messagesOf({ replaced, removed: clean.removed })]
      yield documentOf(
        new TextEncoder().encode(line),
        { ...context, entry },
        {
          text: clean.text,
          encoding,
          messages,
          ...(read.input && { input: read.input }),
          pageStarts: clean.pageStarts,
          mediaType: 'application/jsonl',
        },
      )
    }
  },
}
