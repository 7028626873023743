/**
 * From a plan to a dataset: process in threads, select, write the formats, move them into their place. Everything is
 * made in the work folder, so that what stands in the output is always whole.
 * Invariant: the outputs depend on inputs, options and data alone; not on threads, time or interruptions.
 */

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { ProcessingError } from '../model/message.js'
import { usePackage } from '../resources/place.js'
import type { BuildOptions } from './build-options.js'
import type { Destination } from './destination.js'
import { destinationOf, journalName } from './destination.js'
import { readSealed, statusOf, writeSealed } from './disk.js'
import { readJournal } from './journal.js'
import type { KeptHead } from './kept-journal.js'
import { keepJournal } from './kept-journal.js'
import type { Known } from './known-units.js'
import { takeKnownUnits } from './known-units.js'
import { usualHeartbeat } from './lock.js'
import { askedOf, madeOf } from './made-of.js'
import { describeMade } from './manifest.js'
import { checkFree, checkInputs, moveIntoPlace, targetPaths } from './place.js'
import type { Plan } from './plan.js'
import { readPlan, writePlan } from './plan-file.js'
import type { BuildRun, BuildThreads } from './run-units.js'
import { processUnits } from './run-units.js'
import type { SelectedCounts } from './selected.js'
import { selectDocuments, selectedName } from './selected.js'
import { threadCount } from './thread-count.js'
import type { ThreadOptions } from './threads.js'
import type { WorkFolder } from './work-folder.js'
import { clearFinishes, openWorkFolder, removeLeft, removeWorkFolder, stateOf } from './work-folder.js'

export interface BuildResult {
  readonly counts: SelectedCounts
  readonly threads: number
  /** Absolute folder of the dataset, and the names of what was written there. */
  readonly folder: string
  readonly names: readonly string[]
}

/** Whether the dataset keeps its journal: to be merged with other parts, or for the next update. */
const keepsJournal = ({ shard, update = false }: BuildOptions) => shard !== undefined || update

export const destinationFor = (options: BuildOptions) =>
  destinationOf(options.out, options.formats, options.cwd, {
    keepsJournal: keepsJournal(options),
    ...(options.gzip && { gzip: true }),
    ...(options.format.partition && { isDivided: true }),
  })

/** What the manifest says that the outputs depend on. */
export function manifestOf(options: BuildOptions, destination: Destination): object {
  const { shard } = options
  const asked = askedOf(options, destination)
  return {
    ...asked,
    options: {
      ...asked.options,
      ...(shard && { shard: `${shard.index}/${shard.count}` }),
      ...(keepsJournal(options) && { keeps: [journalName] }),
    },
  }
}

/** Where a build has its units from, and what of them is known. */
export interface Beginning {
  /** Throws ProcessingError. */
  plan(): Promise<Plan>
  readonly known: readonly Known[]
}

/** Where a run of a build is at work. */
export interface BuildPlace {
  /** The work folder. */
  readonly folder: string
  readonly run: number
  /** Digest of the plan. */
  readonly plan: string
}

/** How a build gets its threads, or others that do their work; tests hand in what runs in one thread. */
export type StartThreads = (options: ThreadOptions, place: BuildPlace) => Promise<BuildThreads>

/** What a journal that is kept says of its dataset. */
function headOf(options: BuildOptions, destination: Destination): Omit<KeptHead, 'program'> {
  const { inputs, cwd, document, resources, selection, format, timeout, gzip, shard } = options
  const formats = destination.formats.map(({ id }) => id)
  return {
    made: madeOf(options),
    asked: askedOf(options, destination),
    options: {
      inputs,
      cwd,
      formats,
      document,
      resources,
      selection,
      format,
      ...(timeout && { timeout }),
      ...(gzip && { gzip }),
    },
    ...(shard && { shard }),
  }
}

/** Selects and writes everything into a folder of its own; gives the counts. */
async function finish(
  { options, destination, work, plan, threads, timings }: BuildRun,
  folder: string,
): Promise<SelectedCounts> {
  const { formats, outputs } = destination
  clearFinishes(work.folder)
  mkdirSync(folder)
  const kept = outputs.find(({ format }) => format === journalName)
  if (kept !== undefined)
    await keepJournal(work.folder, plan, headOf(options, destination), join(folder, kept.name))
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
    const task = {
      format,
      paths,
      folder: work.folder,
      selected,
      options: { ...options.format, files: outputs },
    }
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
  const names = outputs.filter(({ format }) => format !== journalName).map(({ name }) => name)
  return { counts, threads, folder, names: [...names, nameOf('messages.jsonl')] }
}

async function run(
  state: Omit<BuildRun, 'threads' | 'timings'>,
  asked: object,
  start: StartThreads,
): Promise<BuildResult> {
  const { options, destination, work, plan } = state
  const begun = performance.now()
  const lanes = options.threads ?? threadCount(options.document.tokens ?? false)
  const { document, resources, timeout, signal } = options
  signal?.throwIfAborted()
  const threads = await start(
    {
      threads: lanes,
      document,
      resources,
      ...(timeout !== undefined && { timeout }),
      ...(signal && { signal }),
    },
    { folder: work.folder, run: work.lock.run, plan: plan.digest },
  )
  try {
    const timings: Record<string, number> = {}
    const whole = { ...state, threads, timings }
    const began = performance.now()
    await processUnits(whole, threads.lanes ?? lanes)
    timings.process = performance.now() - began
    const { folder: journalFolder, lock, isResumed, replaces } = work
    const folder = join(journalFolder, `finish-${lock.run}`)
    const counts = await finish(whole, folder)
    const made = await describeMade(destination, folder)
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

/** What the build was that is in place, where it is the one that is asked for, and whole. */
export function resultInPlace(
  options: BuildOptions,
  destination: Destination,
  asked: object,
): BuildResult | undefined {
  const manifest = readSealed(join(destination.folder, destination.nameOf('manifest.json')))
  if (manifest === undefined || targetPaths(destination).some((path) => statusOf(path) === undefined))
    return undefined
  const { counts, outputs, companions, ...before } = manifest
  if (JSON.stringify(before) !== JSON.stringify(asked)) return undefined
  return resultOf(destination, counts as SelectedCounts, options.threads ?? 0)
}

/** The build in its work folder, which nobody else is at. */
async function buildIn(
  work: WorkFolder,
  state: Omit<BuildRun, 'threads' | 'timings' | 'work' | 'plan'>,
  asked: object,
  { plan: makePlan, known }: Beginning,
  fresh: Plan | undefined,
  start: StartThreads,
): Promise<BuildResult> {
  try {
    const before = work.isResumed ? await readPlan(work.folder, work.id) : undefined
    const plan = before ?? writePlan(work.folder, work.id, fresh ?? (await makePlan()))
    if (known.length > 0) await takeKnownUnits(work.folder, plan, known)
    return await run({ ...state, work, plan }, asked, start)
  } catch (cause) {
    // Who was taken over is told so, whatever he ran into by it.
    work.lock.check()
    throw cause
  } finally {
    work.lock.release()
  }
}

/** A build by whatever plan. Throws ProcessingError, and the reason of a signal, as `buildDataset` does. */
export async function makeDataset(
  options: BuildOptions,
  begin: (destination: Destination) => Promise<Beginning | BuildResult>,
  start: StartThreads,
): Promise<BuildResult> {
  const { cwd, inputs, resume = false, force = false, update = false, heartbeat = usualHeartbeat } = options
  if (options.resources.dataDir !== undefined) usePackage(options.resources.dataDir)
  const destination = destinationFor(options)
  const { work: path } = destination
  let work: WorkFolder | undefined
  try {
    checkInputs(destination, inputs, cwd)
    const asked = manifestOf(options, destination)
    const state = stateOf(path)
    if (state === 'complete') {
      await removeLeft(path, heartbeat)
      return await makeDataset(options, begin, start)
    }
    if (state === 'unfinished' && !resume && !force) throw new ProcessingError('build-unfinished', { path })
    // An update looks itself whether something is new.
    const isDone = state === 'absent' && resume && !update
    const made = isDone ? resultInPlace(options, destination, asked) : undefined
    if (made !== undefined) return made
    const replaces = force || update
    if (state === 'absent' || force) await checkFree(destination, replaces)
    const beginning = await begin(destination)
    if ('counts' in beginning) return beginning
    // Planned before anything is made, so that a name that is no file leaves nothing behind.
    const fresh = state === 'absent' ? await beginning.plan() : undefined
    options.signal?.throwIfAborted()
    work = await openWorkFolder({ folder: path, asked, resume, replaces, heartbeat })
    return await buildIn(work, { options, destination }, asked, beginning, fresh, start)
  } catch (cause) {
    options.signal?.throwIfAborted()
    throw tellable(cause, destination.folder, work !== undefined)
  }
}
