/**
 * Where output goes: standard output, or one file a document in a folder. Files hold texts as they are; standard
 * output, which a terminal or a log is at the end of, shows signs for what they would obey.
 */
import { resolve } from 'node:path'
import type { JoinedOutput, WriteContext, Writer } from '../writers/contract.js'
import { showControls, showInLine } from '../writers/controls.js'
import type { DocumentRecord } from '../writers/schema.js'
import { showRecord } from '../writers/shown-record.js'
import type { CommandContext } from './contract.js'
import { UsageError } from './failure.js'
import { remark } from './failures.js'
import { inputIdentities } from './file-identities.js'
import { outputStem } from './inputs.js'
import { tell } from './language.js'
import { openOutputFolder } from './output-folder.js'
import { writeSafe } from './terminal.js'

export interface CommandOutput {
  /** Takes the next record; `input` is the user's name of where it came from. */
  add(record: DocumentRecord, input: string): Promise<void>
  /** Writes what was held back. */
  end(): Promise<void>
}

/** The record as a writer takes it: formats for reading get signs for controls. */
function shownFor(writer: Writer, record: DocumentRecord): DocumentRecord {
  return writer.controls === 'shown' ? showRecord(record) : record
}

/** What a writer makes of records of which there may be several, for a file. */
function joinedOutput(writer: Writer, context: WriteContext): JoinedOutput {
  return writer.join?.(context) ?? { add: (record) => writer.write(record, context), end: () => '' }
}

/**
 * Standard output. The first record of a lone input is held back until it is known whether it stays the only one,
 * since several are one list in some formats.
 */
export function streamOutput(
  streams: Pick<CommandContext, 'terminal' | 'language'>,
  writer: Writer,
  context: WriteContext,
  inputCount: number,
): CommandOutput {
  const joined = joinedOutput(writer, context)
  let held: DocumentRecord | undefined
  let count = 0
  let hasSigns = false
  const put = async (exact: string) => {
    const text = writer.controls === 'kept' ? showControls(exact) : exact
    hasSigns ||= text !== exact
    await writeSafe(streams.terminal, text)
  }
  const join = async (record: DocumentRecord) => {
    if (++count > (writer.mostJoined ?? Number.POSITIVE_INFINITY)) {
      throw new UsageError('report.too-many', { limit: writer.mostJoined! })
    }
    await put(joined.add(shownFor(writer, record)))
  }
  return {
    async add(record) {
      if (inputCount === 1 && held === undefined && count === 0) {
        held = record
        return
      }
      if (held !== undefined) await join(held)
      held = undefined
      await join(record)
    },
    async end() {
      if (held !== undefined) await put(writer.write(shownFor(writer, held), context))
      else if (count > 0 || inputCount > 1) await put(joined.end())
      if (hasSigns) remark(streams, tell(streams.language, 'output.signs'))
    },
  }
}

/** Most bytes of a file name on the systems that we know, less some for a number. */
const longestName = 240

/** The stem with as many of its characters as fit in a file name, and none that a terminal obeys. */
function fittingStem(input: string, extension: string): string {
  const characters = [...showInLine(outputStem(input))]
  let room = longestName - Buffer.byteLength(extension)
  const end = characters.findIndex((character) => {
    room -= Buffer.byteLength(character)
    return room < 0
  })
  return end < 0 ? characters.join('') : characters.slice(0, end).join('')
}

/** One file a document; documents of one name are numbered in the order in which they come. */
export function folderOutput(
  context: CommandContext,
  folder: string,
  writer: Writer,
  writeContext: WriteContext,
  inputs: readonly string[],
): CommandOutput {
  const { terminal } = context
  const files = openOutputFolder(
    context,
    resolve(terminal.cwd, folder),
    folder,
    inputIdentities(context, inputs),
  )
  /** The last number of each stem that there was. */
  const numbers = new Map<string, number>()
  const used = new Set<string>()
  const extension = writer.extension(writeContext.sections)
  return {
    async add(record, input) {
      const stem = fittingStem(input, extension)
      let number = numbers.get(stem) ?? 0
      let name: string
      do {
        number++
        name = `${stem}${number === 1 ? '' : `-${number}`}${extension}`
      } while (used.has(name))
      numbers.set(stem, number)
      used.add(name)
      files.write(name, writer.write(shownFor(writer, record), writeContext))
    },
    async end() {},
  }
}
