/**
 * `processDocument` of the library: a long document is read and processed on a thread of its own, so that who asks stays
 * free and a signal ends it at once; a short one where it is asked for, without the cost of a thread. Both give the same.
 */
import { defaultMaxBytes } from '../model/limits.js'
import { checkOptions } from '../pipeline/check-options.js'
import { type BytesOptions, complete } from '../pipeline/library.js'
import { processDocument as processHere } from '../pipeline/process.js'
import { areShipped } from '../pipeline/resources.js'
import { holdsSeveral } from '../readers/read.js'
import { isBuilt } from '../resources/place.js'
import type { DocumentRecord } from '../writers/schema.js'
import { recordOfParts } from './record-parts.js'
import type { Threads } from './threads.js'
import type { DocumentSettings } from './worker.js'

/** Bytes from which a document takes long: about a second; with a signal, what may take longer than a tenth of it. */
const longInput = 1 << 16
const longWithSignal = 1 << 12
/** Of what holds several documents, the records of so many bytes have room beside each other. */
const mostAtOnce = 1 << 23

/** What a thread is told of the options; undefined where something cannot be sent to one. */
function settingsOf(options: BytesOptions): Partial<DocumentSettings> | undefined {
  const { resources, signal, onTiming, scans, ...settings } = options
  // A thread loads what ships; tables of one's own may have changed since they were loaded here.
  if (resources !== undefined && !areShipped(resources)) return undefined
  if (onTiming !== undefined || scans?.recogniser !== undefined) return undefined
  return { ...settings, ...(scans !== undefined && { scans }) }
}

let thread: Promise<Threads> | undefined

async function startThread(): Promise<Threads> {
  const { startThreads } = await import('./threads.js')
  return startThreads({ threads: 1, resources: {}, document: { maxBytes: defaultMaxBytes } })
}

/** The thread, started when it is first needed; one that cannot be started is tried again. */
function openThread(): Promise<Threads> {
  thread ??= startThread()
  thread.catch(() => {
    thread = undefined
  })
  return thread
}

function isLong(bytes: Uint8Array, { path = null, signal }: BytesOptions): boolean {
  const least = signal === undefined ? longInput : longWithSignal
  if (!isBuilt || bytes.length < least) return false
  // What holds several documents gives them one by one, with a turn for others behind each; who may abort it wants none
  // of them more than a free hand, for one may be long.
  return !holdsSeveral(bytes, path) || (signal !== undefined && bytes.length <= mostAtOnce)
}

/**
 * Yields the record of each document that the bytes hold: one, or those of an archive. Throws ProcessingError, the
 * signal's reason, and TypeError where an option is wrong.
 */
export async function* processDocument(
  bytes: Uint8Array,
  options: BytesOptions = {},
): AsyncGenerator<DocumentRecord> {
  if (!(bytes instanceof Uint8Array))
    throw new TypeError(`the bytes must be a Uint8Array, not ${typeof bytes}`)
  checkOptions(options)
  const settings = settingsOf(options)
  if (settings === undefined || !isLong(bytes, options)) {
    yield* processHere(bytes, complete(options))
    return
  }
  const { signal, path = null } = options
  signal?.throwIfAborted()
  const { processBytes } = await openThread()
  for (const parts of await processBytes({ ...settings, bytes, path }, signal))
    yield await recordOfParts(parts)
}
