/**
 * The thread that ends a process in which a case does not end: by processor time, for on a busy machine a sound case may
 * wait for minutes; what waits for nothing takes none, and is ended after an hour.
 */
import { workerData as steps } from 'node:worker_threads'

const mostProcessorMicroseconds = 60_000_000
const mostMilliseconds = 3_600_000
const interval = 500

/** Looks at a case until it has ended. */
function guard(step) {
  const start = performance.now()
  const used = process.cpuUsage()
  while (Atomics.load(steps, 0) === step) {
    const { user, system } = process.cpuUsage(used)
    if (user + system > mostProcessorMicroseconds || performance.now() - start > mostMilliseconds)
      process.kill(process.pid, 'SIGKILL')
    Atomics.wait(steps, 0, step, interval)
  }
}

for (;;) {
  const step = Atomics.load(steps, 0)
  if (step % 2 === 0) Atomics.wait(steps, 0, step, interval)
  else guard(step)
}
