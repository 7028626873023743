/** Datasets for users of the library: what makes them is loaded when one is made. */
import type { BuildRequest } from './build-options.js'
import type { BuildResult } from './make.js'
import type { MergeOptions } from './merge.js'

/**
 * Builds a dataset. Documents that cannot be processed are counted and listed in `messages.jsonl`. Rejects with
 * ProcessingError where the build as a whole cannot go on, and the reason of a signal that ended it; what was done is kept
 * for a run with `resume`.
 */
export async function buildDataset(request: BuildRequest): Promise<BuildResult> {
  const { buildDataset: build } = await import('./build.js')
  return build(request)
}

/**
 * Merges the parts of a dataset. Rejects with ProcessingError `no-part`, `parts-differ`, `parts-doubled`, `parts-missing`,
 * and as `buildDataset` does.
 */
export async function mergeDataset(options: MergeOptions): Promise<BuildResult> {
  const { mergeDataset: merge } = await import('./merge.js')
  return merge(options)
}
