/**
 * What `run` and the commands of single stages share: every input through the stages, its record to the output,
 * failures told one a line while the other inputs still come out, and the exit code.
 */
import { isFinding } from '../model/check.js'
import type { StageName } from '../model/message.js'
import { ProcessingError } from '../model/message.js'
import type { Section } from '../writers/contract.js'
import { writers } from '../writers/index.js'
import { sayCode } from '../writers/language.js'
import type { DocumentRecord } from '../writers/schema.js'
import type { CommandContext } from './contract.js'
import { UsageError } from './failure.js'
import { readInput, standardInput } from './inputs.js'
import { tell } from './language.js'
import type { Settings } from './options.js'
import type { Output } from './outputs.js'
import { folderOutput, streamOutput } from './outputs.js'
import { openRecordSource } from './records-of.js'
import { pipelineSettings } from './settings.js'
import { reportWidth, wantsColour, writeTo } from './terminal.js'

/** What a command shows, and how far it goes. */
export interface View {
  readonly until: StageName
  readonly sections: readonly Section[]
  readonly tokens?: boolean
}

/** Says on standard error what stopped an input or the program. */
export async function tellFailure(
  { terminal, language }: Pick<CommandContext, 'terminal' | 'language'>,
  text: string,
) {
  await writeTo(terminal.stderr, `${tell(language, 'error.prefix', { text })}\n`)
}

/** Says what stopped an input as a whole. Throws what is no matter of the input. */
export async function tellInputFailure(context: CommandContext, input: string, cause: unknown) {
  if (!(cause instanceof ProcessingError)) throw cause
  const { code, parameters } = cause
  await tellFailure(context, sayCode(context.language, 'message', code, { path: input, ...parameters }))
}

/**
 * Says what stopped an entry of an archive or a line of a table of texts, which come out as empty documents: a line for
 * each error among its messages, with its place. Gives whether there was one.
 */
export async function tellEntryFailures(
  context: CommandContext,
  input: string,
  entry: string | null,
  messages: readonly Pick<DocumentRecord['messages'][number], 'level' | 'code' | 'parameters'>[],
): Promise<boolean> {
  const { language } = context
  const path = entry === null ? input : `${input}#${entry}`
  const errors = messages.filter(({ level }) => level === 'error')
  for (const { code, parameters } of errors) {
    const text = sayCode(language, 'message', code, { ...parameters, path })
    // Sentences about the line at hand do not name it themselves.
    await tellFailure(context, text.includes(path) ? text : tell(language, 'error.at', { path, text }))
  }
  return errors.length > 0
}

function openOutput(context: CommandContext, inputs: readonly string[], view: View): Output {
  const { terminal, language, settings } = context
  const writer = writers.find(({ id }) => id === (settings.format ?? 'report'))!
  const { sections } = view
  const toFolder = settings.out !== undefined
  const colour = !toFolder && wantsColour(terminal)
  const writeContext = { language, colour, width: reportWidth(terminal), sections }
  if (settings.out === undefined) return streamOutput(terminal, writer, writeContext, inputs.length)
  return folderOutput(terminal, settings.out, writer, writeContext, inputs, settings.force ?? false)
}

/** Whether a finding of the record is at least as severe as the setting asks. */
function failsOn(record: DocumentRecord, failOn: Settings['failOn'] = 'never'): boolean {
  if (failOn === 'never') return false
  return record.checks.some((check) => {
    if (!isFinding(check)) return false
    return check.severity === 'error' || (failOn === 'warning' && check.severity === 'warning')
  })
}

/** Runs all inputs. Gives 2 where one failed, or an entry of one, else 1 where a finding reaches --fail-on, else 0. */
export async function processInputs(
  context: CommandContext,
  inputs: readonly string[],
  view: View,
): Promise<number> {
  const { terminal, settings } = context
  if (inputs.filter((input) => input === standardInput).length > 1) throw new UsageError('error.stdin-twice')
  const output = openOutput(context, inputs, view)
  const tokens = view.tokens ?? settings.tokens ?? false
  const until = tokens && view.until === 'repair' ? 'segment' : view.until
  const source = await openRecordSource(context, { until, tokens })
  let failed = false
  let found = false
  try {
    for (const input of inputs) {
      try {
        const { bytes, path } = await readInput(terminal, input, pipelineSettings(settings).maxBytes)
        for await (const record of source.recordsOf(bytes, path)) {
          found ||= failsOn(record, settings.failOn)
          await output.add(record, input)
          const { entry } = record.origin
          if (await tellEntryFailures(context, input, entry, record.messages)) failed = true
        }
      } catch (cause) {
        if (cause instanceof ProcessingError && stopsEveryInput(cause)) throw cause
        await tellInputFailure(context, input, cause)
        failed = true
      }
    }
    await output.end()
  } finally {
    await source.close()
  }
  return failed ? 2 : found ? 1 : 0
}

/** What is missing for all inputs alike, a table, the model or the segmenter: told once, and the program ends. */
function stopsEveryInput({ code }: ProcessingError): boolean {
  return /table|language-model|segmenter/.test(code)
}
