/**
 * What lies in a folder and below it, in the order of the paths' code units, one folder's names at a time: of a million
 * files no list is made. Hidden names are left out; links are followed, but for those that lead back to where they lie.
 */
import { readdirSync, type Stats, statSync } from 'node:fs'
import { sep } from 'node:path'
import { ProcessingError } from '../model/message.js'
import { followedStatusOf, identityOf } from './disk.js'

/** A file below a folder, or a folder there that cannot be looked into: it fails when it is read, and stops no others. */
export interface Met {
  /** From the folder on, with slashes. */
  readonly path: string
  /** Of what a link leads to. */
  readonly status: Stats
}

interface Folder {
  readonly absolute: string
  /** From the first folder on, empty or with a slash at its end. */
  readonly below: string
  readonly status: Stats
  /** Identities of the folders that it lies in, and its own. */
  readonly around: readonly string[]
}

/** The names in a folder, or why they cannot be read. */
function namesIn(folder: string): readonly string[] | NodeJS.ErrnoException {
  try {
    return readdirSync(folder).sort()
  } catch (cause) {
    return cause as NodeJS.ErrnoException
  }
}

/** Whether a folder comes before a name beside it: `a/x` is behind `a-b/x` and `a.txt`. */
const isBefore = (folder: string, name: string) => `${folder}/` < name

function* walkIn({ absolute, below, status: own, around }: Folder, onNames: OnNames): Generator<Met> {
  const names = namesIn(absolute)
  if (names instanceof Error) {
    if (below === '')
      throw new ProcessingError('unreadable', { path: absolute, reason: names.code ?? 'error' })
    yield { path: below.slice(0, -1), status: own }
    return
  }
  onNames(below, names)
  // Folders whose turn comes behind some of the names that begin like theirs: the last one of them first.
  const waiting: Folder[] = []
  const nameOf = (folder: Folder) => folder.below.slice(below.length, -1)
  function* walkWaiting(isDue: (name: string) => boolean): Generator<Met> {
    while (waiting.length > 0 && isDue(nameOf(waiting.at(-1)!))) yield* walkIn(waiting.pop()!, onNames)
  }
  for (const name of names) {
    if (name.startsWith('.')) continue
    yield* walkWaiting((folder) => isBefore(folder, name))
    const inside = absolute + sep + name
    // What goes while it is looked at was never there.
    const status = followedStatusOf(inside)
    if (status?.isFile()) yield { path: below + name, status }
    if (!status?.isDirectory() || around.includes(identityOf(status))) continue
    const identities = [...around, identityOf(status)]
    waiting.push({ absolute: inside, below: `${below}${name}/`, status, around: identities })
  }
  yield* walkWaiting(() => true)
}

/** Is told the names in each folder, hidden ones too, before what lies there is met. */
export type OnNames = (below: string, names: readonly string[]) => void

/** The files at and below `folder`, an absolute path. Throws ProcessingError `unreadable` where it cannot be looked into. */
export function walk(folder: string, onNames: OnNames): Generator<Met> {
  const status = statSync(folder)
  return walkIn({ absolute: folder, below: '', status, around: [identityOf(status)] }, onNames)
}
