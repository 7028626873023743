/**
 * Who may come in, and whose turn it is. Requests that have come in are held in memory, so no more come in than may work
 * and wait together; work has its turn in the order in which it was asked for.
 */

export interface Gate {
  /** Comes in; false where it is full. Who came in leaves once. */
  enter(): boolean
  leave(): void
  /** Whether one request alone has come in. */
  readonly isQuiet: boolean
  /** Whether none has. */
  readonly isEmpty: boolean
  /** Does some work when it is its turn. Rejects with the reason of a signal that was aborted before. */
  run<Result>(work: () => Promise<Result>, signal: AbortSignal): Promise<Result>
}

/** A gate for so much work at a time, and so many requests that wait beside. */
export function openGate(atOnce: number, mostWaiting: number): Gate {
  const waiting: (() => void)[] = []
  let inside = 0
  let working = 0
  return {
    enter() {
      if (inside >= atOnce + mostWaiting) return false
      inside++
      return true
    },
    leave() {
      inside--
    },
    get isQuiet() {
      return inside === 1
    },
    get isEmpty() {
      return inside === 0
    },
    async run(work, signal) {
      if (working < atOnce) working++
      else await new Promise<void>((turn) => waiting.push(turn))
      try {
        signal.throwIfAborted()
        return await work()
      } finally {
        // The turn is handed on, so that nobody who comes now goes first.
        const next = waiting.shift()
        if (next === undefined) working--
        else next()
      }
    },
  }
}
