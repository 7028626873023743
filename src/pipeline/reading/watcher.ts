/**
 * The thread that watches the process that reads: parsers do not come back before they are done, and no limit of the
 * engine counts what they take outside of its heap. It ends the process where that takes too much memory or time, or
 * where nobody waits for it any more.
 */
import { workerData } from 'node:worker_threads'
import type { Watched } from './contract.js'
import { endBeyond, limitsNow } from './contract.js'

const { steps, parent, ...limits } = workerData as Watched

/** Milliseconds between two looks. */
const interval = 20

function watchStep(step: number): void {
  const start = performance.now()
  while (Atomics.load(steps, 0) === step) {
    endBeyond(limitsNow(limits, Atomics.load(steps, 1) === 1), start)
    if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
    Atomics.wait(steps, 0, step, interval)
  }
}

for (;;) {
  const step = Atomics.load(steps, 0)
  if (step % 2 === 0) Atomics.wait(steps, 0, step)
  else watchStep(step)
}
