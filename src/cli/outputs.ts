/**
 * Where output goes: standard output, or one file a document in a folder. Files hold texts as they are; standard
 * output, which a terminal or a log is at the end of, shows signs for what they would obey.
 */
import { resolve } from 'node:path'
import type { JoinedOutput, WriteContext, Writer } from '../writers/contract.js'
import { showControls, showInLine } from '../writers/controls.js'
import { writersFor } from '../writers/formats.js'
import type { DocumentRecord } from '../writers/schema.js'
import { showRecord } from '../writers/shown-record.js'
import type { CommandContext, CommandView } from './contract.js'
import { UsageError } from './failure.js'
import { remark } from './failures.js'
import type { FileIdentities } from './file-identities.js'
import { inputIdentities } from './file-identities.js'
import { tell } from './language.js'
import type { CommandOutput } from './output-contract.js'
import { placeOf } from './output-contract.js'
import { openOutputFolder, writtenFiles } from './output-folder.js'
import { reportWidth, wantsColour, writeSafe } from './terminal.js'
import { isWordFormat } from './word-formats.js'

/** The record as a writer takes it: formats for reading get signs for controls. */
function shownFor(writer: Writer, record: DocumentRecord): DocumentRecord {
  return writer.controls === 'shown' ? showRecord(record) : record
}

/** What a writer makes of records of which there may be several, for a file. */
function joinedOutput(writer: Writer, context: WriteContext): JoinedOutput {
  return writer.join?.(context) ?? { add: (record) => writer.write(record, context), end: () => '' }
}

/**
 * Standard output. The first record of a lone file is held back until it is known whether it stays the only one, since
 * several are one list in some formats.
 */
function streamOutput(
  streams: Pick<CommandContext, 'terminal' | 'language'>,
  writer: Writer,
  context: WriteContext,
  isLone: boolean,
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
      if (isLone && held === undefined && count === 0) {
        held = record
        return
      }
      if (held !== undefined) await join(held)
      held = undefined
      await join(record)
    },
    async end() {
      if (held !== undefined) await put(writer.write(shownFor(writer, held), context))
      else if (count > 0 || !isLone) await put(joined.end())
      if (hasSigns) remark(streams, tell(streams.language, 'output.signs'))
    },
  }
}

/** Identities of the files of an output folder that an earlier call wrote. */
export function filesWritten({ terminal }: CommandContext, folder: string): FileIdentities {
  return writtenFiles(resolve(terminal.cwd, folder), folder)
}

/** One file a document, in the tree of the inputs; documents of one name are numbered in the order in which they come. */
async function folderOutput(
  context: CommandContext,
  folder: string,
  writer: Writer,
  writeContext: WriteContext,
  inputs: readonly string[],
): Promise<CommandOutput> {
  const { terminal } = context
  const outputs = openOutputFolder(
    context,
    resolve(terminal.cwd, folder),
    folder,
    inputIdentities(context, inputs),
  )
  const { nameFiles } = await import('../dataset/tree.js')
  const nameOf = nameFiles(writer.extension(writeContext.sections))
  return {
    async add(record, file) {
      const name = nameOf(showInLine(placeOf(file, record)), record.id)
      outputs.write(name, writer.write(shownFor(writer, record), writeContext))
    },
    async end() {},
  }
}

/** The writer of a format for what a command shows. Throws UsageError where a configuration asks for another one. */
function writerFor(format: string, { sections }: CommandView): Writer {
  const serving = writersFor(sections)
  const writer = serving.find(({ id }) => id === format)
  if (writer !== undefined) return writer
  const choices = serving.map(({ id }) => id).join(', ')
  throw new UsageError('error.not-choice', { name: '--format', value: format, choices })
}

/**
 * Opens the output that the settings ask for. `inputs` are the files that are read, `format` is what records come out
 * in where no setting says it, and `isLone` says that there may be one record only.
 */
export async function openRecordOutput(
  context: CommandContext,
  inputs: readonly string[],
  view: CommandView,
  format: string,
  isLone = false,
): Promise<CommandOutput> {
  const { terminal, language, settings } = context
  const wanted = settings.format ?? format
  if (isWordFormat(wanted)) {
    const { openWordOutput } = await import('./word-output.js')
    return openWordOutput(context, wanted, inputs, isLone)
  }
  const writer = writerFor(wanted, view)
  const { sections } = view
  const toFolder = settings.out !== undefined
  const colour = !toFolder && wantsColour(terminal)
  const drop = settings.drop ?? []
  const writeContext = { language, colour, width: reportWidth(terminal), sections, drop }
  if (settings.out !== undefined) return folderOutput(context, settings.out, writer, writeContext, inputs)
  return streamOutput(context, writer, writeContext, isLone)
}
