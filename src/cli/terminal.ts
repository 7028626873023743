/**
 * The terminal as the command line sees it: streams, environment, working folder. Tests hand in their own.
 * The one edge where anything is printed. Invariant: what comes from documents, names and tables goes out by `print`,
 * `printLine` or `tellLine`, with signs for controls; `writeSafe` takes only what a writer has made safe.
 * A closed pipe (`| head`) is no error: the rest is quietly not written.
 */
import { fstatSync, writeSync } from 'node:fs'
import { type Readable, Writable } from 'node:stream'
import { showControls, showInLine } from '../writers/controls.js'
import { UsageError } from './failure.js'

export interface Terminal {
  readonly stdin: Readable
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number }
  readonly stderr: Writable & { readonly isTTY?: boolean }
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
}

function isFile(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isFile()
  } catch {
    // It is closed.
    return false
  }
}

/** A file as a stream. Node's own for standard output writes once, and says nothing where a part alone found room. */
function fileStream(file: number): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      try {
        for (let at = 0; at < chunk.length; ) at += writeSync(file, chunk, at)
        done()
      } catch (cause) {
        done(cause as Error)
      }
    },
  })
}

export function processTerminal(): Terminal {
  // Where nobody hears what is told, the work goes on all the same.
  process.stderr.on('error', () => {})
  return {
    stdin: process.stdin,
    stdout: isFile(1) ? fileStream(1) : process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: process.cwd(),
  }
}

/** The reader of our output has gone. Ends the run without a word. */
export class ClosedPipe extends Error {
  override readonly name = 'ClosedPipe'
}

/**
 * Writes to standard output what holds no control but our own, and waits until it takes more. Throws `ClosedPipe` once
 * its reader has gone, and UsageError where nothing can be written, as on a full disk.
 */
export function writeSafe(terminal: Terminal, text: string): Promise<void> {
  return text === '' ? Promise.resolve() : write(terminal, text)
}

/** Writes a file to standard output, which must be no terminal. Throws as `writeSafe` does. */
export function writeBytes(terminal: Terminal, bytes: Uint8Array): Promise<void> {
  return write(terminal, bytes)
}

function write({ stdout }: Terminal, content: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (cause: NodeJS.ErrnoException) => {
      stdout.off('error', fail)
      const { code = 'error' } = cause
      reject(code === 'EPIPE' ? new ClosedPipe() : new UsageError('error.stdout', { reason: code }))
    }
    // The listener stays after a failure: a stream may report the same failure twice.
    stdout.on('error', fail)
    stdout.write(content, (error) => {
      if (error) return
      stdout.off('error', fail)
      resolve()
    })
  })
}

/** Prints a text of several lines. */
export function print(terminal: Terminal, text: string): Promise<void> {
  return writeSafe(terminal, showControls(text))
}

/** Prints one line. */
export function printLine(terminal: Terminal, line: string): Promise<void> {
  return writeSafe(terminal, `${showInLine(line)}\n`)
}

/** Says one line on standard error. */
export function tellLine({ stderr }: Pick<Terminal, 'stderr'>, line: string): void {
  stderr.write(`${showInLine(line)}\n`)
}

/** Colour only on a terminal, and never where NO_COLOR is set to anything. */
export function wantsColour({ stdout, env }: Terminal): boolean {
  return stdout.isTTY === true && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb'
}

/** Columns for the report: those of the terminal, between 60 and 160; 100 in a pipe or a file. */
export function reportWidth({ stdout }: Terminal): number {
  return stdout.isTTY === true ? Math.min(160, Math.max(60, stdout.columns ?? 100)) : 100
}
