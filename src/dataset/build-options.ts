/** What a build is asked for, and what it tells while it runs. */

import { defaultMaxBytes, defaultMaxCharacters } from '../model/limits.js'
import type { ResourceOptions } from '../pipeline/resources.js'
import type { FormatOptions } from './contract.js'
import type { PlanOptions } from './plan.js'
import type { SelectionOptions } from './selection.js'
import type { DocumentSettings } from './worker.js'

export interface BuildProgress {
  readonly phase: 'process' | 'write'
  /** Bytes of the inputs, of this run and those before it; in phase `write` formats. */
  readonly done: number
  readonly total: number
  /** Documents of this run. */
  readonly documents: number
  readonly failed: number
  /** Of a build by a queue: how many workers there are, and the tasks that they are at and that wait. */
  readonly workers?: { readonly workers: number; readonly active: number; readonly waiting: number }
}

/** What a build is asked for: where nothing is said, what `huanyuan build` does. */
export interface BuildRequest {
  /** Files, folders and patterns. */
  readonly inputs: readonly string[]
  /** A folder, or a file whose ending asks for a format. */
  readonly out: string
  /** What relative paths are relative to; the working folder by default. */
  readonly cwd?: string
  /** Ids of formats; by the name of `out` where empty. */
  readonly formats?: readonly string[]
  readonly document?: Partial<DocumentSettings>
  readonly resources?: ResourceOptions
  /** Nothing is dropped by default. */
  readonly selection?: SelectionOptions
  /** Prose in Chinese, and nothing dropped from texts, by default. */
  readonly format?: Partial<FormatOptions>
  /** Compresses what is text, JSONL and CSV; a name of `out` that ends in .gz asks for it too. */
  readonly gzip?: boolean
  /** A part of the dataset, which keeps its journal, to be merged (`mergeDataset`). */
  readonly shard?: PlanOptions['shard']
  /** Does only what is new or changed since the build in place, and keeps a journal for the next one. */
  readonly update?: boolean
  /** Does again what failed: in an update, or in what an unfinished build left. */
  readonly retryFailed?: boolean
  readonly resume?: boolean
  /** Replaces what an earlier build made, and what an unfinished one left. */
  readonly force?: boolean
  /** By cores and memory where absent. */
  readonly threads?: number
  /** Milliseconds that a document may take; five minutes by default. */
  readonly timeout?: number
  /** Milliseconds between two signs of life; a build that gives none for five of them can be taken over. */
  readonly heartbeat?: number
  readonly onProgress?: (progress: BuildProgress) => void
  /** Ends the build, which rejects with the signal's reason; what was done is kept for one with `resume`. */
  readonly signal?: AbortSignal
}

/** The same with everything that a build needs to know. */
export interface BuildOptions extends BuildRequest {
  readonly cwd: string
  readonly formats: readonly string[]
  readonly document: DocumentSettings
  readonly resources: ResourceOptions
  readonly selection: SelectionOptions
  readonly format: FormatOptions
}

/** Milliseconds that a document may take, unless said otherwise: a large PDF takes some seconds, a loop takes all. */
const defaultTimeout = 300_000

export function completeOptions(request: BuildRequest): BuildOptions {
  const {
    cwd = process.cwd(),
    formats = [],
    resources = {},
    selection = {},
    timeout = defaultTimeout,
  } = request
  return {
    ...request,
    cwd,
    formats,
    resources,
    selection,
    timeout,
    document: { maxBytes: defaultMaxBytes, maxCharacters: defaultMaxCharacters, ...request.document },
    // The same dataset on every machine, so its prose does not follow the locale.
    format: { language: 'zh', drop: [], ...request.format },
  }
}
