/**
 * From files to a dataset: plan, process in threads, select, write the formats, move them into their place. Everything
 * is made in the work folder, so that what stands in the output is always whole.
 * Invariant: the outputs depend on inputs, options and data alone; not on threads, time or interruptions.
 */

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { digestOfDecisions } from '../decisions/digest.js'
import { ProcessingError } from '../model/message.js'
import { resourceHashes } from '../pipeline/identity.js'
import { programVersion } from '../resources/identity.js'
import { schemaVersion } from '../writers/schema-version.js'
import type { BuildOptions } from './build-options.js'
import type { Destination } from './destination.js'
import { destinationOf } from './destination.js'
import { identitiesBelow, readSealed, writeSealed } from './disk.js'
import { readJournal } from './journal.js'
import { usualHeartbeat } from './lock.js'
import { describeMade } from './manifest.js'
import { checkFree, checkInputs, moveIntoPlace, targetPaths } from './place.js'
import type { Plan } from './plan.js'
import { planUnits } from './plan.js'
import { readPlan, writePlan } from './plan-file.js'
import type { BuildRun } from './run-units.js'
import { processUnits } from './run-units.js'
import type { SelectedCounts } from './selected.js'
import { selectDocuments, selectedName } from './selected.js'
import { threadCount } from './thread-count.js'
import type { ThreadOptions, Threads } from './threads.js'
import { startThreads } from './threads.js'
import type { WorkFolder } from './work-folder.js'
import { clearFinishes, openWorkFolder, removeLeft, removeWorkFolder, stateOf } from './work-folder.js'

export interface BuildResult {
  readonly counts: SelectedCounts
  readonly threads: number
  /** Absolute folder of the dataset, and the names of what was written there. */
  readonly folder: string
  readonly names: readonly string[]
}

/** What the outputs depend on beside the files, as the manifest says it. */
function askedOf(options: BuildOptions, { formats }: Destination): object {
  const { inputs, document, resources, selection, format, shard } = options
  const { lexicon = [], protect = [], units = [], indicators = [] } = resources
  const { decisions, ...settings } = document
  return {
    program: { name: 'huanyuan', version: programVersion(), schemaVersion },
    inputs,
    options: {
      formats: formats.map(({ id }) => id),
      ...settings,
      ...(decisions && { decisions: digestOfDecisions(decisions) }),
      ...selection,
      ...format,
      ...(protect.length > 0 && { protect }),
      ...(shard && { shard: `${shard.index}/${shard.count}` }),
    },
    data: resourceHashes([...lexicon, ...units, ...indicators]),
  }
}

async function planOf(options: BuildOptions, destination: Destination): Promise<Plan> {
  const excluded = identitiesBelow([destination.work, ...targetPaths(destination)])
  const { inputs, cwd, shard } = options
  return planUnits({ inputs, cwd, excluded, ...(shard && { shard }) })
}

/** How a build gets its threads; tests hand in what runs in one thread. */
export type StartThreads = (options: ThreadOptions) => Promise<Threads>

/** Selects and writes everything into a folder of its own; gives the counts. */
async function finish(
  { options, destination, work, plan, threads, timings }: BuildRun,
  folder: string,
): Promise<SelectedCounts> {
  const { formats, outputs } = destination
  clearFinishes(work.folder)
  mkdirSync(folder)
  const journal = await readJournal(work.folder, plan.units.length, plan.digest)
  if (journal.done < plan.units.length) throw new ProcessingError('journal-damaged', { path: work.folder })
  const counts = selectDocuments({
    journal,
    plan,
    folder,
    selection: options.selection,
    drop: options.format.drop,
  })
  journal.close()
  let done = 0
  const report = () =>
    options.onProgress?.({
      phase: 'write',
      done,
      total: formats.length,
      documents: counts.documents,
      failed: counts.failed,
    })
  report()
  const writeOne = async (format: string) => {
    const paths = outputs.filter((output) => output.format === format).map(({ name }) => join(folder, name))
    const selected = join(folder, selectedName)
    const task = { format, paths, folder: work.folder, selected, options: options.format }
    timings[`write ${format}`] = await threads.writeFormat(task)
    done++
    report()
  }
  await Promise.all(formats.map(({ id }) => writeOne(id)))
  return counts
}

function resultOf(
  { folder, outputs, nameOf }: Destination,
  counts: SelectedCounts,
  threads: number,
): BuildResult {
  return { counts, threads, folder, names: [...outputs.map(({ name }) => name), nameOf('messages.jsonl')] }
}

async function run(
  state: Omit<BuildRun, 'threads' | 'timings'>,
  asked: object,
  start: StartThreads,
): Promise<BuildResult> {
  const { options, destination, work } = state
  const begun = performance.now()
  const lanes = options.threads ?? threadCount(options.document.tokens ?? false)
  const { document, resources, timeout, signal } = options
  signal?.throwIfAborted()
  const threads = await start({
    threads: lanes,
    document,
    resources,
    ...(timeout !== undefined && { timeout }),
    ...(signal && { signal }),
  })
  try {
    const timings: Record<string, number> = {}
    const whole = { ...state, threads, timings }
    await processUnits(whole, lanes)
    const { folder: journalFolder, lock, isResumed, replaces } = work
    const folder = join(journalFolder, `finish-${lock.run}`)
    const counts = await finish(whole, folder)
    const made = describeMade(destination, folder)
    const rounded = Object.entries(timings).map(([name, milliseconds]) => [name, Math.round(milliseconds)])
    writeSealed(join(folder, 'timings.json'), {
      threads: lanes,
      isResumed,
      milliseconds: { all: Math.round(performance.now() - begun), ...Object.fromEntries(rounded) },
    })
    writeSealed(join(folder, 'manifest.json'), { ...asked, counts, ...made })
    await moveIntoPlace(destination, folder, replaces, lock.check)
    removeWorkFolder(work)
    return resultOf(destination, counts, lanes)
  } finally {
    await threads.destroy()
  }
}

/** What the file system says, as an error that can be told: `build-stopped` where something was done and is kept. */
function tellable(cause: unknown, path: string, isStarted: boolean): unknown {
  const { code, parameters } = cause as Partial<ProcessingError>
  if (code === undefined || (cause instanceof ProcessingError && code !== 'unwritable')) return cause
  const about = cause instanceof ProcessingError ? parameters! : { path, reason: code }
  return new ProcessingError(isStarted ? 'build-stopped' : 'unwritable', about)
}

/** What a build would do, without doing it. Throws ProcessingError as `buildDataset` does. */
export async function planBuild(options: BuildOptions): Promise<Plan & { readonly threads: number }> {
  const plan = await planOf(options, destinationOf(options.out, options.formats, options.cwd))
  return { ...plan, threads: options.threads ?? threadCount(options.document.tokens ?? false) }
}

/** What the build was that has just come to its end, where it is the one that is asked for. */
function resultInPlace(
  options: BuildOptions,
  destination: Destination,
  asked: object,
): BuildResult | undefined {
  const manifest = readSealed(join(destination.folder, destination.nameOf('manifest.json')))
  if (manifest === undefined) return undefined
  const { counts, outputs, companions, ...before } = manifest
  if (JSON.stringify(before) !== JSON.stringify(asked)) return undefined
  return resultOf(destination, counts as SelectedCounts, options.threads ?? 0)
}

/** The build in its work folder, which nobody else is at. */
async function buildIn(
  work: WorkFolder,
  options: BuildOptions,
  destination: Destination,
  asked: object,
  fresh: Plan | undefined,
  start: StartThreads,
): Promise<BuildResult> {
  try {
    const known = work.isResumed ? await readPlan(work.folder, work.id) : undefined
    const plan = known ?? writePlan(work.folder, work.id, fresh ?? (await planOf(options, destination)))
    return await run({ options, destination, work, plan }, asked, start)
  } catch (cause) {
    // Who was taken over is told so, whatever he ran into by it.
    work.lock.check()
    throw cause
  } finally {
    work.lock.release()
  }
}

/**
 * Builds a dataset. Documents that cannot be processed are counted and listed in `messages.jsonl`. Throws
 * ProcessingError where the build as a whole cannot go on, and the reason of a signal that ended it; what was done is
 * kept for a run with `resume`.
 */
export async function buildDataset(
  options: BuildOptions,
  start: StartThreads = startThreads,
): Promise<BuildResult> {
  const { out, cwd, inputs, resume = false, force = false, heartbeat = usualHeartbeat } = options
  const destination = destinationOf(out, options.formats, cwd)
  const { work: path } = destination
  let work: WorkFolder | undefined
  try {
    checkInputs(destination, inputs, cwd)
    const state = stateOf(path)
    if (state === 'complete') {
      await removeLeft(path, heartbeat)
      const made = resume ? resultInPlace(options, destination, askedOf(options, destination)) : undefined
      return made ?? (await buildDataset(options, start))
    }
    if (state === 'unfinished' && !resume && !force) throw new ProcessingError('build-unfinished', { path })
    if (state === 'absent' || force) await checkFree(destination, force)
    // Planned before anything is made, so that a name that is no file leaves nothing behind.
    const fresh = state === 'absent' ? await planOf(options, destination) : undefined
    options.signal?.throwIfAborted()
    const asked = askedOf(options, destination)
    work = await openWorkFolder({ folder: path, asked, resume, replaces: force, heartbeat })
    return await buildIn(work, options, destination, asked, fresh, start)
  } catch (cause) {
    options.signal?.throwIfAborted()
    throw tellable(cause, destination.folder, work !== undefined)
  }
}
