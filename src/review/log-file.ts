/** Logs of decisions on the disk, to be read: one file a reviewer, `decisions.<name>.jsonl`. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { ReadLog } from '../decisions/log.js'
import { parseLog, reviewerOf } from '../decisions/log.js'
import { ProcessingError } from '../model/message.js'

/** Reads a log. Throws ProcessingError `not-found` or `unreadable`; `named` is the user's name of it. */
export function readLogFile(path: string, named: string): ReadLog {
  try {
    return parseLog(readFileSync(path, 'utf8'), reviewerOf(basename(path)) ?? basename(path))
  } catch (cause) {
    const { code = 'error' } = cause as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new ProcessingError('not-found', { path: named })
    throw new ProcessingError('unreadable', { path: named, reason: code })
  }
}
