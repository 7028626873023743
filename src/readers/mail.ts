/**
 * Web archives (MHT), as browsers save pages, and mail (EML): the page or the text in them is read as such, what is
 * attached is read as an archive's entries are. Pictures of a page are part of it and are left alone.
 */
import type { PublicationStatement, SourceDocument } from '../model/document.js'
import { ProcessingError } from '../model/message.js'
import type { ReadContext, Reader } from './contract.js'
import { documentOf } from './document.js'
import { readEntry } from './entry.js'
import { reader as html } from './html.js'
import { startOf } from './start.js'
import { reader as plain } from './txt.js'

const mediaType = 'message/rfc822'
const sniffed = 4096
/** A name, and what belongs to it, also over several lines. */
const field = /^[A-Za-z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*/

/** Whether bytes begin with the fields of a message, of which one says that it is one. */
function isMessage(bytes: Uint8Array): boolean {
  let rest = startOf(bytes, sniffed)
  for (let found = field.exec(rest); found !== null; found = field.exec(rest)) {
    if (/^(MIME-Version:\s*1|Received:\s*from\s|Return-Path:\s*<)/i.test(found[0])) return true
    rest = rest.slice(found[0].length)
  }
  return false
}

/** The document of the text in a message: what the reader of that text says of it, but for the bytes; the page may say itself when it was published. */
async function* readBody(
  bytes: Uint8Array,
  context: ReadContext,
  reader: Reader,
  text: string,
  sent: PublicationStatement,
): AsyncGenerator<SourceDocument> {
  const body = new TextEncoder().encode(text)
  const { id, origin } = documentOf(bytes, context, { text, mediaType })
  for await (const document of reader.read(body, { ...context, encoding: 'utf-8' }))
    yield {
      ...document,
      id,
      origin: { ...sent, ...document.origin, mediaType, encoding: null, bytes: origin.bytes },
    }
}

export const reader: Reader = {
  id: 'mail',
  mediaTypes: [mediaType, 'multipart/related'],
  extensions: ['.mht', '.mhtml', '.eml'],
  recognises: isMessage,
  async *read(bytes, context) {
    const { parseMessage } = await import('./message-parts.js')
    const { page, text, sent, attachments } = await parseMessage(bytes).catch(() => {
      throw new ProcessingError('damaged-file', { format: 'mht' })
    })
    if (page !== undefined) yield* readBody(bytes, context, html, page, sent)
    else yield* readBody(bytes, context, plain, text, sent)
    for (const { name, content } of attachments) yield* readEntry(context, name, () => content)
  },
}
