/** Archives of documents: each entry is read by the reader that its bytes ask for, and one that fails stops no other. */
import { ProcessingError } from '../model/message.js'
import { isArchive } from './archive-names.js'
import type { EntryRange, Reader } from './contract.js'
import { documentOf } from './document.js'

/** What systems put into archives beside the documents. */
const clutter = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$)/i

/** Picks the documents at these positions, when asked about each entry in turn. */
function pick({ start, end }: EntryRange = { start: 0, end: Number.POSITIVE_INFINITY }) {
  let position = 0
  return (path: string) => {
    if (clutter.test(path)) return false
    const isIn = position >= start && position < end
    position++
    return isIn
  }
}

export const reader: Reader = {
  id: 'zip',
  mediaTypes: ['application/zip'],
  extensions: ['.zip'],
  recognises: isArchive,
  async *read(bytes, context) {
    const { unpackEach } = await import('./archive.js')
    for (const [name, entry] of unpackEach(bytes, context.maxBytes, pick(context.entries))) {
      try {
        if (entry === undefined) throw new ProcessingError('damaged-file', { format: 'zip' })
        yield* context.readEntry(entry, name)
      } catch (cause) {
        if (!(cause instanceof ProcessingError)) throw cause
        const { code, parameters } = cause
        yield documentOf(
          entry ?? new Uint8Array(),
          { ...context, entry: context.entry === null ? name : `${context.entry}/${name}` },
          {
            text: '',
            mediaType: 'application/octet-stream',
            messages: [{ stage: 'read', level: 'error', code, parameters: { path: name, ...parameters } }],
          },
        )
      }
    }
  },
}
