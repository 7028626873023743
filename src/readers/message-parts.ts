/** The parts of a message with MIME: postal-mime behind one function. */
import PostalMime, { type Address } from 'postal-mime'
import type { PublicationStatement } from '../model/document.js'

export interface MessageParts {
  /** The page or formatted text, where there is one. */
  readonly page: string | undefined
  readonly text: string
  /** When it was sent and by whom; nothing of a page that a browser saved, which has no sender. */
  readonly sent: PublicationStatement
  readonly attachments: readonly { readonly name: string; readonly content: Uint8Array }[]
}

/** Parts nest no deeper in a message that anybody sent. */
const deepest = 20

/** `from` of a saved page is `<Saved by …>`. */
function sentOf(date: string | undefined, from: Address | undefined): PublicationStatement {
  if (from?.address?.includes('@') !== true) return {}
  const published = /^\d{4}-\d{2}-\d{2}/.exec(date ?? '')?.[0]
  return {
    ...(published !== undefined && { published }),
    source: from.name === '' ? from.address : from.name,
  }
}

export async function parseMessage(bytes: Uint8Array): Promise<MessageParts> {
  const { html, text, date, from, attachments } = await PostalMime.parse(bytes, {
    attachmentEncoding: 'arraybuffer',
    maxNestingDepth: deepest,
  })
  const attached = attachments.filter(
    ({ related, mimeType }) => related !== true && !/^(image|audio|video)\//.test(mimeType),
  )
  return {
    page: html === undefined || html.trim() === '' ? undefined : html,
    text: text ?? '',
    sent: sentOf(date, from),
    attachments: attached.map(({ filename, content }, at) => ({
      name: filename ?? String(at + 1),
      content: typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content),
    })),
  }
}
