/**
 * The library on all cores: threads that share one language model, asked for records of texts and documents. What runs
 * can be aborted, and what fails fails alone.
 */

import { defaultMaxBytes } from '../model/limits.js'
import { ProcessingError } from '../model/message.js'
import { checkOptions } from '../pipeline/check-options.js'
import type { ResourceOptions } from '../pipeline/resources.js'
import type { DocumentRecord } from '../writers/schema.js'
import { type RecordParts, recordOfParts } from './record-parts.js'
import { threadCount } from './thread-count.js'
import type { Threads } from './threads.js'
import type { DocumentSettings } from './worker.js'

export interface HuanyuanOptions extends Partial<DocumentSettings> {
  /** Tables of one's own, as `loadResources` takes them. */
  readonly tables?: Omit<ResourceOptions, 'languageModels'>
  /** As many at a time; by default what cores and memory have room for. */
  readonly threads?: number
  /** Seconds that a document may take; no limit by default. */
  readonly timeout?: number
}

export interface CallOptions {
  /** Ends the work; the call rejects with the signal's reason. */
  readonly signal?: AbortSignal
}

/** A document for `processAll`: its bytes, and the name that its format may be told by. */
export interface Input {
  readonly bytes: Uint8Array
  readonly path?: string
}

/** What became of an input: its records, or why there are none. */
export type Outcome<Given extends Input = Input> =
  | { readonly input: Given; readonly records: readonly DocumentRecord[] }
  | { readonly input: Given; readonly error: ProcessingError }

export interface BatchOptions extends CallOptions {
  /** Told after each input, in the order in which they come out. */
  readonly onProgress?: (done: number) => void
}

export interface Huanyuan {
  /** The record of a text. */
  processText(text: string, options?: CallOptions): Promise<DocumentRecord>
  /** The records of all documents in the bytes. Rejects with ProcessingError. */
  processDocument(
    bytes: Uint8Array,
    options?: CallOptions & { readonly path?: string },
  ): Promise<DocumentRecord[]>
  /** The outcomes of many inputs in their order, as many at a time as there are threads. */
  processAll<Given extends Input>(
    inputs: Iterable<Given> | AsyncIterable<Given>,
    options?: BatchOptions,
  ): AsyncGenerator<Outcome<Given>>
  /** Ends the threads, whatever they are at. */
  close(): Promise<void>
}

async function recordsOf(all: readonly RecordParts[]): Promise<DocumentRecord[]> {
  const records: DocumentRecord[] = []
  for (const parts of all) records.push(await recordOfParts(parts))
  return records
}

/** The outcomes of inputs that are begun ahead, `ahead` at a time, in the order of the inputs. */
async function* inOrder<Given extends Input>(
  threads: Threads,
  inputs: Iterable<Given> | AsyncIterable<Given>,
  ahead: number,
  { signal, onProgress }: BatchOptions,
): AsyncGenerator<Outcome<Given>> {
  const begun: Promise<Outcome<Given>>[] = []
  let done = 0
  const begin = async (input: Given): Promise<Outcome<Given>> => {
    try {
      const { bytes, path = null } = input
      return { input, records: await recordsOf(await threads.processBytes({ bytes, path }, signal)) }
    } catch (error) {
      if (error instanceof ProcessingError) return { input, error }
      throw error
    }
  }
  const next = async () => {
    const outcome = await begun.shift()!
    onProgress?.(++done)
    return outcome
  }
  for await (const input of inputs) {
    const started = begin(input)
    // It is looked at in its turn; until then nobody waits for it.
    started.catch(() => {})
    begun.push(started)
    if (begun.length > ahead) yield await next()
  }
  while (begun.length > 0) yield await next()
}

/**
 * Starts threads that share one language model; `close` ends them. Rejects with ProcessingError where a table or model
 * cannot be read, and with TypeError where an option is wrong.
 */
export async function createHuanyuan(options: HuanyuanOptions = {}): Promise<Huanyuan> {
  const { tables = {}, threads = threadCount(options.tokens ?? false), timeout, ...document } = options
  checkOptions(document)
  if (!Number.isInteger(threads) || threads < 1) {
    throw new TypeError(`threads must be a whole number from 1 on, not ${threads}`)
  }
  const { startThreads } = await import('./threads.js')
  const pool = await startThreads({
    threads,
    resources: tables,
    document: { maxBytes: defaultMaxBytes, ...document },
    ...(timeout !== undefined && { timeout: timeout * 1000 }),
  })
  let isClosed = false
  /** The threads; a pool that is given work once more would start others, which nobody ends. */
  const open = (): Threads => {
    if (isClosed) throw new Error('it was closed: createHuanyuan makes another one')
    return pool
  }
  return {
    async processText(text, { signal } = {}) {
      return recordOfParts(await open().processText(text, signal))
    },
    async processDocument(bytes, { signal, path = null as string | null } = {}) {
      return recordsOf(await open().processBytes({ bytes, path }, signal))
    },
    processAll: (inputs, batch = {}) => inOrder(open(), inputs, threads * 2, batch),
    async close() {
      isClosed = true
      await pool.destroy()
    },
  }
}
