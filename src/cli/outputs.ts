/**
 * Where output goes: standard output, or one file a document in a folder. Files hold texts as they are; standard
 * output, which a terminal or a log is at the end of, shows signs for what they would obey.
 */
import { resolve } from 'node:path'
import type { WriteContext, Writer } from '../writers/contract.js'
import { showControls, showInLine } from '../writers/controls.js'
import type { DocumentRecord } from '../writers/schema.js'
import { showRecord } from '../writers/shown-record.js'
import type { CommandContext } from './contract.js'
import { remark } from './failures.js'
import { inputIdentities } from './file-identities.js'
import { outputStem } from './inputs.js'
import { tell } from './language.js'
import { openOutputFolder } from './output-folder.js'
import { writeSafe } from './terminal.js'

type OutputContext = Omit<WriteContext, 'single'>

export interface CommandOutput {
  /** Takes the next record; `input` is the user's name of where it came from. */
  add(record: DocumentRecord, input: string): Promise<void>
  /** Writes what was held back. */
  end(): Promise<void>
}

/** What a writer makes of a record, for a file. */
function fileText(writer: Writer, record: DocumentRecord, context: WriteContext): string {
  return writer.write(writer.controls === 'shown' ? showRecord(record) : record, context)
}

/**
 * Standard output. The first record of a lone input is held back until it is known whether it stays the only one,
 * since JSON is then laid out over lines.
 */
export function streamOutput(
  streams: Pick<CommandContext, 'terminal' | 'language'>,
  writer: Writer,
  context: OutputContext,
  inputCount: number,
): CommandOutput {
  let held: DocumentRecord | undefined
  let written = 0
  let endedLine = true
  let hasSigns = false
  const write = async (record: DocumentRecord, single: boolean) => {
    const exact = fileText(writer, record, { ...context, single, first: written === 0 })
    const text = writer.controls === 'kept' ? showControls(exact) : exact
    hasSigns ||= text !== exact
    const gap = endedLine ? '' : '\n'
    const blank = writer.id === 'report' && written > 0 ? '\n' : ''
    await writeSafe(streams.terminal, gap + blank + text)
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
  writeContext: OutputContext,
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
  return {
    async add(record, input) {
      const stem = fittingStem(input, writer.extension)
      let number = numbers.get(stem) ?? 0
      let name: string
      do {
        number++
        name = `${stem}${number === 1 ? '' : `-${number}`}${writer.extension}`
      } while (used.has(name))
      numbers.set(stem, number)
      used.add(name)
      files.write(name, fileText(writer, record, { ...writeContext, single: true }))
    },
    async end() {},
  }
}
