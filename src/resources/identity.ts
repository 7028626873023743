/** What a result depends on beside its input: the version of the program, and the files that it reads. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { ProcessingError } from '../model/message.js'
import { packagePath } from './place.js'

export function programVersion(): string {
  const text = readFileSync(packagePath('package.json'), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

function contentOf(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (cause) {
    throw new ProcessingError('unreadable-table', {
      path,
      reason: (cause as NodeJS.ErrnoException).code ?? 'error',
    })
  }
}

/** SHA-256 over names and contents of files, in their order; where they lie makes no difference. Throws `unreadable-table`. */
export function hashFiles(paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of paths) {
    const content = contentOf(path)
    hash.update(`${basename(path)} ${content.length}\n`).update(content)
  }
  return `sha256:${hash.digest('hex')}`
}
