/**
 * The builds that a worker serves: those whose work folders lie in the folder of its own call, or in a folder in there. A job
 * names a plan by its digest; whose it is, is found here and not said by the job.
 */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { differencesOf } from '../differences.js'
import { statusOf } from '../disk.js'
import { lockName } from '../lock.js'
import { madeHere } from '../made-of.js'
import type { Job } from './job.js'
import { Refusal } from './redis.js'
import { openTaskFolder, type TaskFolder } from './task-folder.js'

/** A run of a build, as a worker sees it. */
export interface ServedBuild {
  readonly tasks: TaskFolder
  /** Whether the run is over: what is left of its tasks in the queue is nobody's. */
  isOver(): boolean
}

/** Why a task is not done, in a word of the messages (`reason.…`). */
export type RefusalReason = 'bad-task' | 'no-such-build' | 'outside-folders' | 'worker-differs'

/** What a worker does not do, and what of it is meant, which it tells itself. */
export class TaskRefusal extends Refusal {
  constructor(
    readonly reason: RefusalReason,
    readonly detail: string,
  ) {
    super(reason)
  }
}

/** No build here has the plan: it is in another folder, or its folder is still on its way to this machine. */
export class BuildMissing extends Error {
  readonly reason = 'no-such-build' satisfies RefusalReason

  constructor(readonly detail: string) {
    super('no-such-build')
  }
}

function foldersIn(folder: string): string[] {
  const names = readdirSync(folder)
  return names.filter((name) => statusOf(join(folder, name))?.isDirectory()).map((name) => join(folder, name))
}

/** Work folders in a folder and in the folders in it. */
function* workFolders(output: string): Generator<string> {
  for (const folder of foldersIn(output)) {
    if (folder.endsWith('.build')) yield folder
    else yield* foldersIn(folder).filter((inner) => inner.endsWith('.build'))
  }
}

/** Throws TaskRefusal where tables or models lie elsewhere, or this machine would make other records. */
function checkSettings({ settings }: TaskFolder, confine: (path: string) => string | undefined): void {
  const { lexicon = [], units = [], indicators = [] } = settings.resources
  const { models } = settings.document.scans ?? {}
  for (const path of [...lexicon, ...units, ...indicators, ...(models === undefined ? [] : [models])])
    if (confine(path) === undefined) throw new TaskRefusal('outside-folders', path)
  const what = differencesOf(settings.made, madeHere(settings))
  if (what !== '') throw new TaskRefusal('worker-differs', what)
}

/**
 * Finds builds in a folder. `confine` gives the true path of what may be read. Throws TaskRefusal, and BuildMissing, which
 * may be tried again.
 */
export function openBuilds(output: string, confine: (path: string) => string | undefined) {
  const known = new Map<string, ServedBuild>()
  function find({ plan, run }: Job): ServedBuild {
    for (const work of workFolders(output)) {
      const tasks = openTaskFolder(work, run, plan)
      if (tasks === undefined) continue
      checkSettings(tasks, confine)
      return { tasks, isOver: () => !existsSync(join(work, lockName(run))) }
    }
    throw new BuildMissing(plan.slice(0, 16))
  }
  return (job: Job): ServedBuild => {
    const key = `${job.plan} ${job.run}`
    const build = known.get(key) ?? find(job)
    known.set(key, build)
    return build
  }
}
