/** A program as a process of its own, which can be killed and stopped. */
import { type ChildProcess, spawn } from 'node:child_process'

export interface Running {
  readonly child: ChildProcess
  readonly ended: Promise<{ readonly code: number | null; readonly err: string }>
  /** What it has said so far. */
  err(): string
}

/** Starts a program in a folder; what locks and workers beat, they beat every so many milliseconds. */
export function startRunning(
  program: string,
  words: readonly string[],
  { cwd, heartbeat }: { readonly cwd: string; readonly heartbeat: number },
): Running {
  const child = spawn(program, words, {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HUANYUAN_HEARTBEAT: String(heartbeat) },
  })
  let err = ''
  child.stderr!.on('data', (chunk: Buffer) => {
    err += chunk.toString()
  })
  const ended = new Promise<{ code: number | null; err: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, err })),
  )
  return { child, ended, err: () => err }
}
