/**
 * Moves what was made into its place. What stands there is replaced only where a build made it and nobody changed it
 * since; all else in the folder of the dataset stays as it is, and where it is in the way nothing is touched.
 */
import { mkdirSync, realpathSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { ProcessingError } from '../model/message.js'
import type { Destination } from './destination.js'
import { filesBelow, followedStatusOf, identityOf, statusOf, sync } from './disk.js'
import { blockOf, describeFile, listedNames, type Owned, readOwned, sealedIn, stampOf } from './manifest.js'

/** Everything that a build writes, made under the first name and moved to the second; the manifest last. */
function targetsOf({ outputs, companions, nameOf }: Destination) {
  return [
    ...outputs.map(({ name, isFolder }) => ({ made: name, name, isFolder })),
    ...companions.map((made) => ({ made, name: nameOf(made), isFolder: false })),
  ]
}

/** Absolute paths of everything that a build writes. */
export function targetPaths(destination: Destination): string[] {
  return targetsOf(destination).map(({ name }) => join(destination.folder, name))
}

/** Throws ProcessingError `output-is-input` where an input, by whatever name, is or lies in what would be written. */
export function checkInputs(destination: Destination, inputs: readonly string[], cwd: string): void {
  const paths = targetPaths(destination).filter((path) => followedStatusOf(path) !== undefined)
  const identities = new Set(paths.map((path) => identityOf(statSync(path))))
  const folders = paths.map((path) => realpathSync(path) + sep)
  for (const path of inputs) {
    const absolute = resolve(cwd, path)
    const status = followedStatusOf(absolute)
    if (status === undefined) continue
    const real = realpathSync(absolute)
    if (identities.has(identityOf(status)) || folders.some((folder) => real.startsWith(folder))) {
      throw new ProcessingError('output-is-input', { path })
    }
  }
}

/**
 * Looks before anything is done. Throws ProcessingError `output-foreign` where something is in the way that no build
 * made, `output-exists` where an earlier build did and is not to be replaced.
 */
export async function checkFree(destination: Destination, replaces: boolean): Promise<void> {
  const { folder } = destination
  const standing = targetsOf(destination).filter(({ name }) => statusOf(join(folder, name)) !== undefined)
  if (standing.length === 0) return
  const foreign = (name: string) => new ProcessingError('output-foreign', { path: join(folder, name) })
  if (!replaces) {
    const listed = new Set(listedNames(destination))
    const [first] = [...standing.filter(({ name }) => !listed.has(name)), ...standing]
    if (!listed.has(first!.name)) throw foreign(first!.name)
    throw new ProcessingError('output-exists', { path: join(folder, first!.name) })
  }
  const { files, folders, changed } = await readOwned(destination)
  for (const { name, isFolder } of standing) {
    const isOurs = isFolder
      ? folders.has(name) && statusOf(join(folder, name))!.isDirectory()
      : files.has(name)
    if (!isOurs) throw foreign(name)
    const other = changed.find((each) => each.startsWith(`${name}/`))
    if (other !== undefined) throw foreign(other)
  }
}

interface Move {
  readonly from: string
  /** Below the folder of the dataset. */
  readonly name: string
  /** What stands there until then. */
  readonly stamp: string | undefined
}

interface Moves {
  readonly moves: readonly Move[]
  /** Files of ours that the dataset has no more, with their stamps. */
  readonly stale: readonly (readonly [name: string, stamp: string])[]
}

/** What is to be done, found before anything is. Throws ProcessingError `output-foreign`. */
function planMoves(destination: Destination, made: string, owned: Owned): Moves {
  const { folder } = destination
  const foreign = (name: string) => new ProcessingError('output-foreign', { path: join(folder, name) })
  const moves: Move[] = []
  const stale: (readonly [string, string])[] = []
  const isSame = (from: string, name: string) => {
    if (stampOf(join(folder, name)) === undefined) return false
    return describeFile(from, name).sha256 === describeFile(join(folder, name), name).sha256
  }
  const add = (from: string, name: string, mayReplace = true) => {
    const stamp = mayReplace ? owned.files.get(name) : undefined
    const isFree = mayReplace && statusOf(join(folder, name)) === undefined
    if (stamp !== undefined || isFree) moves.push({ from, name, stamp })
    // A run that was stopped while it moved its files has put it there.
    else if (!isSame(from, name)) throw foreign(name)
  }
  const merge = (from: string, name: string) => {
    const names = new Set<string>()
    for (const path of filesBelow(from)) {
      const below = `${name}/${relative(from, path).split(sep).join('/')}`
      names.add(below)
      add(path, below, owned.folders.has(name))
    }
    for (const [each, stamp] of owned.files) {
      if (each.startsWith(`${name}/`) && !names.has(each)) stale.push([each, stamp])
    }
    const removed = new Set(stale.map(([each]) => each))
    for (const each of names) {
      const block = blockOf(folder, each)
      if (block !== undefined && !removed.has(block)) throw foreign(block)
    }
  }
  for (const { made: source, name, isFolder } of targetsOf(destination)) {
    const from = join(made, source)
    const status = statusOf(join(folder, name))
    if (isFolder && status !== undefined) {
      if (!status.isDirectory()) throw foreign(name)
      merge(from, name)
    } else add(from, name)
  }
  return { moves, stale }
}

/** Removes folders that have become empty, from the innermost one outwards, below the folder of an output. */
function removeEmptyFolders(folder: string, name: string): void {
  const parents = name.split('/').slice(0, -1)
  try {
    for (; parents.length > 1; parents.pop()) rmdirSync(join(folder, ...parents))
  } catch {
    // Something is in it still.
  }
}

/**
 * Moves outputs and then companions, the manifest last, from the folder `made` into the dataset, each by a renaming.
 * They are on the disk already. `check` is called before each move. Throws ProcessingError `output-foreign` before
 * anything is moved, or where something has come in the way since.
 */
export async function moveIntoPlace(
  destination: Destination,
  made: string,
  replaces: boolean,
  check: () => void,
): Promise<void> {
  const { folder } = destination
  // Timings differ from run to run: those of a run that was stopped while it moved its files make way.
  const left: Owned = { files: sealedIn(destination), folders: new Set(), changed: [] }
  const { moves, stale } = planMoves(destination, made, replaces ? await readOwned(destination) : left)
  const touched = new Set<string>([folder])
  const checkStill = (name: string, stamp: string | undefined) => {
    check()
    const path = join(folder, name)
    if (stampOf(path) !== stamp || (stamp === undefined && statusOf(path) !== undefined)) {
      throw new ProcessingError('output-foreign', { path })
    }
    touched.add(dirname(path))
    return path
  }
  for (const [name, stamp] of stale) {
    rmSync(checkStill(name, stamp))
    removeEmptyFolders(folder, name)
  }
  for (const { from, name, stamp } of moves) {
    const path = checkStill(name, stamp)
    mkdirSync(dirname(path), { recursive: true })
    renameSync(from, path)
  }
  for (const path of touched) if (statusOf(path) !== undefined) sync(path)
}
