/**
 * What was done with each file of a watched folder, a line each, so that a restart does nothing twice. A line is on the
 * disk before its file counts as done; what a cut left of a last line is passed over, and its file done again.
 */
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { ProcessingError } from '../../model/message.js'

/** A version of a file, as the file system tells it, and by its bytes. */
export interface SeenFile {
  /** Below the watched folder, with `/` between its parts. */
  readonly path: string
  readonly bytes: number
  /** Milliseconds. */
  readonly modified: number
}

export interface DoneFile extends SeenFile {
  /** Null of a file that could not be read. */
  readonly sha256: string | null
}

export interface WatchList {
  /** Whether this version was done, by what the file system says of it. */
  has(file: SeenFile): boolean
  /** Whether these bytes were done under this name. */
  hasBytes(path: string, sha256: string): boolean
  /** Writes down that a version is done. Throws ProcessingError `unwritable`. */
  add(file: DoneFile): void
  close(): void
}

const heading = '{"list":"files of a watched folder that are done","version":1}\n'

const versionOf = ({ path, bytes, modified }: SeenFile) => JSON.stringify([path, bytes, modified])
const bytesOf = (path: string, sha256: string | null) => JSON.stringify([path, sha256])

function parseLine(line: string): DoneFile | undefined {
  try {
    const { path, bytes, modified, sha256 } = JSON.parse(line) as DoneFile
    return typeof path === 'string' ? { path, bytes, modified, sha256 } : undefined
  } catch {
    return undefined
  }
}

/** Opens the list of a folder. Throws ProcessingError `foreign-list` or `unwritable`; `named` is the user's name of it. */
export function openWatchList(path: string, named: string): WatchList {
  const versions = new Set<string>()
  const contents = new Set<string>()
  const take = (file: DoneFile) => {
    versions.add(versionOf(file))
    contents.add(bytesOf(file.path, file.sha256))
  }
  const told = <Result>(work: () => Result): Result => {
    try {
      return work()
    } catch (cause) {
      const { code = 'error' } = cause as NodeJS.ErrnoException
      throw new ProcessingError('unwritable', { path: named, reason: code })
    }
  }
  const file = told(() => openSync(path, 'a+'))
  const text = told(() => readFileSync(path, 'utf8'))
  if (text !== '' && !text.startsWith(heading)) {
    closeSync(file)
    throw new ProcessingError('foreign-list', { path: named })
  }
  for (const line of text.slice(heading.length).split('\n')) {
    const done = parseLine(line)
    if (done !== undefined) take(done)
  }
  // What a cut left of a line is closed by a break.
  if (text === '') told(() => writeSync(file, heading))
  else if (!text.endsWith('\n')) told(() => writeSync(file, '\n'))
  return {
    has: (seen) => versions.has(versionOf(seen)),
    hasBytes: (name, sha256) => contents.has(bytesOf(name, sha256)),
    add(done) {
      told(() => {
        writeSync(file, `${JSON.stringify(done)}\n`)
        fsyncSync(file)
      })
      take(done)
    },
    close: () => closeSync(file),
  }
}
