/**
 * Where output goes: standard output, or one file a document in a folder. A file is written aside and then renamed,
 * so that nobody ever sees half of one. Nothing that exists is overwritten without --force, and no input ever.
 */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ProcessingError } from '../model/message.js'
import type { WriteContext, Writer } from '../writers/contract.js'
import type { DocumentRecord } from '../writers/schema.js'
import { UsageError } from './failure.js'
import { outputStem, standardInput } from './inputs.js'
import type { Terminal } from './terminal.js'
import { writeTo } from './terminal.js'

export interface Output {
  /** Takes the next record; `input` is the user's name of where it came from. */
  add(record: DocumentRecord, input: string): Promise<void>
  /** Writes what was held back. */
  end(): Promise<void>
}

/**
 * Standard output. The first record of a lone input is held back until it is known whether it stays the only one,
 * since JSON is then laid out over lines.
 */
export function streamOutput(
  terminal: Terminal,
  writer: Writer,
  context: Omit<WriteContext, 'single'>,
  inputCount: number,
): Output {
  let held: DocumentRecord | undefined
  let written = 0
  let endedLine = true
  const write = async (record: DocumentRecord, single: boolean) => {
    const text = writer.write(record, { ...context, single, first: written === 0 })
    const gap = endedLine ? '' : '\n'
    const blank = writer.id === 'report' && written > 0 ? '\n' : ''
    await writeTo(terminal.stdout, gap + blank + text)
    endedLine = text === '' ? endedLine : text.endsWith('\n')
    written++
  }
  return {
    async add(record) {
      if (inputCount === 1 && held === undefined && written === 0) {
        held = record
        return
      }
      if (held !== undefined) {
        await write(held, false)
        held = undefined
      }
      await write(record, false)
    },
    async end() {
      if (held !== undefined) await write(held, true)
    },
  }
}

/** Writes a file aside and renames it. Throws ProcessingError `output-exists` or `unwritable`. */
export function writeAside(path: string, text: string | Uint8Array, force: boolean): void {
  if (!force && existsSync(path)) throw new ProcessingError('output-exists', { path })
  const aside = `${path}.partial-${process.pid}`
  try {
    writeFileSync(aside, text, { flag: 'wx' })
    renameSync(aside, path)
  } catch (cause) {
    rmSync(aside, { force: true })
    const { code = 'error' } = cause as NodeJS.ErrnoException
    throw new ProcessingError('unwritable', { path, reason: code })
  }
}

/** One file a document; documents of one name are numbered in the order in which they come. */
export function folderOutput(
  terminal: Terminal,
  folder: string,
  writer: Writer,
  context: Omit<WriteContext, 'single'>,
  inputs: readonly string[],
  force: boolean,
): Output {
  const absolute = resolve(terminal.cwd, folder)
  try {
    mkdirSync(absolute, { recursive: true })
  } catch {
    throw new UsageError('error.out-of-place', { path: folder })
  }
  const inputPaths = new Set(
    inputs.filter((input) => input !== standardInput).map((input) => resolve(terminal.cwd, input)),
  )
  const used = new Set<string>()
  return {
    async add(record, input) {
      const stem = outputStem(input)
      let name = stem + writer.extension
      for (let number = 2; used.has(name); number++) name = `${stem}-${number}${writer.extension}`
      used.add(name)
      const path = join(absolute, name)
      if (inputPaths.has(path)) throw new ProcessingError('output-is-input', { path: join(folder, name) })
      writeAside(path, writer.write(record, { ...context, single: true }), force)
    },
    async end() {},
  }
}
