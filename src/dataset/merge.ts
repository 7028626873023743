/**
 * Parts of a dataset to the whole: as one build of all inputs makes it, byte for byte. What the parts did is taken as it
 * is; who proves whom, duplicates and selection are decided anew over all documents.
 */
import { join, resolve, sep } from 'node:path'
import type { BuildOptions, BuildRequest } from './build-options.js'
import { destinationOf } from './destination.js'
import type { BuildResult, StartThreads } from './make.js'
import { makeDataset } from './make.js'
import { knownOfPart, openParts, wholePlan } from './parts.js'
import { startThreads } from './threads.js'

/** What the parts do not say themselves. */
export interface MergeOptions
  extends Pick<BuildRequest, 'out' | 'cwd' | 'resume' | 'force' | 'threads' | 'heartbeat' | 'onProgress'> {
  /** Folders of parts, all of one whole. */
  readonly parts: readonly string[]
  /** Ids of formats; those of the parts by default, unless the name of `out` says one. */
  readonly formats?: readonly string[]
}

/**
 * Merges the parts of a dataset. Throws ProcessingError `no-part`, `parts-differ`, `parts-doubled`, `parts-missing`, and as
 * `buildDataset` does.
 */
export async function mergeDataset(
  { parts: paths, cwd = process.cwd(), formats: wanted = [], ...options }: MergeOptions,
  start: StartThreads = startThreads,
): Promise<BuildResult> {
  const parts = await openParts(paths, cwd)
  const { formats, ...rest } = parts[0]!.kept.options
  const out = resolve(cwd, options.out)
  const isFolder = destinationOf(options.out, wanted, cwd).folder === out
  const merged: BuildOptions = {
    ...options,
    ...rest,
    out: isFolder ? join(out, sep) : out,
    formats: wanted.length === 0 && isFolder ? formats : wanted,
  }
  const known = parts.map(knownOfPart)
  return makeDataset(merged, async () => ({ plan: async () => wholePlan(parts), known }), start)
}
