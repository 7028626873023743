/** What a user who stops the program asks for: Ctrl+C, or the signal that services are ended by. */
const signals = ['SIGINT', 'SIGTERM'] as const

/** Calls `stop` when the user stops the program; gives what takes the call back. */
export function onStop(stop: () => void): () => void {
  for (const signal of signals) process.once(signal, stop)
  return () => {
    for (const signal of signals) process.off(signal, stop)
  }
}

/** Resolves when the user stops the program. */
export function untilStopped(): Promise<void> {
  return new Promise((stopped) => {
    const takeBack = onStop(() => {
      takeBack()
      stopped()
    })
  })
}
