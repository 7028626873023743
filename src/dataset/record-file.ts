/** The file of records that one thread of a build appends to, opened when the first record comes. */
import { fdatasyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'

export interface RecordPosition {
  readonly file: string
  /** Offset and length of the line, in bytes, without its line break. */
  readonly offset: number
  readonly length: number
}

export interface RecordFile {
  append(line: string): RecordPosition
  /** Waits until what was appended is on the disk. */
  sync(): void
}

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
  let end = 0
  return {
    append(line) {
      const bytes = Buffer.from(`${line}\n`)
      try {
        opened ??= openSync(join(folder, name), 'wx')
        for (let at = 0; at < bytes.length; ) at += writeSync(opened, bytes, at, bytes.length - at, end + at)
      } catch (cause) {
        throw new RecordFileError(name, { cause })
      }
      const position = { file: name, offset: end, length: bytes.length - 1 }
      end += bytes.length
      return position
    },
    sync() {
      if (opened !== undefined) fdatasyncSync(opened)
    },
  }
}
