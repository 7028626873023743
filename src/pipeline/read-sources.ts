/** The documents that bytes hold, none with a longer text than it may have. */
import { setImmediate as turn } from 'node:timers/promises'
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

const mebibyte = 1024 ** 2
/** A file of some kilobytes may unpack to gigabytes; a sound one up to this size takes half of what it is given. */
const smallInput = mebibyte
const defaultMaxSeconds = 60

/** What the reading of so many bytes may take, where nothing else is said. */
const defaultMaxMemory = (bytes: number) => (bytes <= smallInput ? 384 : 1024) * mebibyte

/** How parsers of large formats are run; undefined where they run here. */
function apartOf({
  maxMemory,
  maxSeconds = defaultMaxSeconds,
  signal,
}: DocumentOptions): ReadOptions['apart'] {
  // As long as the program is not built, there is none that could be started.
  if (!isBuilt || (maxMemory === Number.POSITIVE_INFINITY && maxSeconds === Number.POSITIVE_INFINITY))
    return undefined
  return (input) => {
    const limits = { maxMemory: maxMemory ?? defaultMaxMemory(input.bytes.length), maxSeconds }
    return readInProcess(input, limits, signal)
  }
}

/** The documents that the bytes hold, within the limits. Throws ProcessingError. */
export async function* readSources(
  bytes: Uint8Array,
  options: DocumentOptions,
): AsyncGenerator<SourceDocument> {
  const { maxCharacters: limit = Number.POSITIVE_INFINITY, signal } = options
  signal?.throwIfAborted()
  const apart = apartOf(options)
  for await (const source of readDocuments(bytes, { ...options, ...(apart && { apart }) })) {
    yield withinLimit(source, limit)
    if (signal === undefined) continue
    // Who is to abort it needs a turn to do so.
    await turn()
    signal.throwIfAborted()
  }
}
