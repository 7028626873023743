/** Archives of documents: each entry is read by the reader that its bytes ask for, and one that fails stops no other. */
import { ProcessingError } from '../model/message.js'
import { isArchive } from './archive-names.js'
import type { Reader } from './contract.js'
import { documentOf } from './document.js'

/** What systems put into archives beside the documents. */
const clutter = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$)/i

export const reader: Reader = {
  id: 'zip',
  mediaTypes: ['application/zip'],
  extensions: ['.zip'],
  recognises: isArchive,
  async *read(bytes, context) {
    const { unpackEach } = await import('./archive.js')
    for (const [name, entry] of unpackEach(bytes, context.maxBytes, (path) => !clutter.test(path))) {
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
