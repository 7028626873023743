/** Documents inside of an input: one that cannot be read is a document without text that says why, and stops no other. */
import type { SourceDocument } from '../model/document.js'
import { ProcessingError } from '../model/message.js'
import type { ReadContext } from './contract.js'
import { documentOf } from './document.js'

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

/** Reads an entry by name, from what `unpack` gives. */
export async function* readEntry(
  context: ReadContext,
  name: string,
  unpack: () => Uint8Array,
): AsyncGenerator<SourceDocument> {
  let bytes: Uint8Array = new Uint8Array()
  try {
    bytes = unpack()
    yield* context.readEntry(bytes, name)
  } catch (cause) {
    if (!(cause instanceof ProcessingError)) throw cause
    yield failedDocument(bytes, context, name, cause)
  }
}
