/**
 * From files to a dataset: plan, process in threads, select, write the formats, move them into their place. Everything
 * is made in the work folder, so that what stands in the output is always whole.
 * Invariant: the outputs depend on inputs, options and data alone; not on threads, time or interruptions.
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { ProcessingError } from '../model/message.js'
import { resourceHashes } from '../pipeline/identity.js'
import type { ResourceOptions } from '../pipeline/resources.js'
import { programVersion } from '../resources/identity.js'
import type { FormatOptions } from './contract.js'
import type { Destination } from './destination.js'
import { companions, destinationOf } from './destination.js'
import { openJournal, readJournal } from './journal.js'
import { checkFree, describeOutputs, moveIntoPlace, writeJson } from './place.js'
import type { Plan, PlanOptions } from './plan.js'
import { planUnits } from './plan.js'
import type { Counts } from './selected.js'
import { finishName, selectDocuments } from './selected.js'
import type { SelectionOptions } from './selection.js'
import { threadCount } from './thread-count.js'
import type { Threads } from './threads.js'
import { addTimings, startThreads } from './threads.js'
import type { Unit } from './unit.js'
import type { WorkFolder } from './work-folder.js'
import { openWorkFolder, readPlan, releaseWorkFolder, removeWorkFolder, writePlan } from './work-folder.js'
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
  readonly onProgress?: (progress: BuildProgress) => void
}

export interface BuildResult {
  readonly counts: Counts
  readonly threads: number
  /** Absolute folder of the dataset, and the names of what was written there. */
  readonly folder: string
  readonly names: readonly string[]
}

/** Units that a thread is given at once: enough to keep it busy, few enough to lose little. */
const taskUnits = 8
const taskBytes = 64 * 1024

function* tasksOf(units: Iterable<Unit>): Generator<Unit[]> {
  let task: Unit[] = []
  let bytes = 0
  for (const unit of units) {
    task.push(unit)
    bytes += unit.bytes
    if (task.length < taskUnits && bytes < taskBytes) continue
    yield task
    task = []
    bytes = 0
  }
  if (task.length > 0) yield task
}

/** What the outputs depend on beside the files, as the manifest says it. */
function askedOf(options: BuildOptions, { formats }: Destination): object {
  const { inputs, document, resources, selection, format, shard } = options
  const { lexicon = [], protect = [], units = [], indicators = [] } = resources
  return {
    program: { name: 'huanyuan', version: programVersion(), schemaVersion: '1.0' },
    inputs,
    options: {
      formats: formats.map(({ id }) => id),
      ...document,
      ...selection,
      ...format,
      ...(protect.length > 0 && { protect }),
      ...(shard && { shard: `${shard.index}/${shard.count}` }),
    },
    data: resourceHashes([...lexicon, ...units, ...indicators]),
  }
}

async function planOf(options: BuildOptions, destination: Destination): Promise<Plan> {
  const { folder, work, outputs, nameOf } = destination
  const names = [...outputs.map(({ name }) => name), ...companions.map(nameOf)]
  const excluded = [work, ...names.map((name) => join(folder, name))]
  const { inputs, cwd, shard } = options
  return planUnits({ inputs, cwd, excluded, ...(shard && { shard }) })
}

interface Run {
  readonly options: BuildOptions
  readonly destination: Destination
  readonly work: WorkFolder
  readonly plan: Plan
  readonly threads: Threads
  readonly timings: Record<string, number>
}

/** Processes the units that are not done yet; each lane gives its thread the next task when the last one is written. */
async function processUnits({ options, work, plan, threads, timings }: Run, lanes: number): Promise<void> {
  const { folder, run } = work
  const index = await readJournal(folder, plan.units.length)
  const left = plan.units.filter(({ number }) => !index.has(number))
  index.close()
  const bytesOf = (units: readonly Unit[]) => units.reduce((sum, { bytes }) => sum + bytes, 0)
  const total = bytesOf(plan.units)
  let done = total - bytesOf(left)
  let documents = 0
  let failed = 0
  const tasks = tasksOf(left)
  const journal = openJournal(folder)
  const report = () => options.onProgress?.({ phase: 'process', done, total, documents, failed })
  let isStopped = false
  const runLane = async () => {
    for (const units of tasks) {
      if (isStopped) return
      const result = await threads.processUnits({ units, folder, run })
      journal.add(result.results)
      addTimings(timings, result.timings)
      for (const { entries, failures } of result.results) {
        documents += entries.length
        failed += failures.length
      }
      done += bytesOf(units)
      report()
    }
  }
  report()
  // Where one lane fails, the others still write what their threads are at: the journal is closed behind the last.
  const stop = (cause: unknown) => {
    isStopped = true
    throw cause
  }
  const ended = await Promise.allSettled(Array.from({ length: lanes }, () => runLane().catch(stop)))
  journal.close()
  for (const lane of ended) if (lane.status === 'rejected') throw lane.reason
}

/** Selects and writes everything into a folder of its own; gives the counts. */
async function finish(
  { options, destination, work, plan, threads, timings }: Run,
  folder: string,
): Promise<Counts> {
  const { formats, outputs } = destination
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  const journal = await readJournal(work.folder, plan.units.length)
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
    const task = { format, paths, folder: work.folder, options: options.format }
    timings[`write ${format}`] = await threads.writeFormat(task)
    done++
    report()
  }
  await Promise.all(formats.map(({ id }) => writeOne(id)))
  return counts
}

async function run(state: Omit<Run, 'threads' | 'timings'>, asked: object): Promise<BuildResult> {
  const { options, destination, work } = state
  const start = performance.now()
  const lanes = options.threads ?? threadCount(options.document.tokens ?? false)
  const { document, resources, timeout } = options
  const threads = await startThreads({
    threads: lanes,
    document,
    resources,
    ...(timeout !== undefined && { timeout }),
  })
  try {
    const timings: Record<string, number> = {}
    const whole = { ...state, threads, timings }
    await processUnits(whole, lanes)
    const folder = join(work.folder, finishName)
    const counts = await finish(whole, folder)
    const files = describeOutputs(destination, folder)
    writeJson(join(folder, 'manifest.json'), { ...asked, counts, outputs: files })
    const rounded = Object.entries(timings).map(([name, milliseconds]) => [name, Math.round(milliseconds)])
    writeJson(join(folder, 'timings.json'), {
      threads: lanes,
      isResumed: work.isResumed,
      milliseconds: { all: Math.round(performance.now() - start), ...Object.fromEntries(rounded) },
    })
    moveIntoPlace(destination, folder)
    removeWorkFolder(work)
    const names = [...destination.outputs.map(({ name }) => name), destination.nameOf('messages.jsonl')]
    return { counts, threads: lanes, folder: destination.folder, names }
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

/**
 * Builds a dataset. Documents that cannot be processed are counted and listed in `messages.jsonl`. Throws
 * ProcessingError where the build as a whole cannot go on; what was done is kept for a run with `resume`.
 */
export async function buildDataset(options: BuildOptions): Promise<BuildResult> {
  const destination = destinationOf(options.out, options.formats, options.cwd)
  const asked = askedOf(options, destination)
  const { resume = false, force = false } = options
  const isUnfinished = existsSync(destination.work)
  if (!isUnfinished && !force) checkFree(destination)
  // Planned before anything is made, so that a name that is no file leaves nothing behind.
  const fresh = isUnfinished ? undefined : await planOf(options, destination)
  let work: WorkFolder | undefined
  try {
    work = openWorkFolder({ folder: destination.work, asked: JSON.stringify(asked), resume, force })
    const known = work.isResumed ? await readPlan(work) : undefined
    const plan = known ?? fresh ?? (await planOf(options, destination))
    if (known === undefined) writePlan(work, plan)
    return await run({ options, destination, work, plan }, asked)
  } catch (cause) {
    if (work !== undefined) releaseWorkFolder(work)
    throw tellable(cause, destination.folder, work !== undefined)
  }
}
