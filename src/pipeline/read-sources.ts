/** The documents that bytes hold, none with a longer text than it may have. */
import type { SourceDocument } from '../model/document.js'
import { ProcessingError } from '../model/message.js'
import type { ReadOptions } from '../readers/read.js'
import { readDocuments } from '../readers/read.js'
import { isBuilt } from '../resources/place.js'
import type { DocumentOptions } from './options.js'
import { readInProcess } from './reading/apart.js'

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

/** What the reading of an input may take, where nothing else is said: large sound documents take a tenth of it. */
const defaultMaxMemory = 1024 ** 3
const defaultMaxSeconds = 60

/** How parsers of large formats are run; undefined where they run here. */
function apartOf({
  maxMemory = defaultMaxMemory,
  maxSeconds = defaultMaxSeconds,
}: DocumentOptions): ReadOptions['apart'] {
  // As long as the program is not built, there is none that could be started.
  if (!isBuilt || (maxMemory === Number.POSITIVE_INFINITY && maxSeconds === Number.POSITIVE_INFINITY))
    return undefined
  return (input) => readInProcess(input, { maxMemory, maxSeconds })
}

/** The documents that the bytes hold, within the limits. Throws ProcessingError. */
export async function* readSources(
  bytes: Uint8Array,
  options: DocumentOptions,
): AsyncGenerator<SourceDocument> {
  const { maxCharacters: limit = Number.POSITIVE_INFINITY } = options
  const apart = apartOf(options)
  for await (const source of readDocuments(bytes, { ...options, ...(apart && { apart }) }))
    yield withinLimit(source, limit)
}
