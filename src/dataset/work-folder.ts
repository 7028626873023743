/**
 * The folder of a build's own state, beside what it makes: who is at work, what was asked for, the plan, the journal.
 * Whoever makes the folder or takes its lock over has the build to itself.
 */
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { ProcessingError } from '../model/message.js'
import { readLines } from './journal.js'
import type { Plan } from './plan.js'
import type { Unit } from './unit.js'

interface Owner {
  readonly process: number
  readonly host: string
}

const lockName = 'lock.json'
const askedName = 'asked.json'
const planName = 'plan.jsonl'

/** Whether the process that the lock names may still be at work. One of another machine may always be. */
function isAlive({ process: id, host }: Owner): boolean {
  if (host !== hostname()) return true
  if (id === process.pid) return false
  try {
    process.kill(id, 0)
    return true
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function readOwner(folder: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, lockName), 'utf8')) as Owner
  } catch {
    // The process was killed before it had written its lock.
    return undefined
  }
}

function lock(folder: string): void {
  const owner: Owner = { process: process.pid, host: hostname() }
  writeFileSync(join(folder, lockName), JSON.stringify(owner), { flag: 'wx' })
}

export interface WorkFolder {
  readonly folder: string
  /** Goes on with what an earlier run left. */
  readonly isResumed: boolean
  /** How many runs have written records before this one. */
  readonly run: number
}

export interface OpenOptions {
  /** Absolute. */
  readonly folder: string
  /** What the build is asked for, as JSON: a run can go on only with what was asked the same. */
  readonly asked: string
  readonly resume: boolean
  readonly force: boolean
}

function countRuns(folder: string): number {
  const runs = readdirSync(folder).flatMap((name) => /^records-(\d+)-/.exec(name)?.[1] ?? [])
  return Math.max(0, ...runs.map(Number))
}

function makeFolder(folder: string): boolean {
  mkdirSync(dirname(folder), { recursive: true })
  try {
    mkdirSync(folder)
    return true
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw cause
  }
}

/** Names of what was asked for otherwise, such as `options.drop`. */
function differencesOf(before: string, now: string): string {
  type Asked = Readonly<Record<string, Readonly<Record<string, unknown>>>>
  const [old, asked] = [JSON.parse(before) as Asked, JSON.parse(now) as Asked]
  const names = Object.keys({ ...old, ...asked }).flatMap((part) =>
    Object.keys({ ...old[part], ...asked[part] })
      .filter((key) => JSON.stringify(old[part]?.[key]) !== JSON.stringify(asked[part]?.[key]))
      .map((key) => `${part}.${key}`),
  )
  return names.join(', ')
}

/**
 * Makes the folder, or takes it over. Throws ProcessingError `build-running`, `build-unfinished` or
 * `build-differs`, and what the file system says.
 */
export function openWorkFolder({ folder, asked, resume, force }: OpenOptions): WorkFolder {
  if (makeFolder(folder)) {
    lock(folder)
    writeFileSync(join(folder, askedName), asked)
    return { folder, isResumed: false, run: 1 }
  }
  const owner = readOwner(folder)
  if (owner !== undefined && isAlive(owner)) {
    throw new ProcessingError('build-running', { path: folder, process: owner.process, host: owner.host })
  }
  if (force && !resume) {
    rmSync(folder, { recursive: true })
    return openWorkFolder({ folder, asked, resume, force: false })
  }
  if (!resume) throw new ProcessingError('build-unfinished', { path: folder })
  rmSync(join(folder, lockName), { force: true })
  lock(folder)
  const before = existsSync(join(folder, askedName)) ? readFileSync(join(folder, askedName), 'utf8') : ''
  if (before !== asked && before !== '') {
    rmSync(join(folder, lockName))
    throw new ProcessingError('build-differs', { path: folder, what: differencesOf(before, asked) })
  }
  writeFileSync(join(folder, askedName), asked)
  return { folder, isResumed: true, run: countRuns(folder) + 1 }
}

/** Gives the folder up without finishing, so that another run can go on. */
export function releaseWorkFolder({ folder }: WorkFolder): void {
  rmSync(join(folder, lockName), { force: true })
}

export function removeWorkFolder({ folder }: WorkFolder): void {
  rmSync(folder, { recursive: true, force: true })
}

/** Keeps the plan, so that a run that goes on later has the same units whatever has come to the inputs since. */
export function writePlan({ folder }: WorkFolder, { units, skipped }: Plan): void {
  const aside = join(folder, `${planName}.partial`)
  rmSync(aside, { force: true })
  const file = openSync(aside, 'wx')
  try {
    writeSync(file, `${JSON.stringify(skipped)}\n`)
    for (let at = 0; at < units.length; at += 1000) {
      const lines = units.slice(at, at + 1000).map((unit) => `${JSON.stringify(unit)}\n`)
      writeFileSync(file, lines.join(''))
    }
  } finally {
    closeSync(file)
  }
  renameSync(aside, join(folder, planName))
}

/** The plan of the run before; undefined where it had not come so far. */
export async function readPlan({ folder }: WorkFolder): Promise<Plan | undefined> {
  const path = join(folder, planName)
  if (!existsSync(path)) return undefined
  let skipped: string[] | undefined
  const units: Unit[] = []
  for await (const { bytes } of readLines(path)) {
    const value = JSON.parse(bytes.toString('utf8')) as string[] | Unit
    if (skipped === undefined) skipped = value as string[]
    else units.push(value as Unit)
  }
  return { units, skipped: skipped ?? [] }
}
