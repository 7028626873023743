/**
 * Files that the reviewer puts in from the page: they are read as documents are, and their records join the others. The
 * bytes of Word documents and of scans are kept, in a folder of this review's own: changes are written into the former, of
 * the latter pages are shown.
 * Invariant: the name that the page gives is told to people and never is the path of a file.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ProcessingError } from '../model/message.js'
import { originalIn } from '../tracked/original.js'
import type { Language } from '../writers/language.js'
import { sayCode } from '../writers/language.js'
import type { DocumentRecord } from '../writers/schema.js'
import type { TakenFile } from './client-data.js'
import type { ReviewSession } from './session.js'

export interface ReviewFiles {
  /** What became of a file; what cannot be read is told in its answer. */
  take(name: string, bytes: Uint8Array): Promise<TakenFile>
  /** The document that a record was made of; undefined where it was not put in here. Throws ProcessingError. */
  original(record: DocumentRecord): Uint8Array | undefined
  /** Takes away what was kept. */
  close(): void
}

export interface FilesOptions {
  readonly session: Pick<ReviewSession, 'add'>
  readonly language: Language
  /** The records of a document. Rejects with ProcessingError. */
  readonly read: (bytes: Uint8Array, path: string) => Promise<readonly DocumentRecord[]>
}

const longestName = 300

/** A name as records have it: the way from the folder that was dropped, with no step out of it. */
export function nameOf(given: string): string {
  const parts = given.split(/[\\/]/).filter((part) => !/^\.{0,2}$/.test(part))
  return parts.join('/').slice(-longestName) || 'document'
}

const isOfWord = ({ origin }: DocumentRecord) => /wordprocessingml/.test(origin.mediaType)

export function openFiles({ session, language, read }: FilesOptions): ReviewFiles {
  const kept = new Map<string, string>()
  let folder: string | undefined

  function keep(bytes: Uint8Array): string {
    folder ??= mkdtempSync(join(tmpdir(), 'huanyuan-files-'))
    const path = join(folder, String(kept.size))
    writeFileSync(path, bytes, { mode: 0o600 })
    return path
  }

  return {
    async take(name, bytes) {
      const path = nameOf(name)
      const failures: string[] = []
      const say = ({ code, parameters }: Pick<DocumentRecord['messages'][number], 'code' | 'parameters'>) => {
        const text = sayCode(language, 'message', code, { path, ...parameters })
        // Sentences about the text at hand do not name it themselves.
        failures.push(text.includes(path) ? text : `${path}${language === 'zh' ? '：' : ': '}${text}`)
      }
      let [added, known] = [0, 0]
      try {
        for (const record of await read(bytes, path)) {
          const failure = record.messages.find(({ level }) => level === 'error')
          if (failure !== undefined) say(failure)
          else if (!session.add(record)) known++
          else {
            added++
            if (isOfWord(record) || record.recognition !== undefined) kept.set(record.id, keep(bytes))
          }
        }
      } catch (cause) {
        if (!(cause instanceof ProcessingError)) throw cause
        say(cause)
      }
      return { name: path, added, known, failures }
    },
    original(record) {
      const path = kept.get(record.id)
      return path === undefined ? undefined : originalIn(readFileSync(path), record)
    },
    close() {
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
    },
  }
}
