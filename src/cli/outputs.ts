/**
 * Where output goes: standard output, one file a document in a folder, or one file of all, of formats that are no text.
 * Files hold texts as they are; standard output, which a terminal or a log is at the end of, shows signs for what they
 * would obey.
 */
import { resolve } from 'node:path'
import type {
  FileOutput,
  FileWriter,
  JoinedOutput,
  TextWriter,
  WriteContext,
  Writer,
} from '../writers/contract.js'
import { showControls, showInLine } from '../writers/controls.js'
import { writersFor } from '../writers/formats.js'
import type { PagePictures } from '../writers/page/scan/pictures.js'
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
import { openOutputFile } from './replace-file.js'
import { reportWidth, wantsColour, writeBytes, writeSafe } from './terminal.js'
import { isWordFormat } from './word-formats.js'

/** The record as a writer takes it: formats for reading get signs for controls. */
function shownFor(writer: TextWriter, record: DocumentRecord): DocumentRecord {
  return writer.controls === 'shown' ? showRecord(record) : record
}

/** The pictures of a scan's pages, for a format that shows them. */
async function picturesFor(
  writer: Writer,
  record: DocumentRecord,
  input: Uint8Array | undefined,
  settings: CommandContext['settings'],
): Promise<PagePictures | undefined> {
  if (writer.isFile === true || writer.showsPages !== true || record.recognition === undefined)
    return undefined
  const { picturesOf } = await import('./page-pictures.js')
  return picturesOf(record, input, settings)
}

/** What a writer makes of records of which there may be several, for a file. */
function joinedOutput(writer: TextWriter, context: WriteContext): JoinedOutput {
  return writer.join?.(context) ?? { add: (record) => writer.write(record, context), end: () => '' }
}

/**
 * Standard output. The first record of a lone file is held back until it is known whether it stays the only one, since
 * several are one list in some formats.
 */
function streamOutput(
  streams: Pick<CommandContext, 'terminal' | 'language' | 'settings'>,
  writer: TextWriter,
  context: WriteContext,
  isLone: boolean,
): CommandOutput {
  const joined = joinedOutput(writer, context)
  let held: { readonly record: DocumentRecord; readonly pictures: PagePictures | undefined } | undefined
  let count = 0
  let hasSigns = false
  const put = async (exact: string) => {
    const text = writer.controls === 'kept' ? showControls(exact) : exact
    hasSigns ||= text !== exact
    await writeSafe(streams.terminal, text)
  }
  const join = async (record: DocumentRecord, pictures: PagePictures | undefined) => {
    if (++count > (writer.mostJoined ?? Number.POSITIVE_INFINITY)) {
      throw new UsageError('report.too-many', { limit: writer.mostJoined! })
    }
    await put(joined.add(shownFor(writer, record), pictures))
  }
  return {
    async add(record, _, input) {
      const pictures = await picturesFor(writer, record, input, streams.settings)
      if (isLone && held === undefined && count === 0) {
        held = { record, pictures }
        return
      }
      if (held !== undefined) await join(held.record, held.pictures)
      held = undefined
      await join(record, pictures)
    },
    async end(failures) {
      if (held !== undefined) await put(writer.write(shownFor(writer, held.record), context, held.pictures))
      else if (count > 0 || !isLone) await put(joined.end(failures))
      if (hasSigns) remark(streams, tell(streams.language, 'output.signs'))
    },
  }
}

/** One file of all records, which `put` takes when there is one at least. */
function fileOutput(
  writer: FileWriter,
  context: WriteContext,
  put: (bytes: Uint8Array) => Promise<void> | void,
): CommandOutput {
  let file: FileOutput | undefined
  let count = 0
  return {
    isOneFile: true,
    async add(record) {
      if (++count > (writer.mostJoined ?? Number.POSITIVE_INFINITY)) {
        throw new UsageError('output.too-many', { limit: writer.mostJoined!, format: writer.id })
      }
      file ??= writer.open(context)
      file.add(record)
    },
    async end() {
      if (file !== undefined) await put(file.end())
    },
  }
}

/** A file on standard output, for a pipe or a redirection. Throws UsageError where a terminal would show it. */
function fileOnStream(
  { terminal }: CommandContext,
  writer: FileWriter,
  context: WriteContext,
): CommandOutput {
  if (terminal.stdout.isTTY === true) throw new UsageError('output.no-text', { format: writer.id })
  return fileOutput(writer, context, (bytes) => writeBytes(terminal, bytes))
}

/** What a file of one record holds. */
function contentOf(
  writer: Writer,
  record: DocumentRecord,
  context: WriteContext,
  pictures: PagePictures | undefined,
): string | Uint8Array {
  if (writer.isFile !== true) return writer.write(shownFor(writer, record), context, pictures)
  const file = writer.open(context)
  file.add(record)
  return file.end()
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
    async add(record, file, input) {
      const pictures = await picturesFor(writer, record, input, context.settings)
      const name = nameOf(showInLine(placeOf(file, record)), record.id)
      outputs.write(name, contentOf(writer, record, writeContext, pictures))
    },
    async end() {},
  }
}

/** Whether a name asks for one file of a format that is no text: results.xlsx. */
function namesFile(out: string | undefined, writer: Writer, { sections }: CommandView): out is string {
  return out !== undefined && writer.isFile === true && out.endsWith(writer.extension(sections))
}

/**
 * The writer that the settings ask for, or that the name of the output does, or else that of a format. Throws UsageError
 * where a configuration asks for one that does not say what a command shows.
 */
function writerFor(
  { format, out }: CommandContext['settings'],
  view: CommandView,
  otherwise: string,
): Writer {
  const serving = writersFor(view.sections)
  const named = serving.find((writer) => namesFile(out, writer, view))?.id
  const wanted = format ?? named ?? otherwise
  const writer = serving.find(({ id }) => id === wanted)
  if (writer !== undefined) return writer
  const choices = serving.map(({ id }) => id).join(', ')
  throw new UsageError('error.not-choice', { name: '--format', value: wanted, choices })
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
  const writer = writerFor(settings, view, format)
  const { out, drop = [] } = settings
  const { sections } = view
  const colour = out === undefined && wantsColour(terminal)
  const writeContext = { language, colour, width: reportWidth(terminal), sections, drop }
  if (writer.isFile === true && namesFile(out, writer, view)) {
    return fileOutput(writer, writeContext, openOutputFile(context, out, inputs))
  }
  if (out !== undefined) return folderOutput(context, out, writer, writeContext, inputs)
  if (writer.isFile === true) return fileOnStream(context, writer, writeContext)
  return streamOutput(context, writer, writeContext, isLone)
}
