/** Files that must be on the disk before work goes on, and files told apart by what they are, not by their names. */
import {
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { openSealed, sealJson } from './sealed.js'

/** Waits until a file, or the names in a folder, are on the disk. */
export function sync(path: string): void {
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } catch {
    // Some systems sync no folders; what they hold is safe there without it, or not to be made safe.
  } finally {
    closeSync(file)
  }
}

/** Writes sealed JSON aside and renames it, so that the file is whole or not there, on the disk when this returns. */
export function writeSealed(path: string, value: object): void {
  const aside = `${path}.partial`
  rmSync(aside, { force: true })
  writeFileSync(aside, sealJson(value), { flag: 'wx', flush: true })
  renameSync(aside, path)
  sync(dirname(path))
}

/** Undefined where no such file is, or where it is a link, or none that `writeSealed` wrote. */
export function readSealed(path: string): Readonly<Record<string, unknown>> | undefined {
  return statusOf(path)?.isFile() ? openSealed(readFileSync(path, 'utf8')) : undefined
}

/** What stands at a path, links not followed; undefined where nothing does. */
export function statusOf(path: string): Stats | undefined {
  try {
    return lstatSync(path)
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw cause
  }
}

/** What stands at a path or where a link there leads to; undefined where nothing does that can be looked at. */
export function followedStatusOf(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch {
    return undefined
  }
}

/** Which file a status is of: a file with two names is one file. */
export const identityOf = ({ dev, ino }: Pick<Stats, 'dev' | 'ino'>) => `${dev}:${ino}`

/** The paths of all files at and below some paths, links to folders not followed, in the order of their names. */
export function* filesBelow(path: string): Generator<string> {
  const status = statusOf(path)
  if (status === undefined) return
  if (!status.isDirectory()) yield path
  else for (const name of readdirSync(path).sort()) yield* filesBelow(join(path, name))
}

/** The identities of all files at and below some paths; of a link, that of what it leads to. */
export function identitiesBelow(paths: readonly string[]): Set<string> {
  const identities = new Set<string>()
  for (const path of paths) {
    for (const file of filesBelow(path)) {
      const status = followedStatusOf(file)
      if (status !== undefined) identities.add(identityOf(status))
    }
  }
  return identities
}
