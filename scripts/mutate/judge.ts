/** Whether the tests of a folder notice a mutant: each in a process of its own, which is ended when it takes too long. */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Order, Outcome } from './run-tests.js'

/** What caught a mutant; undefined where it survived. `tests` counts those that ran. */
export interface Verdict extends Outcome {
  readonly milliseconds: number
}

const program = fileURLToPath(new URL('./run-tests.ts', import.meta.url))

/** Runs the tests. `longest` is in milliseconds. A process that hangs or dies has noticed the mutant. */
export async function judge(order: Order, longest: number): Promise<Verdict> {
  const start = performance.now()
  const child = fork(program, { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
  let told = ''
  child.stderr!.on('data', (chunk) => {
    told = (told + chunk).slice(-2000)
  })
  const outcome = await new Promise<Outcome>((resolve) => {
    const timer = setTimeout(() => {
      resolve({ tests: 0, failed: 'the time limit' })
      child.kill('SIGKILL')
    }, longest)
    child.on('message', (message) => resolve(message as Outcome))
    child.on('exit', () => {
      clearTimeout(timer)
      resolve({ tests: 0, failed: `the end of the process: ${told.trim().split('\n').at(-1)}` })
    })
    child.send(order)
  })
  return { ...outcome, milliseconds: performance.now() - start }
}

/** Does all jobs, so many at a time, in their order. */
export async function inParallel<T>(
  jobs: readonly T[],
  workers: number,
  work: (job: T) => Promise<void>,
): Promise<void> {
  const left = [...jobs]
  const worker = async () => {
    for (let job = left.shift(); job !== undefined; job = left.shift()) await work(job)
  }
  await Promise.all(Array.from({ length: workers }, worker))
}
