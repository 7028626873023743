/**
 * `buildDataset`: plans what files, folders and patterns lead to, and makes the dataset (`make.ts`); an update takes what
 * the build before has done.
 */
import { join } from 'node:path'
import { ProcessingError } from '../model/message.js'
import { mayRecognise } from '../readers/scans/recogniser.js'
import type { BuildOptions, BuildRequest } from './build-options.js'
import { completeOptions } from './build-options.js'
import type { Destination } from './destination.js'
import { journalName } from './destination.js'
import { differencesOf } from './differences.js'
import { identitiesBelow } from './disk.js'
import { isSamePlan, knownOfArchive } from './growth.js'
import { openKept } from './kept-journal.js'
import { madeOf } from './made-of.js'
import type { Beginning, BuildResult, StartThreads } from './make.js'
import { destinationFor, makeDataset, manifestOf, resultInPlace } from './make.js'
import { targetPaths } from './place.js'
import { type Plan, planUnits } from './plan.js'
import { threadCount } from './thread-count.js'
import { startThreads } from './threads.js'

async function planOf(options: BuildOptions, destination: Destination): Promise<Plan> {
  const excluded = identitiesBelow([destination.work, ...targetPaths(destination)])
  const { inputs, cwd, shard } = options
  const readsPictures = mayRecognise(options.document.scans ?? {})
  return planUnits({ inputs, cwd, excluded, readsPictures, ...(shard && { shard }) })
}

/** What a build would do, without doing it. Throws ProcessingError as `buildDataset` does. */
export async function planBuild(request: BuildRequest): Promise<Plan & { readonly threads: number }> {
  const options = completeOptions(request)
  const plan = await planOf(options, destinationFor(options))
  return { ...plan, threads: options.threads ?? threadCount(options.document.tokens ?? false) }
}

/** A plan that was made before. */
const planned = (plan: Plan) => () => Promise.resolve(plan)

/** What an update begins with; what is in place already, where nothing is new. */
async function beginUpdate(
  options: BuildOptions,
  destination: Destination,
): Promise<Beginning | BuildResult> {
  const plan = await planOf(options, destination)
  const { name } = destination.outputs.find(({ format }) => format === journalName)!
  const folder = join(destination.folder, name)
  const kept = await openKept(folder)
  if (kept === undefined) return { plan: planned(plan), known: [] }
  const what = differencesOf(kept.made, madeOf(options))
  if (what !== '') throw new ProcessingError('update-differs', { path: folder, what })
  const asked = manifestOf(options, destination)
  const isUpToDate = options.retryFailed !== true && isSamePlan(plan, kept.plan)
  const made = isUpToDate ? resultInPlace(options, destination, asked) : undefined
  return made ?? { plan: planned(plan), known: [knownOfArchive(kept, options.retryFailed ?? false)] }
}

/**
 * Builds a dataset. Documents that cannot be processed are counted and listed in `messages.jsonl`. Throws
 * ProcessingError where the build as a whole cannot go on, and the reason of a signal that ended it; what was done is
 * kept for a run with `resume`.
 */
export function buildDataset(
  request: BuildRequest,
  start: StartThreads = startThreads,
): Promise<BuildResult> {
  const options = completeOptions(request)
  const beginFresh = async (destination: Destination): Promise<Beginning> => ({
    plan: () => planOf(options, destination),
    known: [],
  })
  return makeDataset(options, options.update ? (place) => beginUpdate(options, place) : beginFresh, start)
}
