/** The parts of a message with MIME: postal-mime behind one function. */
import PostalMime from 'postal-mime'

export interface MessageParts {
  /** The page or formatted text, where there is one. */
  readonly page: string | undefined
  readonly text: string
  readonly attachments: readonly { readonly name: string; readonly content: Uint8Array }[]
}

/** Parts nest no deeper in a message that anybody sent. */
const deepest = 20

export async function parseMessage(bytes: Uint8Array): Promise<MessageParts> {
  const { html, text, attachments } = await PostalMime.parse(bytes, {
    attachmentEncoding: 'arraybuffer',
    maxNestingDepth: deepest,
  })
  const attached = attachments.filter(
    ({ related, mimeType }) => related !== true && !/^(image|audio|video)\//.test(mimeType),
  )
  return {
    page: html === undefined || html.trim() === '' ? undefined : html,
    text: text ?? '',
    attachments: attached.map(({ filename, content }, at) => ({
      name: filename ?? String(at + 1),
      content: typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content),
    })),
  }
}
