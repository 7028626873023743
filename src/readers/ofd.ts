/**
 * OFD (GB/T 33190), the state's own format of fixed pages: the text as people see it on the pages. What is attached and
 * what was put on the pages later is named, and left alone.
 */
import type { SourceDocument } from '../model/document.js'
import type { Message } from '../model/message.js'
import { ProcessingError } from '../model/message.js'
import { isArchive, readDirectory } from './archive-directory.js'
import type { ReadContext, Reader } from './contract.js'
import { documentOf } from './document.js'
import { textOf } from './drawing.js'
import type { OfdDocument } from './ofd/package.js'
import type { PageInk } from './printed/ink.js'
import { messagesOf } from './printed/messages.js'
import type { PrintedPage } from './printed/page.js'

const mediaType = 'application/ofd'
const mostPages = 5000
/** What an encrypted package has in place of its parts (GM/T 0099). */
const encryption = /^(Encryptions|Decryptseed)\.(xml|dat)$/i

async function readPackage(bytes: Uint8Array, maxBytes: number) {
  const [{ unpack }, { documentsOf, partsOf }] = await Promise.all([
    import('./archive.js'),
    import('./ofd/package.js'),
  ])
  const parts = partsOf(unpack(bytes, maxBytes, (name) => /\.xml$/i.test(name)))
  return { parts, documents: documentsOf(parts) }
}

const warning = (code: string, parameters: Message['parameters'] & object): Message => ({
  stage: 'read',
  level: 'warning',
  code,
  parameters,
})

/** What belongs to a document and is not read. */
function leftOut({ attachments }: OfdDocument, annotations: readonly string[]): Message[] {
  const messages: Message[] = []
  if (annotations.length > 0) {
    const kinds = [...new Set(annotations)].join(', ')
    messages.push(warning('annotations', { count: annotations.length, kinds }))
  }
  if (attachments.length > 0)
    messages.push(warning('attachments', { count: attachments.length, names: attachments.join(', ') }))
  return messages
}

type Package = Awaited<ReturnType<typeof readPackage>>

async function read(bytes: Uint8Array, context: ReadContext, { parts }: Package, document: OfdDocument) {
  const [{ annotationKinds, inkOfDocument }, { printedPageOf }, { drawPages }] = await Promise.all([
    import('./ofd/ink.js'),
    import('./printed/page.js'),
    import('./printed/text.js'),
  ])
  const inks = [...inkOfDocument(parts, document)]
  const own = inks.map(printedPageOf)
  const scanned = await readScanned(bytes, context, inks, own)
  const pages = own.map((page, at) => scanned?.printed.get(at) ?? page)
  const { drawing, pageStarts, empty } = drawPages(pages)
  const annotations = [...document.annotations.values()].flatMap(annotationKinds)
  return documentOf(bytes, context, {
    text: textOf(drawing),
    mediaType,
    stated: drawing.stated,
    pageStarts,
    messages: [
      ...messagesOf(pages, new Set([...empty].filter((at) => !scanned?.printed.has(at))), 'scanned-ofd'),
      ...(scanned?.messages ?? []),
      ...leftOut(document, annotations),
    ],
    ...(scanned && { recognition: scanned.recognitionOf(drawing) }),
  })
}

/** Pages that are pictures of their own in the package, recognised; undefined where there are none or nothing can. */
async function readScanned(
  bytes: Uint8Array,
  { scans, maxBytes }: ReadContext,
  inks: readonly PageInk[],
  pages: readonly PrintedPage[],
) {
  const { mode = 'auto' } = scans
  const isMeant = (at: number) => mode === 'force' || pages[at]!.lines.length === 0
  const names = new Map(
    inks.flatMap(({ scan }, at) =>
      scan !== undefined && mode !== 'never' && isMeant(at) ? [[at, scan]] : [],
    ),
  )
  if (names.size === 0) return undefined
  const [{ unpack }, { readPagePictures }] = await Promise.all([
    import('./archive.js'),
    import('./scans/page-pictures.js'),
  ])
  const fileNames = new Set(names.values())
  const baseOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)
  const files = unpack(bytes, maxBytes, (path) => fileNames.has(baseOf(path)))
  const byName = new Map([...files].map(([path, file]) => [baseOf(path), file]))
  return readPagePictures(names, byName, scans)
}

const damaged = () => new ProcessingError('damaged-file', { format: 'ofd' })

export const reader: Reader = {
  id: 'ofd',
  mediaTypes: [mediaType],
  extensions: ['.ofd'],
  recognises: (bytes) =>
    isArchive(bytes) && readDirectory(bytes).entries.some(({ name }) => /^\/?OFD\.xml$/i.test(name)),
  async *read(bytes, context) {
    if (readDirectory(bytes).entries.some(({ name }) => encryption.test(name)))
      throw new ProcessingError('encrypted')
    const documents: SourceDocument[] = []
    try {
      const opened = await readPackage(bytes, context.maxBytes)
      if (opened.documents.length === 0) throw damaged()
      for (const [at, document] of opened.documents.entries()) {
        const { length } = document.pages
        if (length > mostPages)
          throw new ProcessingError('too-many-pages', { pages: length, limit: mostPages })
        documents.push(await read(...ownBytes(bytes, context, opened, at), opened, document))
      }
    } catch (cause) {
      throw cause instanceof ProcessingError ? cause : damaged()
    }
    yield* documents
  },
}

/** The bytes of a document and what it is called: those of the file, or where it holds several, of its own pages. */
function ownBytes(
  bytes: Uint8Array,
  context: ReadContext,
  { documents }: Package,
  at: number,
): [Uint8Array, ReadContext] {
  if (documents.length === 1) return [bytes, context]
  const { path, pages } = documents[at]!
  const name = path.slice(0, Math.max(0, path.lastIndexOf('/'))) || String(at + 1)
  const entry = context.entry === null ? name : `${context.entry}/${name}`
  const own = Buffer.concat([Buffer.from(path), ...pages.map((page) => page.bytes)])
  return [own, { ...context, entry }]
}
