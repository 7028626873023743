/**
 * The files of records: one that each thread of a build appends to, opened when the first record comes, and all of them
 * to read from. What is read is what was written, to the last bit.
 */
import { closeSync, fdatasyncSync, openSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { ProcessingError } from '../model/message.js'
import { sync } from './disk.js'
import { digestOf } from './sealed.js'

/** Where a record lies. */
export interface RecordPosition {
  /** Name of the file in the journal's folder. */
  readonly file: string
  /** Offset and length of the line, in bytes, without its line break. */
  readonly offset: number
  readonly length: number
  /** Short digest of the line. */
  readonly digest: string
}

export interface RecordFile {
  /** A line without its line break; of bytes, as they are. */
  append(line: string | Buffer): RecordPosition
  /** Waits until what was appended is on the disk. */
  sync(): void
}

const lineFeed = Buffer.from('\n')

/** The records cannot be written: no fault of the document at hand. */
export class RecordFileError extends Error {
  override readonly name = 'RecordFileError'
}

/**
 * Nobody else may write to a file of this name. `append` throws RecordFileError, with what the file system said as its
 * cause.
 */
export function openRecordFile(folder: string, name: string): RecordFile {
  let opened: number | undefined
  let isNamed = false
  let end = 0
  return {
    append(line) {
      const bytes = typeof line === 'string' ? Buffer.from(`${line}\n`) : Buffer.concat([line, lineFeed])
      try {
        opened ??= openSync(join(folder, name), 'wx')
        for (let at = 0; at < bytes.length; ) at += writeSync(opened, bytes, at, bytes.length - at, end + at)
      } catch (cause) {
        throw new RecordFileError(name, { cause })
      }
      const length = bytes.length - 1
      const position = { file: name, offset: end, length, digest: digestOf(bytes.subarray(0, length)) }
      end += bytes.length
      return position
    },
    sync() {
      if (opened === undefined) return
      fdatasyncSync(opened)
      if (!isNamed) sync(folder)
      isNamed = true
    },
  }
}

export interface RecordFiles {
  /** The line of a record, without its line break. Throws ProcessingError `journal-damaged` where it is not there. */
  read(position: RecordPosition): Buffer
  close(): void
}

function openOf(path: string): number {
  try {
    return openSync(path, 'r')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause
    throw new ProcessingError('journal-damaged', { path })
  }
}

/** Opens the files of records as they are asked for. */
export function openRecordFiles(folder: string): RecordFiles {
  const files = new Map<string, number>()
  return {
    read({ file, offset, length, digest }) {
      const path = join(folder, file)
      const opened = files.get(file) ?? openOf(path)
      files.set(file, opened)
      const bytes = Buffer.allocUnsafe(length)
      let filled = 0
      while (filled < length) {
        const count = readSync(opened, bytes, filled, length - filled, offset + filled)
        if (count === 0) break
        filled += count
      }
      if (filled < length || digestOf(bytes) !== digest)
        throw new ProcessingError('journal-damaged', { path })
      return bytes
    },
    close() {
      for (const file of files.values()) closeSync(file)
    },
  }
}
