/**
 * Reads the bytes of an input: a file, or `-` for standard input. Whatever stops it is a ProcessingError with a code
 * that the message tables explain. What the bytes mean is the readers' matter.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { ProcessingError } from '../model/message.js'
import { UsageError } from './failure.js'
import type { Terminal } from './terminal.js'

export const standardInput = '-'

/** Throws UsageError where standard input is named twice. */
export function requireOneStandardInput(inputs: readonly string[]): void {
  if (inputs.filter((input) => input === standardInput).length > 1) throw new UsageError('error.stdin-twice')
}

export interface InputBytes {
  readonly bytes: Uint8Array
  /** As the user named it; null for standard input. */
  readonly path: string | null
}

function tooLarge(path: string, bytes: number, limit: number): ProcessingError {
  return new ProcessingError('too-large', { path, bytes, limit })
}

async function readStandardInput(terminal: Terminal, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of terminal.stdin) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Uint8Array)
      size += bytes.length
      if (size > maxBytes) throw tooLarge(standardInput, size, maxBytes)
      chunks.push(bytes)
    }
  } catch (cause) {
    throw unreadable(standardInput, cause)
  }
  return Buffer.concat(chunks)
}

const codes: Readonly<Record<string, string>> = {
  ENOENT: 'not-found',
  ENOTDIR: 'not-found',
  EISDIR: 'is-directory',
}

/** What stopped the reading of a file, as a ProcessingError `not-found`, `is-directory` or `unreadable`. */
export function unreadable(path: string, cause: unknown): ProcessingError {
  if (cause instanceof ProcessingError) return cause
  const { code = 'error' } = cause as NodeJS.ErrnoException
  return new ProcessingError(codes[code] ?? 'unreadable', { path, reason: code })
}

const chunkBytes = 64 * 1024

/** Devices and pipes do not say how much comes of them, so reading ends at the limit, whatever the size says. */
function readUpTo(file: number, path: string, size: number, maxBytes: number): Uint8Array {
  const chunks: Uint8Array[] = []
  let total = 0
  for (;;) {
    const chunk = Buffer.allocUnsafe(Math.max(chunkBytes, Math.min(size, maxBytes) - total + 1))
    const count = readSync(file, chunk)
    if (count === 0) return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)
    total += count
    if (total > maxBytes) throw tooLarge(path, total, maxBytes)
    chunks.push(chunk.subarray(0, count))
  }
}

function readFile(path: string, absolute: string, maxBytes: number): Uint8Array {
  let file: number | undefined
  try {
    file = openSync(absolute, 'r')
    const status = fstatSync(file)
    if (status.isDirectory())
      throw new ProcessingError('is-directory', { path: path.replace(/(?<![\\/])[\\/]+$/, '') })
    if (status.size > maxBytes) throw tooLarge(path, status.size, maxBytes)
    return readUpTo(file, path, status.size, maxBytes)
  } catch (cause) {
    throw unreadable(path, cause)
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

/** Throws ProcessingError `not-found`, `is-directory`, `unreadable` or `too-large`. */
export async function readInput(terminal: Terminal, input: string, maxBytes: number): Promise<InputBytes> {
  if (input === standardInput) return { bytes: await readStandardInput(terminal, maxBytes), path: null }
  return { bytes: readFile(input, resolve(terminal.cwd, input), maxBytes), path: input }
}

/** What output files of an input are called, without their ending. */
export function outputStem(input: string): string {
  if (input === standardInput) return 'stdin'
  return basename(input).replace(/(?<=.)\.[^.]*$/s, '')
}
