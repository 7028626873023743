/**
 * The units of a build are processed in threads and written to the journal: those that are left, and then again those
 * with documents that others of their source prove.
 */
import { isPooled } from '../pipeline/source.js'
import type { BuildOptions, BuildProgress } from './build-options.js'
import { checkUnchanged } from './changed-inputs.js'
import type { Destination } from './destination.js'
import { addTimings } from './halves.js'
import type { JournalWriter, UnitResult } from './journal.js'
import {
  forgetDamaged,
  forgetFailed,
  journalFiles,
  openJournal,
  readJournal,
  wholeResult,
} from './journal.js'
import type { KeptPlan } from './plan-file.js'
import { isDone, isSameProof, pooledUnits } from './pooled-units.js'
import { openRecordFiles } from './record-file.js'
import type { Threads } from './threads.js'
import type { WorkUnit } from './unit.js'
import type { Units } from './unit-table.js'
import type { WorkFolder } from './work-folder.js'

/** Units that a thread is given at once: enough to keep it busy, few enough to lose little. */
const taskUnits = 8
const taskBytes = 64 * 1024

function* tasksOf(units: Iterable<WorkUnit>): Generator<WorkUnit[]> {
  let task: WorkUnit[] = []
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

/** What works for a build: its threads, or workers elsewhere. */
export interface BuildThreads extends Pick<Threads, 'processUnits' | 'writeFormat' | 'destroy'> {
  /** Tasks that it takes at once, where they are more than the threads of this machine. */
  readonly lanes?: number
  /** What workers elsewhere are at. */
  workers?(): NonNullable<BuildProgress['workers']>
}

export interface BuildRun {
  readonly options: BuildOptions
  readonly destination: Destination
  readonly work: WorkFolder
  readonly plan: KeptPlan
  readonly threads: BuildThreads
  readonly timings: Record<string, number>
}

/** Some of the units, each made when it is its turn, as often as they are asked for. */
function those(units: Units, isWanted: (unit: WorkUnit) => boolean): Iterable<WorkUnit> {
  return {
    *[Symbol.iterator]() {
      for (const unit of units) if (isWanted(unit)) yield unit
    },
  }
}

/** The units that no whole line and whole records speak of. Throws ProcessingError `input-changed`. */
async function unitsLeft({ options, work: { folder }, plan }: BuildRun): Promise<Iterable<WorkUnit>> {
  if (journalFiles(folder).length === 0) return plan.units
  const journal = await readJournal(folder, plan.units.length, plan.digest)
  const records = openRecordFiles(folder)
  try {
    forgetDamaged(journal, records, plan.units.length)
    checkUnchanged(plan, journal)
    if (options.retryFailed) forgetFailed(journal, plan.units.length)
    return those(plan.units, ({ number }) => !journal.has(number))
  } finally {
    records.close()
    journal.close()
  }
}

/** The units to do again for their source's sake. */
async function unitsToPool({ options, work, plan }: BuildRun): Promise<readonly WorkUnit[]> {
  if (!isPooled(options.document)) return []
  const journal = await readJournal(work.folder, plan.units.length, plan.digest)
  try {
    return pooledUnits(plan.units, journal)
  } finally {
    journal.close()
  }
}

/** Of units to do again, those that are left when what an earlier build made of them has been taken. */
async function takeAgain(
  { work, plan }: BuildRun,
  units: readonly WorkUnit[],
  journal: JournalWriter,
): Promise<readonly WorkUnit[]> {
  if (units.length === 0) return units
  const before = await readJournal(work.folder, plan.units.length, plan.digest, 'again')
  const records = openRecordFiles(work.folder)
  const taken = new Map<number, UnitResult>()
  try {
    for (const unit of units) {
      const result = wholeResult(before, records, unit.number)
      if (result !== undefined && isSameProof(unit, result)) taken.set(unit.number, result)
    }
  } finally {
    records.close()
    before.close()
  }
  if (taken.size > 0) journal.add([...taken.values()])
  return units.filter(({ number }) => !taken.has(number))
}

/** What is told while units are processed. */
interface Tally {
  done: number
  total: number
  documents: number
  failed: number
}

function bytesOf(units: Iterable<WorkUnit>): number {
  let sum = 0
  for (const { bytes } of units) sum += bytes
  return sum
}

/** Processes units; each lane gives its thread the next task when the last one is written. */
async function runUnits(
  { options, work, threads, timings }: BuildRun,
  units: Iterable<WorkUnit>,
  lanes: number,
  journal: JournalWriter,
  tally: Tally,
): Promise<void> {
  const { folder, lock } = work
  const tasks = tasksOf(units)
  const report = () => {
    const workers = threads.workers?.()
    options.onProgress?.({ phase: 'process', ...tally, ...(workers && { workers }) })
  }
  let isStopped = false
  const runLane = async () => {
    for (const task of tasks) {
      if (isStopped) return
      const { results, timings: taken } = await threads.processUnits({ units: task, folder, run: lock.run })
      lock.check()
      // What fails when it is done again stays as it was done first.
      const kept = results.filter((result) => isDone(task, result))
      journal.add(kept)
      addTimings(timings, taken)
      for (const { entries, failures } of task[0]?.provenBySource ? [] : results) {
        tally.documents += entries.length
        tally.failed += failures.length
      }
      tally.done += bytesOf(task)
      report()
    }
  }
  report()
  // Workers come and go while no task ends.
  const ticking = threads.workers && setInterval(report, 1000)
  // Where one lane fails, the others still write what their threads are at.
  const stop = (cause: unknown) => {
    isStopped = true
    throw cause
  }
  const ended = await Promise.allSettled(Array.from({ length: lanes }, () => runLane().catch(stop)))
  clearInterval(ticking)
  for (const lane of ended) if (lane.status === 'rejected') throw lane.reason
}

/** Processes the units that are not done yet, and then again those with documents that others of their source prove. */
export async function processUnits(build: BuildRun, lanes: number): Promise<void> {
  const { work, plan } = build
  const left = await unitsLeft(build)
  const total = plan.units.bytes
  const tally: Tally = { done: total - bytesOf(left), total, documents: 0, failed: 0 }
  work.lock.check()
  const journal = openJournal(work.folder, work.lock.run, plan.digest)
  try {
    await runUnits(build, left, lanes, journal, tally)
    const again = await takeAgain(build, await unitsToPool(build), journal)
    tally.total += bytesOf(again)
    if (again.length > 0) await runUnits(build, again, lanes, journal, tally)
  } finally {
    journal.close()
  }
}
