/**
 * A folder of files that we write. A list in it has the name and the digest of each, so that --force knows what it may
 * replace: a file that we wrote and that nobody has changed since.
 * Invariant: a file stands in the list before it has its name, so whatever is interrupted can be forced later.
 */
import { createHash } from 'node:crypto'
import {
  closeSync,
  constants,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { ProcessingError } from '../model/message.js'
import type { CommandContext } from './contract.js'
import { UsageError } from './failure.js'
import type { FileIdentities } from './file-identities.js'
import { identityOf } from './file-identities.js'
import type { NewFile, Replacement } from './replace-file.js'
import { createFile } from './replace-file.js'

export interface OutputFolder {
  /** Begins a file. Throws ProcessingError as `createFile` does, or `output-not-ours`. */
  create(name: string): NewFile
  /** Writes a whole file. */
  write(name: string, content: string | Uint8Array): void
}

const listName = '.huanyuan-outputs.jsonl'
const heading = '{"list":"outputs of huanyuan","version":1}'

const digestOf = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')

/** Digests of what was written under each name. */
type Listed = Map<string, Set<string>>

function readList(path: string, named: string): Listed {
  const status = lstatSync(path, { throwIfNoEntry: false })
  const listed: Listed = new Map()
  if (status === undefined) return listed
  const text = status.isFile() ? readFileSync(path, 'utf8') : ''
  if (!text.startsWith(heading)) throw new ProcessingError('foreign-list', { path: join(named, listName) })
  for (const line of text.slice(heading.length).split('\n')) {
    // A line that was cut off names nothing.
    const [, name, digest] = /^\{"name":("(?:[^"\\]|\\.)*"),"sha256":"([0-9a-f]{64})"\}$/.exec(line) ?? []
    if (name === undefined) continue
    const key = JSON.parse(name) as string
    listed.set(key, (listed.get(key) ?? new Set()).add(digest!))
  }
  return listed
}

function openList(path: string): number {
  const { O_WRONLY, O_APPEND, O_CREAT, O_EXCL, O_NOFOLLOW } = constants
  if (lstatSync(path, { throwIfNoEntry: false })) return openSync(path, O_WRONLY | O_APPEND | O_NOFOLLOW)
  const file = openSync(path, O_WRONLY | O_APPEND | O_CREAT | O_EXCL)
  writeSync(file, heading)
  return file
}

/** Adds a line, which is on the disk when this returns. Lines begin with their break: the last one may be cut off. */
function addToList(path: string, name: string, digest: string): void {
  const file = openList(path)
  try {
    writeSync(file, `\n${JSON.stringify({ name, sha256: digest })}`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

/** Identities of the files of a folder that we wrote. Throws ProcessingError `foreign-list`. */
export function writtenFiles(folder: string, named: string): FileIdentities {
  const identities = new Set<string>()
  if (!isFolder(folder)) return identities
  for (const name of readList(join(folder, listName), named).keys()) {
    const status = statSync(join(folder, name), { bigint: true, throwIfNoEntry: false })
    if (status !== undefined) identities.add(identityOf(status))
  }
  return identities
}

/** Makes the folders of a name below a folder. A link among them leads elsewhere, and nothing is written there. */
function makeFoldersOf(name: string, folder: string, named: string): void {
  const parts = name.split(/[/\\]/).slice(0, -1)
  for (const [index] of parts.entries()) {
    const below = join(...parts.slice(0, index + 1))
    const status = lstatSync(join(folder, below), { throwIfNoEntry: false })
    if (status === undefined) mkdirSync(join(folder, below))
    else if (!status.isDirectory()) {
      throw new ProcessingError('unwritable', { path: join(named, below), reason: 'ENOTDIR' })
    }
  }
}

/** Makes a folder and those above it, one by one: some systems let Node's own way go on for ever, as in /proc. */
function makeFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return
  if (dirname(path) !== path) makeFolder(dirname(path))
  mkdirSync(path)
}

/**
 * Opens a folder, which is made where there is none. Throws UsageError where that cannot be, and ProcessingError
 * `foreign-list`. `named` is the user's name of it.
 */
export function openOutputFolder(
  { settings }: Pick<CommandContext, 'settings'>,
  folder: string,
  named: string,
  inputs: FileIdentities,
): OutputFolder {
  try {
    makeFolder(folder)
  } catch (cause) {
    const { code = 'error' } = cause as NodeJS.ErrnoException
    throw new UsageError('error.out-of-place', { path: named, reason: code })
  }
  const list = join(folder, listName)
  const listed = readList(list, named)

  const replacementOf = (name: string): Replacement => ({
    inputs,
    mayReplace() {
      if (!settings.force) return false
      if (listed.get(name)?.has(digestOf(readFileSync(join(folder, name))))) return true
      throw new ProcessingError('output-not-ours', { path: join(named, name) })
    },
  })

  function create(name: string): NewFile {
    makeFoldersOf(name, folder, named)
    const file = createFile(join(folder, name), join(named, name), replacementOf(name))
    const hash = createHash('sha256')
    return {
      write(content) {
        hash.update(content)
        file.write(content)
      },
      commit() {
        try {
          addToList(list, name, hash.digest('hex'))
        } catch (cause) {
          const { code = 'error' } = cause as NodeJS.ErrnoException
          throw new ProcessingError('unwritable', { path: join(named, listName), reason: code })
        }
        file.commit()
      },
      abandon: file.abandon,
    }
  }

  return {
    create,
    write(name, content) {
      const file = create(name)
      try {
        file.write(content)
        file.commit()
      } finally {
        file.abandon()
      }
    },
  }
}
