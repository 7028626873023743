/** What a build is asked for, and what it tells while it runs. */
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
}

export interface BuildOptions {
  /** Files, folders and patterns. */
  readonly inputs: readonly string[]
  /** A folder, or a file whose ending asks for a format. */
  readonly out: string
  readonly cwd: string
  /** Ids of formats; by the name of `out` where empty. */
  readonly formats: readonly string[]
  readonly document: DocumentSettings
  readonly resources: ResourceOptions
  readonly selection: SelectionOptions
  readonly format: FormatOptions
  readonly shard?: PlanOptions['shard']
  readonly resume?: boolean
  /** Replaces what an earlier build made, and what an unfinished one left. */
  readonly force?: boolean
  /** By cores and memory where absent. */
  readonly threads?: number
  /** Milliseconds that a document may take. */
  readonly timeout?: number
  /** Milliseconds between two signs of life; a build that gives none for five of them can be taken over. */
  readonly heartbeat?: number
  readonly onProgress?: (progress: BuildProgress) => void
  /** Ends the build, which rejects with the signal's reason; what was done is kept for one with `resume`. */
  readonly signal?: AbortSignal
}
