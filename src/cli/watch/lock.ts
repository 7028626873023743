/** One program alone writes into a folder of results: it holds a lock that beats, as a build does. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Lock } from '../../dataset/lock.js'
import { takeLock, usualHeartbeat } from '../../dataset/lock.js'
import { ProcessingError } from '../../model/message.js'

/** The same of a folder that is watched as of a build, in its own words. */
const codes: Readonly<Record<string, string>> = {
  'build-running': 'watch-running',
  'build-lost': 'watch-lost',
}

function told(cause: unknown, named: string): unknown {
  const code = cause instanceof ProcessingError ? codes[cause.code] : undefined
  if (code !== undefined) return new ProcessingError(code, { path: named })
  const { code: reason } = cause as NodeJS.ErrnoException
  return cause instanceof ProcessingError || reason === undefined
    ? cause
    : new ProcessingError('unwritable', { path: named, reason })
}

/**
 * Takes the lock of a folder of results. Waits some seconds where a program was killed there. Rejects with ProcessingError
 * `watch-running` where one is at work, its `check` throws `watch-lost`; `named` is the user's name of the folder.
 */
export async function lockResults(results: string, named: string): Promise<Pick<Lock, 'check' | 'release'>> {
  const folder = join(results, '.huanyuan-watching')
  try {
    mkdirSync(folder, { recursive: true })
    const lock = await takeLock(folder, usualHeartbeat)
    return {
      release: lock.release,
      check() {
        try {
          lock.check()
        } catch (cause) {
          throw told(cause, named)
        }
      },
    }
  } catch (cause) {
    throw told(cause, named)
  }
}
