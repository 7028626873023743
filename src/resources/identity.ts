/** What a result depends on beside its input: the version of the program, and the files that it reads. */
import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
import { basename } from 'node:path'
import { ProcessingError } from '../model/message.js'
import { packagePath } from './place.js'

export function programVersion(): string {
  const text = readFileSync(packagePath('package.json'), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

/** Bytes of a file that are held at a time: a whole table would stay in memory until it is tidied up. */
const pieceBytes = 64 * 1024

/** SHA-256 over names and contents of files, in their order; where they lie makes no difference. Throws `unreadable-table`. */
export function hashFiles(paths: readonly string[]): string {
  const hash = createHash('sha256')
  const piece = Buffer.allocUnsafeSlow(pieceBytes)
  for (const path of paths) {
    let file: number | undefined
    try {
      file = openSync(path, 'r')
      hash.update(`${basename(path)} ${fstatSync(file).size}\n`)
      for (let count = readSync(file, piece); count > 0; count = readSync(file, piece)) {
        hash.update(piece.subarray(0, count))
      }
    } catch (cause) {
      const reason = (cause as NodeJS.ErrnoException).code ?? 'error'
      throw new ProcessingError('unreadable-table', { path, reason })
    } finally {
      if (file !== undefined) closeSync(file)
    }
  }
  return `sha256:${hash.digest('hex')}`
}
