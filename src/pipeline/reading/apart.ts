/**
 * Reading in a process of its own, which is kept for the next input. One that takes too much memory or too long ends,
 * and the input with it: all others are read by another process.
 */
import { type ChildProcess, fork } from 'node:child_process'
import type { SourceDocument } from '../../model/document.js'
import { ProcessingError } from '../../model/message.js'
import type { ApartInput } from '../../readers/read.js'
import { packagePath } from '../../resources/place.js'
import type { Answer, ReadingLimits, Request } from './contract.js'
import { endings } from './contract.js'

const mebibyte = 1024 ** 2

interface ReadingProcess {
  /** Rejects with ProcessingError where the process ends over it. */
  ask(request: Request): Promise<Answer>
  end(): void
}

/** What is said of an input over which the process ended. */
function endedBy(reason: string | number, { maxMemory, maxSeconds }: ReadingLimits): ProcessingError {
  const code = endings.get(reason as NodeJS.Signals)
  if (code === 'reading-memory') return new ProcessingError(code, { limit: Math.round(maxMemory / mebibyte) })
  if (code === 'reading-time') return new ProcessingError(code, { seconds: maxSeconds })
  return new ProcessingError('reading-ended', { reason })
}

/** A process that nothing is asked of keeps nobody waiting for its end. */
function hold(child: ChildProcess, isHeld: boolean): void {
  for (const handle of [child, child.channel]) isHeld ? handle?.ref() : handle?.unref()
}

/**
 * What is freed goes back to the system: the C library of Linux keeps a pool a thread otherwise, and the engine compiles in
 * several, which leaves a process that recognises pages with half as much memory again.
 */
const frugalMemory = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_TRIM_THRESHOLD_: '131072',
  MALLOC_MMAP_THRESHOLD_: '131072',
}
const frugalFlags = ['--v8-pool-size=1']

function start(limits: ReadingLimits): ReadingProcess {
  const { maxMemory, maxSeconds } = limits
  const heap = Math.ceil(Math.min(maxMemory, 2 ** 40) / mebibyte)
  const child = fork(packagePath('dist', 'program', 'child.js'), [String(maxMemory), String(maxSeconds)], {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${heap}`, ...frugalFlags],
    env: { ...frugalMemory, ...process.env },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  hold(child, false)
  let ended: ProcessingError | undefined
  let settle: { resolve(answer: Answer): void; reject(cause: unknown): void } | undefined
  const onEnd = (reason: string | number) => {
    ended ??= endedBy(reason, limits)
    settle?.reject(ended)
  }
  child.on('message', (answer) => settle?.resolve(answer as Answer))
  child.on('exit', (code, signal) => onEnd(signal ?? code ?? ''))
  // What cannot be sent to a process that has just ended is told by its end.
  child.on('error', ({ message }) => child.exitCode === null && child.pid === undefined && onEnd(message))
  return {
    async ask(request) {
      if (ended !== undefined) throw ended
      hold(child, true)
      try {
        return await new Promise<Answer>((resolve, reject) => {
          settle = { resolve, reject }
          child.send(request, () => {})
        })
      } finally {
        settle = undefined
        hold(child, false)
      }
    },
    end: () => child.kill('SIGKILL'),
  }
}

/** Processes that wait for an input, of each pair of limits one. */
const waiting = new Map<string, ReadingProcess>()

const keyOf = ({ maxMemory, maxSeconds }: ReadingLimits) => `${maxMemory} ${maxSeconds}`

function take(limits: ReadingLimits): ReadingProcess {
  const known = waiting.get(keyOf(limits))
  waiting.delete(keyOf(limits))
  return known ?? start(limits)
}

function giveBack(reading: ReadingProcess, limits: ReadingLimits): void {
  if (waiting.has(keyOf(limits))) reading.end()
  else waiting.set(keyOf(limits), reading)
}

/** The documents of an input, read in another process. Throws ProcessingError, and the reason of a signal. */
export async function* readInProcess(
  input: ApartInput,
  limits: ReadingLimits,
  signal?: AbortSignal,
): AsyncGenerator<SourceDocument> {
  signal?.throwIfAborted()
  const reading = take(limits)
  signal?.addEventListener('abort', reading.end)
  let isFree = false
  try {
    let answer = await reading.ask({ input })
    while ('document' in answer) {
      yield answer.document
      answer = await reading.ask('next')
    }
    if ('broken' in answer) throw new Error(answer.broken)
    isFree = 'failed' in answer || !answer.isWorn
    if ('failed' in answer) throw new ProcessingError(answer.failed.code, answer.failed.parameters)
  } catch (cause) {
    // A process that a signal ended knows no more than that it was ended.
    signal?.throwIfAborted()
    throw cause
  } finally {
    signal?.removeEventListener('abort', reading.end)
    if (isFree) giveBack(reading, limits)
    else reading.end()
  }
}
