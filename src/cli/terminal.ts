/**
 * The terminal as the command line sees it: streams, environment, working folder. Tests hand in their own.
 * Only code under `src/cli` writes to it. A closed pipe (`| head`) is no error: the rest is quietly not written.
 */
import type { Readable, Writable } from 'node:stream'

export interface Terminal {
  readonly stdin: Readable
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number }
  readonly stderr: Writable & { readonly isTTY?: boolean }
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
}

export function processTerminal(): Terminal {
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: process.cwd(),
  }
}

/** The reader of our output has gone. Ends the run without a word. */
export class ClosedPipe extends Error {
  override readonly name = 'ClosedPipe'
}

/** Writes and waits until the stream takes more. Throws `ClosedPipe` once its reader has gone. */
export function writeTo(stream: Writable, text: string): Promise<void> {
  if (text === '') return Promise.resolve()
  return new Promise((resolve, reject) => {
    const fail = (cause: Error) => {
      stream.off('error', fail)
      reject((cause as NodeJS.ErrnoException).code === 'EPIPE' ? new ClosedPipe() : cause)
    }
    // The listener stays after a failure: a stream may report the same failure twice.
    stream.on('error', fail)
    stream.write(text, (error) => {
      if (error) return
      stream.off('error', fail)
      resolve()
    })
  })
}

/** Colour only on a terminal, and never where NO_COLOR is set to anything. */
export function wantsColour({ stdout, env }: Terminal): boolean {
  return stdout.isTTY === true && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb'
}

/** Columns for the report: those of the terminal, between 60 and 160; 100 in a pipe or a file. */
export function reportWidth({ stdout }: Terminal): number {
  return stdout.isTTY === true ? Math.min(160, Math.max(60, stdout.columns ?? 100)) : 100
}
