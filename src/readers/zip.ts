/** Archives of documents: each entry is read by the reader that its bytes ask for, and one that fails stops no other. */
import { type DirectoryEntry, isArchive } from './archive-directory.js'
import type { EntryRange, Reader } from './contract.js'
import { readEntry } from './entry.js'

/** What systems put into archives beside the documents. */
export const clutter = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$)/i

const everything: EntryRange = { start: 0, end: Number.POSITIVE_INFINITY }

export const reader: Reader = {
  id: 'zip',
  mediaTypes: ['application/zip'],
  extensions: ['.zip'],
  holdsSeveral: true,
  isPlain: true,
  recognises: isArchive,
  async *read(bytes, context) {
    const { checkSizes, entriesOf, unpackEntry } = await import('./archive.js')
    const documents = entriesOf(bytes).filter(({ name }) => !clutter.test(name))
    const { start, end } = context.entries ?? everything
    const picked: readonly DirectoryEntry[] = documents.slice(start, end)
    checkSizes(picked, context.maxBytes)
    for (const entry of picked) {
      yield* readEntry(context, entry.name, () => unpackEntry(bytes, entry))
    }
  },
}
