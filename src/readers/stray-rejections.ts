/**
 * Failures that a parser starts and never looks at. pdfjs fetches pages ahead; where a damaged file fails one of them,
 * nobody waits for it, and Node would end the process. Such failures are of no consequence: what is needed of the file
 * is fetched again and fails where it is seen.
 */
import { setImmediate } from 'node:timers/promises'

/**
 * Runs `work` while rejections that nobody handles, and whose stack lies in `origin`, are let pass. All others end the
 * process as ever.
 */
export async function ignoringStrayRejections<T>(origin: RegExp, work: () => Promise<T>): Promise<T> {
  const judge = (reason: unknown) => {
    if (!(reason instanceof Error && origin.test(reason.stack ?? ''))) throw reason
  }
  process.on('unhandledRejection', judge)
  try {
    return await work()
  } finally {
    // They are told behind the tasks at hand, so the ear stays open for that long.
    await setImmediate()
    process.off('unhandledRejection', judge)
  }
}
