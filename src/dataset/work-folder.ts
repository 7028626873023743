/**
 * The folder of a build's own state, beside what it makes: its lock, what was asked for, the plan, the journal. Whoever
 * has the lock has the build to himself.
 * Invariant: a folder that no build made is neither used nor removed, and of our own only what a build put there.
 */
import { randomUUID } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { ProcessingError } from '../model/message.js'
import { differencesOf } from './differences.js'
import { readSealed, statusOf, sync, writeSealed } from './disk.js'
import { type Lock, takeLock } from './lock.js'
import { isLockText } from './lock-text.js'

const markerName = 'huanyuan-build.json'
/** There while the folder of a build that has come to its end is removed. */
const completeName = 'complete'
export const planName = 'plan.jsonl'
/** The recognised pages of documents that are not done. */
export const pagesName = 'pages'

/** Name of the folder by which a run and the workers of a queue hand each other tasks. */
export const taskFolderName = (run: number) => `queue-${run}`

const ownNames =
  /^(lock-\d+\.json|queue-\d+(\.gone)?|index-\d+\.jsonl|records-\d+-\d+\.jsonl|finish-\d+|pages|(plan\.jsonl|huanyuan-build\.json)(\.partial)?|complete)$/

/** What a folder says of itself: which build it is of. */
interface Marker {
  readonly program: 'huanyuan'
  /** By chance, so that the files of two builds are told apart. */
  readonly id: string
  /** Whether the build may replace what an earlier one made. */
  readonly replaces: boolean
  readonly asked: object
}

export interface WorkFolder {
  readonly folder: string
  /** Goes on with what an earlier run left. */
  readonly isResumed: boolean
  /** Whether the build may replace what an earlier one made. */
  readonly replaces: boolean
  readonly id: string
  readonly lock: Lock
}

export interface OpenOptions {
  /** Absolute. */
  readonly folder: string
  /** What the build is asked for: a run can go on only with what was asked the same. */
  readonly asked: object
  readonly resume: boolean
  readonly replaces: boolean
  /** Milliseconds between two beats of the lock. */
  readonly heartbeat: number
}

function readMarker(folder: string): Marker | undefined {
  const marker = readSealed(join(folder, markerName)) as Marker | undefined
  return marker?.program === 'huanyuan' ? marker : undefined
}

/** Whether a folder without a marker holds nothing but what a build makes before it. */
function isBlank(folder: string): boolean {
  return readdirSync(folder).every((name) => {
    if (name === `${markerName}.partial`) return true
    return /^lock-\d+\.json$/.test(name) && isLockText(readFileSync(join(folder, name), 'utf8'))
  })
}

/** Nothing is there, or nothing yet; something to go on with; what is left of a build that has come to its end. */
export type WorkState = 'absent' | 'unfinished' | 'complete'

/** Throws ProcessingError `work-foreign` where something stands there that no build made. */
export function stateOf(folder: string): WorkState {
  const status = statusOf(folder)
  if (status === undefined) return 'absent'
  const isOurs = status.isDirectory() && (readMarker(folder) !== undefined || isBlank(folder))
  if (!isOurs) throw new ProcessingError('work-foreign', { path: folder, file: markerName })
  if (readMarker(folder) === undefined) return 'absent'
  return existsSync(join(folder, completeName)) ? 'complete' : 'unfinished'
}

function makeFolder(folder: string): void {
  mkdirSync(dirname(folder), { recursive: true })
  try {
    mkdirSync(folder)
    sync(dirname(folder))
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause
  }
}

/** Of what a run has made ready, what says which files of the dataset are ours stays. */
function clearFinish(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (/^(manifest\.json|files\.jsonl)$/.test(name)) continue
    rmSync(join(folder, name), { recursive: true, force: true })
  }
}

/** Removes what earlier runs had made ready: a run that was taken over moves nothing of it any more. */
export function clearFinishes(folder: string): void {
  for (const name of readdirSync(folder)) if (/^finish-\d+$/.test(name)) clearFinish(join(folder, name))
}

/** A worker that is late finds no folder of tasks any more, and puts nothing into one that is being emptied. */
function removeOwn(folder: string, name: string): void {
  const isTaskFolder = name.startsWith('queue-') && !name.endsWith('.gone')
  const last = join(folder, isTaskFolder ? `${name}.gone` : name)
  if (isTaskFolder) renameSync(join(folder, name), last)
  rmSync(last, { recursive: true, force: true })
}

/** Removes what builds put into the folder, but for locks, the marker and what `isKept` names. */
function clear(folder: string, isKept: (name: string) => boolean): void {
  for (const name of readdirSync(folder)) {
    if (!ownNames.test(name) || name.startsWith('lock-') || name === markerName || isKept(name)) continue
    removeOwn(folder, name)
  }
}

/**
 * Makes the folder, or takes it over: to go on with `resume`, to begin again without. Throws ProcessingError
 * `work-foreign`, `build-running` or `build-differs`, and what the file system says.
 */
export async function openWorkFolder(options: OpenOptions): Promise<WorkFolder> {
  const { folder, asked, resume, replaces, heartbeat } = options
  makeFolder(folder)
  stateOf(folder)
  const lock = await takeLock(folder, heartbeat)
  try {
    const before = readMarker(folder)
    if (resume && before !== undefined) {
      const what = differencesOf(before.asked, asked)
      if (what !== '') throw new ProcessingError('build-differs', { path: folder, what })
      return { folder, lock, id: before.id, replaces: before.replaces, isResumed: true }
    }
    clearFinishes(folder)
    clear(folder, (name) => name.startsWith('finish-'))
    const marker: Marker = { program: 'huanyuan', id: randomUUID(), replaces, asked }
    writeSealed(join(folder, markerName), marker)
    return { folder, lock, id: marker.id, replaces, isResumed: false }
  } catch (cause) {
    lock.release()
    throw cause
  }
}

/** Removes the folder of a build that has come to its end; what says so goes last, so that the next one can go on. */
export function removeWorkFolder({ folder, lock }: Pick<WorkFolder, 'folder' | 'lock'>): void {
  lock.check()
  writeFileSync(join(folder, completeName), '', { flush: true })
  sync(folder)
  clear(folder, (name) => name === completeName)
  lock.release()
  rmSync(join(folder, completeName), { force: true })
  rmSync(join(folder, markerName), { force: true })
  try {
    rmdirSync(folder)
  } catch (cause) {
    // What others put there stays.
    if (!['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes((cause as NodeJS.ErrnoException).code ?? '')) throw cause
  }
}

/** Removes what is left of a build that has come to its end. Throws ProcessingError `build-running`. */
export async function removeLeft(folder: string, heartbeat: number): Promise<void> {
  removeWorkFolder({ folder, lock: await takeLock(folder, heartbeat) })
}
