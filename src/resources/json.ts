/** Data that commands of the project made. */
import { readFileSync } from 'node:fs'
import { ProcessingError } from '../model/message.js'

/** What a file of data that was made by a command holds. Throws ProcessingError `unreadable-table` or `bad-table`. */
export function readJson<T>(path: string): T {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (cause) {
    const { code = 'error' } = cause as NodeJS.ErrnoException
    throw new ProcessingError('unreadable-table', { path, reason: code })
  }
  try {
    return JSON.parse(text) as T
  } catch (cause) {
    throw new ProcessingError('bad-table', { path, line: 1, reason: (cause as Error).message })
  }
}
