/**
 * The folder in a build's work folder by which it and its workers hand each other tasks and results: what Redis says is
 * never more than which of them is meant. One folder a run of the build.
 * Invariant: a file is written aside under a name of its own and renamed, so that it is whole or not there, and a task that
 * two workers do has one result. What does not vouch for itself with the digest of the plan is not there.
 */
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ResourceOptions } from '../../pipeline/resources.js'
import { readSealed, statusOf, writeSealed } from '../disk.js'
import { digestLength, digestOf } from '../sealed.js'
import type { WorkUnit } from '../unit.js'
import { taskFolderName } from '../work-folder.js'
import type { DocumentSettings, UnitsResult } from '../worker.js'

/** How all tasks of a run are done. */
export interface TaskSettings {
  readonly plan: string
  /** Program, options and data that the records depend on: a worker that has others does nothing. */
  readonly made: object
  readonly document: DocumentSettings
  readonly resources: ResourceOptions
  /** Milliseconds that a document may take; no limit where absent. */
  readonly timeout?: number
}

const settingsName = 'settings.json'
const taskName = (task: number) => `task-${task}.json`
const resultName = (task: number) => `result-${task}.json`
const resultPattern = /^result-(\d+)\.json$/
const recordsPattern = /^records-\d+-\d+\.jsonl$/

function writeVouched(path: string, plan: string, value: object): void {
  const text = JSON.stringify(value)
  const aside = `${path}.${randomUUID()}`
  writeFileSync(aside, `${digestOf(plan, text)} ${text}`, { flag: 'wx' })
  renameSync(aside, path)
}

function readVouched(path: string, plan: string): unknown {
  if (!statusOf(path)?.isFile()) return undefined
  const text = readFileSync(path, 'utf8')
  const value = text.slice(digestLength + 1)
  return text.startsWith(`${digestOf(plan, value)} `) ? JSON.parse(value) : undefined
}

export interface TaskFolder {
  readonly folder: string
  readonly settings: TaskSettings
  /** The units of a task; undefined where it is done and gone. */
  readTask(task: number): readonly WorkUnit[] | undefined
  hasResult(task: number): boolean
  writeTask(task: number, units: readonly WorkUnit[]): void
  /** Throws what the file system says. */
  writeResult(task: number, result: UnitsResult): void
  /** Numbers of the tasks whose results are there. */
  results(): number[]
  /** A result, with records that are found from the work folder; undefined where it is none of the plan's. */
  readResult(task: number): UnitsResult | undefined
  /** Removes a task and its result. */
  clear(task: number): void
}

function folderWith(work: string, run: number, settings: TaskSettings): TaskFolder {
  const name = taskFolderName(run)
  const folder = join(work, name)
  const { plan } = settings
  const pathOf = (file: string) => join(folder, file)
  return {
    folder,
    settings,
    readTask: (task) => readVouched(pathOf(taskName(task)), plan) as WorkUnit[] | undefined,
    hasResult: (task) => existsSync(pathOf(resultName(task))),
    writeTask: (task, units) => writeVouched(pathOf(taskName(task)), plan, units),
    writeResult: (task, result) => writeVouched(pathOf(resultName(task)), plan, result),
    results: () =>
      readdirSync(folder).flatMap((file) => {
        const task = resultPattern.exec(file)?.[1]
        return task === undefined ? [] : [Number(task)]
      }),
    readResult(task) {
      const result = readVouched(pathOf(resultName(task)), plan) as UnitsResult | undefined
      const files = result?.results.flatMap(({ entries }) => entries.map(({ file }) => file)) ?? []
      if (result === undefined || !files.every((file) => recordsPattern.test(file))) return undefined
      const results = result.results.map((each) => ({
        ...each,
        entries: each.entries.map((entry) => ({ ...entry, file: `${name}/${entry.file}` })),
      }))
      return { ...result, results }
    },
    clear(task) {
      for (const file of [taskName(task), resultName(task)]) rmSync(pathOf(file), { force: true })
    },
  }
}

/** Makes the folder of a run, which its lock has to itself. */
export function makeTaskFolder(work: string, run: number, settings: TaskSettings): TaskFolder {
  const folder = join(work, taskFolderName(run))
  mkdirSync(folder)
  writeSealed(join(folder, settingsName), settings)
  return folderWith(work, run, settings)
}

/** The folder of a run with this plan; undefined where it is not there, or of another plan. */
export function openTaskFolder(work: string, run: number, plan: string): TaskFolder | undefined {
  const settings = readSealed(join(work, taskFolderName(run), settingsName)) as TaskSettings | undefined
  return settings?.plan === plan ? folderWith(work, run, settings) : undefined
}
