/**
 * Writing a file without ever harming another one. It is written aside, brought to the disk and then given its name,
 * so that a full disk or a power cut leaves the old file as it was.
 * Invariant: no link, no folder, no device and no input is replaced, and a file only where the caller says that it may
 * be; what lies aside is removed only by who made it.
 */
import type { BigIntStats } from 'node:fs'
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { ProcessingError } from '../model/message.js'
import type { CommandContext } from './contract.js'
import type { FileIdentities } from './file-identities.js'
import { identityOf, inputIdentities } from './file-identities.js'

/** What may happen to the file that has the name already. */
export interface Replacement {
  /** Files that are read; they are never replaced. */
  readonly inputs: FileIdentities
  /** Whether a regular file may be replaced. Throws ProcessingError where another sentence is due. */
  mayReplace(): boolean
}

function statusOf(path: string): BigIntStats | undefined {
  return lstatSync(path, { throwIfNoEntry: false, bigint: true })
}

/**
 * Throws ProcessingError `output-is-link`, `output-is-no-file`, `output-is-input` or `output-exists` where the name must
 * stay what it is. Gives what has the name now; `named` is the user's name of it.
 */
export function checkReplaceable(
  path: string,
  named: string,
  replacement: Replacement,
): BigIntStats | undefined {
  const status = statusOf(path)
  if (status === undefined) return undefined
  if (status.isSymbolicLink()) throw new ProcessingError('output-is-link', { path: named })
  if (!status.isFile()) throw new ProcessingError('output-is-no-file', { path: named })
  if (replacement.inputs.has(identityOf(status))) {
    throw new ProcessingError('output-is-input', { path: named })
  }
  if (!replacement.mayReplace()) throw new ProcessingError('output-exists', { path: named })
  return status
}

/** Gives a new file its name, which must be free at that very moment. */
function linkIntoPlace(aside: string, path: string): void {
  try {
    linkSync(aside, path)
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    // Some file systems have no hard links.
    if (code === 'EEXIST' || statusOf(path) !== undefined) throw cause
    renameSync(aside, path)
    return
  }
  rmSync(aside)
}

/** Some systems bring no folders to the disk; the names in them are safe there without it, or not to be made safe. */
function syncFolder(path: string): void {
  try {
    const folder = openSync(path, 'r')
    try {
      fsyncSync(folder)
    } finally {
      closeSync(folder)
    }
  } catch {}
}

function unwritable(named: string, cause: unknown): unknown {
  if (cause instanceof ProcessingError) return cause
  const { code = 'error' } = cause as NodeJS.ErrnoException
  return new ProcessingError(code === 'EEXIST' ? 'output-exists' : 'unwritable', {
    path: named,
    reason: code,
  })
}

/** A file that is being written aside. */
export interface NewFile {
  /** Throws ProcessingError `unwritable`. */
  write(content: string | Uint8Array): void
  /** Gives it its name. Throws ProcessingError as `checkReplaceable` does, or `unwritable`. */
  commit(): void
  /** Takes it away, unless it has its name. */
  abandon(): void
}

/** Number of the files that this process wrote aside: no two share a name. */
let count = 0

/** Begins a file that will be called `path`; `named` is the user's name of it. Throws as `commit` does. */
export function createFile(path: string, named: string, replacement: Replacement): NewFile {
  checkReplaceable(path, named, replacement)
  const folder = dirname(path)
  const aside = join(folder, `.huanyuan-${process.pid}-${++count}.partial`)
  let file: number | undefined
  let isOurs = false
  const told = <Result>(work: () => Result): Result => {
    try {
      return work()
    } catch (cause) {
      throw unwritable(named, cause)
    }
  }
  const close = () => {
    if (file !== undefined) closeSync(file)
    file = undefined
  }
  told(() => {
    file = openSync(aside, 'wx')
    isOurs = true
  })
  return {
    write(content) {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content
      told(() => {
        for (let at = 0; at < bytes.length; ) at += writeSync(file!, bytes, at)
      })
    },
    commit() {
      told(() => {
        fsyncSync(file!)
        close()
        const old = checkReplaceable(path, named, replacement)
        if (old === undefined) linkIntoPlace(aside, path)
        else {
          chmodSync(aside, Number(old.mode & 0o777n))
          renameSync(aside, path)
        }
        isOurs = false
        syncFolder(folder)
      })
    },
    abandon() {
      close()
      if (isOurs) rmSync(aside, { force: true })
      isOurs = false
    },
  }
}

/** Writes a whole file. Throws as `commit` does, and leaves nothing aside. */
export function writeFile(
  path: string,
  named: string,
  content: string | Uint8Array,
  replacement: Replacement,
): void {
  const file = createFile(path, named, replacement)
  try {
    file.write(content)
    file.commit()
  } finally {
    file.abandon()
  }
}

/**
 * The one file that a command writes, checked before the work begins; --force replaces what is there, but no input.
 * What it gives writes the file. Both throw as `commit` does.
 */
export function openOutputFile(
  context: CommandContext,
  named: string,
  inputs: readonly string[],
): (content: string | Uint8Array) => void {
  const { terminal, settings } = context
  const path = resolve(terminal.cwd, named)
  const replacement = {
    inputs: inputIdentities(context, inputs),
    mayReplace: () => settings.force ?? false,
  }
  checkReplaceable(path, named, replacement)
  return (content) => writeFile(path, named, content, replacement)
}
