/**
 * The pool of threads: each loads its own tables once, all share one language model. Threads are never given up while
 * there is work, for the segmenter's dictionary stays behind when its thread ends. What takes too long, or takes its
 * thread down, is found by halves and fails alone.
 */
import { ProcessingError } from '../model/message.js'
import type { ScannedDocument } from '../pipeline/source.js'
import { type LanguageModelBytes, readLanguageModels } from '../resources/language-model.js'
import { packagePath, usePackage } from '../resources/place.js'
import type { UnitResult } from './journal.js'
import type { RecordParts } from './record-parts.js'
import { splitUnit, type WorkUnit } from './unit.js'
import type {
  BytesTask,
  Failed,
  FormatTask,
  ThreadData,
  Timings,
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

/** Codes of what ends a task but not the build. */
const lonely = new Set(['timed-out', 'out-of-memory', 'thread-ended'])

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

function mergeResults(halves: readonly UnitsResult[]): UnitsResult {
  const merged = new Map<number, UnitResult>()
  const timings: Record<string, number> = {}
  for (const half of halves) {
    for (const { unit, digest, entries, failures } of half.results) {
      const known = merged.get(unit) ?? { digest, entries: [], failures: [] }
      merged.set(unit, {
        unit,
        // Halves of a range are other bytes; those of an archive are read from all of it.
        digest: known.digest === digest ? digest : null,
        entries: [...known.entries, ...entries],
        failures: [...known.failures, ...failures],
      })
    }
    addTimings(timings, half.timings)
  }
  return { results: [...merged.values()], timings }
}

/** Adds milliseconds of stages to those that are there. */
export function addTimings(sum: Record<string, number>, timings: Timings): void {
  for (const [stage, milliseconds] of Object.entries(timings)) sum[stage] = (sum[stage] ?? 0) + milliseconds
}

/** The same work in two parts; undefined where it is one document. */
function halvesOf(units: readonly WorkUnit[]): readonly (readonly WorkUnit[])[] | undefined {
  const middle = units.length >> 1
  if (middle > 0) return [units.slice(0, middle), units.slice(middle)]
  const [unit] = units
  return unit === undefined ? undefined : splitUnit(unit)?.map((half) => [half])
}

/** A unit that is one document and failed; of an archive its entry is told by its position. */
function failedUnit(
  { number, path, range, entries }: WorkUnit,
  { code, parameters }: ProcessingError,
): UnitsResult {
  const position = range?.firstLine ?? (entries && entries.start + 1)
  const entry = position === undefined ? null : String(position)
  const failure = { path, entry, code, parameters: { path, ...parameters } }
  return { results: [{ unit: number, digest: null, entries: [], failures: [failure] }], timings: {} }
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
    workerData: { ...data, languageModels: languageModels ?? readLanguageModels() } satisfies ThreadData,
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

  async function processUnits(task: UnitsTask): Promise<UnitsResult> {
    try {
      return await run<UnitsResult>('processUnits', task)
    } catch (cause) {
      if (!(cause instanceof ProcessingError) || !lonely.has(cause.code)) throw cause
      const halves = halvesOf(task.units)
      if (halves === undefined) return failedUnit(task.units[0]!, cause)
      const results: UnitsResult[] = []
      for (const units of halves) results.push(await processUnits({ ...task, units }))
      return mergeResults(results)
    }
  }

  return {
    processUnits,
    processBytes: (task, signal) => run('processBytes', task, undefined, signal),
    processText: (text, signal) => run('processText', { text }, undefined, signal),
    weighAgain: (task) => run('weighAgain', task),
    scanBytes: (task) => run('scanBytes', task),
    // It counts no documents, so no limit is set on it.
    writeFormat: (task) => run('writeFormat', task, task.paths[0]),
    destroy: () => pool.destroy(),
  }
}
