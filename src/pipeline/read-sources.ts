/** The documents that bytes hold, none with a longer text than it may have. */
import type { SourceDocument } from '../model/document.js'
import { ProcessingError } from '../model/message.js'
import { readDocuments } from '../readers/read.js'
import type { DocumentOptions } from './options.js'

/** The document, or where its text is longer than `limit`: an empty one that says so. Only an entry of many has one. */
function withinLimit(source: SourceDocument, limit: number): SourceDocument {
  const characters = source.text.length
  if (characters <= limit) return source
  const { entry, path } = source.origin
  const code = 'text-too-long'
  const parameters = { path: entry ?? path ?? '-', characters, limit }
  if (entry === null) throw new ProcessingError(code, parameters)
  return {
    ...source,
    text: '',
    stated: [],
    pageStarts: [],
    messages: [...source.messages, { stage: 'read', level: 'error', code, parameters }],
  }
}

/** The documents that the bytes hold, within the limits. Throws ProcessingError. */
export async function* readSources(
  bytes: Uint8Array,
  options: DocumentOptions,
): AsyncGenerator<SourceDocument> {
  const { maxCharacters: limit = Number.POSITIVE_INFINITY } = options
  for await (const source of readDocuments(bytes, options)) yield withinLimit(source, limit)
}
