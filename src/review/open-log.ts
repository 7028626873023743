/**
 * The log of a reviewer, open to be appended to. A line is on the disk before its decision counts as made, so a program
 * that is killed loses none; what a cut left of a last line stays where it is and is closed by a line break before the
 * next one.
 */
import { closeSync, existsSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Decision } from '../decisions/decision.js'
import type { ReadLog } from '../decisions/log.js'
import { formatDecision, parseLog } from '../decisions/log.js'
import { ProcessingError } from '../model/message.js'
import { readLogFile } from './log-file.js'

/** Where the log of a reviewer lies in a folder. */
export function logPath(folder: string, reviewer: string): string {
  return join(folder, `decisions.${reviewer}.jsonl`)
}

/** Whether a name can be that of a reviewer: letters, figures, dots, dashes, no path. */
export function isReviewerName(name: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u.test(name)
}

/** A log that is open for its reviewer. */
export interface OpenLog extends ReadLog {
  /** Writes decisions that are made by one stroke; they are on the disk when this returns. Throws ProcessingError. */
  append(decisions: readonly Decision[]): void
  close(): void
}

/** Opens the log of a reviewer, which need not be there yet. Throws ProcessingError `unreadable` or `unwritable`. */
export function openLog(path: string, by: string): OpenLog {
  const known = existsSync(path) ? readLogFile(path, path) : parseLog('', by)
  const decisions: Decision[] = [...known.decisions]
  let { isTorn } = known
  let file: number | undefined
  return {
    by,
    decisions,
    isTorn,
    unknown: known.unknown,
    append(made) {
      const bytes = Buffer.from((isTorn ? '\n' : '') + made.map(formatDecision).join(''))
      try {
        file ??= openSync(path, 'a')
        for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
        fsyncSync(file)
      } catch (cause) {
        // Part of it may stand there: the next line must not go on from it.
        isTorn = true
        const { code = 'error' } = cause as NodeJS.ErrnoException
        throw new ProcessingError('unwritable', { path, reason: code })
      }
      isTorn = false
      for (const decision of made) decisions.push(decision)
    },
    close() {
      if (file !== undefined) closeSync(file)
      file = undefined
    },
  }
}
