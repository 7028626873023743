/**
 * What a result depends on besides its input: the version of the program, and hashes of the data that it reads.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ProcessingError } from '../model/message.js'
import { corpusPath } from './tsv.js'

export function programVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

/** Folders of `corpus/` that the stages read. */
const folders = [
  'language-model',
  'lexicon',
  'tools',
  'names',
  'words',
  'units',
  'indicators',
  'boilerplate',
  'claims',
  'cues',
]

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

function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of paths) hash.update(contentOf(path))
  return `sha256:${hash.digest('hex')}`
}

/** SHA-256 of each kind of data that ships, and of the users' own tables together. Throws `unreadable-table`. */
export function resourceHashes(tables: readonly string[]): Readonly<Record<string, string>> {
  const hashes = folders.map((folder) => {
    const names = readdirSync(corpusPath(folder)).filter((name) => !name.endsWith('.md'))
    return [folder, hashOf(names.sort().map((name) => join(corpusPath(folder), name)))]
  })
  return Object.fromEntries(tables.length === 0 ? hashes : [...hashes, ['tables', hashOf(tables)]])
}
