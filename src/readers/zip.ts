/** Archives of documents: each entry is read by the reader that its bytes ask for, and one that fails stops no other. */
import { ProcessingError } from '../model/message.js'
import { type DirectoryEntry, isArchive } from './archive-directory.js'
import type { EntryRange, ReadContext, Reader } from './contract.js'
import { documentOf } from './document.js'

/** What systems put into archives beside the documents. */
const clutter = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$)/i

const everything: EntryRange = { start: 0, end: Number.POSITIVE_INFINITY }

/** The document of an entry that cannot be read: no text, and the reason. */
function failedDocument(bytes: Uint8Array, context: ReadContext, name: string, error: ProcessingError) {
  const { code, parameters } = error
  const entry = context.entry === null ? name : `${context.entry}/${name}`
  return documentOf(
    bytes,
    { path: context.path, entry },
    {
      text: '',
      mediaType: 'application/octet-stream',
      messages: [{ stage: 'read', level: 'error', code, parameters: { path: name, ...parameters } }],
    },
  )
}

export const reader: Reader = {
  id: 'zip',
  mediaTypes: ['application/zip'],
  extensions: ['.zip'],
  holdsSeveral: true,
  recognises: isArchive,
  async *read(bytes, context) {
    const { checkSizes, entriesOf, unpackEntry } = await import('./archive.js')
    const documents = entriesOf(bytes).filter(({ name }) => !clutter.test(name))
    const { start, end } = context.entries ?? everything
    const picked: readonly DirectoryEntry[] = documents.slice(start, end)
    checkSizes(picked, context.maxBytes)
    for (const entry of picked) {
      let unpacked: Uint8Array = new Uint8Array()
      try {
        unpacked = unpackEntry(bytes, entry)
        yield* context.readEntry(unpacked, entry.name)
      } catch (cause) {
        if (!(cause instanceof ProcessingError)) throw cause
        yield failedDocument(unpacked, context, entry.name, cause)
      }
    }
  },
}
