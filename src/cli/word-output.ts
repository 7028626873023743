/**
 * Records as Word files: in a folder, or the one there is on standard output. What could not be written into a file as
 * it should be is told, one line each.
 */
import { resolve } from 'node:path'
import { defaultMaxBytes } from '../model/limits.js'
import { originalIn } from '../tracked/original.js'
import type { WordFile } from '../tracked/word-file.js'
import { showInLine } from '../writers/controls.js'
import type { DocumentRecord } from '../writers/schema.js'
import type { CommandContext } from './contract.js'
import { UsageError } from './failure.js'
import { remark } from './failures.js'
import { inputIdentities } from './file-identities.js'
import type { InputFile } from './input-files.js'
import { tell } from './language.js'
import { readOriginal } from './originals.js'
import type { CommandOutput } from './output-contract.js'
import { placeOf } from './output-contract.js'
import { openOutputFolder } from './output-folder.js'
import { writeBytes } from './terminal.js'
import type { WordFormat } from './word-formats.js'

const infixes: Readonly<Record<WordFormat, string>> = { docx: '.tracked', 'docx-clean': '.repaired' }

/** Of more lost remarks of a document only the number is told. */
const mostTold = 20

function tellFile(context: CommandContext, record: DocumentRecord, { anew, lost }: WordFile): void {
  const { language } = context
  const path = record.origin.entry ?? record.origin.path ?? '-'
  if (anew !== undefined && anew !== 'no-word') remark(context, tell(language, `word.${anew}`, { path }))
  for (const text of lost.slice(0, mostTold)) remark(context, tell(language, 'word.lost', { path, text }))
  const count = lost.length - mostTold
  if (count > 0) remark(context, tell(language, 'word.more-lost', { path, count }))
}

/** As XML and Word have it. Throws UsageError. */
function dateOf({ settings: { changeDate } }: CommandContext): string | undefined {
  if (changeDate === undefined) return undefined
  const isDate = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(changeDate) && !Number.isNaN(Date.parse(changeDate))
  if (!isDate) throw new UsageError('error.not-time', { name: '--change-date', value: changeDate })
  return changeDate
}

/** Makes the file of a record. */
function fileMaker(context: CommandContext, format: WordFormat) {
  const { terminal, language, settings } = context
  const { maxBytes = defaultMaxBytes } = settings
  const date = dateOf(context)
  const options = { language, isAccepted: format === 'docx-clean', maxBytes, ...(date && { date }) }
  return async (record: DocumentRecord, file: InputFile, input?: Uint8Array): Promise<WordFile> => {
    const { wordFileOf } = await import('../tracked/word-file.js')
    const original =
      input === undefined
        ? await readOriginal(terminal, record, file.path, maxBytes)
        : originalIn(input, record)
    const made = await wordFileOf(record, original, options)
    tellFile(context, record, made)
    return made
  }
}

type Make = ReturnType<typeof fileMaker>

async function toFolder(
  context: CommandContext,
  format: WordFormat,
  folder: string,
  inputs: readonly string[],
  make: Make,
): Promise<CommandOutput> {
  const path = resolve(context.terminal.cwd, folder)
  const outputs = openOutputFolder(context, path, folder, inputIdentities(context, inputs))
  const { nameFiles } = await import('../dataset/tree.js')
  const namings = new Map<string, ReturnType<typeof nameFiles>>()
  return {
    async add(record, file, input) {
      const { bytes, ending } = await make(record, file, input)
      const nameOf = namings.get(ending) ?? nameFiles(infixes[format] + ending)
      namings.set(ending, nameOf)
      outputs.write(nameOf(showInLine(placeOf(file, record)), record.id), bytes)
    },
    async end() {},
  }
}

/** Standard output takes one file: several behind each other are none. */
function toStream({ terminal }: CommandContext, format: WordFormat, make: Make): CommandOutput {
  let held: Uint8Array | undefined
  return {
    async add(record, file, input) {
      if (held !== undefined) throw new UsageError('error.one-file', { format })
      held = (await make(record, file, input)).bytes
    },
    async end() {
      if (held !== undefined) await writeBytes(terminal, held)
    },
  }
}

/** Opens the output of a format. Throws UsageError where standard output is a terminal, or would have to take several. */
export async function openWordOutput(
  context: CommandContext,
  format: WordFormat,
  inputs: readonly string[],
  isLone: boolean,
): Promise<CommandOutput> {
  const { terminal, settings } = context
  const make = fileMaker(context, format)
  if (settings.out !== undefined) return toFolder(context, format, settings.out, inputs, make)
  if (terminal.stdout.isTTY === true || !isLone) throw new UsageError('error.one-file', { format })
  return toStream(context, format, make)
}
