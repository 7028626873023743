/**
 * The pool of threads: each loads its own tables once, all share one language model. Threads are never given up while
 * there is work, for the segmenter's dictionary stays behind when its thread ends. What takes too long, or takes its
 * thread down, is found by halves and fails alone.
 */
import { ProcessingError } from '../model/message.js'
import type { ScannedDocument } from '../pipeline/source.js'
import { type LanguageModelBytes, readLanguageModels } from '../resources/language-model.js'
import { packagePath, usePackage } from '../resources/place.js'
import { processByHalves } from './halves.js'
import type { RecordParts } from './record-parts.js'
import type {
  BytesTask,
  Failed,
  FormatTask,
  ThreadData,
  UnitsResult,
  UnitsTask,
  WeighTask,
} from './worker.js'

export interface ThreadOptions extends Omit<ThreadData, 'languageModels'> {
  readonly threads: number
  /** The language models, where they are read already. */
  readonly languageModels?: LanguageModelBytes
  /** Milliseconds that a document may take; no limit where absent. */
  readonly timeout?: number
  /** Ends every task; calls reject with its reason. */
  readonly signal?: AbortSignal
}

/**
 * Room for young objects in a thread, in MiB: a third of it is used at a time. What a document needs for a moment fits; with
 * three times as much, as is usual, a thread takes 30 MB more and is no faster.
 */
const youngMegabytes = 24

export interface Threads {
  /** Results of the units in their order. Rejects with ProcessingError where nothing can go on. */
  processUnits(task: UnitsTask): Promise<UnitsResult>
  /** The records of the documents, in parts. Rejects with ProcessingError where the input fails. */
  processBytes(task: BytesTask, signal?: AbortSignal): Promise<RecordParts[]>
  /** The record of a text, in parts. */
  processText(text: string, signal?: AbortSignal): Promise<RecordParts>
  /** The record weighed with what decisions teach, in parts. */
  weighAgain(task: WeighTask): Promise<RecordParts>
  /** What the documents of the input say of their source. Rejects with ProcessingError where it fails. */
  scanBytes(task: BytesTask): Promise<ScannedDocument[]>
  /** Gives the milliseconds that it took. */
  writeFormat(task: FormatTask): Promise<number>
  /** Ends all threads, whatever they are at. */
  destroy(): Promise<void>
}

function crashOf(cause: unknown, about: { readonly path?: string }): ProcessingError {
  const { code, message } = cause as NodeJS.ErrnoException
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return new ProcessingError('out-of-memory', about)
  return new ProcessingError('thread-ended', { ...about, reason: message })
}

/** Says when a count has stood still for `limit` milliseconds; a count of zero is a thread that still loads. */
function watch(progress: Int32Array, limit: number, onStandstill: () => void): NodeJS.Timeout {
  let seen = 0
  let since = performance.now()
  return setInterval(
    () => {
      const count = Atomics.load(progress, 0)
      if (count !== seen || count === 0) {
        seen = count
        since = performance.now()
      } else if (performance.now() - since >= limit) onStandstill()
    },
    Math.min(100, limit / 4),
  )
}

/** Starts the threads. Rejects with ProcessingError where the language model cannot be read. */
export async function startThreads({
  threads,
  timeout,
  signal: always,
  languageModels,
  ...data
}: ThreadOptions): Promise<Threads> {
  const { dataDir } = data.resources
  if (dataDir !== undefined) usePackage(dataDir)
  const { Piscina } = await import('piscina')
  const pool = new Piscina({
    filename: packagePath('dist', 'program', 'worker.js'),
    minThreads: threads,
    maxThreads: threads,
    idleTimeout: Number.POSITIVE_INFINITY,
    resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes },
    workerData: {
      ...data,
      languageModels: languageModels ?? (await readLanguageModels(always)),
    } satisfies ThreadData,
  })

  /**
   * `path` is what a failure is about, where the task is about one file. A caller's signal ends the task, and the call
   * rejects with its reason.
   */
  async function run<T>(
    name: string,
    task: object,
    path?: string,
    signal: AbortSignal | undefined = always,
  ): Promise<T> {
    signal?.throwIfAborted()
    const progress = new Int32Array(new SharedArrayBuffer(4))
    const controller = new AbortController()
    const timer = timeout === undefined ? undefined : watch(progress, timeout, () => controller.abort())
    let result: T | Failed
    try {
      const signals = signal === undefined ? controller.signal : AbortSignal.any([controller.signal, signal])
      result = await pool.run({ ...task, progress }, { name, signal: signals })
    } catch (cause) {
      signal?.throwIfAborted()
      if (!controller.signal.aborted) throw crashOf(cause, path === undefined ? {} : { path })
      throw new ProcessingError('timed-out', { seconds: timeout! / 1000 })
    } finally {
      clearInterval(timer)
    }
    if (typeof result !== 'object' || result === null || !('failed' in result)) return result as T
    throw new ProcessingError(result.failed.code, result.failed.parameters)
  }

  return {
    processUnits: (task) =>
      processByHalves(task.units, (units) => run<UnitsResult>('processUnits', { ...task, units })),
    processBytes: (task, signal) => run('processBytes', task, undefined, signal),
    processText: (text, signal) => run('processText', { text }, undefined, signal),
    weighAgain: (task) => run('weighAgain', task),
    scanBytes: (task) => run('scanBytes', task),
    // It counts no documents, so no limit is set on it.
    writeFormat: (task) => run('writeFormat', task, task.paths[0]),
    destroy: () => pool.destroy(),
  }
}
