/** What passes between the process that asks for documents and the one that reads them. */

import type { SourceDocument } from '../../model/document.js'
import type { ProcessingError } from '../../model/message.js'
import type { ApartInput } from '../../readers/read.js'

/** What one input may take while it is read. */
export interface ReadingLimits {
  /** Bytes of memory of the process that reads, all told. */
  readonly maxMemory: number
  /** From one document to the next, or one recognised page to the next. */
  readonly maxSeconds: number
}

/** The bytes to read, or that the next document of them is wanted. */
export type Request = { readonly input: ApartInput } | 'next'

export type Answer =
  | { readonly document: SourceDocument }
  | { readonly failed: Pick<ProcessingError, 'code' | 'parameters'> }
  /** A fault of ours. */
  | { readonly broken: string }
  /** `isWorn` where the process holds much memory, so that another one had better read the next input. */
  | { readonly isDone: true; readonly isWorn: boolean }

/** The signals by which a process ends itself, with the code of what it did too much of. */
export const endings: ReadonlyMap<NodeJS.Signals, string> = new Map([
  ['SIGUSR2', 'reading-memory'],
  ['SIGALRM', 'reading-time'],
  // So the engine ends where its own limit of memory is reached, and the system where it has none left.
  ['SIGABRT', 'reading-memory'],
  ['SIGKILL', 'reading-memory'],
])

/** What a process may take beyond its limits once it recognises pages: for its models, and for each page. */
export const recognition = { memory: 768 * 1024 ** 2, times: 5 } as const

/** The limits of a process that recognises pages, or does not. */
export function limitsNow({ maxMemory, maxSeconds }: ReadingLimits, recognises: boolean): ReadingLimits {
  return recognises
    ? { maxMemory: maxMemory + recognition.memory, maxSeconds: maxSeconds * recognition.times }
    : { maxMemory, maxSeconds }
}

/** Whether the process, at work since a time of its clock, is beyond a limit; then it ends itself. */
export function endBeyond({ maxMemory, maxSeconds }: ReadingLimits, start: number): boolean {
  const isTooLarge = process.memoryUsage.rss() > maxMemory
  if (!isTooLarge && performance.now() - start <= maxSeconds * 1000) return false
  process.kill(process.pid, isTooLarge ? 'SIGUSR2' : 'SIGALRM')
  return true
}

/** What the thread that watches a process is given. */
export interface Watched extends ReadingLimits {
  /** Counts beginnings and ends of work, odd while there is some; behind that, 1 once pages are recognised. */
  readonly steps: Int32Array
  readonly parent: number
}
